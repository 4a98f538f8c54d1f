"""Scores who promises what on the passages of pledges/: pledges found by the right party, their fields, by language.

    python -m quality.score_pledges [CODE …] [--errors] [--second]

A found pledge is the labelled one when it holds half or more of the words of the promised act, these are a third or
more of its own words (its condition and party apart), and its party bears an accepted name. The wording or any of the
evidence may hold them. Fields are scored on the found: the share that is right of those that the label or the found
pledge has. `--second` takes the set written after the rules were mended on the first.
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
from facta.records import Actor, Pledge, Report, Span, Statement
from quality.pledge_set import FOLDER, SECOND, Passage, Promise, passages
from quality.score_attribution import same_name, words_in

HALF, THIRD = 1 / 2, 1 / 3


@dataclass(frozen=True, slots=True)
class Pair:
    """A labelled pledge, a found one, or both when they are the same; on the word of `teller` the found one stands."""

    text: str
    label: Promise | None
    found: Pledge | None
    teller: Actor | None = None


def bears(actor: Actor | None, names: tuple[str | None, ...], text: str) -> bool:
    """Whether the actor, or one who acts with it, bears an accepted name; nobody is right where `None` is accepted."""
    if actor is None:
        return None in names
    given = [
        name for party in actor.parties for name in (party.name, party.span.of(text) if party.span else "") if name
    ]
    return any(same_name(name, accepted) for name in given for accepted in names if accepted)


def same_words(label: Span, found: Span, text: str, aside: tuple[Span, ...] = ()) -> float:
    """Share of the words of both that they have in common, those `aside` left out; 0 when too few are."""
    mine = words_in(text, (label,))
    theirs = words_in(text, (found,)) - (words_in(text, aside) - mine)
    shared = len(mine & theirs)
    enough = shared >= HALF * len(mine) and shared >= THIRD * len(theirs)
    return shared / len(mine | theirs) if enough and shared else 0.0


def pairs(passage: Passage, found: tuple[Pledge, ...], statements: tuple[Statement, ...]) -> Iterator[Pair]:
    """Each pledge once, the closest first; optional ones that were found are left out with what found them."""
    text, tellers = passage.text, {statement.id: statement.speaker for statement in statements}
    scored = []
    for i, label in enumerate(passage.pledges):
        for j, pledge in enumerate(found):
            aside = tuple(s for s in (pledge.condition, pledge.by and pledge.by.span) if s)
            closeness = max(same_words(label.text, span, text, aside) for span in (pledge.text, *pledge.evidence))
            if closeness and bears(pledge.by, label.by, text):
                scored.append((-closeness, i, j))
    taken, used = set[int](), set[int]()
    for _, i, j in sorted(scored):
        if i in taken or j in used:
            continue
        taken.add(i)
        used.add(j)
        if not passage.pledges[i].optional:
            source = found[j].source
            yield Pair(text, passage.pledges[i], found[j], tellers.get(source) if source else None)
    yield from (Pair(text, p, None) for i, p in enumerate(passage.pledges) if i not in taken and not p.optional)
    yield from (Pair(text, None, pledge) for j, pledge in enumerate(found) if j not in used)


# ------------------------------------------------------------------------------------------------ fields


def fields(pair: Pair) -> Iterator[tuple[str, bool, object, object]]:
    """Name, whether it is right, and both values of each field that the label or the found pledge has."""
    label, found, text = pair.label, pair.found, pair.text
    if label is None or found is None:
        return
    yield "type", found.type in label.types, label.types, found.type
    yield "strength", found.strength.value in label.strengths, label.strengths, found.strength.value
    yield "source", bears(pair.teller, label.source, text), label.source, pair.teller and pair.teller.name
    for name, names, actor in (("to", label.to, found.to), ("told by", label.told_by, found.told_by)):
        if names or actor:
            yield name, bears(actor, names, text), names, actor and actor.name
    for name, span, mine in (("degree", label.degree, found.degree), ("condition", label.condition, found.condition)):
        if span or mine:
            right = bool(span and mine and same_words(span, mine, text) >= HALF)
            yield name, right, span and span.of(text), mine and mine.of(text)
    for name, day, own in (("from", label.from_on, found.from_on), ("until", label.until_on, found.until_on)):
        if day or own:
            yield name, day == own, day, own
    written = [place.span.of(text) for place in found.places]
    if label.places or written:
        there = all(any(same_name(own, name) for own in written) for name in label.places)
        yield "places", there and all(label.text.covers(p.span) for p in found.places), label.places, written


# ------------------------------------------------------------------------------------------------ scores


def compared(code: str, folder: Path = FOLDER) -> list[tuple[str, Pair]]:
    """All pairs of a language's set, each with its passage's id."""
    reader, gazetteer, codebook = Reader.load(), Gazetteer.load(), Codebook.load(code)
    found: list[tuple[str, Pair]] = []
    for passage in passages(folder / f"{code}.yml"):
        reading = reader.read(Report.of(passage.text, code, published=passage.published))
        claims = extract(reading, codebook, gazetteer)
        found += ((passage.id, pair) for pair in pairs(passage, claims.pledges, claims.statements))
    return found


def measures(found: list[Pair]) -> dict[str, float]:
    """Precision, recall and F1 of pledges, and the share of right fields of the found."""
    labels = sum(1 for p in found if p.label)
    guesses = sum(1 for p in found if p.found)
    same = sum(1 for p in found if p.label and p.found)
    right = [ok for pair in found for _, ok, _, _ in fields(pair)]
    return {
        "P": same / max(1, guesses),
        "R": same / max(1, labels),
        "F1": 2 * same / max(1, guesses + labels),
        "fields of the found": sum(right) / max(1, len(right)),
    }


def all_pledges(folder: Path) -> dict[str, float]:
    """P, R, F1 and fields over all the languages, and F1 of each."""
    by_code = {f.stem: [pair for _, pair in compared(f.stem, folder)] for f in sorted(folder.glob("*.yml"))}
    scores = measures([pair for found in by_code.values() for pair in found])
    return scores | {f"{code} F1": measures(found)["F1"] for code, found in by_code.items()}


def told(pair: Pair) -> Iterator[str]:
    """Lines on what is wrong with a pair."""
    label, found = pair.label, pair.found
    if label is not None and found is None:
        yield f"missed    {label.by} {label.text.of(pair.text)}"
    elif label is None and found is not None:
        yield f"invented  {found.by.name if found.by else None} {found.type} {found.text.of(pair.text)}"
    for name, right, expected, given in fields(pair):
        if not right:
            yield f"{name:<9} {expected} not {given}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("codes", nargs="*", default=sorted(f.stem for f in FOLDER.glob("*.yml")))
    parser.add_argument("--errors", action="store_true", help="list what is wrong")
    parser.add_argument("--second", action="store_true", help="score the second set")
    arguments = parser.parse_args()
    everything: list[Pair] = []
    for code in arguments.codes:
        found = compared(code, SECOND if arguments.second else FOLDER)
        lines = [f"{key} {line}" for key, pair in found for line in told(pair)] if arguments.errors else []
        print("\n".join(lines))
        everything += (own := [pair for _, pair in found])
        print(code, "  ".join(f"{name} {score:.3f}" for name, score in measures(own).items()), flush=True)
    print("all", "  ".join(f"{name} {score:.3f}" for name, score in measures(everything).items()))
    wrong = Counter(name for pair in everything for name, right, _, _ in fields(pair) if not right)
    every = Counter(name for pair in everything for name, _, _, _ in fields(pair))
    print("  ".join(f"{name} {every[name] - wrong[name]}/{every[name]}" for name in every))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
