"""All of people's decisions in, those that nobody took back out. What a decision means is left to others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from facta.records import Decision, Review, digest

Takers = dict[str, list[Review]]  # by the id of a decision, those that take it back, whether they hold or not
_TAKING = (Decision.UNDO, Decision.REJECT)  # a decision was once taken back by rejecting it


def standing(reviews: Iterable[Review]) -> list[Review]:
    """Decisions that hold, oldest first: one that takes another back may be taken back in turn."""
    listed = sorted(reviews, key=lambda review: (review.at, review.id))
    taking = takers(listed)
    gone = taken_back(listed, taking)
    takes = {taker.id for found in taking.values() for taker in found}
    return [r for r in listed if r.id not in gone and r.id not in takes and r.decision is not Decision.UNDO]


def undoing(review: Review, by: str, at: datetime, note: str = "") -> Review:
    """The decision that another one no longer holds."""
    made = Review("", review.id, Decision.UNDO, by, at, note, review.kind, review.text, review.span)
    name = digest(made.target, made.decision, note, by, at.isoformat())
    return replace(made, id=name, before=review.after, after=review.before, report=review.report)


def takers(reviews: Iterable[Review]) -> Takers:
    """For each decision the decisions that take it back."""
    listed = list(reviews)
    known = {review.id for review in listed}
    found: Takers = defaultdict(list)
    for review in listed:
        if review.target in known and review.decision in _TAKING:
            found[review.target].append(review)
    return dict(found)


def taken_back(reviews: Iterable[Review], taking: Takers) -> set[str]:
    """Ids of decisions that one which holds takes back. Each chain is walked from its last link to its first."""
    gone: set[str] = set()
    done: set[str] = set()
    for review in reviews:
        chain, opened = [review.id], {review.id}
        while chain:
            later = [t.id for t in taking.get(chain[-1], ()) if t.id not in done and t.id not in opened]
            chain += later
            opened.update(later)
            if later:
                continue
            this = chain.pop()
            done.add(this)
            if any(taker.id not in gone for taker in taking.get(this, ())):
                gone.add(this)
    return gone
