"""Which of several places of one name a report means: candidates and the report's countries go in, one entry or none
comes out. Exactly one must remain, else the place stays unresolved and all that were possible are listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from math import hypot, log10
from types import MappingProxyType

from anyascii import anyascii
from rapidfuzz.fuzz import ratio

from facta.gazetteer import Entry, Kind, key

MENTIONED = 1.0  # a country named at all is worth ten times the inhabitants
SHARE = 2.0  # the country that all the report is about, a hundred times more
FEW = 1  # a country named once in all is not yet what the report is about
DIVISION = 1.5  # a state or province named in the report, for the towns in it
MARGIN = 0.3  # orders of magnitude between the best and the second; 0.45 left twice as many open, and few of them wrong
SAME_PLACE = 0.25  # degrees; two entries nearer than this are one place
UNLIKE = 50  # of 100; a name spelled as the entry's own is rather that than a by-name of another
OWN_NAME = 1.0
SHORTENED = 1.0  # "Minsk" is rather Minsk than Mińsk Mazowiecki
NOTHING: Mapping[Entry, float] = MappingProxyType({})
STANDING = {
    Kind.COUNTRY: 3.0,
    Kind.AREA: 11.0,
    Kind.WATER: 11.0,
    Kind.CAPITAL: 3.2,
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
    """How often a report speaks of each country, and which first-level divisions it names, by the names that say so
    (as they are compared, "" for words such as "Malian")."""

    def __init__(
        self, counts: Counter[tuple[str, str]], divisions: frozenset[tuple[str, str, str]] = frozenset()
    ) -> None:
        self.said = counts
        self.divisions = divisions
        self.counts: Counter[str] = Counter()
        for (_, code), times in counts.items():
            self.counts[code] += times
        self.total = sum(counts.values())

    @property
    def main(self) -> str | None:
        """The country of the story: the one spoken of most."""
        ranked = self.counts.most_common(2)
        return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]) else None

    def nearness(self, name: str, entry: Entry) -> float:
        """What speaks for a place because of the other names of the report."""
        spelling = key(name)
        bare = entry.kind in (Kind.REGION, Kind.DISTRICT) and spelling != key(entry.name)
        named = not bare and any(
            (country, admin1) == (entry.country, entry.admin1) and other != spelling
            for other, country, admin1 in self.divisions
        )
        return self.weight(spelling, entry.country) + (DIVISION if named else 0.0)

    def weight(self, spelling: str, code: str | None) -> float:
        """What speaks for a country, apart from the name itself."""
        own = sum(times for (other, _), times in self.said.items() if other == spelling)
        times = self.counts[code] - self.said[spelling, code] if code else 0
        return MENTIONED + SHARE * times / (self.total - own + FEW) if times else 0.0


def choose(
    name: str, entries: tuple[Entry, ...], wanted: Wanted, countries: Countries, near: Mapping[Entry, float] = NOTHING
) -> tuple[Entry, ...]:
    """The entry meant, alone, or all that remain possible, best first. `near` is what the places around add."""
    scores = {e: score(name, e, countries) + near.get(e, 0.0) for e in narrowed(entries, wanted)}
    best, *others = sorted(scores, key=lambda e: (-scores[e], e.geonameid or 0, e.name))
    rivals = [e for e in others if not _same_place(best, e)]
    return (best, *(e for e in rivals if scores[e] > scores[best] - MARGIN))


def narrowed(entries: tuple[Entry, ...], wanted: Wanted) -> tuple[Entry, ...]:
    """The entries that are as wanted, one demand after the other, each dropped when nothing meets it."""
    lands = {e.country for e in entries if e.kind is Kind.COUNTRY}
    free = not wanted.kinds and wanted.admin1 is None  # "Mexico" is the country and not its capital
    left = tuple(e for e in entries if e.kind is Kind.COUNTRY or e.country not in lands) if free else entries
    for meets in (
        lambda e: not wanted.kinds or e.kind in wanted.kinds,
        lambda e: not wanted.country or e.country == wanted.country,
        lambda e: not wanted.admin1 or e.admin1 == wanted.admin1,
    ):
        left = tuple(e for e in left if meets(e)) or left
    return left


def score(name: str, entry: Entry, countries: Countries) -> float:
    spelling, own_key = key(anyascii(name)), key(entry.name)
    own = OWN_NAME * max(0.0, ratio(spelling, own_key) - UNLIKE) / (100 - UNLIKE)
    own -= SHORTENED if spelling != own_key and spelling in own_key.split() else 0.0
    return standing(entry) + countries.nearness(name, entry) + own


def standing(entry: Entry) -> float:
    """How well known a place is, in orders of magnitude, before anything is known of the report."""
    return log10(entry.population + 100) + STANDING.get(entry.kind, 0.0)


def _same_place(one: Entry, other: Entry) -> bool:
    """Two entries of one spot, or a town and the division named after it."""
    if one.country != other.country:
        return False
    division = Kind.REGION in (one.kind, other.kind) or other.kind is Kind.DISTRICT
    around = division and one.admin1 is not None and one.admin1 == other.admin1
    return around or hypot(one.lat - other.lat, one.lon - other.lon) < SAME_PLACE
