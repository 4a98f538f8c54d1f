"""Takes a pledge's day and the deeds set against it, gives the strip below its card: a line and marks by day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from facta.records import Incident, Status
from facta.views.dossier.days import Scale, Tick, day
from facta.views.dossier.index import Index
from facta.views.dossier.marks import Mark
from facta.views.dossier.rows import ClaimRow

ROW = 20  # pixels of a row beside its marks
APART = 16  # pixels between two marks of one day, one above the other
AFTER = 3  # days at least that a strip goes on after the last deed, however late the pledge ends
HOLLOW = (Status.DENIED, Status.PLANNED, Status.HYPOTHETICAL, Status.NEGATED)
LONGEST = 400  # days a strip covers; deeds beyond are listed below it, so that one old deed squeezes nothing


@dataclass(frozen=True, slots=True)
class StripMark:
    """A deed on the strip as one origin tells it: its day, and how far from the top in pixels."""

    x: float
    y: int
    mark: Mark | None
    hollow: bool
    claim: str
    title: str


@dataclass(frozen=True, slots=True)
class StripRow:
    label: str
    top: int
    y: int


@dataclass(frozen=True, slots=True)
class Strip:
    """The pledge as a line from its day to its term, if it has one, and later deeds as marks, one row a part."""

    rows: tuple[StripRow, ...]
    starts: float
    ends: float
    open_end: bool
    until: str  # the end of the pledge, where it lies beyond the strip
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
    scale = _scale([said, *(on for _, on, _ in dated)], until)
    cells = _cells(dated)
    rows = tuple(_rows([label for label, _ in deeds], cells))
    beyond = until is not None and not scale.holds(until)
    return Strip(
        rows=rows,
        starts=scale.x(said),
        ends=scale.x(until) if until and not beyond else 100.0,
        open_end=until is None,
        until=day(until, index.interface) if beyond else "",
        ticks=tuple(scale.ticks(index.interface)),
        marks=tuple(_marks(index, scale, rows, cells)),
        undated=tuple(undated),
        height=rows[-1].y + 32,
    )


def _scale(days: Sequence[date], until: date | None) -> Scale:
    """From before the first of the days to after the last, and to the pledge's end where that is not far."""
    first, last = min(days), max(days)
    after = timedelta(days=max(AFTER, (last - first).days))
    last = max(last, min(until, last + after)) if until else last
    margin = timedelta(days=max(1, (last - first).days // 12))
    return Scale(first - margin, last + (margin if until is None or until <= last else timedelta()))


Cells = dict[tuple[int, date], list[list[ClaimRow]]]  # by row and day: the rows of each origin


def _cells(dated: Sequence[tuple[int, date, ClaimRow]]) -> Cells:
    """Copies of one origin make one mark, since they confirm nothing."""
    cells: Cells = {}
    for number, on, row in dated:
        told = cells.setdefault((number, on), [])
        same = next((rows for rows in told if row.marks and rows[0].marks[:1] == row.marks[:1]), None)
        if same is None:
            told.append([row])
        else:
            same.append(row)
    return cells


def _rows(labels: Sequence[str], cells: Cells) -> Iterator[StripRow]:
    """Rows high enough for the most marks of one day."""
    y = 34
    for number, label in enumerate(labels):
        high = max((len(told) for (row, _), told in cells.items() if row == number), default=1)
        y += ROW + APART * max(1, high)
        yield StripRow(label, y - APART * max(1, high), y)


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


def _marks(index: Index, scale: Scale, rows: Sequence[StripRow], cells: Cells) -> Iterator[StripMark]:
    """One mark an origin and day, standing on its row, one above the other."""
    for (number, on), told in cells.items():
        for place, same in enumerate(told):
            row, claim = same[0], index.by_id[same[0].id][1]
            outlets = ", ".join(dict.fromkeys(other.quote.outlet for other in same))
            title = ", ".join(part for part in (row.when, row.place, row.status, outlets) if part)
            hollow = isinstance(claim, Incident) and claim.status in HOLLOW
            mark = row.marks[0] if row.marks else None
            yield StripMark(scale.x(on), rows[number].y - 9 - APART * place, mark, hollow, row.id, title)
