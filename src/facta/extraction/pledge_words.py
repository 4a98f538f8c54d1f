"""From a commitment in a sentence to its wording, deed, degree, places, condition and days. No parties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from facta.codebook.pledges import Deed
from facta.extraction.committing import Commitments
from facta.extraction.frames import subject_of
from facta.extraction.pledge_cues import Cue
from facta.extraction.status import Marks
from facta.extraction.tree import Tree
from facta.records import Place, Precision, Span, When

_DEPTH = 3  # "continue to help to train": how deep the promised deed may hide


def wording(cue: Cue) -> Span:
    """The characters of the promised act, with its subject where it has one of its own."""
    tree = cue.tree
    tokens = tree.subtree(cue.act, lambda c: _outside(tree, cue, c))
    while len(tokens) > 1 and tree.tokens[tokens[-1]].upos == "PUNCT":  # it may stand behind ", the minister said"
        tokens.pop()
    if cue.first is not None:
        tokens = [i for i in range(cue.first, max(tokens) + 1) if i >= cue.first] if cue.first < max(tokens) else tokens
    marks = [c for c in tree.all_children(cue.act, "mark") if tree.grammar.is_complementiser(tree.tokens[c].form)]
    marks += [c for c in tree.all_children(cue.act, "cc") if c < cue.act]
    chosen = [i for i in tokens if i not in marks]
    return tree.span(chosen or tokens)


def _outside(tree: Tree, cue: Cue, c: int) -> bool:
    """Whether a branch is no part of the act: the clause of the cue, a parenthesis, or a new clause beside it."""
    if c == cue.cue or c in cue.leave or (tree.relation(c) == "parataxis" and tree.tokens[c].head == cue.act):
        return True
    beside = tree.relation(c) == "conj" and tree.tokens[c].head == cue.act and tree.child(c, "nsubj") is not None
    return beside and cue.clause


def deed_of(cue: Cue, words: Commitments) -> tuple[Deed, bool] | None:
    """The deed that would keep the promise, from its verb, verbs below it, or its noun; and whether a verb tells it.
    A noun that commits may be the deed itself: "renunciation of its claims"."""
    tree = cue.tree
    for i in _acts(tree, cue.act, _DEPTH if cue.clause else 0, cue.leave):
        noun = tree.tokens[i].upos in ("NOUN", "PROPN", "ADJ")
        for deed, verbs, nouns in words.deeds:
            if verbs.any_in(tree, [i]) and _fits(tree, i, deed, words):
                return deed, not noun
            if noun and nouns.any_in(tree, [i]):
                return deed, False
    own = tree.tokens[cue.cue].upos == "NOUN" and cue.cue != cue.act
    return next(((deed, False) for deed, _, nouns in words.deeds if own and nouns.any_in(tree, [cue.cue])), None)


def _acts(tree: Tree, i: int, depth: int, leave: frozenset[int]) -> Iterator[int]:
    """The act's head and what it is about, nearest first; what goes with an object only is a circumstance."""
    yield i
    if not depth:
        return
    relations = ["xcomp", "ccomp", "obj", "conj", "compound"]
    if tree.child(i, "obj", "xcomp", "ccomp") is None:
        relations += ["obl", "advcl"]
    for c in tree.all_children(i, *relations):
        if (c > i or tree.relation(c) == "compound") and c not in leave:
            yield from _acts(tree, c, depth - 1, leave)


def _fits(tree: Tree, i: int, deed: Deed, words: Commitments) -> bool:
    """Whether the object of the verb is of a class that the deed asks for."""
    below = [c for c in tree.subtree(i, lambda c: tree.relation(c) in ("acl", "advcl", "parataxis")) if c != i]
    subject = subject_of(tree, i) if deed.subject else None
    doing = [] if subject is None else [subject]
    return _is_of(tree, below, deed.object, words) and _is_of(tree, doing, deed.subject, words)


def _is_of(tree: Tree, tokens: list[int], classes: tuple[str, ...], words: Commitments) -> bool:
    return not classes or any(words.classes[name].any_in(tree, tokens) for name in classes)


def places_of(cue: Cue, places: tuple[Place, ...], words: Commitments) -> tuple[Place, ...]:
    """Places of the act itself: not the party's, nor those of a relative clause, a time or a reason."""
    tree = cue.tree

    def aside(c: int) -> bool:
        introduced = words.asides.any_in(tree, tree.all_children(c, "case", "mark"))
        described = tree.tokens[c].deprel == "acl:relcl"
        return c in cue.leave or introduced or described or tree.relation(c) == "nsubj" or _outside(tree, cue, c)

    inside = {tree.tokens[i].start: tree.tokens[i] for i in tree.subtree(cue.act, aside) if i != cue.by}
    found = [p for p in places if p.span.start in inside and inside[p.span.start].upos != "ADJ"]
    return tuple(without_lands_around(found))


def without_lands_around(places: Sequence[Place]) -> list[Place]:
    """The places without countries that only say where a town among them lies."""
    inner = {p.country for p in places if p.precision is not Precision.COUNTRY}
    return [p for p in places if p.precision is not Precision.COUNTRY or p.country not in inner]


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
                return _from_mark(tree, c, marks)
    return None


def _from_mark(tree: Tree, clause: int, marks: Marks) -> Span:
    """The clause from its "if" on, where a comma parts what else was hung on it."""
    inside = tree.subtree(clause)
    mark = next((i for i in inside if i < clause and marks.conditions.has(tree.tokens[i])), inside[0])
    parted = any(tree.tokens[i].form == "," for i in inside if i < mark)
    return tree.span([i for i in inside if i >= mark] if parted else inside)


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
