"""Schema of `common/plover.yml`: the event types, their modes with scores, and the contexts. Leaves words to others."""

from __future__ import annotations

from pydantic import Field

from facta.codebook.schema import Page


class EventType(Page):
    """One PLOVER type: its score from conflict (-10) to cooperation (10), what it is, and its modes."""

    score: float  # from conflict (-10) to cooperation (10)
    means: str  # what it is, in words
    modes: dict[str, float] = Field(default_factory=dict)  # score of each mode


class Plover(Page):
    """All event types and the tags for what an event is about."""

    types: dict[str, EventType] = Field(default_factory=dict)
    contexts: tuple[str, ...] = ()  # tags for what an event is about
    implied: dict[str, tuple[str, ...]] = Field(default_factory=dict)  # contexts that a mode brings: `COERCE/cyber`

    def knows(self, kind: str, mode: str | None) -> bool:
        """Whether there is such a type and, when a mode is given, such a mode of it."""
        return kind in self.types and (mode is None or mode in self.types[kind].modes)
