"""Takes decisions on a thing, gives them as lines: whether each stands, who took it back, and what it changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facta.ledger import Ledger
from facta.records import Claims, Decision, Review
from facta.stories.corrections import KINDS, claim_from
from facta.views.review import entries, fields_of, seen_claims


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a claim in words; `before` is none for a claim that was added."""

    name: str
    before: str | None
    after: str


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """One decision; `undone_by` says who took it back, if it does not stand."""

    review: Review
    stands: bool
    undone_by: str
    changes: tuple[FieldChange, ...]


def lines_of(ledger: Ledger, reviews: Sequence[Review]) -> list[DecisionLine]:
    """A line for each decision, in their order; one that takes another back is a line as well."""
    claims = _claims(ledger, reviews)
    return [
        DecisionLine(
            review=entry.review,
            stands=entry.stands,
            undone_by=entry.taken_back.by if entry.taken_back else "",
            changes=tuple(_changed(entry.review, claims)),
        )
        for entry in entries(ledger, reviews)
    ]


def _claims(ledger: Ledger, reviews: Sequence[Review]) -> dict[str, Claims]:
    """By report the claims that fields are told with; reports that are gone are left out."""
    asked = {review.report for review in reviews if review.report and review.decision in (Decision.EDIT, Decision.ADD)}
    return {claims.report.id: claims for claims in seen_claims(ledger, sorted(asked & set(_there(ledger, asked))))}


def _there(ledger: Ledger, reports: set[str]) -> Iterator[str]:
    yield from (name for name in reports if any(kind == "report" for kind, _ in ledger.owners(name)))


def _changed(review: Review, claims: dict[str, Claims]) -> Iterator[FieldChange]:
    """The fields that an edit changed, or the filled ones of an added claim."""
    if review.decision not in (Decision.EDIT, Decision.ADD) or review.kind not in KINDS or not review.after:
        return
    report = claims.get(review.report or "")
    if report is None:
        return
    after = fields_of(report, claim_from(review.kind, review.after))
    before = fields_of(report, claim_from(review.kind, review.before)) if review.before else None
    for name, value in after.items():
        if before is not None and before[name] != value:
            yield FieldChange(name, before[name], value)
        elif before is None and value not in ("", "no") and name not in ("start", "end"):
            yield FieldChange(name, None, value)
