"""From the model's numbers to relations: the best one that the language has, and root for the root alone."""

from __future__ import annotations

import numpy as np
import pytest

from facta.model import Model
from facta.reading.decode import decode
from facta.reading.windows import windows

LABELS = {
    "upos": ("NOUN", "VERB"), "deprel": ("nsubj", "obl", "obl:arg", "root"), "ner": ("O", "B-PER", "I-PER"),
    "role": ("-", "ARG0"),
}  # fmt: skip


def _arrays() -> dict[str, np.ndarray]:
    """Three words, the second their root; the third is scored obl:arg before obl."""
    return {
        "upos": np.zeros((1, 3, 2), np.float32),
        "arc": np.array([[[0, 0, 5, 0], [5, 0, 0, 0], [0, 0, 5, 0]]], np.float32),
        "deprel": np.array([[[3, 0, 0, 9], [0, 0, 0, 9], [0, 2, 3, 0]]], np.float32),
        "ner": np.zeros((1, 3, 3), np.float32),
        "pred": np.zeros((1, 3, 2), np.float32),
        "role": np.zeros((1, 3, 3), np.int64),
    }


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (frozenset[str](), ["nsubj", "root", "obl:arg"]),
        (frozenset(["nsubj", "obl", "root"]), ["nsubj", "root", "obl"]),
    ],
)
def test_a_word_gets_no_relation_that_its_language_lacks(known: frozenset[str], expected: list[str]) -> None:
    [window] = windows(0, [(5,), (6,), (7,)])
    assert decode(_arrays(), 0, window, LABELS, known).deprels == expected


def test_the_shipped_model_knows_the_relations_of_its_languages() -> None:
    manifest = Model.load().manifest
    for language in manifest.languages:
        known = manifest.relations[language]
        assert {"root", "nsubj", "obj", "obl", "punct", "conj"} <= known
        assert known <= set(manifest.labels["deprel"])
    assert "obl:arg" not in manifest.relations["en"]


def test_a_name_is_tagged_as_a_whole_not_word_by_word() -> None:
    arrays = _arrays()
    arrays["ner"] = np.log(np.array([[[0.5, 0.4, 0.1], [0.1, 0.3, 0.6], [0.9, 0.05, 0.05]]], np.float32))
    [window] = windows(0, [(5,), (6,), (7,)])
    assert decode(arrays, 0, window, LABELS).tags == ["B-PER", "I-PER", "O"]
