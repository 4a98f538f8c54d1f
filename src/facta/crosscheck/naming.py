"""From the places of a story as each report has them to places that are one by name: a town that one report leaves
unresolved, or takes for another of nearly its name, is the town that the other reports mean by the same word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from facta.crosscheck.geography import same_name
from facta.records import Claims, Figure, Incident, Place, Pledge, Precision
from facta.stories.spelling import latin

Row = TypeVar("Row", Incident, Figure)
_SPOTS = (Precision.POINT, Precision.TOWN, Precision.NEAR)


def agreed(everything: Sequence[Claims]) -> tuple[Claims, ...]:
    """The claims with the places of all reports together."""
    known: dict[str, list[Place]] = defaultdict(list)
    for claims in everything:
        for place in claims.places:
            if place.precision in _SPOTS:
                known[written(claims, place)].append(place)
    towns = {name: places for name, places in sorted(known.items()) if name}
    return tuple(_agreed(claims, towns) for claims in everything)


def written(claims: Claims, place: Place) -> str:
    """The words of the name without common ones beside it: "Goma" of "the city of Goma"."""
    words = place.span.of(claims.report.text).split()
    return " ".join(word.strip(".,;:()\"“”«»'’") for word in words if word[:1].isupper())


def _agreed(claims: Claims, towns: dict[str, list[Place]]) -> Claims:
    found = {place: _meant(claims, place, towns) for place in _places(claims)}
    if all(old == new for old, new in found.items()):
        return claims
    return replace(
        claims,
        places=tuple(found[place] for place in claims.places),
        incidents=tuple(_placed(row, found) for row in claims.incidents),
        figures=tuple(_placed(row, found) for row in claims.figures),
        pledges=tuple(_pledged(row, found) for row in claims.pledges),
    )


def _places(claims: Claims) -> Iterable[Place]:
    yield from claims.places
    yield from (row.place for row in claims.incidents if row.place)
    yield from (row.place for row in claims.figures if row.place)
    yield from (place for pledge in claims.pledges for place in pledge.places)


def _placed(row: Row, found: dict[Place, Place]) -> Row:
    return replace(row, place=found[row.place]) if row.place and found[row.place] != row.place else row


def _pledged(pledge: Pledge, found: dict[Place, Place]) -> Pledge:
    return replace(pledge, places=tuple(found[place] for place in pledge.places)) if pledge.places else pledge


def _meant(claims: Claims, place: Place, towns: dict[str, list[Place]]) -> Place:
    """The place itself, or the only one that other reports write so and know better."""
    name = written(claims, place)
    if place.precision is Precision.UNRESOLVED:
        others = [other for known, places in towns.items() if name and same_name(known, name) for other in places]
    elif place.precision in _SPOTS and latin(place.name) != latin(name):
        others = [other for other in towns.get(name, ()) if latin(other.name) == latin(name)]
    else:
        return place
    if len({other.geonameid for other in others}) != 1:
        return place
    precision = Precision.TOWN if place.precision is Precision.UNRESOLVED else place.precision
    return replace(others[0], span=place.span, precision=precision, candidates=())
