"""Towns of which somebody is mayor, told beside the office: "Goma mayor X", "X, the mayor of Kharkiv". They are
what "his city" means in a mayor's words. Takes a report's sentences and places; gives the towns, in text order."""

from __future__ import annotations

from facta.codebook.offices import Offices
from facta.extraction.context import Context
from facta.extraction.tree import Tree
from facta.extraction.words import Words
from facta.records import Place, Precision

_BESIDE = ("ADP", "DET", "ADJ", "NOUN", "PART")  # words that may stand between a town and the office
_REACH = 5


def seats(context: Context, places: tuple[Place, ...]) -> tuple[Place, ...]:
    """The towns told beside an office of a town."""
    offices = Words(context.codebook.page("offices", Offices).local)
    towns = [p for p in places if p.precision is Precision.TOWN]
    return tuple(
        p for tree in context.trees for p in towns if tree.sentence.span.covers(p.span) and _held(tree, p, offices)
    )


def _held(tree: Tree, place: Place, offices: Words) -> bool:
    inside = tree.at(place.span)
    before = range(inside[0] - 1, max(-1, inside[0] - 1 - _REACH), -1)
    behind = range(inside[-1] + 1, min(len(tree.tokens), inside[-1] + 1 + _REACH))
    return any(_reaches(tree, side, offices) for side in (before, behind))


def _reaches(tree: Tree, tokens: range, offices: Words) -> bool:
    """Whether an office is the nearest noun phrase on this side, no comma or name between."""
    for i in tokens:
        if offices.any_in(tree, [i]):
            return True
        if tree.tokens[i].upos not in _BESIDE and tree.tokens[i].deprel != "case":
            return False
    return False
