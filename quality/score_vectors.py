"""Scores how well the reader's vectors put one story in two languages together: MEANTIME, 120 stories in en and es.

    python -m quality.score_vectors FOLDER

For each report, whether the nearest report of the other language tells the same story. Vectors are compared as stories
compare them: less the mean of all reports at hand.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from facta.reading import Reader

Floats = NDArray[np.float64]
Words = list[list[str]]  # sentences of words


def reports(path: Path) -> dict[str, Words]:
    """Sentences of each report by its name, from columns report, sentence, place, word."""
    found: dict[str, dict[str, list[str]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        columns = line.split("\t")
        if len(columns) > 3 and not line.startswith("#begin"):
            name, sentence, _, word = columns[:4]
            found.setdefault(name, {}).setdefault(sentence, []).append(word)
    return {name: list(sentences.values()) for name, sentences in found.items()}


def vectors(reader: Reader, told: dict[str, Words], language: str) -> dict[str, Floats]:
    """The unit vector of each report: the mean of its sentences, by their words."""
    made = {}
    for name, sentences in told.items():
        read = reader.read_words(sentences, language)
        weights = [len(s.tokens) for s in read]
        mean = np.average([np.asarray(s.vector, float) for s in read], axis=0, weights=weights)
        made[name] = mean / np.linalg.norm(mean)
    return made


def score(reader: Reader, folder: Path) -> dict[str, float]:
    """Share of reports, of both languages, whose nearest is the same story; and the spread of all cosines."""
    english, spanish = (reports(folder / f"{code}.conll") for code in ("en", "es"))
    names = sorted(english.keys() & spanish.keys())
    one, other = (_rows(vectors(reader, told, code), names) for told, code in ((english, "en"), (spanish, "es")))
    plain = one @ other.T
    mean = np.concatenate([one, other]).mean(0)
    cosines = _unit(one - mean) @ _unit(other - mean).T
    own = np.arange(len(names))
    right = np.concatenate([cosines.argmax(0) == own, cosines.argmax(1) == own])
    bare = np.concatenate([plain.argmax(0) == own, plain.argmax(1) == own])
    return {
        "nearest, centred": float(right.mean()),
        "nearest, as they are": float(bare.mean()),
        "spread": float(plain.std()),
    }


def _rows(found: dict[str, Floats], names: list[str]) -> Floats:
    return np.array([found[name] for name in names])


def _unit(rows: Floats) -> Floats:
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float64)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="the folder with en.conll and es.conll")
    for measure, value in score(Reader.load(), parser.parse_args().folder).items():
        print(f"{measure} {value:.3f}")


if __name__ == "__main__":
    main()
