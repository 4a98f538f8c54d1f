"""What a person asks for in, the decision to keep out: looked up, checked, with before and after."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from facta.errors import Conflict, UsageError
from facta.ledger import Ledger
from facta.ledger.words import storable
from facta.records import Decision, Review, digest
from facta.stories.corrections import body_of, kind_of, words_of
from facta.stories.standing import taken_back, takers, undoing
from facta.views.review.change import Change
from facta.views.review.editing import edited
from facta.views.review.joining import merged, parted
from facta.views.review.missed import missed
from facta.views.review.state import reviews_on, state_of_target
from facta.views.review.targets import Target, target_of
from facta.views.seen import SeenClaim, seen_claim, seen_claims

_SETTLED = (Decision.CONFIRM, Decision.REJECT)
_SETTLABLE = ("claim", "finding", "group")  # what is right or wrong; entities and stories are joined or parted


def review_of(ledger: Ledger, change: Change, folder: Path | None = None) -> Review:
    """The decision that a change asks for; `UsageError` for what cannot be, `Conflict` when the target is no longer as
    the person saw it. `folder` is the person's own codebook."""
    change = replace(change, note=storable(change.note).strip(), by=storable(change.by))
    target = target_of(ledger, change.target)
    if change.decision is not Decision.ADD:
        _is_as_seen(ledger, change, target)
    made = _MAKERS[change.decision](ledger, change, target, folder)
    name = digest(made.target, made.decision, made.note, made.by, made.at.isoformat(), made.text, made.after)
    return replace(made, id=name)


def undo_of(ledger: Ledger, review: str, by: str, at: datetime, note: str = "") -> Review:
    """The decision that takes another back; one that took something back can be taken back as well."""
    found = ledger.review(review)
    chain = ledger.with_takers([found])
    taking = takers(chain)
    gone = taken_back(chain, taking)
    if found.id in gone:
        last = next(taker for taker in taking[found.id] if taker.id not in gone)
        raise UsageError(f"{last.by} took this back on {last.at:%Y-%m-%d}", f"take that back: {last.id}")
    return undoing(found, storable(by), at, storable(note).strip())


def _is_as_seen(ledger: Ledger, change: Change, target: Target) -> None:
    if not change.seen or change.seen == state_of_target(ledger, target):
        return
    given = reviews_on(ledger, target)
    by = f"{given[-1].by} decided on it on {given[-1].at:%Y-%m-%d %H:%M} UTC" if given else "the machine reads it anew"
    raise Conflict(f"{target.kind} {target.id} has changed since you saw it: {by}", "look again and decide", given)


def _base(change: Change, target: str, kind: str) -> Review:
    return Review("", target, change.decision, change.by, change.at, change.note, kind)


def _of_claim(change: Change, seen: SeenClaim) -> Review:
    """A decision on a claim, with all that lets it find the claim again."""
    known = seen.machine or seen.shown
    report = seen.claims.report
    base = _base(change, seen.id, kind_of(known))
    return replace(base, text=digest(report.text), span=words_of(known), before=body_of(seen.shown), report=report.id)


def _settled(ledger: Ledger, change: Change, target: Target, folder: Path | None) -> Review:
    """Confirm or reject."""
    if target.kind not in _SETTLABLE:
        remedy = "join or part it: merge, split" if target.kind != "report" else "decide on its claims"
        raise UsageError(f"a {target.kind} is neither confirmed nor rejected", remedy)
    if target.kind == "group":
        return _of_group(ledger, change, target)
    if target.kind != "claim":
        return _base(change, target.id, target.kind)
    made = _of_claim(change, seen_claim(ledger, target.id))
    return replace(made, after=made.before) if change.decision is Decision.CONFIRM else made


def _of_group(ledger: Ledger, change: Change, target: Target) -> Review:
    """On a pair of deeds of which it is unsure whether they are one: that they are, or are not."""
    _, group = ledger.group(target.id)
    if group.kind != "unsure":
        return _base(change, target.id, "group")
    join = change.decision is Decision.CONFIRM
    asked = replace(change, values={"claim": group.claims[0], "with": group.claims[1]})
    return replace((merged if join else parted)(ledger, asked, target), decision=change.decision)


def _noted(ledger: Ledger, change: Change, target: Target, folder: Path | None) -> Review:
    if not change.note:
        raise UsageError("a note needs words", "give them with --note")
    if target.kind != "claim":
        return _base(change, target.id, target.kind)
    return replace(_of_claim(change, seen_claim(ledger, target.id)), before=None)


def _edited(ledger: Ledger, change: Change, target: Target, folder: Path | None) -> Review:
    if target.kind != "claim":
        raise UsageError(f"a {target.kind} is not edited", "edit the claims in it, or merge and split")
    seen = seen_claim(ledger, target.id)
    after = edited(seen.claims, seen.read, seen.shown, change.values, folder)
    if after == seen.shown:
        raise UsageError("nothing is changed", "change a field, or confirm the claim as it is")
    return replace(_of_claim(change, seen), after=body_of(after))


def _added(ledger: Ledger, change: Change, target: Target, folder: Path | None) -> Review:
    if target.kind != "report":
        raise UsageError(f"a missed claim is added to a report, not to a {target.kind}", "give the report's id")
    (claims,) = seen_claims(ledger, [target.id])
    claim = missed(claims, ledger.claims_of(target.id), change.values, folder)
    base = _base(change, claim.id, kind_of(claim))
    text = digest(claims.report.text)
    return replace(base, text=text, span=words_of(claim), after=body_of(claim), report=target.id)


def _merged(ledger: Ledger, change: Change, target: Target, folder: Path | None) -> Review:
    return merged(ledger, change, target)


def _parted(ledger: Ledger, change: Change, target: Target, folder: Path | None) -> Review:
    return parted(ledger, change, target)


def _undone(ledger: Ledger, change: Change, target: Target, folder: Path | None) -> Review:
    raise UsageError("a decision is taken back by its own id", "see facta review undo")


_MAKERS: dict[Decision, Callable[[Ledger, Change, Target, Path | None], Review]] = {
    **dict.fromkeys(_SETTLED, _settled),
    Decision.EDIT: _edited,
    Decision.ADD: _added,
    Decision.MERGE: _merged,
    Decision.SPLIT: _parted,
    Decision.NOTE: _noted,
    Decision.UNDO: _undone,
}
