"""From a ledger to the claims of reports as they stand: what the machine read, and over it what people decided."""

from __future__ import annotations

from collections.abc import Sequence

from facta.ledger import Ledger
from facta.records import Claims
from facta.stories.corrections import corrected


def settled(ledger: Ledger, reports: Sequence[str]) -> tuple[Claims, ...]:
    """The claims of each report, in the order asked for."""
    reviews = ledger.reviews_of_reports(reports)
    return tuple(corrected(claims, reviews) for claims in ledger.claims_of_many(reports))
