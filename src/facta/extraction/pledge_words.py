"""From a commitment in a sentence to its wording, deed, degree and places. No parties, no terms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facta.codebook.pledges import Deed
from facta.extraction.committing import Commitments
from facta.extraction.frames import subject_of
from facta.extraction.pledge_cues import Cue
from facta.extraction.tree import Tree
from facta.extraction.words import Words, adjacent, following
from facta.records import Place, Precision, Span

_ASIDE = ("acl", "advcl", "parataxis")
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
    for i in _acts(tree, cue.act, _DEPTH if cue.clause else 0, cue.leave, words.pacts):
        noun = tree.tokens[i].upos in ("NOUN", "PROPN", "ADJ")
        for deed, verbs, nouns in words.deeds:
            if _tells(tree, i, verbs) and _fits(tree, i, deed, words):
                return deed, not noun
            if noun and nouns.any_in(tree, [i]):
                return deed, False
    things = ((deed, deed.things) for deed, _, _ in words.deeds if deed.things and not cue.clause)
    if (given := next((deed for deed, named in things if _is_of(tree, [cue.act], named, words)), None)) is not None:
        return given, False
    own = tree.tokens[cue.cue].upos == "NOUN" and cue.cue != cue.act
    return next(((deed, False) for deed, _, nouns in words.deeds if own and nouns.any_in(tree, [cue.cue])), None)


def _tells(tree: Tree, i: int, verbs: Words) -> bool:
    """Whether the word is one of the verbs, or one with its particle or object further on: "pull their forces out"."""
    phrases = verbs.phrases_from(tree.tokens[i])
    return verbs.any_in(tree, [i]) or any(following(tree, i, phrase) is not None for phrase in phrases)


def _acts(tree: Tree, i: int, depth: int, leave: frozenset[int], pacts: Words) -> Iterator[int]:
    """The act's head and what it is about, nearest first; what goes with an object only is a circumstance."""
    yield i
    if not depth:
        if pacts.any_in(tree, [i]):
            yield from tree.all_children(i, "compound")  # "signed a ceasefire deal"
        return
    relations = ["xcomp", "ccomp", "obj", "conj", "compound"]
    if tree.child(i, "obj", "xcomp", "ccomp") is None:
        relations += ["obl", "advcl"]
    for c in tree.all_children(i, *relations):
        if (c > i or tree.relation(c) == "compound") and c not in leave:
            yield from _acts(tree, c, depth - 1, leave, pacts)


def _fits(tree: Tree, i: int, deed: Deed, words: Commitments) -> bool:
    """Whether the object of the verb is of a class that the deed asks for."""
    objects = [c for c in tree.all_children(i, "obj", "xcomp") if c > i] or tree.all_children(i, "obj")
    heads = objects or [i]  # "give food to the prisoners" is done to the food
    below = [c for head in heads for c in tree.subtree(head, lambda c: tree.relation(c) in _ASIDE) if c != i]
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
        for phrase in words.degrees.phrases_from(tree.tokens[i]):
            if found := adjacent(tree, i, phrase):
                return tree.span(found)
    return None
