"""From a text to its quotations, by quotation marks alone; tolerant of missing and stray marks.

Marks pair within a paragraph. A quotation left open runs on when the next paragraph opens with a mark or closes one
that it never opened. Who speaks, and whether the marks set off an utterance or a single word, is left to others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from facta.records import Span
from facta.text import paragraphs, trim

_PAIRS = {"“": "”", "”": "”", "«": "»", "»": "«", "›": "‹", "„": "“", "‹": "›", "‘": "’", '"': '"', "'": "'"}
_MARKS = re.compile("''|``|[“”«»„‟\"‹›‘’']")
_SENTENCE = re.compile(r"[.!?…]\s+(?=\S)")
_DOUBLE = ("“", "”", '"')
_END = ",.!?…"
_DASH = re.compile(r"(?:(?<=\s)|^|(?<=[.,!?…\w]))[—–](?=\s|\w|¿|¡)", re.MULTILINE)
_DOUBLED = ("''", "``")


@dataclass(frozen=True, slots=True)
class Quote:
    """`outer` holds the marks, `inner` what is said. `runs_on`: the next paragraph goes on with it."""

    outer: Span
    inner: Span
    runs_on: bool = False


@dataclass(slots=True)
class _Open:
    start: int
    mark: str
    carried: bool = False  # opened in an earlier paragraph


def find_quotes(text: str) -> list[Quote]:
    """All quotations of the text in order, inner ones left inside the outer ones."""
    found: list[Quote] = []
    blocks = paragraphs(text)
    pending: _Open | None = None
    for number, block in enumerate(blocks):
        quotes, left = _paragraph(text, block, pending)
        found += quotes or _dialogue(text, block)
        pending = None
        if left is None:
            continue
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        if following and text[following.start] == left.mark:
            found.append(_quote(text, left.start, block.end, closed=False, runs_on=True))
        elif following and _closes_alone(text, following, left.mark):
            pending = _Open(left.start, left.mark, carried=True)
        elif not left.carried:
            found.append(_quote(text, left.start, block.end, closed=False))
    return sorted(found, key=lambda q: q.outer)


def _paragraph(text: str, block: Span, pending: _Open | None) -> tuple[list[Quote], _Open | None]:
    """The quotations of one paragraph, and the one it leaves open."""
    found: list[Quote] = []
    current = pending
    for at, mark in _marks(text, block):
        opens = _opens(text, block, at, mark, current)
        if opens and current is None:
            current = _Open(at, mark)
        elif opens and current is not None and current.mark == mark:
            found += _cut(text, current, at)
            current = _Open(at, mark)
        elif not opens and current is not None and _closes(current.mark, mark):
            found.append(_quote(text, current.start, at + _width(text, at)))
            current = None
        elif not opens and current is None and mark in '”»"':
            start = _orphan_start(text, block, at, found)
            if at - start > 1:
                found.append(_quote(text, start, at + _width(text, at), opened=False))
    return found, current


def _dialogue(text: str, block: Span) -> list[Quote]:
    """Speech set off by dashes: "— We stay, — said X. — This is home." Every other stretch is the speaker's."""
    parts = [m.start() for m in _DASH.finditer(text, block.start, block.end)]
    if len(parts) < 2 or parts[0] != block.start:
        return []
    bounds = [*parts, block.end]
    spoken = [Span(bounds[i], bounds[i + 1]) for i in range(0, len(parts), 2)]
    return [_quote(text, s.start, trim(text, s.start, s.end).end, closed=False) for s in spoken if len(s) > 3]


def _closes(opening: str, mark: str) -> bool:
    """Whether the mark ends what the other began; straight and curly double marks are often mixed."""
    return mark in (_PAIRS[opening], opening) or (opening in _DOUBLE and mark in _DOUBLE)


def _marks(text: str, block: Span) -> Iterator[tuple[int, str]]:
    for match in _MARKS.finditer(text, block.start, block.end):
        yield match.start(), '"' if len(match.group()) == 2 else match.group()


def _opens(text: str, block: Span, at: int, mark: str, current: _Open | None) -> bool:
    """Whether the mark begins a quotation here."""
    before = text[at - 1] if at > block.start else " "
    behind = at + _width(text, at)
    after = text[behind] if behind < block.end else " "
    if mark == "“":
        return current is None or (current.mark == "“" and (before.isspace() or not after.isalnum()))
    if mark in "»›":  # as German and Danish books quote: »…«
        return current is None and after.isalnum() and (before.isspace() or before in "([„")
    if mark in "«„‹":
        return current is None or _PAIRS[current.mark] != mark
    if mark == "”":
        return current is None and before.isalnum() and after.isalnum()
    if mark == "‘":
        return not before.isalnum()
    if mark == "'":
        return current is None and not before.isalnum() and after.isalnum() and _single_closes(text, block, at)
    if mark == '"':
        if current is not None and current.mark == '"':
            return False
        return not after.isspace() and not (before.isalnum() and not after.isalnum())
    return False


def _single_closes(text: str, block: Span, at: int) -> bool:
    """Whether a straight single mark has a fellow that ends an utterance: "…, he said" goes on behind it."""
    return re.compile(r"[^\"“”]{8,}?[,.!?]'(?!\w)").match(text, at + 1, block.end) is not None


def _cut(text: str, current: _Open, at: int) -> list[Quote]:
    """A quotation whose closing mark is missing before another begins: to the last sentence's end between them."""
    ends = [m.start() + 1 for m in _SENTENCE.finditer(text, current.start, at)]
    return [_quote(text, current.start, ends[-1], closed=False)] if ends else []


def _orphan_start(text: str, block: Span, at: int, found: list[Quote]) -> int:
    """Where a quotation without opening mark begins: at its sentence, or at what follows the quotation before."""
    starts = [block.start, *(m.end() for m in _SENTENCE.finditer(text, block.start, at - 1))]
    if text[at - 1] in _END and len(starts) > 1 and at - starts[-1] < 2:
        starts.pop()
    floor = max((q.outer.end for q in found if q.outer.end <= at), default=block.start)
    return max(starts[-1], floor)


def _closes_alone(text: str, block: Span, mark: str) -> bool:
    """Whether the first mark of the paragraph closes what an earlier paragraph opened."""
    first = next(_marks(text, block), None)
    if first is None or mark == "'":
        return False
    at, found = first
    after = text[at + 1] if at + 1 < block.end else " "
    return found == _PAIRS[mark] and (found != '"' or not after.isalnum()) and at > block.start


def _quote(text: str, start: int, end: int, opened: bool = True, closed: bool = True, runs_on: bool = False) -> Quote:
    left = start + _width(text, start) if opened else start
    right = end - (2 if text[end - 2 : end] in _DOUBLED else 1) if closed else end
    return Quote(Span(start, end), trim(text, left, right), runs_on)


def _width(text: str, at: int) -> int:
    """How many characters the mark takes: two apostrophes are one mark."""
    return 2 if text[at : at + 2] in _DOUBLED else 1
