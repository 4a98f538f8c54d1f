"""Scores what facta makes of expressions of time and the days of deeds, on the sentences of `times/`.

    python -m quality.score_times [--language CODE …] [--errors]

Precision: of the expressions to which facta gives days, those with the right ones. Recall: of the labelled ones with
days. Deeds: of those that facta found, the ones with the right days.
"""

from __future__ import annotations

import argparse
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from facta.codebook import Codebook
from facta.extraction import extract
from facta.extraction.context import Context
from facta.extraction.times import find_times
from facta.gazetteer import Gazetteer
from facta.reading import Reader
from facta.records import Report, Span, When
from facta.sources.dates import day
from quality.sentence_sets import LANGUAGES, Row, deeds_at, rows, spans

FOLDER = Path(__file__).with_name("times")
Days = tuple[date, date] | None
Scores = dict[str, float]


@dataclass(frozen=True, slots=True)
class Mark:
    """One comparison: what was asked, the words, and whether it came out right."""

    kind: str  # "found", "days", "claimed" or "deed"
    words: str
    right: bool
    detail: str = ""


def days(value: object) -> Days:
    """The first and last day of a label: a day, `2014-04`, `1964`, two days, or nothing."""
    if value is None or isinstance(value, date):
        return (value, value) if value else None
    if isinstance(value, list):
        first, last = days(value[0]), days(value[-1])
        return (first[0], last[1]) if first and last else None
    year, _, month = str(value).partition("-")
    if month:
        return date(int(year), int(month), 1), date(int(year), int(month), monthrange(int(year), int(month))[1])
    return date(int(year), 1, 1), date(int(year), 12, 31)


def told(when: When | None) -> Days:
    return (when.start, when.end) if when and when.start and when.end else None


def marks(language: str, reader: Reader, gazetteer: Gazetteer) -> Iterator[Mark]:
    """Every comparison of one language's rows."""
    codebook = Codebook.load(language)
    for row in rows(FOLDER, language):
        published = day(row["published"]) if row["published"] else None
        reading = reader.read(Report.of(row["text"], language, published=published))
        yield from expressions(row, find_times(Context.of(reading, codebook, gazetteer)))
        incidents = extract(reading, codebook, gazetteer).incidents
        for words, label in row["deeds"].items():
            found = deeds_at(row["text"], words, incidents)
            if found:
                got = [told(i.when) for i in found]
                yield Mark("deed", words, days(label) in got, f"{label} got {got}")


def expressions(row: Row, found: tuple[When, ...]) -> Iterator[Mark]:
    """Labelled expressions against those found, and what was found with days where nothing stands."""
    text, left = row["text"], [w for w in found if w.span]
    where = spans(text, [str(words) for words, *_ in row["times"]])
    for words, *values in row["times"]:
        label = days(values)
        here = [w for w in left if w.span and w.span.overlaps(where[str(words)])]
        best = next((w for w in here if told(w) == label), here[0] if here else None)
        if best:
            left.remove(best)
        detail = f"{values} got {told(best) if best else 'none'}"
        if label:
            yield Mark("found", str(words), best is not None, detail)
            yield Mark("days", str(words), best is not None and told(best) == label, detail)
        if best and told(best):
            yield Mark("claimed", str(words), told(best) == label, detail)
    for when in left:
        inside = when.span and any(when.span.overlaps(span) for span in where.values())
        if told(when) and not inside:
            yield Mark("claimed", Span(*_ends(when)).of(text), False, f"got {told(when)}")


def _ends(when: When) -> tuple[int, int]:
    return (when.span.start, when.span.end) if when.span else (0, 0)


def share(kind: str, of: list[Mark]) -> float:
    chosen = [mark.right for mark in of if mark.kind == kind]
    return sum(chosen) / max(len(chosen), 1)


def summary(of: list[Mark]) -> Scores:
    return {
        "expressions found R": share("found", of),
        "days P": share("claimed", of),
        "days R": share("days", of),
        "days of deeds right of found": share("deed", of),
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
            if not mark.right and mark.kind != "found":
                print(f"   {mark.kind:<8}{mark.words} | {mark.detail}")
    print("all", *(f"{name} {value:.3f}" for name, value in summary(everything).items()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
