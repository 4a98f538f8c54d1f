"""From Claims to bearers: each report's entities with all their spellings, before reports are compared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from facta.codebook.thresholds import Thresholds
from facta.extraction.bearers import fullest
from facta.extraction.declension import nominatives, stem
from facta.records import Actor, Claims, Name, NameKind, Precision
from facta.stories.spelling import latin, skeleton, sound, sounds

_SPLIT = re.compile(r"[\s.\-‐–]+")


@dataclass(frozen=True)
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
    generations: frozenset[str] = frozenset()
    country: str | None = None
    language: str = "en"

    @cached_property
    def order(self) -> tuple[str, str, str]:
        """Earliest report first; the same order whatever the order of the input."""
        return (self.published.isoformat() if self.published else "9999", self.report, self.entity)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the name without marks of generation."""
        return tuple(word for word in _SPLIT.split(self.name) if word and not self._is_mark(word))

    @cached_property
    def mark(self) -> str:
        """What tells a father from a son: "Jr", "младший", "II"."""
        return " ".join(sound(stem(word)) for word in _SPLIT.split(self.name)[1:] if self._is_mark(word))

    def _is_mark(self, word: str) -> bool:
        return bool(self.generations & {word.lower(), *nominatives(word)})

    @property
    def surname(self) -> str:
        return self.words[-1] if self.words else ""

    @cached_property
    def given(self) -> str:
        """The first of several words, unless it is part of the surname as "al" is."""
        return self.words[0] if len(self.words) > 1 and latin(self.words[0]) not in self.particles else ""

    @cached_property
    def lasts(self) -> tuple[str, ...]:
        """The surname in every spelling that has it."""
        found = [self.surname]
        for spelling in self.spellings:
            words = [word for word in _SPLIT.split(spelling) if word and not self._is_mark(word)]
            if words and (sounds(words[-1]) & sounds(self.surname) or skeleton(words[-1]) == skeleton(self.surname)):
                found.append(words[-1])
        return tuple(dict.fromkeys(found))

    @cached_property
    def surnames(self) -> frozenset[str]:
        """How the nominative of the surname can sound: what all its spellings can be forms of."""
        agreed = sounds(self.surname)
        for last in self.lasts:
            agreed = agreed & sounds(last) or agreed
        return agreed

    @cached_property
    def key(self) -> str:
        """The sound of the name's stems, the same in all its cases."""
        return " ".join(sound(stem(word)) for word in self.words)


def actors(claims: Claims) -> Iterator[Actor]:
    """Everybody who speaks, acts, receives or promises in a report, in text order by kind of claim."""
    for statement in claims.statements:
        yield from (party for a in (statement.speaker, statement.addressee) if a for party in a.parties)
    for incident in claims.incidents:
        yield from (party for a in (incident.actor, incident.recipient) if a for party in a.parties)
    for pledge in claims.pledges:
        yield from (party for a in (pledge.by, pledge.to) if a for party in a.parties)


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
        yield _bearer(claims, entity, named.get(entity, []), cast.get(entity, []), rules)


def _bearer(claims: Claims, entity: str, named: list[Name], cast: list[Actor], rules: Thresholds) -> Bearer:
    text = claims.report.text
    spellings = dict.fromkeys(" ".join(name.span.of(text).split()) for name in named)
    known = [*spellings, *(() if named else (actor.name for actor in cast))]
    kind = Counter(name.kind for name in named).most_common(1)[0][0] if named else NameKind.GROUP
    side = _commonest(actor.side for actor in cast if actor.side)
    return Bearer(
        report=claims.report.id,
        entity=entity,
        kind=kind,
        name=fullest(known),
        spellings=tuple(spellings) or tuple(dict.fromkeys(known)),
        side=side,
        gazetteer=_gazetteer(claims, named) if kind is NameKind.PLACE else None,
        published=claims.report.published,
        particles=rules.entities.particles,
        generations=rules.entities.generations,
        country=next((part for part in (side or "").split() if part not in rules.parties.sectors), None),
        language=claims.report.language,
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
