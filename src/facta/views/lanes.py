"""From things with a kind and a day to lanes over one scale of days: how many of each kind, stretch by stretch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from facta.records import Claim, Figure, Incident, Pledge, Statement
from facta.views.dossier.days import Scale, Tick, days
from facta.views.interface import ENGLISH, Interface

STRETCHES = 36  # of the scale at most: at 360 px each is still as wide as a letter
HIGH = 26.0  # pixels of the highest bar of a lane
LANE = 44  # pixels from one lane to the next


@dataclass(frozen=True, slots=True)
class Bar:
    """One stretch of a lane: `x` and `width` in hundredths, `high` in pixels."""

    x: float
    width: float
    high: float
    count: int
    when: str


@dataclass(frozen=True, slots=True)
class Lane:
    kind: str
    bars: tuple[Bar, ...]
    total: int
    y: int  # pixels from the top to its foot


@dataclass(frozen=True, slots=True)
class Lanes:
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    height: int
    days: int  # that one bar stands for


def lanes_of(kinds: Sequence[str], dated: Iterable[tuple[str, date]], interface: Interface = ENGLISH) -> Lanes | None:
    """A lane for each of the kinds of which there is something; nothing if all is of one day."""
    known = list(dated)
    if len({on for _, on in known}) < 2:
        return None
    scale = Scale(min(on for _, on in known), max(on for _, on in known))
    step = -(-scale.length // STRETCHES)
    counted = Counter((kind, (on - scale.first).days // step) for kind, on in known)
    most = max(counted.values())
    shown = [kind for kind in kinds if any(kind == one for one, _ in counted)]
    lanes = tuple(
        Lane(
            kind,
            tuple(
                _bar(scale, step, at, count, most, interface) for (k, at), count in sorted(counted.items()) if k == kind
            ),
            sum(count for (one, _), count in counted.items() if one == kind),
            LANE * (number + 1),
        )
        for number, kind in enumerate(shown)
    )
    return Lanes(lanes, tuple(scale.ticks(interface)), LANE * len(lanes) + 24, step)


def _bar(scale: Scale, step: int, at: int, count: int, most: int, interface: Interface) -> Bar:
    start = scale.first + timedelta(days=at * step)
    end = min(start + timedelta(days=step - 1), scale.last)
    x, width = 100 * at * step / scale.length, 100 * ((end - start).days + 1) / scale.length
    high = max(3.0, HIGH * count / most)
    return Bar(round(x, 2), round(width * 0.8, 2), round(high, 1), count, days(start, end, interface))


def day_of(claim: Claim) -> date | None:
    """The day that a claim speaks of, as far as it says."""
    match claim:
        case Statement() | Incident():
            return claim.when.start if claim.when else None
        case Pledge():
            return claim.said.start if claim.said else None
        case Figure():
            return claim.as_of.start if claim.as_of else None


def is_history(claim: Claim) -> bool:
    """Whether it is told as earlier history: it would stretch the scale over years of nothing."""
    return isinstance(claim, Incident) and claim.historical
