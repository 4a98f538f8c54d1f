"""Which of several places of one name a report means: candidates and the report's countries go in, one entry or none
comes out. Exactly one must remain, else the place stays unresolved and all that were possible are listed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import hypot, log10

from facta.gazetteer import Entry, Kind

MENTIONED = 1.0  # a country named at all is worth ten times the inhabitants
SHARE = 2.0  # the country that all the report is about, a hundred times more
MARGIN = 0.45  # orders of magnitude between the best and the second; 0.3 took Trostianets of the wrong region
SAME_PLACE = 0.25  # degrees; two entries nearer than this are one place
STANDING = {
    Kind.COUNTRY: 3.0,
    Kind.AREA: 6.5,
    Kind.WATER: 5.0,
    Kind.CAPITAL: 0.7,
    Kind.REGION: -1.2,
    Kind.DISTRICT: -1.5,
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the words around a name ask for: kinds of place, a country or a first-level division that holds it."""

    kinds: frozenset[Kind] = frozenset()
    country: str | None = None
    admin1: str | None = None


class Countries:
    """How often a report speaks of each country."""

    def __init__(self, counts: Counter[str]) -> None:
        self.counts = counts
        self.total = sum(counts.values())

    def weight(self, code: str | None) -> float:
        if not code or not self.counts[code]:
            return 0.0
        return MENTIONED + SHARE * self.counts[code] / self.total


def choose(entries: tuple[Entry, ...], wanted: Wanted, countries: Countries) -> tuple[Entry, ...]:
    """The entry meant, alone, or all that remain possible, best first."""
    left = _narrowed(entries, wanted)
    ranked = sorted(left, key=lambda e: (-_score(e, countries), e.geonameid or 0, e.name))
    if len(ranked) < 2:
        return tuple(ranked)
    best = ranked[0]
    rivals = [e for e in ranked[1:] if not _same_place(best, e)]
    if not rivals or _score(best, countries) - _score(rivals[0], countries) >= MARGIN:
        return (best,)
    floor = _score(best, countries) - MARGIN
    return (best, *(e for e in rivals if _score(e, countries) > floor))


def _narrowed(entries: tuple[Entry, ...], wanted: Wanted) -> tuple[Entry, ...]:
    """The entries that are as wanted, one demand after the other, each dropped when nothing meets it."""
    left = entries
    for meets in (
        lambda e: not wanted.kinds or e.kind in wanted.kinds,
        lambda e: not wanted.country or e.country == wanted.country,
        lambda e: not wanted.admin1 or e.admin1 == wanted.admin1,
    ):
        left = tuple(e for e in left if meets(e)) or left
    return left


def _score(entry: Entry, countries: Countries) -> float:
    return log10(entry.population + 100) + STANDING.get(entry.kind, 0.0) + countries.weight(entry.country)


def _same_place(one: Entry, other: Entry) -> bool:
    near = hypot(one.lat - other.lat, one.lon - other.lon) < SAME_PLACE
    return near and one.country == other.country
