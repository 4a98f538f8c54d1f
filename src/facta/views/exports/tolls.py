"""From a deed to its tolls: the figures that its reports tell in the same sentence. The lowest claim counts; nothing is
added up, for several reports of one deed tell of the same dead."""

from __future__ import annotations

import re

from facta.codebook.exports import Exports
from facta.records import Figure, Incident, Scope, Span
from facta.views.exports.deeds import Deed, Telling

_BREAK = re.compile(r"[.!?…][\"”»’)]?\s|[\r\n]")  # between two sentences


def killed(deed: Deed, page: Exports) -> Figure | None:
    """The lowest toll of dead."""
    return _lowest(deed, page, page.tolls.killed)


def injured(deed: Deed, page: Exports) -> Figure | None:
    """The lowest toll of wounded."""
    return _lowest(deed, page, page.tolls.injured)


def least(figure: Figure) -> int:
    """The least that the figure can mean, in whole numbers."""
    low = figure.low if figure.low is not None else figure.value
    return int(low) if low is not None else 0


def is_vague(figure: Figure) -> bool:
    """Whether it is a word such as "dozens", of which only the least is known."""
    return figure.value is None and figure.high is None


def _lowest(deed: Deed, page: Exports, counts: tuple[str, ...]) -> Figure | None:
    if deed.type not in page.deadly:
        return None
    found = [figure for telling in deed.told for figure in _tied(telling) if figure.counts in counts]
    return min(found, key=least, default=None)


def _tied(telling: Telling) -> list[Figure]:
    """The figures told in a sentence of the deed, all of a longer time and parts of others left out."""
    return [
        figure
        for figure in telling.figures
        if figure.scope not in (Scope.CUMULATIVE, Scope.PART) and _is_beside(telling, figure.text)
    ]


def _is_beside(telling: Telling, figure: Span) -> bool:
    text = telling.report.text
    return any(_BREAK.search(text, *_between(words, figure)) is None for words in _mentions(telling.incident))


def _mentions(incident: Incident) -> tuple[Span, ...]:
    return (incident.trigger, *incident.evidence)


def _between(one: Span, other: Span) -> tuple[int, int]:
    """Where the text between two spans begins and ends."""
    return (min(one.end, other.end), max(one.start, other.start)) if not one.overlaps(other) else (one.start, one.start)
