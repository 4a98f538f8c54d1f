"""From a commitment found in a sentence to its wording, type, degree, condition and days. Leaves parties to pledges."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from facta.codebook.pledges import Deed
from facta.extraction.pledge_cues import Commitments, Cue
from facta.extraction.status import Marks
from facta.extraction.tree import Tree
from facta.records import Span, When

_DEPTH = 3  # "continue to help to train": how deep the promised deed may hide


def wording(cue: Cue) -> Span:
    """The characters of the promised act, with its subject where it has one of its own."""
    tree = cue.tree
    tokens = tree.subtree(cue.act, lambda c: _outside(tree, cue, c))
    if cue.first is not None:
        tokens = [i for i in range(cue.first, max(tokens) + 1) if i >= cue.first] if cue.first < max(tokens) else tokens
    marks = [c for c in tree.all_children(cue.act, "mark") if tree.tokens[c].form.casefold() in ("that", "que", "що")]
    chosen = [i for i in tokens if i not in marks]
    return tree.span(chosen or tokens)


def _outside(tree: Tree, cue: Cue, c: int) -> bool:
    """Whether a branch is no part of the act: the clause of the cue, a parenthesis, or a new clause beside it."""
    if c == cue.cue or (tree.relation(c) == "parataxis" and tree.tokens[c].head == cue.act):
        return True
    beside = tree.relation(c) == "conj" and tree.tokens[c].head == cue.act and tree.child(c, "nsubj") is not None
    return beside and cue.clause


def type_of(cue: Cue, words: Commitments) -> str | None:
    """The PLOVER type of the promised deed, from its verb, the verbs below it, or its noun."""
    for i in _acts(cue.tree, cue.act, _DEPTH if cue.clause else 0):
        for deed, verbs, nouns in words.deeds:
            if verbs.any_in(cue.tree, [i]) and _fits(cue.tree, i, deed, words):
                return deed.type
            if nouns.has(cue.tree.tokens[i]) and cue.tree.tokens[i].upos in ("NOUN", "PROPN", "ADJ"):
                return deed.type
    return None


def _acts(tree: Tree, i: int, depth: int) -> Iterator[int]:
    """The act's head and what it is about, nearest first."""
    yield i
    if depth:
        for c in tree.all_children(i, "xcomp", "ccomp", "obj", "conj", "obl", "advcl", "compound", "nmod"):
            if c > i or tree.relation(c) == "compound":
                yield from _acts(tree, c, depth - 1)


def _fits(tree: Tree, i: int, deed: Deed, words: Commitments) -> bool:
    below = [c for c in tree.subtree(i) if c != i]
    return not deed.object or any(words.classes[name].any_in(tree, below) for name in deed.object)


def degree_of(cue: Cue, words: Commitments) -> Span | None:
    """The words that say how far the act goes: "radically", "by a large margin"."""
    tree = cue.tree
    for i in tree.subtree(cue.act):
        if words.degrees.has(tree.tokens[i]):
            return tree.tokens[i].span
    return None


def condition_of(cue: Cue, marks: Marks) -> Span | None:
    """The if-clause under which the act is promised."""
    tree = cue.tree
    for i in (cue.act, cue.cue):
        for c in tree.all_children(i, "advcl"):
            if any(marks.conditions.has(tree.tokens[m]) for m in tree.all_children(c, "mark", "advmod")):
                return tree.span(tree.subtree(c))
    return None


def first_day(cue: Cue, words: Commitments, times: tuple[When, ...]) -> date | None:
    """The day from which the act is promised: "from Monday"."""
    return next(
        (when.start for i, when in _dated(cue, times) if words.since.any_in(cue.tree, range(max(0, i - 2), i))), None
    )


def last_day(cue: Cue, words: Commitments, times: tuple[When, ...]) -> date | None:
    """The day until which, or by which, the act is promised."""
    return next(
        (when.end for i, when in _dated(cue, times) if words.until.any_in(cue.tree, range(max(0, i - 2), i + 1))), None
    )


def _dated(cue: Cue, times: tuple[When, ...]) -> Iterator[tuple[int, When]]:
    tree, act = cue.tree, cue.tree.span(cue.tree.subtree(cue.act))
    for when in times:
        if when.span is not None and act.overlaps(when.span) and (found := tree.at(when.span)):
            yield found[0], when
