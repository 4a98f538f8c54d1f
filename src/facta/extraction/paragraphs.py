"""The parsed text by paragraph: words in one row across sentences, each with the quotation that holds it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from facta.extraction.context import Context
from facta.extraction.quotes import Quote
from facta.extraction.tree import Tree
from facta.records import PassageRole, Span, Token
from facta.text import paragraphs

_SILENT = (PassageRole.CREDIT, PassageRole.PROMOTION, PassageRole.CAPTION, PassageRole.BYLINE)


@dataclass(frozen=True, slots=True)
class Word:
    """A token of a sentence and the quotation it stands in, if any."""

    tree: Tree
    index: int
    quote: Quote | None

    @property
    def token(self) -> Token:
        return self.tree.tokens[self.index]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph's words and quotations."""

    span: Span
    words: tuple[Word, ...]
    quotes: tuple[Quote, ...]

    def place(self, offset: int) -> int:
        """The position of the first word that begins at or behind the offset."""
        return bisect_right([w.token.start for w in self.words], offset - 1)


def paragraphs_of(context: Context, quotes: list[Quote]) -> list[Paragraph]:
    """All paragraphs that can hold statements, in order."""
    found = []
    for span in paragraphs(context.text):
        if context.role(span) in _SILENT:
            continue
        mine = tuple(q for q in quotes if q.outer.overlaps(span))
        words = tuple(
            Word(tree, i, next((q for q in mine if q.outer.start <= token.start and token.end <= q.outer.end), None))
            for tree in context.trees
            if tree.sentence.span.overlaps(span)
            for i, token in enumerate(tree.tokens)
            if span.start <= token.start < span.end
        )
        found.append(Paragraph(span, words, mine))
    return found
