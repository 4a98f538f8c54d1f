"""A statement in the making: speaker as a place in the parse, contents as spans; shared by the stages that find it."""

from __future__ import annotations

from dataclasses import dataclass, field

from facta.extraction.cues import CueHit
from facta.records import Act, Actor, Form, Span


@dataclass(slots=True)
class Draft:
    """`speaker` is who says it once known; `order` is where in the text the attribution stands."""

    contents: list[Span]
    form: Form
    act: Act
    order: int
    hit: CueHit | None = None
    speaker: Actor | None = None
    free: bool = False  # a quotation or cue without speaker of its own: the last speaker's
    words: list[int] = field(default_factory=list)  # head tokens of the content in the sentence of the cue

    @property
    def cue(self) -> Span | None:
        return self.hit.span if self.hit else None
