"""Names made from trees and a model's guesses: the tree bounds them, all guesses over a spelling give the kind."""

from __future__ import annotations

import numpy as np

from training.samples import Sample
from training.silver_names import KINDS, Votes, candidates, chances, tags

WORDS = ["Ministers", "met", "Captain", "Ada", "Moro", "of", "Al", "-", "Noor", "in", "May"]
UPOS = ["NOUN", "VERB", "PROPN", "PROPN", "PROPN", "ADP", "PROPN", "PUNCT", "PROPN", "ADP", "PROPN"]
HEADS = [2, 0, 4, 2, 4, 9, 9, 9, 4, 11, 2]
RELATIONS = ["nsubj", "root", "compound", "obj", "flat", "case", "compound", "punct", "nmod", "case", "obl"]


def _sample() -> Sample:
    return Sample("en", [*WORDS], [*HEADS], [*RELATIONS], [*UPOS])


def test_a_run_of_joined_proper_nouns_is_one_name_and_a_hyphen_does_not_end_it() -> None:
    assert list(candidates(_sample(), set())) == [(2, 5), (6, 9), (10, 11)]


def test_the_model_may_leave_a_title_out_of_a_persons_name() -> None:
    assert next(candidates(_sample(), {(3, 5, "PER")})) == (3, 5)
    assert next(candidates(_sample(), {(2, 4, "ORG")})) == (2, 5)


def test_a_kind_that_one_place_leaves_open_is_settled_by_the_other_places() -> None:
    votes, place = Votes(), np.eye(len(KINDS))[3]
    for _ in range(4):
        votes.add("Al - Noor", place)
    doubtful = np.array([0.3, 0.1, 0.3, 0.3])
    found = tags(_sample(), [(6, 9), (10, 11)], [doubtful, np.array([0.9, 0, 0, 0.1])], votes, {(0, 1, "ORG")})
    assert found[6:9] == ["B-LOC", "I-LOC", "I-LOC"]
    assert found[0] == "?"  # the model alone sees a name there


def test_what_nobody_settles_stays_unknown() -> None:
    found = tags(_sample(), [(6, 9)], [np.array([0.4, 0.2, 0.2, 0.2])], Votes(), set())
    assert found[6:9] == ["?", "?", "?"]


def test_chances_sum_to_one_over_the_kinds() -> None:
    found = chances(np.array([[0.0, 5.0, 0.0, 0.0, 0.0, 0.0, 0.0]], np.float32))
    assert found.shape == (1, 4)
    assert np.isclose(found.sum(), 1)
    assert found[0].argmax() == KINDS.index("PER")
