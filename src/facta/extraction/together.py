"""Parties joined by "and": "Chad and Niger", "the army and the police". Takes the cast's actors; gives the first with
all the others beside it, over the characters of all of them."""

from __future__ import annotations

from dataclasses import replace

from facta.extraction.cast import Cast
from facta.extraction.tree import Tree
from facta.records import Actor, Span

_NOMINAL = ("NOUN", "PROPN", "PRON")


def together(cast: Cast, tree: Tree, token: int, first: Actor | None) -> Actor | None:
    """The first party with those joined to its word; the same actor when it is alone."""
    if first is None or first.span is None:
        return first
    beside = [c for c in tree.all_children(token, "conj") if tree.tokens[c].upos in _NOMINAL and _bare(tree, c)]
    others = [actor for c in beside if (actor := cast.actor(tree.index, c)) is not None and _is_other(first, actor)]
    spans = [first.span, *(actor.span for actor in others if actor.span)]
    return replace(first, span=Span.around(spans), joined=tuple(others)) if others else first


def _bare(tree: Tree, i: int) -> bool:
    """Whether the word is no predicate of its own."""
    return tree.child(i, "nsubj", "cop") is None


def _is_other(first: Actor, other: Actor) -> bool:
    return other.entity is None or other.entity != first.entity
