"""From findings on wording to what the page says of them: a headline that says more than its report, and one quotation
in several wordings. Those of a pledge stand on its card."""

from __future__ import annotations

from dataclasses import dataclass

from facta.records import Finding
from facta.views.dossier.index import Index
from facta.views.dossier.marks import Verdict
from facta.views.dossier.room import Rows, cut
from facta.views.dossier.rows import ClaimRow, claim_rows

KINDS = ("headline", "wording")


@dataclass(frozen=True, slots=True)
class Wording:
    """A verdict and its sentence; `outlets` carry the words, `rows` are the claims among them."""

    verdict: Verdict
    reason: str
    outlets: tuple[str, ...]
    rows: Rows[ClaimRow]


def wordings(index: Index) -> Rows[Wording]:
    """In the order of the check."""
    found = [finding for finding in index.check.findings if _of_words(index, finding)]
    return cut(found, index.room.listed, lambda finding: _wording(index, finding))


def _of_words(index: Index, finding: Finding) -> bool:
    group = index.groups.get(finding.group)
    return finding.kind in KINDS and not (group and group.kind == "pledge")


def _wording(index: Index, finding: Finding) -> Wording:
    names = {report.id: report.publisher or report.id for report in index.reports}
    told = dict.fromkeys(names[e.report] for e in finding.evidence if e.report in names)
    claims = list(dict.fromkeys(e.claim for e in finding.evidence if e.claim))
    rows = claim_rows(index, claims, index.room.evidence)
    return Wording(Verdict.of(finding.verdict), finding.reason, tuple(told), rows)
