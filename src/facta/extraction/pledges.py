"""Who commits to what: pledges, promises and announced steps."""

from __future__ import annotations

from facta.extraction.cast import Cast
from facta.extraction.context import Context
from facta.records import Place, Pledge, Statement, When


def find_pledges(
    context: Context,
    cast: Cast,
    places: tuple[Place, ...],
    times: tuple[When, ...],
    statements: tuple[Statement, ...],
) -> tuple[Pledge, ...]:
    """All pledges in text order, further wordings of one pledge folded into its first."""
    return ()
