"""From Claims to bearers: each report's entities with all their spellings, before reports are compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from facta.codebook.thresholds import Thresholds
from facta.records import Actor, Claims, Name, NameKind, Precision
from facta.stories.spelling import latin


@dataclass(frozen=True, slots=True)
class Bearer:
    """One in-report entity: the fullest name and every spelling, in text order."""

    report: str
    entity: str
    kind: NameKind
    name: str
    spellings: tuple[str, ...]
    side: str | None = None
    gazetteer: str | None = None  # the place in the gazetteer, for a place that is resolved
    published: date | None = None
    particles: frozenset[str] = frozenset()
    country: str | None = None

    @property
    def order(self) -> tuple[str, str, str]:
        """Earliest report first; the same order whatever the order of the input."""
        return (self.published.isoformat() if self.published else "9999", self.report, self.entity)

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(self.name.replace("-", " ").split())

    @property
    def surname(self) -> str:
        return self.words[-1] if self.words else ""

    @property
    def given(self) -> str:
        """The first of several words, unless it is part of the surname as "al" is."""
        return self.words[0] if len(self.words) > 1 and latin(self.words[0]) not in self.particles else ""


def actors(claims: Claims) -> Iterator[Actor]:
    """Everybody who speaks, acts, receives or promises in a report, in text order by kind of claim."""
    for statement in claims.statements:
        yield from (a for a in (statement.speaker, statement.addressee) if a)
    for incident in claims.incidents:
        yield from (a for a in (incident.actor, incident.recipient) if a)
    for pledge in claims.pledges:
        yield from (a for a in (pledge.by, pledge.to) if a)


def bearers(everything: Sequence[Claims], rules: Thresholds) -> list[Bearer]:
    """All bearers of all reports, earliest report first."""
    found = (bearer for claims in everything for bearer in _of_report(claims, rules))
    return sorted(found, key=lambda b: b.order)


def _of_report(claims: Claims, rules: Thresholds) -> Iterator[Bearer]:
    named: dict[str, list[Name]] = {}
    for name in claims.names:
        named.setdefault(name.entity, []).append(name)
    cast: dict[str, list[Actor]] = {}
    for actor in actors(claims):
        if actor.entity:
            cast.setdefault(actor.entity, []).append(actor)
    for entity in sorted({*named, *cast}):
        bearer = _bearer(claims, entity, named.get(entity, []), cast.get(entity, []))
        country = next((part for part in (bearer.side or "").split() if part not in rules.parties.sectors), None)
        yield replace(bearer, particles=rules.entities.particles, country=country)


def _bearer(claims: Claims, entity: str, named: list[Name], cast: list[Actor]) -> Bearer:
    text = claims.report.text
    spellings = dict.fromkeys(" ".join(name.span.of(text).split()) for name in named)
    known = [*spellings, *(() if named else (actor.name for actor in cast))]
    kind = Counter(name.kind for name in named).most_common(1)[0][0] if named else NameKind.GROUP
    return Bearer(
        report=claims.report.id,
        entity=entity,
        kind=kind,
        name=max(known, key=lambda form: (len(form.split()), len(latin(form)), form)),
        spellings=tuple(spellings) or tuple(dict.fromkeys(known)),
        side=_commonest(actor.side for actor in cast if actor.side),
        gazetteer=_gazetteer(claims, named) if kind is NameKind.PLACE else None,
        published=claims.report.published,
    )


def _commonest(values: Iterator[str]) -> str | None:
    """The side that says most, a country with a sector before either alone; then the commonest."""
    counted = Counter(values)
    return min(counted, key=lambda value: (-len(value.split()), -counted[value], value), default=None)


def _gazetteer(claims: Claims, named: list[Name]) -> str | None:
    """The gazetteer's number and level, if all mentions agree; the north of a country is not the country."""
    spans = [name.span for name in named]
    places = [p for p in claims.places if p.geonameid and any(p.span.overlaps(s) for s in spans)]
    areas = (Precision.COUNTRY, Precision.REGION, Precision.DISTRICT)
    found = {f"{p.geonameid} {p.precision if p.precision in areas else 'point'}" for p in places}
    return found.pop() if len(found) == 1 else None
