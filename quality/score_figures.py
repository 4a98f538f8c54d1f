"""Scores how many of what: the figures of the sentences in figures/, for each language.

    python -m quality.score_figures [CODE …] [--errors]

A found figure is the expected one when their words overlap; it is right when value, both bounds and what it counts are.
Prints precision, recall and F1 of figures found and of figures right; of the right ones, the share whose place, day,
claimant, unit, scope and approximation are as told. `--errors` lists what is missed, invented or wrong.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from facta.codebook import Codebook
from facta.extraction import extract
from facta.gazetteer import Gazetteer
from facta.reading import Reader
from facta.records import Claims, Figure, Report, Span
from quality.figures_set import FOLDER, Expected, Labelled, labelled

LANGUAGES = ("en", "es", "uk", "ru", "fr", "de")
PUBLISHED = date(2024, 5, 15)
TOLD = ("at", "on", "by", "unit")  # compared where the label tells them; scope and approximation always


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence's expected figure, the one that was found for it, or only one of the two."""

    claims: Claims
    expected: Expected | None
    found: Figure | None

    @property
    def right(self) -> bool:
        """Value, bounds and what is counted are as expected."""
        one, other = self.expected, self.found
        if one is None or other is None:
            return False
        same = (one.value, one.low, one.high) == (other.value, other.low, other.high)
        return same and (not one.counts or other.counts in one.counts)


def pairs(sentence: Labelled, claims: Claims) -> Iterator[Pair]:
    """Each figure once; those that may be found or not are left out with what found them."""
    mentions = [(span, figure) for figure in claims.figures for span in (figure.text, *figure.evidence)]
    used: set[Span] = set()
    for expected in sentence.figures:
        near = [m for m in mentions if m[0].overlaps(expected.span) and m[0] not in used]
        chosen = max(near, key=lambda m: Pair(claims, expected, m[1]).right, default=None)
        if chosen:
            used.add(chosen[0])
        if not expected.optional:
            yield Pair(claims, expected, chosen[1] if chosen else None)
    yield from (Pair(claims, None, figure) for span, figure in mentions if span not in used)


def compared(code: str, folder: Path = FOLDER) -> list[Pair]:
    """All pairs of a language's set."""
    reader, gazetteer, codebook = Reader.load(), Gazetteer.load(), Codebook.load(code)
    found: list[Pair] = []
    for sentence in labelled(folder / f"{code}.yml"):
        reading = reader.read(Report.of(sentence.text, code, published=PUBLISHED))
        found += pairs(sentence, extract(reading, codebook, gazetteer))
    return found


def as_told(pair: Pair, what: str) -> bool:
    """Whether one further thing about the figure is as the label tells."""
    expected, figure = pair.expected, pair.found
    if expected is None or figure is None:
        return False
    told, text = expected.further.get(what, ""), pair.claims.report.text
    if what == "at":
        return figure.place is not None and _share_words(figure.place.span.of(text), told)
    if what == "on":
        return figure.as_of is not None and figure.as_of.span is not None and told in figure.as_of.span.of(text)
    if what == "by":
        speaker = next((s.speaker for s in pair.claims.statements if s.id == figure.source), None)
        return speaker is not None and speaker.span is not None and _share_words(speaker.span.of(text), told)
    if what == "unit":
        return figure.unit == told
    if what == "scope":
        return str(getattr(figure, "scope", None) or "") == told
    return figure.approximate == expected.approximate


def _share_words(one: str, other: str) -> bool:
    return one in other or other in one


def measures(found: list[Pair]) -> dict[str, float]:
    """Precision, recall and F1 of figures found and of figures right, and what else is right about the right ones."""
    labels, guesses = sum(1 for p in found if p.expected), sum(1 for p in found if p.found)
    met, right = [p for p in found if p.expected and p.found], [p for p in found if p.right]
    scores: dict[str, float] = {}
    for name, number in (("found", len(met)), ("right", len(right))):
        scores[f"{name} P"] = number / max(1, guesses)
        scores[f"{name} R"] = number / max(1, labels)
        scores[f"{name} F1"] = 2 * number / max(1, guesses + labels)
    for what in (*TOLD, "scope", "approximate"):
        asked = [p for p in right if what not in TOLD or (p.expected and what in p.expected.further)]
        if asked:
            scores[f"{what} of the right"] = sum(as_told(p, what) for p in asked) / len(asked)
    return scores


def score(folder: Path) -> dict[str, float]:
    """F1 of each language and all measures of the whole set, for the list of sets."""
    by_language = {code: compared(code, folder) for code in LANGUAGES}
    scores = {f"{code} right F1": measures(found)["right F1"] for code, found in by_language.items()}
    return scores | measures([pair for found in by_language.values() for pair in found])


def told(pair: Pair) -> Iterator[str]:
    """Lines on what is wrong with a pair."""
    text, one, other = pair.claims.report.text, pair.expected, pair.found
    mine = f"{one.span.of(text)!r} {one.value} {one.low}..{one.high} {','.join(one.counts)}" if one else ""
    theirs = f"{other.text.of(text)!r} {other.value} {other.low}..{other.high} {other.counts}" if other else ""
    if not (one and other):
        yield f"{'missed  ' if one else 'invented'} {mine or theirs} | {text}"
    elif not pair.right:
        yield f"wrong    {mine} NOT {theirs} | {text}"
    else:
        asked = [w for w in (*TOLD, "scope", "approximate") if w not in TOLD or w in one.further]
        for what in (w for w in asked if not as_told(pair, w)):
            yield f"{what:<8} {mine} {one.further.get(what)} | {text}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("codes", nargs="*", default=LANGUAGES)
    parser.add_argument("--errors", action="store_true", help="list what is wrong")
    arguments = parser.parse_args()
    everything: list[Pair] = []
    for code in arguments.codes:
        found = compared(code)
        everything += found
        if arguments.errors:
            print("\n".join(line for pair in found for line in told(pair)))
        print(code, "  ".join(f"{name} {score:.3f}" for name, score in measures(found).items()), flush=True)
    print("all", "  ".join(f"{name} {score:.3f}" for name, score in measures(everything).items()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
