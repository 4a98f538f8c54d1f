"""From the claims of one story to what is found across its reports: origins, groups and findings. Rules on no truth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facta.codebook import Codebook
from facta.crosscheck.casefile import Case
from facta.crosscheck.deed_findings import deed_finding
from facta.crosscheck.deeds import find_deeds
from facta.crosscheck.figures import Quantity, figure_finding, group_figures
from facta.crosscheck.groups import Told, group_deeds
from facta.crosscheck.headlines import headline_findings
from facta.crosscheck.origins import Origins, find_origins
from facta.crosscheck.pledge_findings import pledge_finding
from facta.crosscheck.promises import Promise, group_pledges
from facta.crosscheck.quotations import Quotation, group_quotations, quotation_finding
from facta.crosscheck.sequels import sequel, with_later
from facta.crosscheck.unsure import judged, unsure_pairs
from facta.crosscheck.wording import wording_finding
from facta.records import Claims, CrossCheck, Finding, Group, Review, Story
from facta.stories import Entities


@dataclass(frozen=True, slots=True)
class Groups:
    """All that is told more than once or could be: promises, deeds, quantities and quotations."""

    promises: list[Promise]
    told: list[Told]
    quantities: list[Quantity]
    quotations: list[Quotation]
    trying: tuple[Case, list[Told]]  # the case and the deeds by which promises are tried: later stories tell of some

    @property
    def rows(self) -> tuple[Group, ...]:
        return (
            *(promise.group for promise in self.promises),
            *(told.group for told in self.told),
            *(quantity.group for quantity in self.quantities),
            *(quotation.group for quotation in self.quotations),
        )


def pledges_against_deeds(case: Case, groups: Groups) -> Iterator[Finding]:
    """Each promise beside what was reported done, in this story and in later ones of its thread."""
    wider, told = groups.trying
    yield from (pledge_finding(wider, promise, told) for promise in groups.promises)


def wording_drift(case: Case, groups: Groups) -> Iterator[Finding]:
    """Each promise whose degree, and each quotation whose words, the reports give differently."""
    yield from (found for promise in groups.promises if (found := wording_finding(case, promise)))
    yield from (found for quotation in groups.quotations if (found := quotation_finding(quotation)))


def headlines(case: Case, groups: Groups) -> Iterator[Finding]:
    """Each headline that says something else than its report."""
    yield from headline_findings(case, groups.promises, groups.quantities)


def agreement_on_deeds(case: Case, groups: Groups) -> Iterator[Finding]:
    """Each deed with how many say so, and from how many sides."""
    yield from (deed_finding(case, told) for told in groups.told)


def agreement_on_figures(case: Case, groups: Groups) -> Iterator[Finding]:
    """Each quantity with whether its figures can be right together."""
    yield from (figure_finding(case, quantity) for quantity in groups.quantities)


CHECKS = (pledges_against_deeds, wording_drift, headlines, agreement_on_deeds, agreement_on_figures)


def check(
    story: Story,
    claims: Sequence[Claims],
    entities: Entities,
    codebook: Codebook,
    reviews: Sequence[Review] = (),
    later: Sequence[Claims] = (),
) -> CrossCheck:
    """All that the reports of one story say together; the same whatever the order of the claims. What people decided
    on pairs of deeds holds. Reports of `later` stories of the thread only try the story's pledges."""
    case = Case.of(story, claims, entities, codebook, judged(reviews))
    origins = find_origins(case)
    told = group_deeds(case, find_deeds(case, origins))
    since = sequel(case.everything, later, case.rules)
    trying, wider = _wider(case, since) if since else ((case, told), origins)
    groups = Groups(
        group_pledges(case, origins), told, group_figures(case, origins), group_quotations(case, origins), trying
    )
    findings = tuple(finding for each in CHECKS for finding in each(case, groups))
    unsure = unsure_pairs(case, [each.deeds for each in told])
    every = with_later(origins.all, wider.all, findings, since) if since else origins.all
    return CrossCheck(story, every, (*groups.rows, *unsure), findings)


def _wider(case: Case, since: Sequence[Claims]) -> tuple[tuple[Case, list[Told]], Origins]:
    """The case with the later reports that try its promises, and its deeds; and whose word these are."""
    wider = Case.of(case.story, [*case.everything, *since], case.entities, case.codebook, case.judged)
    origins = find_origins(wider)
    return (wider, group_deeds(wider, find_deeds(wider, origins))), origins
