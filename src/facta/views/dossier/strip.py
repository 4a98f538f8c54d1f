"""Takes a pledge's day and the deeds set against it, gives the strip below its card: a line and marks by day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from facta.records import Incident
from facta.views.dossier.days import Scale, Tick
from facta.views.dossier.index import Index
from facta.views.dossier.marks import Mark
from facta.views.dossier.rows import ClaimRow

ROW = 34  # pixels a row
APART = 18  # pixels between two marks of one day
LONGEST = 400  # days a strip covers; deeds beyond are listed below it, so that one old deed squeezes nothing


@dataclass(frozen=True, slots=True)
class StripMark:
    """A deed on the strip: its day, how far beside others of that day in pixels, its row from the top."""

    x: float
    shift: float
    y: int
    mark: Mark | None
    hollow: bool
    claim: str
    title: str


@dataclass(frozen=True, slots=True)
class StripRow:
    label: str
    y: int


@dataclass(frozen=True, slots=True)
class Strip:
    """The pledge as a line from its day to its term, if it has one, and later deeds as marks, one row a part."""

    rows: tuple[StripRow, ...]
    starts: float
    ends: float
    open_end: bool
    ticks: tuple[Tick, ...]
    marks: tuple[StripMark, ...]
    undated: tuple[ClaimRow, ...]
    height: int


def strip_of(
    index: Index, said: date, until: date | None, deeds: Sequence[tuple[str, Sequence[ClaimRow]]]
) -> Strip | None:
    """The strip, or nothing when no deed set against the pledge has a day."""
    deeds = [(label, rows) for label, rows in deeds if any(row.kind == "incident" for row in rows)]
    dated, undated = _dated(index, said, deeds)
    if not dated:
        return None
    until = until if until and until >= said else None
    days = [said, *(on for _, on, _ in dated), *([until] if until else [])]
    last = min(max(days), said + timedelta(days=LONGEST))
    margin = timedelta(days=max(1, (last - min(days)).days // 12))
    scale = Scale(min(days) - margin, last + margin)
    rows = tuple(StripRow(label, ROW * number + 54) for number, (label, _) in enumerate(deeds))
    return Strip(
        rows=rows,
        starts=scale.x(said),
        ends=scale.x(until) if until and scale.holds(until) else 100.0,
        open_end=until is None,
        ticks=tuple(scale.ticks()),
        marks=tuple(_marks(index, scale, rows, dated)),
        undated=tuple(undated),
        height=ROW * len(rows) + 66,
    )


def _dated(
    index: Index, said: date, deeds: Sequence[tuple[str, Sequence[ClaimRow]]]
) -> tuple[list[tuple[int, date, ClaimRow]], list[ClaimRow]]:
    """Deeds with row and day, and those whose day is not known or far from the promise."""
    dated: list[tuple[int, date, ClaimRow]] = []
    undated: list[ClaimRow] = []
    for number, (_, rows) in enumerate(deeds):
        for row in rows:
            claim = index.by_id[row.id][1]
            if not isinstance(claim, Incident):
                continue
            on = claim.when.start if claim.when else None
            if on and abs((said - on).days) <= LONGEST:
                dated.append((number, on, row))
            elif row not in undated:
                undated.append(row)
    return dated, undated


def _marks(
    index: Index, scale: Scale, rows: Sequence[StripRow], dated: Sequence[tuple[int, date, ClaimRow]]
) -> list[StripMark]:
    """Marks of the same row and day stand side by side around that day."""
    cells: dict[tuple[int, date], list[ClaimRow]] = {}
    for number, on, row in dated:
        cells.setdefault((number, on), []).append(row)
    marks = []
    for (number, on), cell in cells.items():
        for place, row in enumerate(cell):
            shift = APART * (place - (len(cell) - 1) / 2)
            claim = index.by_id[row.id][1]
            hollow = isinstance(claim, Incident) and claim.status.value in (
                "denied",
                "planned",
                "hypothetical",
                "negated",
            )
            title = ", ".join(part for part in (row.when, row.place, row.status, row.quote.outlet) if part)
            mark = row.marks[0] if row.marks else None
            marks.append(StripMark(scale.x(on), shift, rows[number].y, mark, hollow, row.id, title))
    return marks
