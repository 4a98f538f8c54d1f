"""A ledger in, the log of decisions out: newest first, each with whether it stands and who took it back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from facta.ledger import Ledger
from facta.records import Claim, Decision, Review
from facta.stories.corrections import KINDS, claim_from
from facta.stories.standing import taken_back, takers
from facta.views.forms import claim_form


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a claim, as JSON values, before and after a decision."""

    name: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision of the log; `taken_back` is the decision by which it no longer stands."""

    review: Review
    taken_back: Review | None

    @property
    def stands(self) -> bool:
        return self.taken_back is None

    @property
    def changes(self) -> tuple[FieldChange, ...]:
        """What it changed in a claim, field by field."""
        return changes_of(self.review)


@dataclass(frozen=True, slots=True)
class History:
    """A page of the log; `next` leads on to older decisions."""

    entries: tuple[Entry, ...]
    next: str | None


def history(ledger: Ledger, after: str | None = None, limit: int = 50) -> History:
    """All decisions, newest first."""
    found, more = ledger.review_page(after, limit)
    return History(tuple(entries(ledger, found)), more)


def entries(ledger: Ledger, found: Sequence[Review]) -> list[Entry]:
    """These decisions in their order, with whether they stand."""
    every = ledger.with_takers(found)
    return entries_among(found, every)


def entries_among(found: Iterable[Review], every: Sequence[Review]) -> list[Entry]:
    """The same, where `every` has all the decisions that take back one of them."""
    taking = takers(every)
    gone = taken_back(every, taking)
    by = {name: next(t for t in takes if t.id not in gone) for name, takes in taking.items() if name in gone}
    return [Entry(review, by.get(review.id)) for review in found]


def changes_of(review: Review) -> tuple[FieldChange, ...]:
    """What a decision on a claim changed, field by field; of an added claim every field that says something."""
    if review.kind not in KINDS or not review.after or review.decision is Decision.UNDO:
        return ()
    after = claim_from(review.kind, review.after)
    before = claim_from(review.kind, review.before) if review.before else None
    return differences_between(before, after)


def differences_between(before: Claim | None, after: Claim | None) -> tuple[FieldChange, ...]:
    """The fields in which two readings of a claim differ, in the form of `facta extract`."""
    known = after or before
    if known is None:
        return ()
    forms = [claim_form(claim) if claim else {} for claim in (before, after)]
    names = [name for name in claim_form(known) if name != "id"]
    return tuple(FieldChange(n, forms[0].get(n), forms[1].get(n)) for n in names if forms[0].get(n) != forms[1].get(n))
