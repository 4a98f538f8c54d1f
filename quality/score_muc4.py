"""Scores tolls on reports of MUC-4: documents in which facta finds the deaths that the plainest wordings tell.

    python -m quality.score_muc4 [--errors] [--corpora FOLDER]

The corpus's templates as they are kept here name victims and give no numbers, so that the labels are read off the text
by patterns nobody doubts ("killed six people", "two soldiers were killed", "left 12 dead"). A document is right when
every such number is among facta's figures for the killed, and `any` when one of them is. The texts are in lower case
and read as they are: capitals restored at sentences and at names of places changed none of the 30 documents.
"""

from __future__ import annotations

import argparse
import json
import os
import re
from dataclasses import dataclass
from pathlib import Path

from facta.codebook import Codebook
from facta.codebook.numbers import Numbers
from facta.extraction import extract
from facta.extraction.numbers import find_numbers
from facta.gazetteer import Gazetteer
from facta.reading import Reader
from facta.records import Report, Span

DEFAULT = Path(__file__).parents[2] / "shared/corpora"
PARTS = ("dev.json", "train.json")
SAMPLE = 30  # documents that tell a toll so plainly: enough to see a change, few enough to wait for
DEATHS = r"(?:killed|murdered|assassinated|massacred)"
NUMBER = (
    r"(?P<n>\d+(?:,\d{3})*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|twenty|thirty)"
)
PEOPLE = "people|persons|civilians|soldiers|peasants|policemen|guerrillas|rebels|men|priests|judges|workers"
GROUP = rf"(?:(?!years|months|days|and)\w+ ){{0,2}}?(?:{PEOPLE})"
WORDINGS = (
    rf"\b{DEATHS} (?:at least |more than |some |about |nearly )?{NUMBER} {GROUP}\b",
    rf"\b{NUMBER} {GROUP} (?:were|was|have been|had been|are|died|dead)(?: \w+)? ?(?:{DEATHS}|died|dead)?\b",
    rf"\b(?:left|leaving) (?:at least |more than |about )?{NUMBER} (?:people |persons )?dead\b",
    rf"\b(?:death|deaths) of (?:at least |more than |some |about )?{NUMBER} {GROUP}\b",
)


@dataclass(frozen=True, slots=True)
class Tolls:
    """A document, the numbers of deaths that its plainest wordings tell, and those that facta finds."""

    document: str
    text: str
    told: frozenset[float]
    found: frozenset[float]


def plain_tolls(text: str, numbers: Numbers) -> frozenset[float]:
    """Numbers of two and more of which a plain wording says that so many died."""
    tolls: set[float] = set()
    for match in (m for wording in WORDINGS for m in re.finditer(wording, text)):
        if re.search(rf"{DEATHS}|dead|died|death", match.group()):
            found = find_numbers(text, Span(*match.span("n")), numbers)
            tolls.update(n.value for n in found if n.value is not None and n.value > 1)
    return frozenset(tolls)


def compared(folder: Path) -> list[Tolls]:
    """The first documents that tell a toll plainly."""
    reader, gazetteer, codebook = Reader.load(), Gazetteer.load(), Codebook.load("en")
    numbers = codebook.page("numbers", Numbers)
    found: list[Tolls] = []
    for line in (line for part in PARTS for line in (folder / part).read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        told = plain_tolls(row["doctext"], numbers)
        if not told or len(found) == SAMPLE:
            continue
        figures = extract(reader.read(Report.of(row["doctext"], "en")), codebook, gazetteer).figures
        killed = (figure for figure in figures if figure.counts == "killed")
        amounts = frozenset(v for figure in killed for v in (figure.value, figure.low, figure.high) if v is not None)
        found.append(Tolls(row["docid"], row["doctext"], told, amounts))
    return found


def score(folder: Path) -> dict[str, float]:
    """The share of documents with all and with any of their tolls, as facta reads them."""
    return measures(compared(folder))


def measures(documents: list[Tolls]) -> dict[str, float]:
    every = sum(d.told <= d.found for d in documents)
    some = sum(bool(d.told & d.found) for d in documents)
    size = max(1, len(documents))
    return {"documents with all tolls": every / size, "documents with any toll": some / size}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default=Path(os.environ.get("FACTA_CORPORA", DEFAULT)))
    parser.add_argument("--errors", action="store_true", help="list documents whose tolls are not all found")
    arguments = parser.parse_args()
    documents = compared(arguments.corpora / "train/muc4")
    if arguments.errors:
        wrong = (d for d in documents if not d.told <= d.found)
        print("\n".join(f"{d.document} {sorted(d.told)} not {sorted(d.found)}" for d in wrong))
    print(len(documents), "  ".join(f"{name} {value:.3f}" for name, value in measures(documents).items()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
