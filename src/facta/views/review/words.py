"""Words that a person gives for a span, in; where they stand in the report's text, out. Never guesses."""

from __future__ import annotations

import re
from collections.abc import Mapping

from facta.errors import UsageError
from facta.records import Span

AROUND = 30  # characters shown on both sides of each place at which words stand


def span_of(text: str, values: Mapping[str, str], near: Span | None = None) -> Span | None:
    """The span that `start` and `end`, or `words`, give; `None` when the values give none."""
    if values.get("start") or values.get("end"):
        return _numbered(text, values.get("start", ""), values.get("end", ""))
    return found(text, values["words"], "words", near) if "words" in values else None


def _numbered(text: str, start: str, end: str) -> Span:
    try:
        span = Span(int(start), int(end))
    except ValueError as error:
        raise UsageError(
            "start, end: both must be whole numbers", "count characters from 0; end is not included"
        ) from (error)
    if not 0 <= span.start < span.end <= len(text):
        raise UsageError(f"start, end: {start} to {end} is not in the text", f"it has {len(text)} characters")
    return _trimmed(text, span)


def _trimmed(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    trimmed = Span(start, start + len(words.strip()))
    if not len(trimmed):
        raise UsageError("start, end: there are no words", "select the words that say so")
    return trimmed


def found(text: str, words: str, field: str, near: Span | None = None) -> Span:
    """Where the words stand in the text; of several places the only one that touches `near`."""
    places = occurrences(text, words)
    touching = [span for span in places if near and span.overlaps(near)]
    fitting = touching or places
    if len(fitting) == 1:
        return fitting[0]
    if not places:
        given = " ".join(words.split())[:60]
        raise UsageError(f"{field}: the report does not say {given!r}", "give words as they stand in the text")
    shown = "; ".join(f"{s.start} to {s.end}: …{_around(text, s)}…" for s in fitting[:5])
    raise UsageError(f"{field}: these words stand {len(fitting)} times in the text", f"give start and end: {shown}")


def occurrences(text: str, words: str, loosely: bool = False) -> list[Span]:
    """All places of the words, with any white space between them; `loosely` in any case."""
    parts = [re.escape(part) for part in words.split()]
    if not parts:
        return []
    return [Span(*m.span()) for m in re.finditer(r"\s+".join(parts), text, re.IGNORECASE if loosely else 0)]


def _around(text: str, span: Span) -> str:
    return " ".join(text[max(0, span.start - AROUND) : span.end + AROUND].split())
