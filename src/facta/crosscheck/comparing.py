"""From the claims of two reports to what they agree on, where they differ, and what only one of them tells."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facta.codebook import Codebook
from facta.crosscheck import verdicts
from facta.crosscheck.check import check
from facta.records import Claim, Claims, CrossCheck, Finding, Group, Story, digest
from facta.stories import resolve

_DIFFERING = (verdicts.DISPUTED, verdicts.DIFFER, verdicts.REVISED, verdicts.WORDING)
_TOLD = ("incident", "pledge", "figure", "quotation")


class Standing(StrEnum):
    """How two reports stand to one deed, promise, quantity or quotation."""

    AGREE = "agree"
    DIFFER = "differ"
    ONLY_FIRST = "only in the first"
    ONLY_SECOND = "only in the second"


@dataclass(frozen=True, slots=True)
class Row:
    """One thing told, by the claims of the first report and of the second; `reason` says how they differ."""

    standing: Standing
    group: Group
    first: tuple[str, ...]
    second: tuple[str, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two reports beside each other."""

    one: Claims
    other: Claims
    rows: tuple[Row, ...]


def compare(one: Claims, other: Claims, codebook: Codebook) -> Comparison:
    """What two reports say beside each other, each thing once: agreement first, then differences, then the rest."""
    reports = (one.report.id, other.report.id)
    story = Story(digest("comparison", *reports), "", reports)
    result = check(story, (one, other), resolve((one, other), codebook), codebook)
    rows = [_row(one, other, group, result) for group in result.groups if group.kind in _TOLD]
    return Comparison(one, other, tuple(sorted(rows, key=lambda row: list(Standing).index(row.standing))))


def _row(one: Claims, other: Claims, group: Group, result: CrossCheck) -> Row:
    first, second = _of(one, group), _of(other, group)
    if not second:
        return Row(Standing.ONLY_FIRST, group, first, second)
    if not first:
        return Row(Standing.ONLY_SECOND, group, first, second)
    differing = next((f for f in result.findings if f.group == group.id and _is_between(f, one, other)), None)
    if differing:
        return Row(Standing.DIFFER, group, first, second, differing.reason)
    return Row(Standing.AGREE, group, first, second)


def _is_between(finding: Finding, one: Claims, other: Claims) -> bool:
    """Whether the finding says that the two reports differ, with evidence from both."""
    shown = {evidence.report for evidence in finding.evidence}
    return finding.verdict in _DIFFERING and finding.kind != "pledge" and {one.report.id, other.report.id} <= shown


def _of(claims: Claims, group: Group) -> tuple[str, ...]:
    every: list[Claim] = [*claims.statements, *claims.incidents, *claims.pledges, *claims.figures]
    return tuple(claim.id for claim in every if claim.id in group.claims)
