"""Place mentions of a report, resolved against the gazetteer where exactly one reading remains."""

from __future__ import annotations

from facta.extraction.context import Context
from facta.extraction.tree import Tree
from facta.records import Place


def find_places(context: Context) -> tuple[Place, ...]:
    """All place mentions in text order, metonymic ones ("Moscow said") left out."""
    return ()


def place_of(tree: Tree, token: int, places: tuple[Place, ...]) -> Place | None:
    """The place where the act named by `token` of `tree` happens, if the sentence says so."""
    return None
