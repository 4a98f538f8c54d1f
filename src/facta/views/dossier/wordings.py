"""From findings on wording to what the page says of them: a headline that says more than its report, and one quotation
in several wordings. Those of a pledge stand on its card."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from facta.views.dossier.index import Index
from facta.views.dossier.marks import Verdict
from facta.views.dossier.rows import ClaimRow, claim_row

KINDS = ("headline", "wording")


@dataclass(frozen=True, slots=True)
class Wording:
    """A verdict and its sentence; `outlets` carry the words, `rows` are the claims among them."""

    verdict: Verdict
    reason: str
    outlets: tuple[str, ...]
    rows: tuple[ClaimRow, ...]


def wordings(index: Index) -> Iterator[Wording]:
    """In the order of the check."""
    names = {report.id: report.publisher or report.id for report in index.reports}
    for finding in index.check.findings:
        group = index.groups.get(finding.group)
        if finding.kind not in KINDS or (group and group.kind == "pledge"):
            continue
        told = dict.fromkeys(names[e.report] for e in finding.evidence if e.report in names)
        claims = dict.fromkeys(e.claim for e in finding.evidence if e.claim)
        rows = tuple(row for claim in claims if (row := claim_row(index, claim)))
        yield Wording(Verdict.of(finding.verdict), finding.reason, tuple(told), rows)
