"""Scores what facta makes of places and of where deeds happen, on the sentences of `places/`.

    python -m quality.score_where [--language CODE …] [--errors]

Found: names of places (precision, recall). Resolved: of the labelled places with a known position, those found and
resolved near it. Precision right: of the places found, those with the labelled kind of precision. Deeds: of those
that facta found, the ones with the right place, or rightly with none.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from facta.codebook import Codebook
from facta.extraction import extract
from facta.gazetteer import Gazetteer
from facta.reading import Reader
from facta.records import Claims, Place, Precision, Report, Span
from quality.score_places import distance_km
from quality.score_times import Mark, share
from quality.sentence_sets import LANGUAGES, Row, deeds_at, rows, spans

FOLDER = Path(__file__).with_name("places")
POINT_KM, AREA_KM = 50.0, 200.0
Scores = dict[str, float]


@dataclass(frozen=True, slots=True)
class Label:
    """One labelled place."""

    words: str
    country: str | None
    precision: Precision
    lat: float | None = None
    lon: float | None = None

    @property
    def known(self) -> bool:
        return self.precision is not Precision.UNRESOLVED

    def fits(self, place: Place) -> bool:
        """Is the place found the labelled one, as far as the label says?"""
        if not self.known:
            return place.geonameid is None
        if self.lat is None or self.lon is None:
            return place.precision is not Precision.UNRESOLVED and place.country == self.country
        away = AREA_KM if self.precision in (Precision.REGION, Precision.COUNTRY) else POINT_KM
        return distance_km(self.lat, self.lon, place) <= away


def labels(row: Row) -> list[Label]:
    return [Label(words, country, Precision(kind), *at) for words, country, kind, *at in row["places"]]


def marks(language: str, reader: Reader, gazetteer: Gazetteer) -> Iterator[Mark]:
    """Every comparison of one language's rows."""
    codebook = Codebook.load(language)
    for row in rows(FOLDER, language):
        claims = extract(reader.read(Report.of(row["text"], language)), codebook, gazetteer)
        yield from mentions(row, claims.places)
        yield from deeds(row, claims)


def mentions(row: Row, found: tuple[Place, ...]) -> Iterator[Mark]:
    known = labels(row)
    where = spans(row["text"], [label.words for label in known])
    for label in known:
        here = [p for p in found if p.span.overlaps(where[label.words])]
        best = next((p for p in here if label.fits(p)), here[0] if here else None)
        detail = f"{label.country} {label.precision} got " + (_told(best) if best else "none")
        yield Mark("found", label.words, best is not None, detail)
        if label.known:
            yield Mark("resolved", label.words, best is not None and label.fits(best), detail)
        if best:
            yield Mark("precision", label.words, best.precision is label.precision, detail)
            yield Mark("claimed", label.words, True, detail)
    for place in found:
        if not any(place.span.overlaps(span) for span in where.values()):
            yield Mark("claimed", place.span.of(row["text"]), False, _told(place))


def _told(place: Place) -> str:
    at = f"{place.lat:.1f} {place.lon:.1f}" if place.lat is not None and place.lon is not None else ""
    return " ".join(filter(None, (place.name, place.country, place.precision, at, "/".join(place.candidates[:3]))))


def deeds(row: Row, claims: Claims) -> Iterator[Mark]:
    where = spans(row["text"], [label.words for label in labels(row)])
    for words, place in row["deeds"].items():
        found = deeds_at(row["text"], words, claims.incidents)
        if found:
            got = [i.place.span if i.place else None for i in found]
            right = any(span.overlaps(where[place]) if span and place else span is place for span in got)
            yield Mark("deed", words, right, f"{place} got {[_words(row, span) for span in got]}")


def _words(row: Row, span: Span | None) -> str | None:
    return span.of(row["text"]) if span else None


def summary(of: list[Mark]) -> Scores:
    return {
        "places found P": share("claimed", of),
        "places found R": share("found", of),
        "resolved of labelled": share("resolved", of),
        "precision right of found": share("precision", of),
        "places of deeds right of found": share("deed", of),
    }


def score(reader: Reader, gazetteer: Gazetteer) -> Scores:
    """All languages together."""
    return summary([mark for language in LANGUAGES for mark in marks(language, reader, gazetteer)])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--language", nargs="*", choices=LANGUAGES, default=list(LANGUAGES))
    parser.add_argument("--errors", action="store_true", help="also print what came out wrong")
    arguments = parser.parse_args()
    reader, gazetteer = Reader.load(), Gazetteer.load()
    everything: list[Mark] = []
    for language in arguments.language:
        here = list(marks(language, reader, gazetteer))
        everything += here
        counts = Counter(mark.kind for mark in here)
        print(language, *(f"{name} {value:.3f}" for name, value in summary(here).items()), dict(counts))
        for mark in here if arguments.errors else ():
            if not mark.right:
                print(f"   {mark.kind:<10}{mark.words} | {mark.detail}")
    print("all", *(f"{name} {value:.3f}" for name, value in summary(everything).items()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
