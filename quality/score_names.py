"""Scores the reader's named spans (person, organisation, place): same characters or words, same kind.

    python -m quality.score_names conll2002-es|slavicner-ru|slavicner-uk|nerel|re3d FOLDER

Kinds a corpus has beyond these three are left out. Nested names count as the widest one of the three kinds.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Set
from itertools import groupby
from pathlib import Path
from typing import Any

from facta.reading import Reader
from facta.reading.decode import names
from facta.records import NameKind, Report

Name = tuple[int, int, NameKind]
Text = tuple[str, set[Name]]  # a text and its names by characters
_KINDS = {
    "PER": NameKind.PERSON, "ORG": NameKind.ORGANISATION, "LOC": NameKind.PLACE,
    "PERSON": NameKind.PERSON, "ORGANIZATION": NameKind.ORGANISATION, "LOCATION": NameKind.PLACE,
    "CITY": NameKind.PLACE, "COUNTRY": NameKind.PLACE, "STATE_OR_PROVINCE": NameKind.PLACE, "DISTRICT": NameKind.PLACE,
    "Person": NameKind.PERSON, "Organisation": NameKind.ORGANISATION, "Location": NameKind.PLACE,
}  # fmt: skip


def slavicner(folder: Path, language: str, every: int) -> Iterator[Text]:
    """Russian or Ukrainian news with character offsets: every so-manieth report, since all take minutes."""
    for path in sorted(folder.glob(f"ner/*/{language}/*.tsv"))[::every]:
        raw = folder / "raw" / path.parts[-3] / language / f"{path.stem}.txt"
        if not raw.exists():  # some reports came without their text
            continue
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line]
        text = raw.read_bytes().decode("utf-8")
        yield text, {(int(r[0]), int(r[1]), _KINDS[r[4]]) for r in rows if r[4] in _KINDS}


def nerel(folder: Path) -> Iterator[Text]:
    """Russian news in brat's form; discontinuous names are left out."""
    for path in sorted(folder.glob("*.ann")):
        rows = [
            line.split("\t")[1].split(" ") for line in path.read_text(encoding="utf-8").splitlines() if line[:1] == "T"
        ]
        found = {(int(r[1]), int(r[2]), _KINDS[r[0]]) for r in rows if r[0] in _KINDS and len(r) == 3}
        yield path.with_suffix(".txt").read_bytes().decode("utf-8"), outermost(found)


def re3d(folder: Path) -> Iterator[Text]:
    """English reports on Iraq and Syria; its conventions take roles and articles into a name."""
    for part in sorted(path.parent for path in folder.glob("*/entities.json")):
        entities = _lines(part / "entities.json")
        for document in _lines(part / "documents.json"):
            own = [e for e in entities if e["documentId"] == document["_id"] and e["type"] in _KINDS]
            yield str(document["text"]), outermost({(e["begin"], e["end"], _KINDS[e["type"]]) for e in own})


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def outermost(found: set[Name]) -> set[Name]:
    """The names that lie in no other."""
    return {n for n in found if not any(o != n and o[0] <= n[0] and n[1] <= o[1] for o in found)}


def score_texts(reader: Reader, texts: Iterable[Text], language: str) -> dict[str, float]:
    """Precision, recall and F1 over running texts."""
    counts = [0, 0, 0]
    for text, gold in texts:
        found = set[Name]()
        for sentence in reader.read(Report.of(text, language)).sentences:
            for name in sentence.names:
                found.add((sentence.tokens[name.first].start, sentence.tokens[name.last - 1].end, name.kind))
        _count(counts, gold, found)
    return _f1(counts)


def score_words(reader: Reader, sentences: list[tuple[list[str], list[str]]], language: str) -> dict[str, float]:
    """Precision, recall and F1 over sentences with given words and BIO tags."""
    counts = [0, 0, 0]
    read = reader.read_words([words for words, _ in sentences], language)
    for (_, tags), sentence in zip(sentences, read, strict=True):
        gold = {(n.first, n.last, n.kind) for n in names(tags)}
        _count(counts, gold, {(n.first, n.last, n.kind) for n in sentence.names})
    return _f1(counts)


def conll(path: Path) -> list[tuple[list[str], list[str]]]:
    """Sentences of words and BIO tags in the last two columns; kinds beyond the three become O."""
    lines = path.read_text(encoding="utf-8").splitlines()
    blocks = [list(block) for full, block in groupby(lines, key=lambda line: bool(line.strip())) if full]
    found = []
    for block in blocks:
        rows = [line.split("\t") for line in block]
        tags = [row[-1] if row[-1].partition("-")[2] in ("PER", "ORG", "LOC") else "O" for row in rows]
        found.append(([row[-2] for row in rows], tags))
    return found


def _count(counts: list[int], gold: Set[Name], found: Set[Name]) -> None:
    counts[0] += len(gold)
    counts[1] += len(found)
    counts[2] += len(gold & found)


def _f1(counts: list[int]) -> dict[str, float]:
    gold, found, both = counts
    return {
        "names P": both / max(found, 1),
        "names R": both / max(gold, 1),
        "names F1": 2 * both / max(gold + found, 1),
    }


SCORES: dict[str, Callable[[Reader, Path], dict[str, float]]] = {
    "conll2002-es": lambda reader, folder: score_words(reader, conll(folder / "val.conllu"), "es"),
    "slavicner-ru": lambda reader, folder: score_texts(reader, slavicner(folder, "ru", 8), "ru"),
    "slavicner-uk": lambda reader, folder: score_texts(reader, slavicner(folder, "uk", 2), "uk"),
    "nerel": lambda reader, folder: score_texts(reader, nerel(folder / "dev"), "ru"),
    "re3d": lambda reader, folder: score_texts(reader, re3d(folder), "en"),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", choices=[*SCORES])
    parser.add_argument("folder", type=Path)
    given = parser.parse_args()
    scores = SCORES[given.corpus](Reader.load(), given.folder)
    print("  ".join(f"{measure} {value:.2%}" for measure, value in scores.items()))


if __name__ == "__main__":
    main()
