"""From the pledges of a story to promises: the same pledge in several reports, each with its own wording and day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from facta.crosscheck.casefile import Case
from facta.crosscheck.geography import Relation, contains, is_area, relation
from facta.crosscheck.origins import Origins, Source
from facta.crosscheck.promised import mode_of, pointed
from facta.crosscheck.words import listed
from facta.records import Claims, Counts, Group, Origin, Place, Pledge, Precision, Report, When, digest
from facta.stories.spelling import latin

_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Wording:
    """One report's pledge: who is bound by it, and the day it was made."""

    report: Report
    pledge: Pledge
    origin: Origin
    source: Source
    cause: str | None
    mode: str | None
    said: date | None
    places: tuple[Place, ...]

    @property
    def order(self) -> tuple[str, str, int]:
        published = self.report.published.isoformat() if self.report.published else "9999"
        return (published, self.report.id, self.pledge.text.start)


@dataclass(frozen=True, slots=True)
class Promise:
    """A group of wordings, earliest first, and what they say together."""

    group: Group
    wordings: tuple[Wording, ...]
    cause: str | None
    mode: str | None
    said: date | None
    places: tuple[Place, ...]

    @property
    def type(self) -> str:
        return self.group.type

    @property
    def negated(self) -> bool:
        return self.wordings[0].pledge.negated


@dataclass(frozen=True, slots=True)
class Tie:
    """Why two wordings are one pledge, and how strongly they hang together."""

    strength: float
    reason: str


def group_pledges(case: Case, origins: Origins) -> list[Promise]:
    """All pledges of the story in groups, the earliest first."""
    told = sorted((w for w in _wordings(case, origins)), key=lambda w: w.order)
    groups: list[list[tuple[Wording, str]]] = []
    for wording in told:
        ties = [(members, tie) for members in groups if (tie := _strongest(members, wording, case))]
        if ties:
            members, tie = max(ties, key=lambda pair: pair[1].strength)  # the first of equals
            members.append((wording, tie.reason))
        else:
            groups.append([(wording, "")])
    return [_promise(case, members) for members in groups]


def _wordings(case: Case, origins: Origins) -> Iterator[Wording]:
    for claims in case.everything:
        for pledge in claims.pledges:
            origin = origins.by_claim[pledge.id]
            yield Wording(
                report=claims.report,
                pledge=pledge,
                origin=origin,
                source=origins.sources[origin.id],
                cause=case.cause(claims.report.id, pledge.by),
                mode=mode_of(case.rules.pledges, claims.report, pledge),
                said=_said(case, claims.report, pledge),
                places=_named(case, claims, pledge),
            )


def _named(case: Case, claims: Claims, pledge: Pledge) -> tuple[Place, ...]:
    """The places of the pledge and those that its further wordings name, unless these point to another kind of deed."""
    rules, text = case.rules.pledges, claims.report.text
    mode = mode_of(rules, claims.report, pledge)
    alike = [span for span in pledge.evidence if pointed(rules, pledge.type, span.of(text)) == mode]
    further = [p for p in claims.places if any(span.covers(p.span) for span in alike)]
    return tuple({place.span: place for place in (*pledge.places, *further)}.values())


def _said(case: Case, report: Report, pledge: Pledge) -> date | None:
    """The day of the promise: its own, else its statement's, else at the latest the day of publication."""
    statement = case.statements.get(pledge.source or "")
    for when in (pledge.said, statement.when if statement else None):
        if when and when.start and (report.published is None or when.start <= report.published):
            return when.start  # a later day is when it falls due
    return report.published


def _strongest(members: list[tuple[Wording, str]], wording: Wording, case: Case) -> Tie | None:
    """Why the wording joins: it can be the pledge of every member, and is tied to one of them."""
    if not all(can_be_same(member, wording, case) for member, _ in members):
        return None
    ties = [tie for member, _ in members if (tie := _tie(member, wording, case))]
    return max(ties, key=lambda tie: tie.strength, default=None)


def can_be_same(one: Wording, other: Wording, case: Case) -> bool:
    """Whether nothing speaks against two wordings being one pledge: type, mode, party and day."""
    rules = case.rules.pledges
    a, b = one.pledge, other.pledge
    family = case.rules.deeds.family
    modes = {family.get(mode, -1) for mode in (one.mode, other.mode) if mode}
    like = a.type == b.type or any({a.type, b.type} <= set(row) for row in rules.like_types)
    if not like or a.negated != b.negated or len(modes) > 1:
        return False
    if one.cause != other.cause and (one.cause and other.cause):
        return False
    if one.said and other.said and abs((one.said - other.said).days) > rules.days_apart:
        return False
    own = one.report.id == other.report.id  # a report's own wordings of one pledge are one claim already
    return not own or (one.mode is not None and one.mode == other.mode) or _alike(one, other) >= rules.likeness


