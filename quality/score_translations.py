"""Scores how well translated copies are told from independent reports of one event, on the pairs of `translations/`.

    python -m quality.score_translations [--keep FILE] [--show]

Found is the share of copies that are found, false the share of near misses that are taken for copies.
"""

from __future__ import annotations

import argparse
import pickle
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import yaml

from facta.codebook import Codebook
from facta.extraction import extract
from facta.gazetteer import Gazetteer
from facta.reading import Reader
from facta.records import Claims, Report
from facta.stories import resolve, translations

FOLDER = Path(__file__).with_name("translations")
Told = tuple[str, str, Claims]  # event, kind, what the report claims


def reports() -> Iterator[tuple[str, str, Report]]:
    """Event, kind and report, in order."""
    for file in sorted(FOLDER.glob("*.yml")):
        for event in yaml.safe_load(file.read_text(encoding="utf-8")):
            for text in event["texts"]:
                report = Report.of(text["text"], text["language"], publisher=f"{text['language']} desk")
                yield event["event"], text["kind"], report


def read(keep: Path | None = None) -> list[Told]:
    if keep and keep.exists():
        return list(pickle.loads(keep.read_bytes()))
    reader, gazetteer = Reader.load(), Gazetteer.load()
    told = [(e, k, extract(reader.read(r), Codebook.load(r.language), gazetteer)) for e, k, r in reports()]
    if keep:
        keep.write_bytes(pickle.dumps(told))
    return told


def pairs(told: list[Told]) -> Iterator[tuple[Told, Told, bool]]:
    """Two reports of one event, and whether they are one text."""
    for one, other in combinations(told, 2):
        if one[0] == other[0]:
            yield one, other, "independent" not in (one[1], other[1])


def score(told: list[Told]) -> dict[str, float]:
    """Shares found and false; also the share of copies among all pairs, of any two events, that are called copies."""
    everything = [claims for *_, claims in told]
    found = {frozenset((t.one, t.other)) for t in translations(everything, resolve(everything))}
    judged = [(frozenset((a[2].report.id, b[2].report.id)) in found, copy) for a, b, copy in pairs(told)]
    copies = [called for called, copy in judged if copy]
    others = [called for called, copy in judged if not copy]
    return {
        "found": sum(copies) / len(copies),
        "near misses left alone": 1 - sum(others) / len(others),
        "precision among all pairs": sum(copies) / len(found) if found else 0.0,
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep", type=Path, help="keep what was read, for the next run")
    parser.add_argument("--show", action="store_true", help="also list the pairs that are judged wrongly")
    arguments = parser.parse_args()
    told = read(arguments.keep)
    for measure, value in score(told).items():
        print(f"{measure:<28} {value:.3f}")
    if arguments.show:
        everything = [claims for *_, claims in told]
        found = {frozenset((t.one, t.other)): t for t in translations(everything, resolve(everything))}
        for one, other, copy in pairs(told):
            if (frozenset((one[2].report.id, other[2].report.id)) in found) is not copy:
                print(f"{one[0]}: {one[1]} {one[2].report.language}, {other[1]} {other[2].report.language}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
