"""Numbers that count people or things, with bounds, what they count, place and date."""

from __future__ import annotations

from facta.extraction.context import Context
from facta.records import Figure, Place, Statement, When


def find_figures(
    context: Context,
    places: tuple[Place, ...],
    times: tuple[When, ...],
    statements: tuple[Statement, ...],
) -> tuple[Figure, ...]:
    """All figures in text order."""
    return ()
