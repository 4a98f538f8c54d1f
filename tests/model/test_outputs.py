"""The shipped model gives what the trained network gave in full precision, and the same in any company."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from facta.model import Model
from facta.reading import Reader
from facta.reading.decode import decode
from facta.reading.windows import inputs, windows

Pairs = list[tuple[dict[str, Any], dict[str, Any]]]  # a kept sentence, the shipped model's outputs for it
GOLDEN: list[dict[str, Any]] = json.loads(Path(__file__).with_name("golden.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def pairs(reader: Reader) -> Pairs:
    """Each kept sentence beside the shipped model's outputs for it."""
    found = []
    for row in GOLDEN:
        [window] = windows(0, [reader.model.pieces(word) for word in row["words"]])
        arrays = reader.model.run(**inputs([window]))
        found.append((row, {name: values[0] for name, values in arrays.items()}))
    return found


@pytest.mark.parametrize(
    ("output", "at_least"), [("upos", 0.99), ("arc", 0.95), ("deprel", 0.96), ("ner", 0.98), ("pred", 0.98)]
)
def test_best_labels_are_those_of_full_precision(pairs: Pairs, output: str, at_least: float) -> None:
    same = [a == b for row, arrays in pairs for a, b in zip(row[output], arrays[output].argmax(-1), strict=True)]
    assert np.mean(same) >= at_least


def test_roles_are_those_of_full_precision(pairs: Pairs) -> None:
    cells = [
        (np.array(row["role"])[i], arrays["role"][i]) for row, arrays in pairs for i, p in enumerate(row["pred"]) if p
    ]
    given = sum(int((a > 0).sum()) for a, _ in cells)
    both = sum(int(((a == b) & (a > 0)).sum()) for a, b in cells)
    assert given > 30
    assert both / given >= 0.95


def test_numbers_lie_near_those_of_full_precision(pairs: Pairs) -> None:
    far = [abs(a - b) for row, arrays in pairs for a, b in zip(row["fact"], arrays["fact"], strict=True)]
    assert np.mean(far) < 0.1
    assert all(float(np.dot(row["vector"], arrays["vector"])) > 0.98 for row, arrays in pairs)


def test_sentences_are_read_alike_alone_and_together(reader: Reader) -> None:
    labels = reader.model.labels
    for row in GOLDEN:
        alike = [windows(0, [reader.model.pieces(word) for word in (*row["words"][:-1], mark)])[0] for mark in ".!?"]
        together = reader.model.run(**inputs(alike))
        for i, window in enumerate(alike):
            alone = reader.model.run(**inputs([window]))
            assert decode(together, i, window, labels) == decode(alone, 0, window, labels)
            assert np.allclose(together["vector"][i], alone["vector"][0], atol=1e-6)


def test_one_sentence_a_call_makes_vectors_the_same_in_any_report(reader: Reader) -> None:
    assert reader.model.manifest.pieces_a_call == 1


def test_a_run_gives_the_same_again(reader: Reader) -> None:
    [window] = windows(0, [reader.model.pieces(word) for word in GOLDEN[0]["words"]])
    one, other = (Model.load().run(**inputs([window])) for _ in range(2))
    assert all(np.array_equal(one[name], other[name]) for name in one)
