"""From the claims of one story to what is found across its reports: origins, groups and findings. Rules on no truth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facta.codebook import Codebook
from facta.crosscheck.casefile import Case
from facta.crosscheck.deed_findings import deed_finding
from facta.crosscheck.deeds import find_deeds
from facta.crosscheck.figures import Quantity, figure_finding, group_figures
from facta.crosscheck.groups import Told, group_deeds
from facta.crosscheck.origins import find_origins
from facta.crosscheck.pledge_findings import pledge_finding
from facta.crosscheck.promises import Promise, group_pledges
from facta.crosscheck.wording import wording_finding
from facta.records import Claims, CrossCheck, Finding, Story
from facta.stories import Entities

Groups = tuple[list[Promise], list[Told], list[Quantity]]


def pledges_against_deeds(case: Case, groups: Groups) -> Iterator[Finding]:
    """Each promise beside what was reported done."""
    promises, told, _ = groups
    yield from (pledge_finding(case, promise, told) for promise in promises)


def wording_drift(case: Case, groups: Groups) -> Iterator[Finding]:
    """Each promise whose degree the reports word differently."""
    yield from (found for promise in groups[0] if (found := wording_finding(case, promise)))


def agreement_on_deeds(case: Case, groups: Groups) -> Iterator[Finding]:
    """Each deed with how many say so, and from how many sides."""
    yield from (deed_finding(case, told) for told in groups[1])


def agreement_on_figures(case: Case, groups: Groups) -> Iterator[Finding]:
    """Each quantity with whether its figures can be right together."""
    yield from (figure_finding(case, quantity) for quantity in groups[2])


CHECKS = (pledges_against_deeds, wording_drift, agreement_on_deeds, agreement_on_figures)


def check(story: Story, claims: Sequence[Claims], entities: Entities, codebook: Codebook) -> CrossCheck:
    """All that the reports of one story say together; the same whatever the order of the claims."""
    case = Case.of(story, claims, entities, codebook)
    origins = find_origins(case)
    told = group_deeds(case, find_deeds(case, origins))
    groups: Groups = (group_pledges(case, origins), told, group_figures(case, origins))
    findings = tuple(finding for each in CHECKS for finding in each(case, groups))
    rows = tuple(item.group for kind in groups for item in kind)
    return CrossCheck(story, origins.all, rows, findings)
