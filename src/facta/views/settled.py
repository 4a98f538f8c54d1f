"""From a ledger to the claims of reports as they stand: what the machine read, and over it what people decided."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from facta.ledger import Ledger
from facta.records import Claims, CrossCheck, Finding
from facta.views.seen import seen_claims


def settled(ledger: Ledger, reports: Sequence[str], bare: bool = False) -> tuple[Claims, ...]:
    """The claims of each report, in the order asked for; `bare` ones without names, places and long passages."""
    return seen_claims(ledger, reports, bare)


def holding(ledger: Ledger, check: CrossCheck, claims: Iterable[str], findings: Iterable[Finding] = ()) -> list[str]:
    """The story's reports that hold these claims, or evidence of these findings, in the story's order, then those of
    other stories that the findings cite."""
    cited = {e.report for f in findings for e in (*f.evidence, *(e for part in f.parts for e in part.evidence))}
    known = {e.claim: e.report for f in check.findings for e in f.evidence if e.claim}
    held = set[str]()
    for claim in dict.fromkeys(claims):
        held |= {known[claim]} if claim in known else set(ledger.reports_of_claim(claim))
    own = [report for report in check.story.reports if report in cited | held]
    return [*own, *sorted(cited.difference(check.story.reports))]
