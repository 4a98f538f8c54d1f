"""From people's decisions on entities to entities that respect them: what a person joins or parts stays so, whatever
the machine finds in a rerun. How decisions are kept is left to the ledger.

A decision points at a mention (`anchor`): a report and an entity within it, which are the same in every run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from facta.records import Decision, Review, digest
from facta.stories.bearers import Bearer
from facta.stories.standing import standing as still_standing
from facta.text import fold

Joined = tuple[list[Bearer], list[str]]
ENTITY = "entity"  # kind of a review that joins two entities
SPELLING = "spelling"  # kind of a review that parts the bearers of a spelling from their entity


def anchor(report: str, own: str) -> str:
    """One report's own entity, as decisions name it."""
    return f"{report}:{own}"


def same(one: str, other: str, by: str, at: datetime, note: str = "") -> Review:
    """The decision that the bearers at two anchors are one."""
    return _review(one, Decision.MERGE, by, at, note, ENTITY, other)


def apart(one: str, spelling: str, by: str, at: datetime, note: str = "") -> Review:
    """The decision that whoever bears the spelling is not the bearer at the anchor."""
    return _review(one, Decision.SPLIT, by, at, note, SPELLING, spelling)


def _review(target: str, decision: Decision, by: str, at: datetime, note: str, kind: str, other: str | None) -> Review:
    name = digest(target, decision, note, by, at.isoformat(), other)
    return Review(id=name, target=target, decision=decision, by=by, at=at, note=note, kind=kind, text=other)


def standing(reviews: Iterable[Review]) -> list[Review]:
    """Decisions on entities that nobody took back, oldest first."""
    held = still_standing(r for r in reviews if r.kind in (ENTITY, SPELLING))
    return [r for r in held if r.decision in (Decision.MERGE, Decision.SPLIT)]


def judged(joined: Sequence[Joined], reviews: Iterable[Review]) -> list[Joined]:
    """The joins of the machine with the decisions of people on top; one on mentions that are gone changes nothing."""
    groups = [(list(members), list(reasons)) for members, reasons in joined]
    for review in standing(reviews):
        groups = (_merged if review.decision is Decision.MERGE else _parted)(groups, review)
    return groups


def _holds(members: Sequence[Bearer], name: str) -> bool:
    return any(anchor(b.report, b.entity) == name for b in members)


def _merged(groups: list[Joined], review: Review) -> list[Joined]:
    one = next((g for g in groups if _holds(g[0], review.target)), None)
    other = next((g for g in groups if _holds(g[0], review.text or "")), None)
    if one is None or other is None or one is other:
        return groups
    names = f'"{one[0][0].name}" and "{other[0][0].name}"'
    together = ([*one[0], *other[0]], [*one[1], *other[1], f"{names}: {_word(review, 'are the same')}"])
    return [together if g is one else g for g in groups if g is not other]


def _parted(groups: list[Joined], review: Review) -> list[Joined]:
    spelling = fold(review.text or "")
    made: list[Joined] = []
    for members, reasons in groups:
        out = [b for b in members if spelling in map(fold, (b.name, *b.spellings))]
        rest = [b for b in members if b not in out]
        if not _holds(members, review.target) or not out or not rest:
            made.append((members, reasons))
            continue
        why = f'"{review.text}" and "{rest[0].name}": {_word(review, "are not the same")}'
        kept = [reason for reason in reasons if f'"{review.text}"' not in reason]
        made += [(rest, [*kept, why]), (out, [why])]
    return made


def _word(review: Review, verdict: str) -> str:
    said = f"{review.by} decided on {review.at:%Y-%m-%d} that they {verdict}"
    return f"{said}: {review.note}" if review.note else said
