"""The best tree: one root, no rings, and no better one."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facta.reading.trees import best_tree, is_tree


def total(scores: np.ndarray, heads: tuple[int, ...]) -> float:
    return float(sum(scores[i, h + 1] for i, h in enumerate(heads)))


@settings(max_examples=150, deadline=None)
@given(st.integers(1, 5), st.integers(0, 2**32 - 1))
def test_no_tree_scores_higher(n: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(n, n + 1))
    heads = tuple(best_tree(scores))
    every = [tree for tree in product(range(-1, n), repeat=n) if is_tree(list(tree))]
    assert is_tree(list(heads))
    assert total(scores, heads) == pytest.approx(max(total(scores, tree) for tree in every))


def test_long_random_scores_give_a_tree() -> None:
    assert is_tree(best_tree(np.random.default_rng(7).normal(size=(110, 111))))


@pytest.mark.parametrize("heads", [[0], [1, 0], [-1, -1], [-1, 2, 1]])
def test_rings_and_second_roots_are_no_tree(heads: list[int]) -> None:
    assert not is_tree(heads)
