"""Small pure functions on text: folding spellings and finding paragraphs. Offsets always refer to the text given."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from facta.records import Span

_LINE = re.compile(r"[^\r\n]+")  # looking for a letter here as well takes quadratic time on a line of spaces


@lru_cache(maxsize=65_536)
def fold(form: str) -> str:
    """Case, accents and kinds of apostrophe removed, for comparing spellings: "Peña" and "pena" are equal."""
    flat = unicodedata.normalize("NFKD", form.replace("’", "'").replace("ʼ", "'")).casefold()
    return "".join(ch for ch in flat if not unicodedata.combining(ch))


def trim(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def paragraphs(text: str) -> list[Span]:
    """Spans of the non-empty lines, without the white space around them."""
    return [trim(text, m.start(), m.end()) for m in _LINE.finditer(text) if not m.group().isspace()]
