"""Takes origins and verdicts, gives the shapes, hues and signs they are drawn with; hue alone never tells anything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from facta.records import Origin, Stance
from facta.views.interface import msg

SHAPES: Mapping[Stance, str] = {
    Stance.PARTY: "square",
    Stance.THIRD_PARTY: "triangle",
    Stance.OBSERVER: "diamond",
    Stance.PRESS: "circle",
    Stance.UNKNOWN: "ring",
}
HUES = 4  # parties beyond the fourth share the neutral hue; their shape and label still tell them apart
# A sign beside the words of a verdict, and how the words are set; none means good or bad.
SIGNS: Mapping[str, tuple[str, str]] = {
    msg("corroborated"): ("=", "agree"),
    msg("corroborated by one side"): ("≈", "agree"),
    msg("single origin"): ("1", "plain"),
    msg("disputed"): ("≠", "contest"),
    msg("denied"): ("¬", "contest"),
    msg("figures differ"): ("≠", "contest"),
    msg("wording differs"): ("≁", "plain"),
    msg("headline differs"): ("≁", "plain"),
    msg("figures revised"): ("↻", "plain"),
    msg("no deeds reported yet"): ("○", "plain"),
    msg("kept so far"): ("=", "agree"),
    msg("contradicted by reports"): ("≠", "contest"),
    msg("contradicted by one side only"): ("≠", "contest"),
    msg("too early"): ("…", "plain"),
    msg("not testable"): ("?", "plain"),
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """A verdict in words with its sign; `tone` is agree, contest or plain."""

    text: str
    sign: str
    tone: str

    @classmethod
    def of(cls, text: str) -> Verdict:
        sign, tone = SIGNS.get(text, ("·", "plain"))
        return cls(text, sign, tone)

    @property
    def contested(self) -> bool:
        return self.tone == "contest"


@dataclass(frozen=True, slots=True)
class Mark:
    """How one origin is drawn: `shape` by its stance, `hue` from 1 by its party, 0 where it is no party."""

    origin: str
    shape: str
    hue: int
    label: str
    stance: str
    side: str | None


def marks_of(origins: Sequence[Origin]) -> dict[str, Mark]:
    """A mark for each origin id; parties get their hues in the order in which they first speak."""
    sides: list[str] = []
    for origin in origins:
        if origin.stance is Stance.PARTY and origin.side and origin.side not in sides:
            sides.append(origin.side)
    hues = {side: number for number, side in enumerate(sides[:HUES], start=1)}
    return {origin.id: _mark(origin, hues) for origin in origins}


def _mark(origin: Origin, hues: Mapping[str, int]) -> Mark:
    hue = hues.get(origin.side or "", 0) if origin.stance is Stance.PARTY else 0
    return Mark(origin.id, SHAPES[origin.stance], hue, origin.label, origin.stance.value, origin.side)
