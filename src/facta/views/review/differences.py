"""Decisions on claims in, those after which the machine reads otherwise than the person saw, out.

Changes nothing: what the person decided stands until a person decides again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from facta.ledger import Ledger
from facta.ledger.rows import all_claims
from facta.records import Claim, Claims, Decision, Review
from facta.stories.corrections import changed, claim_from, edits_of, kind_of, tells
from facta.views.review.history import FieldChange, differences_between
from facta.views.seen import reviewed_claims

Found = tuple[str, tuple[FieldChange, ...]]  # a sentence, and the fields that differ


@dataclass(frozen=True, slots=True)
class Difference:
    """The last standing decision on a claim, and where the machine now reads otherwise than the person saw."""

    review: Review
    target: str  # the claim's present id
    kind: str
    report: str
    sentence: str
    changes: tuple[FieldChange, ...] = ()


def differences(ledger: Ledger) -> tuple[Difference, ...]:
    """All such decisions, in the order of the reports' ids and texts."""
    found: list[Difference] = []
    for read, reviews in reviewed_claims(ledger):
        found += differences_in(read, reviews)
    return tuple(found)


def differences_in(read: Claims, reviews: tuple[Review, ...]) -> Iterator[Difference]:
    """Those on the claims of one report, as the machine reads it now."""
    machine = {claim.id: claim for claim in all_claims(read)}
    for target, decisions in edits_of(read, reviews).items():
        last, now = decisions[-1], machine.get(target)
        if now is None and decisions[0].decision is Decision.ADD:
            found = _read_as_well(decisions[0], machine.values())
        else:
            found = _difference(last, decisions, now)
        if found is not None and last.kind:
            yield Difference(last, target, last.kind, read.report.id, *found)


def _read_as_well(added: Review, machine: Iterable[Claim]) -> Found | None:
    """Whether the machine now reads what a person had to add."""
    if not added.after or not added.kind:
        return None
    claim = claim_from(added.kind, added.after)
    twin = next((one for one in machine if kind_of(one) == added.kind and tells(one, claim)), None)
    if twin is None:
        return None
    return f"The machine now reads it as well ({twin.id}); the claim that was added stands.", ()


def _difference(last: Review, decisions: tuple[Review, ...], now: Claim | None) -> Found | None:
    """In a sentence and field by field; `None` when the machine reads what the person saw, or no longer what was
    rejected."""
    if now is None:
        return (
            None if last.decision is Decision.REJECT else ("The machine no longer reads it; the decision keeps it.", ())
        )
    seen = claim_from(last.kind, last.before) if last.before and last.kind else None
    if seen is None:
        return None
    decided = _decided(decisions)
    changes = tuple(c for c in differences_between(seen, now) if c.name not in decided)
    if not changes:
        return None
    return f"The machine now reads otherwise: {', '.join(change.name for change in changes)}.", changes


def _decided(decisions: tuple[Review, ...]) -> set[str]:
    """Fields in which the person saw an earlier decision, not the machine."""
    names: set[str] = set()
    for review in decisions[:-1]:
        if review.decision is Decision.EDIT and review.before and review.after and review.kind:
            before, after = (claim_from(review.kind, body) for body in (review.before, review.after))
            names |= {change.name for change in differences_between(before, after)} | set(changed(before, after))
    return names
