"""Scores whether a deed is so, and who says so, on the sentences of status/: its status, hedges, background, and words
of deeds in sport, business and metaphor where nothing may be found.

    python -m quality.score_status [--errors] [--unseen]

A deed is found when an incident's trigger, or another mention of it, overlaps the labelled word; a deed that is not
found has no right status. `status right` is of all sentences. Prints the same by language and by kind.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from facta.codebook import Codebook
from facta.extraction import extract
from facta.gazetteer import Gazetteer
from facta.reading import Reader
from facta.records import Claims, Incident, Report, Span

FOLDER = Path(__file__).parent / "status"
LANGUAGES = ("en", "es", "uk")
PUBLISHED = date(2024, 5, 15)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence with one deed as a person reads it; no word where it tells no deed."""

    language: str
    kind: str
    text: str
    word: str | None = None
    status: str | None = None
    hedged: bool = False

    @property
    def place(self) -> Span | None:
        """Where the deed's word stands; it stands there once."""
        if self.word is None:
            return None
        if self.text.count(self.word) != 1:
            raise ValueError(f"{self.word!r} stands {self.text.count(self.word)} times in {self.text!r}")
        start = self.text.index(self.word)
        return Span(start, start + len(self.word))


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence and what facta finds in it: all incidents, and the one told by the labelled word."""

    row: Labelled
    incidents: tuple[Incident, ...]

    @property
    def deed(self) -> Incident | None:
        place = self.row.place
        told = (i for i in self.incidents if place and any(s.overlaps(place) for s in (i.trigger, *i.evidence)))
        return next(told, None)

    @property
    def is_right(self) -> bool:
        return self.deed is not None and str(self.deed.status) == self.row.status


def labelled(file: str, **known: str) -> list[Labelled]:
    """The sentences of a file; what holds for all of them is given beside it."""
    rows: list[dict[str, Any]] = yaml.safe_load((FOLDER / file).read_text(encoding="utf-8"))
    return [Labelled(**{**known, **row}) for row in rows]


def statuses() -> list[Labelled]:
    return [row for language in LANGUAGES for row in labelled(f"{language}.yml", language=language)]


def unseen() -> list[Labelled]:
    return labelled("unseen.yml")


def background() -> list[Labelled]:
    return labelled("background.yml", kind="background")


def nothing() -> list[Labelled]:
    return labelled("nothing.yml", kind="nothing")


def judged(rows: list[Labelled], reader: Reader) -> list[Judged]:
    """What facta finds in each sentence, read as a report of its own."""
    gazetteer = Gazetteer.load()
    return [Judged(row, _claims(row, reader, gazetteer).incidents) for row in rows]


def _claims(row: Labelled, reader: Reader, gazetteer: Gazetteer) -> Claims:
    report = Report.of(row.text, row.language, published=PUBLISHED)
    return extract(reader.read(report), Codebook.load(row.language), gazetteer)


def share(found: list[Judged], right: list[Judged]) -> float:
    return len(right) / max(1, len(found))


def measures(told: list[Judged], past: list[Judged], idle: list[Judged]) -> dict[str, float]:
    """The scores of the three files."""
    found = [j for j in told if j.deed]
    right = [j for j in found if j.is_right]
    scores = {"found": share(told, found), "status right": share(told, right), "right of found": share(found, right)}
    for name in (*LANGUAGES, "negated", "planned", "attributed", "plain"):
        of = [j for j in told if name in (j.row.language, j.row.kind)]
        scores[f"status right, {name}"] = share(of, [j for j in of if j.is_right])
    hedged = [j for j in found if j.deed and j.deed.hedged]
    scores["hedged R"] = share([j for j in told if j.row.hedged], [j for j in hedged if j.row.hedged])
    scores["hedged P"] = share(hedged, [j for j in hedged if j.row.hedged])
    old, wrong = ([j for j in rows if j.deed and j.deed.historical] for rows in (past, told))
    scores["historical R"] = share(past, old)
    scores["historical P"] = share([*old, *wrong], old)
    scores["sentences without false incident"] = share(idle, [j for j in idle if not j.incidents])
    return scores


def score(reader: Reader) -> dict[str, float]:
    """All scores, for the list of sets."""
    scores = measures(*(judged(rows, reader) for rows in (statuses(), background(), nothing())))
    new = judged(unseen(), reader)
    return {**scores, "status right, unseen": share(new, [j for j in new if j.is_right])}


def wrongs(told: list[Judged], past: list[Judged], idle: list[Judged]) -> Iterator[str]:
    """A line for each sentence that is judged wrongly."""
    for j in told:
        if not j.is_right or (j.deed and j.deed.hedged != j.row.hedged):
            got = f"{j.deed.status}{' hedged' if j.deed.hedged else ''}" if j.deed else "not found"
            wanted = f"{j.row.status}{' hedged' if j.row.hedged else ''}"
            yield f"{j.row.language} {wanted} not {got}: [{j.row.word}] {j.row.text}"
    for j in [
        *(j for j in told if j.deed and j.deed.historical),
        *(p for p in past if not p.deed or not p.deed.historical),
    ]:
        yield f"{j.row.language} {'historical' if j.deed else 'not found'} ({j.row.kind}): [{j.row.word}] {j.row.text}"
    for j in idle:
        for i in j.incidents:
            yield f"{j.row.language} false {i.type} [{i.trigger.of(j.row.text)}]: {j.row.text}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true", help="list what is wrong")
    parser.add_argument("--unseen", action="store_true", help="score the sentences written after the rules")
    arguments = parser.parse_args()
    reader = Reader.load()
    if arguments.unseen:
        told = judged(unseen(), reader)
        right = [j for j in told if j.is_right]
        print(
            "\n".join([*(wrongs(told, [], []) if arguments.errors else ()), f"status right {share(told, right):.3f}"])
        )
        return 0
    told, past, idle = (judged(rows, reader) for rows in (statuses(), background(), nothing()))
    if arguments.errors:
        print("\n".join(wrongs(told, past, idle)))
    for name, value in measures(told, past, idle).items():
        print(f"{name:<36} {value:.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
