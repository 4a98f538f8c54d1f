"""Quotations into which their speaker is thrown between dashes, within the marks: «We stay, — said X. — This is home».

Text, quotations and the places of cues go in; quotations come out, an interrupted one as the two parts that are said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from facta.extraction.quotes import Quote
from facta.records import Span
from facta.text import trim

_ASIDE = re.compile(r"(?<=[,.!?…])\s*[—–-]\s+(?=[^\W\d_A-ZА-ЯІЇЄҐЁ])[^—–«»“”\"\n]{3,160}?[.,:]\s+[—–-]\s+")


def uninterrupted(text: str, quotes: Sequence[Quote], cues: Sequence[Span]) -> list[Quote]:
    """The quotations in order, without what the reporter says between two dashes of theirs."""
    return [part for quote in quotes for part in _parts(text, quote, cues)]


def _parts(text: str, quote: Quote, cues: Sequence[Span]) -> Iterator[Quote]:
    aside = next(
        (m for m in _ASIDE.finditer(text, quote.inner.start, quote.inner.end) if _begins_with_cue(m.span(), cues)), None
    )
    if aside is None:
        yield quote
        return
    first, last = aside.span()
    said = trim(text, quote.inner.start, first)
    yield Quote(Span(quote.outer.start, said.end), said)
    yield from _parts(text, replace(quote, outer=Span(last, quote.outer.end), inner=Span(last, quote.inner.end)), cues)


def _begins_with_cue(aside: tuple[int, int], cues: Sequence[Span]) -> bool:
    """Whether a cue of speech stands at or near the beginning: "— quietly said X. —"."""
    return any(aside[0] <= cue.start < aside[1] and cue.start - aside[0] <= 30 for cue in cues)
