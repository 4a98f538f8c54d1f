"""Takes groups of figures, gives part 5: each claimant's own value or bounds on one scale a quantity, oldest first."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from facta.records import Figure, Group
from facta.views.dossier.index import Index
from facta.views.dossier.marks import Mark, Verdict
from facta.views.dossier.room import Rows, cut
from facta.views.dossier.rows import ClaimRow, claim_row, place_text
from facta.views.interface import Interface

ROOM = 1.05  # of the largest value at least: an open bound still has somewhere to point
ENDS = (1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)  # times a power of ten: where a scale may end


@dataclass(frozen=True, slots=True)
class Bar:
    """One claimant's figure, in hundredths of the scale: a `dot` for a single value, else from `low` to `high`."""

    row: ClaimRow
    claimant: str
    when: str
    text: str
    value: str
    dot: float | None
    low: float | None
    high: float | None
    open_above: bool
    open_below: bool
    mark: Mark | None


@dataclass(frozen=True, slots=True)
class Chart:
    """One quantity. Values are never merged; `counts` and `unit` say what is counted."""

    group: Group
    place: str
    verdict: Verdict | None
    reason: str
    bars: Rows[Bar]
    top: str
    finding: str = ""

    @property
    def single(self) -> bool:
        return self.bars.total == 1

    @property
    def drawn(self) -> bool:
        """Whether there is something to compare."""
        return self.bars.total > 1


def charts_of(index: Index) -> Rows[Chart]:
    """A chart a quantity, those with more claims first."""
    found = ((group, _figures(index, group)) for group in index.check.groups if group.kind == "figure")
    ordered = sorted((pair for pair in found if pair[1]), key=lambda pair: -len(pair[1]))
    return cut(ordered, index.room.listed, lambda pair: _chart(index, *pair))


def _figures(index: Index, group: Group) -> list[Figure]:
    return [claim for claim in index.claims_in(group) if isinstance(claim, Figure)]


def _chart(index: Index, group: Group, figures: Sequence[Figure]) -> Chart:
    finding = index.main_finding(group)
    ordered = sorted(figures, key=lambda figure: _as_of(index, figure))
    bounds = [bound for figure in figures for bound in (figure.value, figure.low, figure.high) if bound is not None]
    top = _round_up(max(bounds, default=0.0))
    return Chart(
        group=group,
        place=place_text(index, group.place),
        verdict=Verdict.of(finding.verdict) if finding else None,
        reason=finding.reason if finding else "",
        bars=cut(ordered, index.room.members, lambda figure: _bar(index, figure, top)),
        top=index.interface.number(top),
        finding=finding.id if finding else "",
    )


def _round_up(value: float) -> float:
    """A round number somewhat above the value."""
    if value <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    return next((end * power for end in ENDS if end * power >= value * ROOM), 12 * power)


def _as_of(index: Index, figure: Figure) -> date:
    """The day that a figure speaks of, or the day of its report."""
    if figure.as_of and figure.as_of.end:
        return figure.as_of.end
    return index.by_id[figure.id][0].published or date.max


def _bar(index: Index, figure: Figure, top: float) -> Bar | None:
    row = claim_row(index, figure.id)
    if row is None:
        return None
    exact = figure.low is not None and figure.low == figure.high
    say = index.interface.gettext
    return Bar(
        row=row,
        claimant=row.chain[0].name if row.chain else f"{row.quote.outlet}, {say('own voice')}",
        when=row.when or (row.quote.published and say("reported %(day)s") % {"day": row.quote.published}),
        text=_words(figure, index.interface),
        value=index.interface.number(figure.value),
        dot=_at(figure.value, top) if exact or (figure.low is None and figure.high is None) else None,
        low=None if exact else _at(figure.low, top),
        high=None if exact else _at(figure.high, top),
        open_above=figure.high is None and figure.low is not None,
        open_below=figure.low is None and figure.high is not None,
        mark=row.marks[0] if row.marks else None,
    )


def _at(value: float | None, top: float) -> float | None:
    return None if value is None else round(max(0.0, min(100.0, 100 * value / top)), 2)


def _words(figure: Figure, interface: Interface) -> str:
    """The value as bounds: `at least 100,000`, `3–5`, `about 30`."""
    say, number = interface.gettext, interface.number
    if figure.low is not None and figure.high is not None:
        exact = figure.low == figure.high
        text = number(figure.low) if exact else f"{number(figure.low)}–{number(figure.high)}"
    elif figure.low is not None:
        text = say("at least %(number)s") % {"number": number(figure.low)}
    elif figure.high is not None:
        text = say("at most %(number)s") % {"number": number(figure.high)}
    else:
        text = number(figure.value) or say("no number")
    return say("about %(number)s") % {"number": text} if figure.approximate else text
