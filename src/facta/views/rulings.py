"""From a ledger and a finding's id to all that it rests on: its group, parts, claims, origins. Decides nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from facta.ledger import Ledger
from facta.records import Evidence, Finding, Group, Report, Story
from facta.views.chains import Source
from facta.views.dossier.days import day
from facta.views.dossier.index import Index, outlet_of
from facta.views.dossier.marks import Verdict
from facta.views.dossier.pledges import PartRow, beyond_parts, evidence_rows, part_row
from facta.views.dossier.rows import ClaimRow, claim_rows
from facta.views.interface import ENGLISH, Interface
from facta.views.seen import holding, seen_claims


@dataclass(frozen=True, slots=True)
class Words:
    """Evidence that belongs to no claim: characters of a report."""

    text: str
    language: str
    report: str
    outlet: str
    published: str


@dataclass(frozen=True, slots=True)
class Ruling:
    """A finding with everything it was made from."""

    finding: Finding
    verdict: Verdict
    reason: str
    story: Story
    group: Group | None
    rows: tuple[ClaimRow, ...]
    parts: tuple[PartRow, ...]
    rest: tuple[ClaimRow, ...]
    words: tuple[Words, ...]
    sources: tuple[Source, ...]
    beside: tuple[tuple[Finding, Verdict], ...]


def ruling_of(ledger: Ledger, finding: str, interface: Interface = ENGLISH) -> Ruling:
    """The finding with this id; `UsageError` if there is none."""
    story, found = ledger.finding(finding)
    check = ledger.check(story.id)
    group = next((group for group in check.groups if group.id == found.group), None)
    reports = holding(ledger, check, group.claims if group else (), [found])
    claims = seen_claims(ledger, reports)
    index = Index(check, claims, *ledger.entities_of(reports), interface)
    return _ruling(index, found, group, {one.report.id: one.report for one in claims})


def _ruling(index: Index, finding: Finding, group: Group | None, reports: Mapping[str, Report]) -> Ruling:
    held = group.claims if group else ()
    parts = tuple(part_row(index, part) for part in finding.parts)
    shown = {row.id for part in parts for row in part.evidence} | set(held)
    origins = dict.fromkeys([*(group.origins if group else ()), *(o for part in finding.parts for o in part.origins)])
    return Ruling(
        finding=finding,
        verdict=Verdict.of(finding.verdict),
        reason=beyond_parts(finding.reason, finding.parts),
        story=index.check.story,
        group=group,
        rows=claim_rows(index, tuple(held)),
        parts=parts,
        rest=evidence_rows(index, finding.evidence, shown),
        words=tuple(_words(index, finding.evidence, reports)),
        sources=tuple(Source(index.origins[o], index.marks[o]) for o in origins if o in index.origins),
        beside=tuple(
            (other, Verdict.of(other.verdict))
            for other in index.findings.get(finding.group, [])
            if other.id != finding.id
        ),
    )


def _words(index: Index, evidence: Sequence[Evidence], reports: Mapping[str, Report]) -> list[Words]:
    return [
        Words(
            one.span.of(report.text),
            report.language,
            report.id,
            outlet_of(report, index.interface),
            day(report.published, index.interface),
        )
        for one in evidence
        if one.claim is None and (report := reports.get(one.report))
    ]
