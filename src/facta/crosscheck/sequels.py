"""From the later stories of a thread to the reports among them that can tell whether a story's pledges are kept, and
from what they tell to the origins of the story's findings. Which stories are later is left to the caller."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from facta.codebook.thresholds import PledgeRules, Thresholds
from facta.crosscheck.deeds import TOLD
from facta.crosscheck.geography import Relation, relation
from facta.records import Claims, Finding, Incident, Origin, Place, Pledge, Report


@dataclass(frozen=True, slots=True)
class Question:
    """What a pledge asks of a later report: deeds of these types and days, at one of its places if it names any."""

    types: frozenset[str]
    since: date
    until: date
    places: tuple[Place, ...]
    from_on: date | None

    @classmethod
    def of(cls, report: Report, pledge: Pledge, rules: PledgeRules) -> Question | None:
        """The question, unless no deed can answer it or nobody knows from which day on."""
        since = pledge.from_on or (pledge.said.start if pledge.said else None) or report.published
        types = _testing(pledge, rules)
        if since is None or not types:
            return None
        return cls(types, since, since + timedelta(days=rules.later_days), pledge.places, pledge.from_on)

    def asks(self, claims: Claims, rules: Thresholds) -> bool:
        """Whether a report tells of such a deed."""
        published = claims.report.published
        if published is None or not self.since <= published <= self.until:
            return False
        return any(self._is_of_type(incident) for incident in claims.incidents) and self._is_there(claims, rules)

    def _is_of_type(self, incident: Incident) -> bool:
        return incident.type in self.types and incident.status in TOLD and not incident.historical

    def _is_there(self, claims: Claims, rules: Thresholds) -> bool:
        near, same = rules.pledges.near_km, rules.deeds.same_place_km
        return not self.places or any(
            relation(named, place, near, same) is not Relation.APART for named in claims.places for place in self.places
        )


def _testing(pledge: Pledge, rules: PledgeRules) -> frozenset[str]:
    """Types of the deeds that could keep or break a pledge of this type, or of one that other reports give to it."""
    kinds = {pledge.type, *(kind for row in rules.like_types if pledge.type in row for kind in row)}
    if pledge.negated:
        return frozenset(kinds)
    tests = [test for key, test in rules.tests.items() if key.partition("/")[0] in kinds]
    return frozenset(spec.partition("/")[0] for test in tests for spec in (*test.kept_by, *test.broken_by))


def sequel(everything: Iterable[Claims], later: Sequence[Claims], rules: Thresholds) -> tuple[Claims, ...]:
    """The later reports that answer a pledge of the story, the earliest first; of each pledge that did not bind yet the
    first report of a day on which it does."""
    own = list(everything)
    last = max((c.report.published for c in own if c.report.published), default=date.min)
    questions = dict.fromkeys(_questions(own, rules.pledges))
    ordered = sorted(
        (c for c in later if c.report.published), key=lambda c: (c.report.published or date.max, c.report.id)
    )
    found = [c for c in ordered if any(question.asks(c, rules) for question in questions)][
        : rules.pledges.later_reports
    ]
    binding = {q.from_on for q in questions if q.from_on and q.from_on > last}
    first = [next((c for c in ordered if c.report.published and c.report.published >= day), None) for day in binding]
    chosen = {c.report.id for c in (*found, *first) if c}
    return tuple(c for c in ordered if c.report.id in chosen)


def _questions(everything: Iterable[Claims], rules: PledgeRules) -> Iterator[Question]:
    for claims in everything:
        for pledge in claims.pledges:
            if question := Question.of(claims.report, pledge, rules):
                yield question


def with_later(
    own: Sequence[Origin], wider: Iterable[Origin], findings: Iterable[Finding], later: Iterable[Claims]
) -> tuple[Origin, ...]:
    """The origins of the story, and those of later reports that its findings cite, each with the cited claims alone."""
    outside = {claims.report.id for claims in later}
    cited = {(e.claim, e.report) for found in findings for e in found.evidence if e.report in outside and e.claim}
    claims, reports = {claim for claim, _ in cited}, dict(cited)
    known = {origin.id: origin for origin in own}
    for origin in wider:
        further = tuple(claim for claim in origin.claims if claim in claims)
        if further:
            here = known.get(origin.id) or replace(origin, claims=(), reports=())
            known[origin.id] = replace(
                here,
                claims=tuple(sorted({*here.claims, *further})),
                reports=tuple(sorted({*here.reports, *(reports[claim] for claim in further)})),
            )
    return tuple(sorted(known.values(), key=lambda o: (o.stance, o.label, o.id)))
