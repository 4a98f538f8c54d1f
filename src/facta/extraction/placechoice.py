"""Which of several places of one name a report means: candidates and the report's countries go in, one entry or none
comes out. Exactly one must remain, else the place stays unresolved and all that were possible are listed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import hypot, log10

from anyascii import anyascii
from rapidfuzz.fuzz import ratio

from facta.gazetteer import Entry, Kind, key

MENTIONED = 1.0  # a country named at all is worth ten times the inhabitants
SHARE = 2.0  # the country that all the report is about, a hundred times more
DIVISION = 1.5  # a state or province named in the report, for the towns in it
MARGIN = 0.45  # orders of magnitude between the best and the second; 0.3 took Trostianets of the wrong region
SAME_PLACE = 0.25  # degrees; two entries nearer than this are one place
ALIKE = 60  # of 100; a name spelled nearly as the entry's own is rather that than a by-name of another
OWN_NAME = 0.6
STANDING = {
    Kind.COUNTRY: 3.0,
    Kind.AREA: 8.0,
    Kind.WATER: 8.0,
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
    """How often a report speaks of each country, and which first-level divisions it names."""

    def __init__(self, counts: Counter[str], divisions: frozenset[tuple[str, str]] = frozenset()) -> None:
        self.counts = counts
        self.divisions = divisions
        self.total = sum(counts.values())

    @property
    def main(self) -> str | None:
        """The country of the story: the one spoken of most."""
        ranked = self.counts.most_common(2)
        return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]) else None

    def nearness(self, name: str, entry: Entry) -> float:
        """What speaks for a place because of the other places named."""
        bare = entry.kind in (Kind.REGION, Kind.DISTRICT) and key(name) != key(entry.name)
        named = not bare and (entry.country, entry.admin1) in self.divisions
        return self.weight(entry.country) + (DIVISION if named else 0.0)

    def weight(self, code: str | None) -> float:
        if not code or not self.counts[code]:
            return 0.0
        return MENTIONED + SHARE * self.counts[code] / self.total


def choose(name: str, entries: tuple[Entry, ...], wanted: Wanted, countries: Countries) -> tuple[Entry, ...]:
    """The entry meant, alone, or all that remain possible, best first."""
    scores = {e: _score(name, e, countries) for e in _narrowed(entries, wanted)}
    best, *others = sorted(scores, key=lambda e: (-scores[e], e.geonameid or 0, e.name))
    rivals = [e for e in others if not _same_place(best, e)]
    return (best, *(e for e in rivals if scores[e] > scores[best] - MARGIN))


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


def _score(name: str, entry: Entry, countries: Countries) -> float:
    own = OWN_NAME if ratio(key(anyascii(name)), key(entry.name)) >= ALIKE else 0.0
    return log10(entry.population + 100) + STANDING.get(entry.kind, 0.0) + countries.nearness(name, entry) + own


def _same_place(one: Entry, other: Entry) -> bool:
    """Two entries of one spot, or a town and the division named after it."""
    if one.country != other.country:
        return False
    around = other.kind in (Kind.REGION, Kind.DISTRICT) and one.admin1 is not None and one.admin1 == other.admin1
    return around or hypot(one.lat - other.lat, one.lon - other.lon) < SAME_PLACE
