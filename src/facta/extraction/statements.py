"""Who conveys what: statements with speaker, cue and content."""

from __future__ import annotations

from facta.extraction.cast import Cast
from facta.extraction.context import Context
from facta.records import Span, Statement, When


def find_statements(context: Context, cast: Cast, times: tuple[When, ...]) -> tuple[Statement, ...]:
    """All statements in text order, nested ones linked by `within`."""
    return ()


def source_of(statements: tuple[Statement, ...], span: Span) -> Statement | None:
    """The innermost statement whose content covers the span."""
    holding = [s for s in statements if any(c.covers(span) for c in s.content)]
    return min(holding, key=lambda s: sum(len(c) for c in s.content), default=None)
