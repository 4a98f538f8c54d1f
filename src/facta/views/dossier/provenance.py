"""Takes reports and origins, gives part 6: which report rests on which origin, drawn as columns joined by lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facta.records import Origin, Report, Stance
from facta.views.dossier.days import day, when_text
from facta.views.dossier.index import Index, outlet_of
from facta.views.dossier.marks import Mark
from facta.views.dossier.room import Rows, cut

ROW = 46  # pixels of a report or an origin in the graph; its words are cut to fit
SHOWN = 24  # origins drawn; the others are named below, since a graph of a hundred lines shows nothing


@dataclass(frozen=True, slots=True)
class Node:
    """A report or an origin as a box of its column."""

    id: str
    title: str
    note: str
    mark: Mark | None
    wire: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """From a report's row to an origin's row, in pixels from the top; `claims` is how many it stands for."""

    y1: float
    y2: float
    claims: int
    wire: bool
    hue: int

    @property
    def width(self) -> float:
        return min(1.0 + 0.4 * self.claims, 4.0)


@dataclass(frozen=True, slots=True)
class Provenance:
    reports: Rows[Node]
    origins: tuple[Node, ...]
    lines: tuple[Line, ...]
    others: Rows[Node]
    height: int
    stances: tuple[tuple[str, int], ...]
    row: int = ROW


def provenance_of(index: Index) -> Provenance:
    """The graph: copies of one wire stand next to each other; origins stand near the reports that carry them."""
    origins = index.check.own_origins
    wires = [origin for origin in origins if origin.kind == "wire"]
    places = {report.id: number for number, report in enumerate(index.reports)}
    every = sorted(index.reports, key=lambda report: (_wire_order(report, wires), places[report.id]))
    reports = cut(every, index.room.drawn, lambda report: report)
    rows = {report.id: number for number, report in enumerate(reports)}
    wanted = sorted(
        origins, key=lambda o: (-len(o.reports), o.kind != "wire", o.stance is not Stance.PARTY, -len(o.claims))
    )
    shown = sorted(wanted[:SHOWN], key=lambda origin: _middle(origin, rows))
    drawn = {origin.id for origin in shown}
    others = [origin for origin in origins if origin.id not in drawn]
    height = ROW * max(len(reports), len(shown), 1)
    return Provenance(
        reports=Rows.of((_report_node(index, report, wires) for report in reports), reports.left),
        origins=tuple(_origin_node(index, origin) for origin in shown),
        lines=tuple(_lines(index, rows, shown, height)),
        others=cut(others, index.room.drawn, lambda origin: _origin_node(index, origin)),
        height=height,
        stances=_stances(origins),
    )


def _wire_order(report: Report, wires: Sequence[Origin]) -> int:
    """Reports that copy one wire come together, before those that copy none."""
    return next((n for n, wire in enumerate(wires) if report.id in wire.reports), len(wires))


def _middle(origin: Origin, rows: dict[str, int]) -> tuple[float, str]:
    places = [rows[report] for report in origin.reports if report in rows]
    return (sum(places) / len(places) if places else float(len(rows))), origin.id


def _report_node(index: Index, report: Report, wires: Sequence[Origin]) -> Node:
    copied = [wire.label for wire in wires if report.id in wire.reports]
    wired = [f"{index.interface.gettext('wire')}: {label}" for label in copied]
    note = " · ".join(part for part in (day(report.published, index.interface), report.language, *wired) if part)
    return Node(report.id, outlet_of(report, index.interface), note, None, bool(copied))


def _origin_node(index: Index, origin: Origin) -> Node:
    interface = index.interface
    reports = interface.many("%(num)s report", "%(num)s reports", len(origin.reports))
    stance = f"{interface.gettext(origin.stance.value)} {origin.side or ''}".strip()
    words = (stance, reports, interface.gettext(origin.kind), when_text(origin.said, interface))
    note = " · ".join(word for word in words if word)
    return Node(origin.id, origin.label, note, index.marks[origin.id], origin.kind == "wire")


def _lines(index: Index, rows: dict[str, int], shown: Sequence[Origin], height: int) -> list[Line]:
    """One line for each report of each drawn origin; the shorter column is spread over the height of the longer."""
    left, right = height / max(len(rows), 1), height / max(len(shown), 1)
    lines = []
    for number, origin in enumerate(shown):
        held: dict[str, int] = {}
        for claim in origin.claims:
            if claim in index.by_id:
                report = index.by_id[claim][0].id
                held[report] = held.get(report, 0) + 1
        for report in origin.reports:
            if report in rows:
                y1, y2 = round(left * (rows[report] + 0.5), 1), round(right * (number + 0.5), 1)
                lines.append(Line(y1, y2, held.get(report, 0), origin.kind == "wire", index.marks[origin.id].hue))
    return lines


def _stances(origins: Sequence[Origin]) -> tuple[tuple[str, int], ...]:
    """How many origins stand where, in the order of the stances."""
    return tuple((stance.value, count) for stance in Stance if (count := sum(o.stance is stance for o in origins)))
