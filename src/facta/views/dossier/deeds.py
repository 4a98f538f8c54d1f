"""Takes groups of incidents, gives part 3: numbered rows, a time line and a map that share the numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from facta.records import Group, Incident
from facta.views.dossier.days import Scale, when_text
from facta.views.dossier.index import Index
from facta.views.dossier.marks import Mark, Verdict
from facta.views.dossier.room import Rows
from facta.views.dossier.rows import ClaimRow, Spot, claim_rows, place_text, spot_of
from facta.views.interface import Interface

# PLOVER's verbal types: somebody says it will be so, or says no. The others are done with hands.
VERBAL = ("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN")
COLUMNS = 12  # of the time line: at 360 px a numbered mark still fits a column
TALLEST = 9  # marks in a column; a last one says how many more
MARK = 24  # pixels from one mark to the next above it
AROUND = 14  # days before the first report that the time line reaches back; older deeds are in the table only


@dataclass(frozen=True, slots=True)
class Deed:
    """A group of claims about one deed, with the number that it has in table, time line and map."""

    number: int
    group: Group
    place: str
    when: str
    verdict: Verdict | None
    reason: str
    marks: tuple[Mark, ...]
    claims: Rows[ClaimRow]
    solid: bool
    background: bool
    finding: str = ""
    spot: Spot | None = None
    listed: bool = True

    @property
    def gist(self) -> ClaimRow | None:
        """The claim whose words stand for the deed while it is closed."""
        return self.claims[0] if self.claims else None

    @property
    def diplomatic(self) -> bool:
        return self.group.type in VERBAL

    @property
    def strong(self) -> bool:
        """More than one origin, or contested: shown first."""
        return _strong(self.group, self.verdict)


@dataclass(frozen=True, slots=True)
class Dot:
    x: float
    y: int
    deed: Deed | None
    more: int = 0


@dataclass(frozen=True, slots=True)
class Column:
    """Where a column stands and its first day; the month only where it begins."""

    x: float
    day: str
    month: str


@dataclass(frozen=True, slots=True)
class TimeLine:
    dots: tuple[Dot, ...]
    columns: tuple[Column, ...]
    height: int
    days_a_column: int
    beyond: int


def deeds_of(index: Index) -> list[Deed]:
    """Deeds done with hands first, then diplomatic ones, each by day; what has no day comes last."""
    ordered = sorted((group for group in index.check.groups if group.kind == "incident"), key=_order)
    listed: Counter[tuple[bool, bool]] = Counter()
    deeds = []
    for number, group in enumerate(ordered, start=1):
        part = group.type in VERBAL, _strong(group, _verdict(index, group))
        listed[part] += 1
        deeds.append(_deed(index, number, group, index.room.listed is None or listed[part] <= index.room.listed))
    return deeds


def _strong(group: Group, verdict: Verdict | None) -> bool:
    return len(group.origins) > 1 or (verdict is not None and verdict.contested)


def _verdict(index: Index, group: Group) -> Verdict | None:
    finding = index.main_finding(group)
    return Verdict.of(finding.verdict) if finding else None


def _order(group: Group) -> tuple[bool, bool, date, str]:
    start = group.when.start if group.when else None
    return group.type in VERBAL, start is None, start or date.max, group.label


def _deed(index: Index, number: int, group: Group, listed: bool) -> Deed:
    """The deed of a group; of one that the page does not list no claims are made into rows."""
    finding = index.main_finding(group)
    incidents = [claim for claim in index.claims_in(group) if isinstance(claim, Incident)]
    return Deed(
        number=number,
        group=group,
        place=place_text(index, group.place),
        when=when_text(group.when, index.interface),
        verdict=_verdict(index, group),
        reason=finding.reason if finding else "",
        marks=tuple(index.marks[origin] for origin in group.origins if origin in index.marks),
        claims=claim_rows(index, group.claims, index.room.members if listed else 0),
        solid=any(incident.status.value in ("reported", "attributed") for incident in incidents),
        background=bool(incidents) and all(incident.historical for incident in incidents),
        finding=finding.id if finding else "",
        spot=spot_of(index, group.place) if group.place else None,
        listed=listed,
    )


def time_line(index: Index, deeds: Sequence[Deed]) -> TimeLine | None:
    """Numbered marks stacked by day, or by several days where there are too many for one each."""
    first_report = min((r.published for r in index.reports if r.published), default=None)
    earliest = first_report - timedelta(days=AROUND) if first_report else date.min
    dated = [(deed.group.when.start, deed) for deed in deeds if deed.group.when and deed.group.when.start]
    shown = [(on, deed) for on, deed in dated if on >= earliest and not deed.background]
    if not shown:
        return None
    scale = Scale(min(on for on, _ in shown), max(on for on, _ in shown))
    width = max(1, -(-scale.length // COLUMNS))
    stacks: dict[int, list[Deed]] = {}
    for on, deed in shown:
        stacks.setdefault((on - scale.first).days // width, []).append(deed)
    count = -(-scale.length // width)
    high = min(TALLEST + 1, max(len(stack) for stack in stacks.values())) * MARK + 12
    dots = [dot for column, stack in sorted(stacks.items()) for dot in _stack(_middle(column, count), stack, high)]
    columns = tuple(_columns([scale.first + timedelta(days=n * width) for n in range(count)], index.interface))
    return TimeLine(tuple(dots), columns, high + 40, width, len(dated) - len(shown))


def _middle(column: int, count: int) -> float:
    return round(100 * (column + 0.5) / count, 2)


def _columns(starts: Sequence[date], interface: Interface) -> Iterator[Column]:
    """A column for each first day; month and year are written once."""
    before: date | None = None
    for number, on in enumerate(starts):
        month = "" if before and before.month == on.month else interface.date(on, "LLL")
        year = "" if before and before.year == on.year else str(on.year)
        yield Column(_middle(number, len(starts)), str(on.day), f"{month} {year}".strip())
        before = on


def _stack(x: float, stack: Sequence[Deed], high: int) -> list[Dot]:
    dots = [Dot(x, high - MARK // 2 - n * MARK, deed) for n, deed in enumerate(stack[:TALLEST])]
    if len(stack) > TALLEST:
        dots.append(Dot(x, high - MARK // 2 - TALLEST * MARK, None, len(stack) - TALLEST))
    return dots
