"""Whether a deed is background: dated long before the report, told of another age, or remembered. Takes a deed's place
in its sentence and its time; leaves what the time is to `times`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from facta.extraction.status import Marks
from facta.extraction.tree import Tree
from facta.extraction.words import Words
from facta.records import When

HISTORICAL_DAYS = 400  # a deed dated more than a year and a month before publication is background
_NOMINAL = ("nmod", "obj", "obl", "compound", "conj", "nsubj", "acl", "amod")
_DATING = ("obl", "nmod", "advmod", "advcl")
_REMEMBERED = 3  # steps from the deed up to the word of remembrance: "marked the anniversary of the massacre"


def is_historical(tree: Tree, i: int, when: When | None, published: date | None, words: Marks) -> bool:
    """Whether the deed is background: remembered, of another age, or dated long before publication."""
    if is_remembered(tree, i, words) or any(_is_of(tree, c, words.eras) for c in _datings(tree, i, words)):
        return True
    if when is not None and when.end is not None and published is not None:
        return (published - when.end).days > HISTORICAL_DAYS
    return any(_is_of(tree, c, words.historical) for c in _datings(tree, i, words))


def is_remembered(tree: Tree, i: int, words: Marks) -> bool:
    """Whether the deed's noun hangs on a word of remembrance; whatever dates that word does not date the deed."""
    for above, _ in zip(tree.ancestors(i), range(_REMEMBERED), strict=False):
        if tree.relation(i) not in _NOMINAL or tree.tokens[i].deprel == "acl:relcl":
            return False
        if words.remembrance.any_in(tree, [above]):
            return True
        i = above
    return False


def _datings(tree: Tree, i: int, words: Marks) -> Iterator[int]:
    """The phrases that may say when the deed was done: its own circumstances, and those of the verb that bears it."""
    verb = i if tree.tokens[i].upos == "VERB" or tree.tokens[i].head < 0 else tree.tokens[i].head
    for bearer in dict.fromkeys((i, verb)):
        yield from tree.all_children(bearer, *_DATING)
        yield from (c for c in tree.all_children(bearer, "obj") if words.historical.has(tree.tokens[c]))


def _is_of(tree: Tree, i: int, words: Words) -> bool:
    """Whether a phrase is one of time with one of the words, clauses inside it left out."""
    return words.any_in(tree, tree.subtree(i, lambda c: tree.relation(c) in ("acl", "advcl", "parataxis")))
