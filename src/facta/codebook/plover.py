"""Schema of `common/plover.yml`: the event types, their modes with scores, and the contexts. Leaves words to others."""

from __future__ import annotations

from facta.codebook.schema import Page


class EventType(Page):
    """One PLOVER type: its score from conflict (-10) to cooperation (10), what it is, and its modes with their scores."""

    score: float
    means: str
    modes: dict[str, float] = {}


class Plover(Page):
    """All event types and the tags for what an event is about."""

    types: dict[str, EventType] = {}
    contexts: tuple[str, ...] = ()

    def knows(self, kind: str, mode: str | None) -> bool:
        """Whether there is such a type and, when a mode is given, such a mode of it."""
        return kind in self.types and (mode is None or mode in self.types[kind].modes)
