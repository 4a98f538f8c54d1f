"""Scores statements on German news with quotations marked by hand (SpkAtt-2023, Wikinews): content, and speaker.

    python quality/score_german.py FOLDER [--limit N] [--errors]

FOLDER holds `task2/*.json`. A found content and a marked one are a pair when their words overlap by half of their union
or more (IoU), each used once. Direct and indirect speech and writing count; reported speech without content of its own
and thoughts are neither asked for nor counted against the finder. Pure function of the folder; no network.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from facta.codebook import Codebook
from facta.extraction import extract
from facta.gazetteer import Gazetteer
from facta.reading import Reader
from facta.records import Report

ASKED = ("Direct", "Indirect")
HALF = 0.5
Words = frozenset[tuple[int, int]]  # (sentence, word)


@dataclass(frozen=True, slots=True)
class Told:
    """One content, by its words, with its speaker's words; `form` is empty in what facta found."""

    content: Words
    speaker: Words
    form: str = ""
    asked: bool = True


def text_of(article: dict[str, Any]) -> tuple[str, list[tuple[int, int, tuple[int, int]]]]:
    """The article as text, a sentence a line where a paragraph may end, and the place of each word in it."""
    text, places, marks = "", [], 0  # straight marks so far: every other one closes
    for sentence in article["Sentences"]:
        for number, word in enumerate(sentence["Tokens"]):
            glued = word in (",", ".", ":", ";", "!", "?", ")", "“", "”", "‘", "’") or text.endswith(("(", "„", "‚"))
            marks += word == '"'
            glued |= (word == '"' and marks % 2 == 0) or (text.endswith('"') and marks % 2 == 1 and word != '"')
            text += "" if glued or not text or text.endswith(" ") else " "
            places.append((len(text), len(text) + len(word), (sentence["SentenceId"], number)))
            text += word
        text += " "
    return text, places


def marked(article: dict[str, Any]) -> list[Told]:
    """What people marked: contents that are asked for, and others that may be found or not."""
    found = []
    for row in article["Annotations"]:
        asked = row["Form"] in ASKED and row["STWR"] != "Thought" and not row["IsNested"]
        content, speaker = words(row["Message"]), words(row["Source"])
        if content:
            found.append(Told(content, speaker, row["Form"], asked))
    return found


def words(references: Iterable[str]) -> Words:
    return frozenset((int(s), int(w)) for s, w in (reference.split(":") for reference in references))


def found_in(
    text: str, places: list[tuple[int, int, tuple[int, int]]], reader: Reader, gazetteer: Gazetteer
) -> list[Told]:
    """facta's statements by the words that they cover."""

    def covered(*spans: Any) -> Words:
        return frozenset(w for a, b, w in places for s in spans if s and a < s.end and s.start < b)

    claims = extract(reader.read(Report.of(text, "de")), Codebook.load("de"), gazetteer)
    return [Told(covered(*s.content), covered(s.speaker.span if s.speaker else None)) for s in claims.statements]


def overlap(one: Words, other: Words) -> float:
    return len(one & other) / max(1, len(one | other))


def matched(gold: list[Told], found: list[Told]) -> list[tuple[Told, Told]]:
    """Pairs with at least half in common, the closest first, each used once."""
    pairs = sorted(
        ((overlap(g.content, f.content), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    used_gold, used_found, chosen = set[int](), set[int](), []
    for share, i, j in pairs:
        if share >= HALF and i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            chosen.append((gold[i], found[j]))
    return chosen


def score(folder: Path, limit: int | None = None, errors: bool = False) -> dict[str, float]:
    """Precision, recall and F1 of contents, and F1 with a speaker that shares a word with the marked one."""
    reader, gazetteer = Reader.load(), Gazetteer.load()
    wanted = given = right = spoken = 0
    for file in sorted((folder / "task2").glob("*.json"))[:limit]:
        article = json.loads(file.read_text(encoding="utf-8"))
        text, places = text_of(article)
        gold, found = marked(article), found_in(text, places, reader, gazetteer)
        pairs = matched(gold, found)
        asked = [pair for pair in pairs if pair[0].asked]
        idle = len(pairs) - len(asked)  # found what may be found or not
        wanted += sum(g.asked for g in gold)
        given += len(found) - idle
        right += len(asked)
        spoken += sum(bool(g.speaker & f.speaker) or not (g.speaker or f.speaker) for g, f in asked)
        if errors:
            show(file.stem, text, places, gold, found, pairs)
    precision, recall = right / max(1, given), right / max(1, wanted)
    both = wanted + given
    return {
        "content P": precision,
        "content R": recall,
        "content F1": 2 * right / max(1, both),
        "content and speaker F1": 2 * spoken / max(1, both),
    }


def show(name: str, text: str, places: list[Any], gold: list[Told], found: list[Told], pairs: list[Any]) -> None:
    """Prints what was missed and what was found beside it."""
    at = {w: (a, b) for a, b, w in places}

    def quoted(some: Words) -> str:
        spans = [at[w] for w in sorted(some)]
        return text[spans[0][0] : spans[-1][1]] if spans else "–"

    taken = [f for _, f in pairs]
    print(f"# {name}")
    for g in gold:
        if g.asked and not any(g is one for one, _ in pairs):
            print(f"  missed {g.form}: {quoted(g.speaker)} | {quoted(g.content)}")
    for f in found:
        if not any(f is one for one in taken):
            print(f"  extra: {quoted(f.speaker)} | {quoted(f.content)}")
    for g, f in pairs:
        if g.asked and not (g.speaker & f.speaker) and (g.speaker or f.speaker):
            print(f"  speaker: {quoted(g.speaker)} / {quoted(f.speaker)} | {quoted(g.content)}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, help="read only so many articles")
    parser.add_argument("--errors", action="store_true", help="also print what was missed and what was found beside it")
    arguments = parser.parse_args()
    for measure, value in score(arguments.folder, arguments.limit, arguments.errors).items():
        print(f"{measure:<24} {value:.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
