"""From the figures of a story to groups on one quantity and findings on them. Every claimant's figure stays its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from math import inf

from facta.crosscheck import verdicts
from facta.crosscheck.casefile import Case
from facta.crosscheck.evidence import of_claims, voice
from facta.crosscheck.geography import same_place
from facta.crosscheck.origins import Origins, Source
from facta.crosscheck.words import many, sentence
from facta.records import Counts, Figure, Finding, Group, Origin, Report, Scope, digest


@dataclass(frozen=True, slots=True)
class Number:
    """One figure with its claimant."""

    report: Report
    figure: Figure
    origin: Origin
    source: Source
    days: tuple[date | None, date | None]  # since when and as of when it counts

    @property
    def order(self) -> tuple[str, str, int]:
        published = self.report.published.isoformat() if self.report.published else "9999"
        return (published, self.report.id, self.figure.text.start)

    @property
    def given(self) -> tuple[date, ...]:
        """When the figure was given: the day of publication, then the day as of which it holds, where known."""
        as_of = self.figure.as_of.end if self.figure.as_of else None
        return tuple(day for day in (self.report.published, as_of) if day)

    @property
    def bounds(self) -> tuple[float, float]:
        """Everything that the words allow: "more than 100" is 100 and up."""
        figure = self.figure
        if figure.low is None and figure.high is None:
            return (-inf, inf) if figure.value is None else (figure.value, figure.value)
        return (-inf if figure.low is None else figure.low, inf if figure.high is None else figure.high)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A group and its figures, earliest first."""

    group: Group
    numbers: tuple[Number, ...]


def group_figures(case: Case, origins: Origins) -> list[Quantity]:
    """Figures that count the same kind of thing at the same place in the same days."""
    groups: list[list[Number]] = []
    for number in sorted(_numbers(case, origins), key=lambda n: n.order):
        for members in groups:
            if all(_comparable(case, member, number) for member in members):
                members.append(number)
                break
        else:
            groups.append([number])
    return [_quantity(case, tuple(members)) for members in groups]


def _numbers(case: Case, origins: Origins) -> Iterator[Number]:
    for claims in case.everything:
        for figure in claims.figures:
            origin = origins.by_claim[figure.id]
            published = claims.report.published
            days = (figure.as_of.start, figure.as_of.end) if figure.as_of else (None, None)
            days = days if any(days) else (published, published)
            yield Number(claims.report, figure, origin, origins.sources[origin.id], days)


def _comparable(case: Case, one: Number, other: Number) -> bool:
    a, b = one.figure, other.figure
    if a.counts != b.counts or a.counts not in case.rules.figures.compared or _apart_in_scope(a, b):
        return False
    if any(
        x and y and abs((x - y).days) > case.rules.figures.days_apart for x, y in zip(one.days, other.days, strict=True)
    ):
        return False
    if a.place is None or b.place is None:
        apart = one.report.id != other.report.id or one.source.key != other.source.key
        told = apart and _near(one, other, case.rules.figures.ratio)
        return told and _may_be_there(case, one, other) and _may_be_there(case, other, one)
    return same_place(a.place, b.place, case.rules.deeds.same_place_km)


def _apart_in_scope(one: Figure, other: Figure) -> bool:
    """Whether one is a part and the other none, one on top of others and the other all so far, or both parts of
    different things: "including 9 children" says nothing of a toll, nor of "including 2 nurses"."""
    scopes = {one.scope, other.scope}
    if Scope.PART in scopes:
        return len(scopes) > 1 or one.unit != other.unit
    return scopes == {Scope.EXCLUSIVE, Scope.CUMULATIVE}


def _may_be_there(case: Case, one: Number, other: Number) -> bool:
    """Whether a count without a place can be of the other's place: its report names that place."""
    place = other.figure.place
    if one.figure.place or place is None:
        return True
    named = case.claims[one.report.id].places
    return any(same_place(one_of, place, case.rules.deeds.same_place_km) for one_of in named)


def _near(one: Number, other: Number, ratio: float) -> bool:
    """Whether two values are of one size, so that two counts without a place can be one count."""
    a, b = sorted((one.figure.value or 0.0, other.figure.value or 0.0))
    return a > 0 and b / a <= ratio


