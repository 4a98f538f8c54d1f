"""Whose country, army or mayor a phrase means that begins with "his", "its" or "our". Takes the cast's actors; gives
the possessor's country. Who the possessor is, is left to the cast."""

from __future__ import annotations

from typing import get_args

from facta.codebook.offices import Offices, Sector
from facta.extraction.tree import Tree
from facta.records import Actor
from facta.text import fold

_SECTORS = frozenset(get_args(Sector))


def possessor(tree: Tree, head: int, offices: Offices) -> int | None:
    """The possessive pronoun of the phrase, in the third or the first person."""
    for i in tree.all_children(head, "nmod", "det"):
        form = fold(tree.tokens[i].form)
        owns = tree.tokens[i].deprel in ("nmod:poss", "det:poss") or tree.tokens[i].upos in ("DET", "PRON")
        if owns and (form in offices.pronoun_of or form in offices.first) and form not in offices.muted:
            return i
    return None


def country_of(actor: Actor | None) -> str | None:
    """The country of an actor, if the actor's side tells one."""
    return country_of_side(actor.side) if actor else None


def country_of_side(side: str | None) -> str | None:
    """The country of "UKR GOV" or "UKR"; sectors alone have none."""
    if side is None:
        return None
    country = side.partition(" ")[0]
    return country if " " in side or country not in _SECTORS else None
