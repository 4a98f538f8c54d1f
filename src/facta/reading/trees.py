"""From scores of heads to the best tree with one root (Chu-Liu-Edmonds). Heads are word indices, -1 for the root."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
_NEVER = -1e12
_ROOT_PRICE = 1e6  # far above any sum of scores, so that the best tree has as few roots as can be: one


def is_tree(heads: list[int]) -> bool:
    """Whether exactly one word hangs on the root and every other one leads up to it."""
    return heads.count(-1) == 1 and not _cycle([h + 1 for h in [-1, *heads]])


def best_tree(scores: Scores) -> list[int]:
    """Heads of the tree with one root and the highest sum; `scores[i, j + 1]`: word i below word j, 0: the root."""
    n = len(scores)
    if n == 1:
        return [-1]
    greedy = [int(h) - 1 for h in _without_self(scores)[1:].argmax(-1)]
    if is_tree(greedy):
        return greedy
    priced = _without_self(scores)
    priced[1:, 0] -= _ROOT_PRICE
    return [int(h) - 1 for h in _chu_liu_edmonds(priced)[1:]]


def _without_self(scores: Scores) -> Scores:
    """Scores with a row for the root itself, and no word below itself."""
    n = len(scores) + 1
    full = np.full((n, n), _NEVER)
    full[1:] = scores
    np.fill_diagonal(full, _NEVER)
    return full


def _cycle(heads: list[int]) -> list[int]:
    """Nodes of the first cycle, or none; node 0 is the root."""
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path = []
        node = start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = heads[node]
        if state[node] == 1:
            return path[path.index(node) :]
        for seen in path:
            state[seen] = 2
    return []


def _chu_liu_edmonds(scores: Scores) -> list[int]:
    """Heads of the best tree from node 0; each cycle of best arcs is drawn together into one node and solved again."""
    heads = [0, *(int(h) for h in scores[1:].argmax(-1))]
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = np.zeros(len(scores), bool)
    inside[cycle] = True
    rest = np.flatnonzero(~inside)
    members = np.array(cycle)
    kept = scores[members, [heads[c] for c in cycle]]
    smaller = np.full((len(rest) + 1, len(rest) + 1), _NEVER)
    smaller[:-1, :-1] = scores[np.ix_(rest, rest)]
    out_of = scores[np.ix_(rest, members)]
    smaller[:-1, -1] = out_of.max(1)
    into = scores[np.ix_(members, rest)] - kept[:, None]
    smaller[-1, :-1] = into.max(0)
    solved = _chu_liu_edmonds(smaller)
    return _opened(heads, solved, rest, members, out_of.argmax(1), into.argmax(0))


def _opened(
    heads: list[int],
    solved: list[int],
    rest: NDArray[np.intp],
    members: NDArray[np.intp],
    best_member: NDArray[np.intp],
    best_entry: NDArray[np.intp],
) -> list[int]:
    """Heads of the whole from those of the smaller graph, whose last node stands for the cycle."""
    result = list(heads)
    drawn = len(rest)
    for k in range(1, drawn):
        head = solved[k]
        result[int(rest[k])] = int(members[best_member[k]]) if head == drawn else int(rest[head])
    above = solved[drawn]
    result[int(members[best_entry[above]])] = int(rest[above])
    return result
