"""Whose words a place in the text stands in, and so who "we" and "I" are there. Takes the statements of one report;
finding them is left to `statements`."""

from __future__ import annotations

from facta.records import Actor, Span, Statement


def source_of(statements: tuple[Statement, ...], span: Span) -> Statement | None:
    """The innermost statement whose content covers the span."""
    holding = [s for s in statements if any(c.covers(span) for c in s.content)]
    return min(holding, key=lambda s: sum(len(c) for c in s.content), default=None)


class Voices:
    """The speakers of one report by place."""

    def __init__(self, statements: tuple[Statement, ...] = ()) -> None:
        self.statements = statements

    def at(self, span: Span) -> Actor | None:
        """Who speaks the words at the span, if somebody is known to."""
        source = source_of(self.statements, span)
        return source.speaker if source else None
