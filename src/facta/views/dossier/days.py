"""Takes days, gives them in words and as positions on a scale of hundredths of its width."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from facta.records import When
from facta.views.interface import ENGLISH, Interface

DAY, DAY_OF_YEAR = "d MMM y", "d MMM"  # 29 Mar 2022 and 29 Mar
MOST_TICKS = 4  # at 360 px a fifth would touch its neighbours
STEPS = (1, 2, 5, 7, 14, 30, 61, 91, 182, 365, 730, 1826, 3652)


def day(on: date | None, interface: Interface = ENGLISH) -> str:
    """`29 Mar 2022`; empty for an unknown day."""
    return interface.date(on, DAY) if on else ""


def days(start: date | None, end: date | None, interface: Interface = ENGLISH) -> str:
    """`29–30 Mar 2022`: what two days share is written once."""
    if start is None or end is None or start == end:
        return day(start or end, interface)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end, interface)}"
    if start.year == end.year:
        return f"{interface.date(start, DAY_OF_YEAR)} – {day(end, interface)}"
    return f"{day(start, interface)} – {day(end, interface)}"


def when_text(when: When | None, interface: Interface = ENGLISH) -> str:
    """The resolved days of a time expression, or nothing."""
    return days(when.start, when.end, interface) if when else ""


@dataclass(frozen=True, slots=True)
class Tick:
    x: float
    text: str

    @property
    def anchor(self) -> str:
        """Which end of the words stands at `x`: those at the edges must not stick out."""
        return "start" if self.x < 8 else "end" if self.x > 92 else "middle"


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale from `first` to `last`, both whole days."""

    first: date
    last: date

    @property
    def length(self) -> int:
        return (self.last - self.first).days + 1

    def x(self, on: date) -> float:
        """The middle of a day, in hundredths of the width."""
        return round(100 * ((on - self.first).days + 0.5) / self.length, 2)

    def holds(self, on: date) -> bool:
        return self.first <= on <= self.last

    def ticks(self, interface: Interface = ENGLISH) -> list[Tick]:
        """Days spaced so that at most `MOST_TICKS` are written; the year only where it changes."""
        step = next((s for s in STEPS if self.length / s <= MOST_TICKS), self.length)
        ticks: list[Tick] = []
        on, year = self.first, None
        while on <= self.last:
            ticks.append(Tick(self.x(on), interface.date(on, DAY if on.year != year else DAY_OF_YEAR)))
            year = on.year
            on += timedelta(days=step)
        return ticks
