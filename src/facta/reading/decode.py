"""From the model's numbers to a sentence's analysis: tags, tree, names, roles. Leaves text and lemmas to others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from numpy.typing import NDArray

from facta.model.model import Arrays
from facta.reading.trees import best_tree, is_tree
from facta.reading.windows import Window
from facta.records import NamedSpan, NameKind, Role, Vector

Labels = dict[str, tuple[str, ...]]
_KINDS = {"PER": NameKind.PERSON, "ORG": NameKind.ORGANISATION, "LOC": NameKind.PLACE}
_ROOT = "root"
_MOST_FACT = 3.0
_JOINED = "parataxis"  # how a later window's root hangs on the sentence's root


@dataclass(slots=True)
class Analysis:
    """What the model says of each word of a sentence; word indices are the sentence's, and -1 is the root."""

    upos: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deprels: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    predicates: list[int] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    facts: dict[int, float] = field(default_factory=dict)  # factuality of each predicate, -3 to 3


def decode(
    arrays: Arrays, row: int, window: Window, labels: Labels, relations: frozenset[str] = frozenset()
) -> Analysis:
    """One window's analysis; word indices are those of the whole sentence.

    `relations` are those of the language of the sentence, as treebanks differ; empty: all that the model knows."""
    n = len(window.pieces)
    base = window.first
    arc = arrays["arc"][row, :n, : n + 1].astype(np.float64)
    heads = best_tree(arc)
    predicates = [int(i) for i in np.flatnonzero(arrays["pred"][row, :n].argmax(-1))]
    role = arrays["role"][row, :n, :n]
    facts = arrays["fact"][row] if "fact" in arrays else None
    return Analysis(
        upos=[labels["upos"][k] for k in arrays["upos"][row, :n].argmax(-1)],
        heads=[h + base if h >= 0 else -1 for h in heads],
        deprels=_deprels(arrays["deprel"][row, :n], heads, labels["deprel"], relations),
        tags=_tags(arrays["ner"][row, :n], labels["ner"]),
        predicates=[i + base for i in predicates],
        roles=[
            Role(i + base, int(j) + base, labels["role"][role[i, j]]) for i in predicates for j in role[i].nonzero()[0]
        ],
        facts={i + base: _fact(float(facts[i])) for i in predicates} if facts is not None else {},
    )


def _fact(value: float) -> float:
    """Factuality within its scale, to one decimal: more would only show one processor's rounding."""
    return round(min(_MOST_FACT, max(-_MOST_FACT, value)), 1) + 0.0


def _tags(scores: Vector, names: tuple[str, ...]) -> list[str]:
    """The best row of BIO tags in which each I- follows a B- or I- of its kind (Viterbi)."""
    barred, inside = _barred(names)
    chances = scores.astype(np.float64) - np.logaddexp.reduce(scores.astype(np.float64), -1, keepdims=True)
    best = np.where(inside, -np.inf, chances[0])
    before = list[Vector]()
    for row in chances[1:]:
        through = np.where(barred, -np.inf, best[:, None])
        before.append(through.argmax(0))
        best = through.max(0) + row
    path = [int(best.argmax())]
    for step in reversed(before):
        path.append(int(step[path[-1]]))
    return [names[k] for k in reversed(path)]


@cache
def _barred(names: tuple[str, ...]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which tags may not follow which [t, t], and which may not begin a sentence [t]."""
    follows = np.array([[_breaks(a, b) for b in names] for a in names])
    return follows, np.array([name.startswith("I-") for name in names])


def _breaks(tag: str, following: str) -> bool:
    """Whether a tag may not follow another: an I- without its name."""
    inside, _, kind = following.partition("-")
    return inside == "I" and tag.partition("-")[2] != kind


def _deprels(scores: Vector, heads: list[int], names: tuple[str, ...], known: frozenset[str]) -> list[str]:
    """The best relation of each word; `root` goes with the root and with no other word.

    The model scores relations for its own first choice of head. Where the tree needed another head, its best relation
    is kept: what a word is to its clause (subject, punctuation) seldom changes with the word it hangs on."""
    root = names.index(_ROOT)
    other = scores.copy()
    if known:
        other[:, [k for k, name in enumerate(names) if name not in known]] = -np.inf
    best = other.argmax(-1)
    other[:, root] = -np.inf
    second = other.argmax(-1)
    return [_ROOT if h < 0 else names[b if b != root else s] for h, b, s in zip(heads, best, second, strict=True)]


def join(parts: Sequence[Analysis], windows: Sequence[Window]) -> Analysis:
    """The analysis of a whole sentence: each word as the window that owns it sees it, and one tree in the end."""
    if len(parts) == 1:
        return parts[0]
    whole = Analysis()
    for part, window in zip(parts, windows, strict=True):
        first, last = window.own_first, window.own_last
        own = slice(first - window.first, last - window.first)
        whole.upos += part.upos[own]
        whole.heads += part.heads[own]
        whole.deprels += part.deprels[own]
        whole.tags += part.tags[own]
        whole.predicates += [i for i in part.predicates if first <= i < last]
        whole.roles += [r for r in part.roles if first <= r.predicate < last]
        whole.facts |= {i: fact for i, fact in part.facts.items() if first <= i < last}
    _mend(whole)
    return whole


def _mend(whole: Analysis) -> None:
    """Hangs later roots, and one word of each ring that windows close between them, on the first root."""
    heads, deprels = whole.heads, whole.deprels
    root = heads.index(-1) if -1 in heads else 0
    heads[root], deprels[root] = -1, _ROOT
    reached = [False] * len(heads)
    reached[root] = True
    for start in range(len(heads)):
        path: list[int] = []
        on_path: set[int] = set()
        node = start
        while not reached[node] and node not in on_path and heads[node] != -1:
            path.append(node)
            on_path.add(node)
            node = heads[node]
        if not reached[node]:
            heads[node], deprels[node] = root, _JOINED
            path.append(node)
        for seen in path:
            reached[seen] = True


def names(tags: Sequence[str]) -> Iterator[NamedSpan]:
    """Named spans of BIO tags; a name that lacks its B- begins at its first I-."""
    first, kind = 0, ""
    for i, tag in enumerate((*tags, "O")):
        inside, _, found = tag.partition("-")
        if kind and (inside != "I" or found != kind):
            yield NamedSpan(first, i, _KINDS[kind])
            kind = ""
        if found and not kind:
            first, kind = i, found


__all__ = ["Analysis", "decode", "is_tree", "join", "names"]
