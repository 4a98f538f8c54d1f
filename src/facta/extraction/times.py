"""Time expressions of a report, resolved against its day of publication."""

from __future__ import annotations

from facta.extraction.context import Context
from facta.extraction.tree import Tree
from facta.records import When


def find_times(context: Context) -> tuple[When, ...]:
    """All time expressions in text order."""
    return ()


def time_of(tree: Tree, token: int, times: tuple[When, ...]) -> When | None:
    """The time of the act named by `token` of `tree`, if the sentence says so."""
    return None