def _quantity(case: Case, numbers: tuple[Number, ...]) -> Quantity:
    first = numbers[0]
    origins = {n.source.key: n.origin for n in reversed(numbers)}
    reports = {n.report.id for n in numbers}
    publishers = {case.publisher(report) for report in reports}
    place = first.figure.place
    group = Group(
        id=digest("group", "figure", first.figure.id),
        kind="figure",
        type=first.figure.counts,
        label=f"{first.figure.counts}, {place.name}" if place else first.figure.counts,
        claims=tuple(n.figure.id for n in numbers),
        origins=tuple(origin.id for origin in reversed(origins.values())),
        counts=Counts(len(reports), len(publishers), len(origins), len({n.origin.id for n in numbers})),
        place=place,
        when=first.figure.as_of,
        reasons=("the same kind of count, the same place, days that lie near",) if len(numbers) > 1 else (),
    )
    return Quantity(group, numbers)


def figure_finding(case: Case, quantity: Quantity) -> Finding:
    """Whether the claimants' figures can all be right together; none is preferred and none is averaged."""
    numbers = quantity.numbers
    last = _last(numbers)
    if _apart(last, case.rules.figures.ratio):
        verdict, reason = verdicts.DIFFER, "; ".join(_told(case, number) for number in _each_once(numbers))
    elif any(_excluded(number, last) for number in numbers):
        verdict, reason = (
            verdicts.REVISED,
            f"later figures replace earlier ones: {_in_order(case, numbers)}",
        )
    else:
        verdict, reason = _agreement(case, quantity)
    return Finding(
        id=digest("finding", quantity.group.id, "figure"),
        group=quantity.group.id,
        kind="figure",
        verdict=verdict,
        reason=sentence(reason),
        evidence=of_claims(case, ((n.report, n.figure) for n in numbers)),
        counts=quantity.group.counts,
    )


def _last(numbers: Sequence[Number]) -> list[Number]:
    """The figures that each source gave last: those of its latest report, or as of the latest day it names."""
    latest: dict[str, tuple[date, ...]] = {}
    for number in numbers:
        latest[number.source.key] = max(latest.get(number.source.key, ()), number.given)
    return [number for number in numbers if number.given == latest[number.source.key]]


def _excluded(number: Number, last: Sequence[Number]) -> bool:
    """Whether its own source gave another figure later with which it cannot be right together."""
    later = [other for other in last if other.source.key == number.source.key and other.given > number.given]
    return any(number.figure.value != other.figure.value for other in later)


def _in_order(case: Case, numbers: Sequence[Number]) -> str:
    return ", then ".join(_told(case, number) for number in _each_once(sorted(numbers, key=lambda n: n.given)))


def _apart(numbers: Sequence[Number], ratio: float) -> bool:
    """Whether two figures exclude each other, or fit only because "at least six" allows for a hundred."""
    pairs = list(combinations(numbers, 2))
    if any(a.bounds[0] > b.bounds[1] or b.bounds[0] > a.bounds[1] for a, b in pairs):
        return True
    return any(not _near(a, b, ratio) for a, b in pairs if a.figure.value and b.figure.value)


def _agreement(case: Case, quantity: Quantity) -> tuple[str, str]:
    origins = {n.source.key: n.origin for n in quantity.numbers}
    told = "; ".join(_told(case, number) for number in _each_once(quantity.numbers))
    if len(origins) < 2:
        return verdicts.SINGLE, f"known from one origin: {told}"
    same = len(verdicts.sides(origins.values())) < 2
    return (verdicts.ONE_SIDE if same else verdicts.CORROBORATED), f"{many(len(origins), 'origin')}: {told}"


def _each_once(numbers: Sequence[Number]) -> list[Number]:
    """One number a claimant and value."""
    return list({(n.source.key, n.figure.value, n.bounds): n for n in reversed(numbers)}.values())[::-1]


def _told(case: Case, number: Number) -> str:
    text = " ".join(number.figure.text.of(number.report.text).split())
    return f'"{text}" ({voice(case, number.report, number.figure.source)})'