def _tie(one: Wording, other: Wording, case: Case) -> Tie | None:
    """What two wordings share beyond not excluding each other: places first, then words. A wording without a place is
    tied to one with a place when one party makes both."""
    shared, like = _shared_places(one, other, case), _alike(one, other)
    promises = f"the same side promises {one.pledge.type}"
    if shared:
        return Tie(1 + len(shared) + like, f"{promises} for {listed(shared)}, within days")
    if one.places and other.places:
        return None
    if like >= case.rules.pledges.likeness:
        return Tie(like, f"{promises} in like words, within days")
    if one.report.id == other.report.id and None in (one.cause, other.cause):
        return Tie(like / 2, f"one report, {promises} of one kind") if _same_numbers(one, other) else None
    if one.cause is None or one.cause != other.cause:
        return None
    if one.places or other.places:
        return Tie(like / 2, f"{promises}, one report without naming a place, within days")
    if one.mode == other.mode and _same_numbers(one, other) and (one.mode is not None or _one_day(one, other)):
        return Tie(like / 2, f"{promises} of one kind, within days")
    return None


def _one_day(one: Wording, other: Wording) -> bool:
    """Whether both reports say on which day it was promised, and name the same."""
    days = [w.pledge.said.start if w.pledge.said else None for w in (one, other)]
    return days[0] is not None and days[0] == days[1]


def _same_numbers(one: Wording, other: Wording) -> bool:
    """Whether the wordings share a number, or one of them has none: translations keep numbers."""
    written = [set(_DIGITS.findall(w.pledge.text.of(w.report.text))) for w in (one, other)]
    return not all(written) or bool(written[0] & written[1])


def _shared_places(one: Wording, other: Wording, case: Case) -> list[str]:
    near, same = case.rules.pledges.near_km, case.rules.deeds.same_place_km
    return [
        a.name
        for a in one.places
        if any(Relation.APART not in (relation(a, b, near, same), relation(b, a, near, same)) for b in other.places)
    ]


def _alike(one: Wording, other: Wording) -> float:
    """Share of the words of the shorter wording that the other has too."""
    words = [set(latin(w.pledge.text.of(w.report.text)).split()) for w in (one, other)]
    return len(words[0] & words[1]) / max(1, min(len(words[0]), len(words[1])))


def _promise(case: Case, members: list[tuple[Wording, str]]) -> Promise:
    wordings = tuple(wording for wording, _ in members)
    first = wordings[0]
    places = _places(wordings, case)
    said = min((w.said for w in wordings if w.said), default=None)
    counting = _counting(wordings)
    origins = {w.source.key: w.origin for w in reversed(counting)}
    reports = {w.report.id for w in wordings}
    publishers = {case.publisher(report) for report in reports}
    by = first.pledge.by.name if first.pledge.by else "somebody"
    group = Group(
        id=digest("group", "pledge", first.pledge.id),
        kind="pledge",
        type=_type(wordings, case),
        label=f"{by}: {first.pledge.act}",
        claims=tuple(w.pledge.id for w in wordings),
        origins=tuple(origin.id for origin in reversed(origins.values())),
        counts=Counts(len(reports), len(publishers), len(origins), len({w.origin.id for w in counting})),
        place=places[0] if places else None,
        when=When(None, said, said) if said else None,
        reasons=tuple(dict.fromkeys(reason for _, reason in members if reason)),
    )
    cause = next((w.cause for w in wordings if w.cause), None)
    return Promise(group, wordings, cause, next((w.mode for w in wordings if w.mode), None), said, places)


def _counting(wordings: tuple[Wording, ...]) -> list[Wording]:
    """The wordings whose sources count: a state is the same voice as a named official of it, and as its government."""
    named = [w for w in wordings if w.source.entity and not w.source.collective]
    kept: list[Wording] = []
    for wording in wordings:
        others = named if wording.source.collective else []
        others = [*others, *(w for w in kept if w.source.collective and wording.source.collective)]
        if not any(w.source.key != wording.source.key and _one_party(w, wording) for w in others):
            kept.append(wording)
    return kept


def _one_party(one: Wording, other: Wording) -> bool:
    return one.cause is None or other.cause is None or one.cause == other.cause


def _type(wordings: tuple[Wording, ...], case: Case) -> str:
    """The first type that deeds can test, else the first."""
    types = [w.pledge.type for w in wordings]
    return next((kind for kind in types if kind in case.rules.pledges.tests), types[0])


def _places(wordings: tuple[Wording, ...], case: Case) -> tuple[Place, ...]:
    """Every place that a wording names, each once, in the order of the reports; "a town in the north of a country" is
    the town alone."""
    found: list[Place] = []
    for place in (place for wording in wordings for place in wording.places):
        if not any(relation(place, known, 0, case.rules.deeds.same_place_km) is Relation.SAME for known in found):
            found.append(place)
    known = [place for place in found if place.precision is not Precision.UNRESOLVED] or found
    return tuple(place for place in known if not any(_wider(place, other) for other in known))


def _wider(place: Place, other: Place) -> bool:
    """Whether the place is an area that holds the other, a part of a country being wider than its towns."""
    part = place.precision is Precision.REGION and place.admin1 is None and place.country == other.country
    return contains(place, other) or (part and not is_area(other))
