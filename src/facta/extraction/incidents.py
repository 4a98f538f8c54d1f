"""What is done or happening: incidents typed by PLOVER, with actor, recipient, place, time and status."""

from __future__ import annotations

from facta.extraction.cast import Cast
from facta.extraction.context import Context
from facta.records import Incident, Place, Statement, When


def find_incidents(
    context: Context,
    cast: Cast,
    places: tuple[Place, ...],
    times: tuple[When, ...],
    statements: tuple[Statement, ...],
) -> tuple[Incident, ...]:
    """All incidents in text order, further mentions of a deed folded into its first."""
    return ()
