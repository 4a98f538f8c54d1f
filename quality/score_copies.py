"""Scores how well copies are found among all reports of a set, against comparing every pair of them.

    python -m quality.score_copies CORPORA

A pair is a copy when the five-word shingles of the two texts are the same by half (Jaccard), reckoned here in another
way than facta does, pair by pair. Found is the share of them that facta finds. Of facta's whole copies, those are right
of which the shorter text has half of its shingles in the other.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from itertools import combinations
from pathlib import Path

from facta.records import Claims, Report
from facta.stories import shared_passages, whole_copies
from facta.text import fold
from quality.score_stories import ecbplus

_SIZE = 5
Shingles = frozenset[tuple[str, ...]]


def slavicner(folder: Path) -> list[Report]:
    """Every text of the set, in Russian and Ukrainian."""
    files = sorted((folder / "raw").glob("*/*/*.txt"))
    return [
        Report.of(f.read_text(encoding="utf-8"), f.parent.name, path=str(f.relative_to(folder)), url=f.as_uri())
        for f in files
    ]


def shingles(report: Report) -> Shingles:
    words = re.findall(r"\w+", fold(report.text))
    return frozenset(tuple(words[i : i + _SIZE]) for i in range(len(words) - _SIZE + 1))


def score(reports: list[Report]) -> dict[str, float]:
    """Shares of copies found: by whole texts, and by a passage."""
    everything = [Claims(report) for report in {report.id: report for report in reports}.values()]
    known = {claims.report.id: shingles(claims.report) for claims in everything}
    copies = {pair for pair in _sharing(known) if _share(*(known[r] for r in pair)) >= 0.5}
    whole = {(copy.one, copy.other) for copy in whole_copies(everything)}
    passages = {(passage.one, passage.other) for passage in shared_passages(everything)}
    true = [pair for pair in whole if _held(*(known[r] for r in pair)) >= 0.5]
    return {
        "copies found": len(copies & whole) / max(1, len(copies)),
        "copies found by a passage": len(copies & passages) / max(1, len(copies)),
        "whole copies that are copies": len(true) / max(1, len(whole)),
    }


def _sharing(known: dict[str, Shingles]) -> set[tuple[str, str]]:
    """Every pair that has a shingle in common."""
    holders: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for report in sorted(known):
        for shingle in known[report]:
            holders[shingle].append(report)
    return {pair for held in holders.values() for pair in combinations(held, 2)}


def _share(one: Shingles, other: Shingles) -> float:
    return len(one & other) / max(1, len(one | other))


def _held(one: Shingles, other: Shingles) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))


def score_copies(corpora: Path) -> dict[str, float]:
    """ECB+ (topics 1 to 22) and SlavicNER."""
    english = [report for story, report in ecbplus(corpora / "dev/ecbplus") if int(story.split()[0]) <= 22]
    sets = {"ECB+": english, "SlavicNER": slavicner(corpora / "dev/slavicner")}
    return {f"{name}, {measure}": v for name, reports in sets.items() for measure, v in score(reports).items()}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    for measure, value in score_copies(parser.parse_args().corpora).items():
        print(f"{measure:<44} {value:.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
