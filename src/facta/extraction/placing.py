"""Where the act named by a word of the sentence happens: its place mentions that stand as locations, not as actors."""

from __future__ import annotations

from collections.abc import Iterator

from facta.codebook.geography import Geography
from facta.extraction.tree import Tree
from facta.records import Place, Precision

NOUN_LINKS = ("compound", "nmod", "amod", "appos", "flat", "conj", "name")
CLAUSE = ("nsubj", "csubj", "vocative", "parataxis")


def place_of(tree: Tree, token: int, places: tuple[Place, ...]) -> Place | None:
    """The place where the act named by `token` of `tree` happens, if the sentence says so."""
    return next(iter(places_of(tree, token, places)), None)


def places_of(tree: Tree, token: int, places: tuple[Place, ...]) -> tuple[Place, ...]:
    """All the places that the nearest link to the act gives: "around Kyiv and Chernihiv" gives two."""
    here = {i: place for place in places for i in tree.at(place.span) if _inside(tree, place)}
    if not here:
        return ()
    words = tree.codebook.page("geography", Geography) if tree.codebook else Geography()
    for way in (_by_role, _by_adjunct, _by_object, _by_clause):
        heads = list(way(tree, token, here, words))
        if heads:
            return _in_order(p for h in heads for p in _joined(tree, h, here))
    return ()


def _inside(tree: Tree, place: Place) -> bool:
    return tree.sentence.span.covers(place.span)


def _in_order(places: Iterator[Place]) -> tuple[Place, ...]:
    """Each place once, towns before the regions and countries named beside them."""
    unique = list(dict.fromkeys(places))
    finer = [p for p in unique if p.precision is not Precision.COUNTRY]
    return tuple(finer or unique)


def _joined(tree: Tree, i: int, here: dict[int, Place]) -> Iterator[Place]:
    """The place at token `i` or within its noun phrase, and those joined to it by "and" or apposition."""
    for j in tree.subtree(i, leave=lambda c: tree.relation(c) in ("acl", "advcl", "ccomp", *CLAUSE)):
        if j in here and (j == i or _chain(tree, j, i)):
            yield here[j]


def _chain(tree: Tree, j: int, i: int) -> bool:
    """Do only links within a noun phrase lie between `j` and its ancestor `i`?"""
    while j != i:
        if tree.relation(j) not in NOUN_LINKS:
            return False
        j = tree.tokens[j].head
        if j < 0:
            return False
    return True


def _names_place(tree: Tree, i: int, here: dict[int, Place]) -> bool:
    return any(True for _ in _joined(tree, i, here))


def _by_role(tree: Tree, token: int, here: dict[int, Place], words: Geography) -> Iterator[int]:
    for label, j in tree.roles.get(token, ()):
        if label == "ARGM-LOC" or label == "LOC":
            yield from (j for _ in [0] if _names_place(tree, j, here))


def _locative(tree: Tree, i: int, words: Geography) -> bool:
    """Does an adposition of place stand before the noun phrase, or, in languages with cases, none at all?"""
    cases = tree.all_children(i, "case")
    if not cases:
        return False
    return any(words.has("locative_words", tree.tokens[c].form, tree.tokens[c].lemma) for c in cases)


def _by_adjunct(tree: Tree, token: int, here: dict[int, Place], words: Geography) -> Iterator[int]:
    """Adjuncts of the act: "bombed in Idlib", "the explosion near Goma", "the Kyiv attack", "strikes on X"."""
    for j in tree.all_children(token, "obl", "nmod", "advmod", "compound"):
        if not _names_place(tree, j, here):
            continue
        if tree.relation(j) == "compound" or (tree.relation(j) != "nsubj" and _locative(tree, j, words)):
            yield j


def _by_object(tree: Tree, token: int, here: dict[int, Place], words: Geography) -> Iterator[int]:
    """What the act is done to when that is a place: "shelled Nikopol", "X was bombarded"."""
    passive = [c for c in tree.children[token] if tree.tokens[c].deprel == "nsubj:pass"]
    for j in [*tree.all_children(token, "obj"), *passive]:
        if _names_place(tree, j, here):
            yield j


def _by_clause(tree: Tree, token: int, here: dict[int, Place], words: Geography) -> Iterator[int]:
    """Locative phrases of the acts above it in the same clause, the nearest first."""
    for i in tree.ancestors(token):
        found = list(_by_adjunct(tree, i, here, words))
        if found:
            yield from found[:1]
            return
        if tree.relation(i) in ("ccomp", "advcl", "acl", "parataxis", "root"):
            return
