"""Numbers with the words that bound, blur or join them: "more than 40", "between 30 and 40", "$61bn", "80%".

A sentence and the number words of its language go in; quantities come out. What they count is left to `counting`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from facta.codebook.numbers import Numbers
from facta.codebook.units import Units
from facta.extraction.numbers import Number, find_numbers
from facta.extraction.trace import SILENT, Trace
from facta.records import Span
from facta.text import fold

BEFORE = 40  # characters before a number in which words that bound it are looked for


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount as written. `number` covers the digits or number words alone, `span` the words around them as well."""

    span: Span
    number: Span
    value: float | None
    low: float | None
    high: float | None
    approximate: bool = False
    currency: str | None = None
    percent: bool = False
    in_digits: bool = False


def find_quantities(text: str, within: Span, numbers: Numbers, units: Units, trace: Trace = SILENT) -> list[Quantity]:
    """All quantities of the sentence in text order."""
    found: list[Quantity] = []
    waiting = find_numbers(text, within, numbers, trace)
    while waiting:
        first = waiting.pop(0)
        if _is_part_of_word(text, first):
            trace.dropped("figure", first.span, None, "the number is part of a word")
            continue
        joined = _range(text, first, waiting[0], numbers) if waiting else None
        if joined:
            waiting.pop(0)
            if joined.low is not None and joined.high is not None and joined.low > joined.high:
                trace.dropped("figure", joined.number, None, "a score or a vote")
                continue
            found.append(_widened(text, within, joined, numbers, units))
        else:
            plain = Quantity(first.span, first.span, first.value, first.low, first.value, in_digits=first.in_digits)
            found.append(_widened(text, within, plain, numbers, units))
    return found


def _is_part_of_word(text: str, number: Number) -> bool:
    """ "12-year-old", "200-та": the number belongs to a compound; "4-х осіб" is only inflected."""
    tail = re.compile(r"[-‐‑]([^\W\d_]+)").match(text, number.span.end)
    return bool(tail) and (not number.in_digits or len(tail.group(1) if tail else "") > 1)


def _range(text: str, first: Number, second: Number, numbers: Numbers) -> Quantity | None:
    """Two numbers as one range: "30-40", "30 to 40", and with "and" only when "between" stands before."""
    between = text[first.span.end : second.span.start].strip().casefold()
    if between not in numbers.to or first.low is None or second.low is None:
        return None
    opened = ends_with(numbers.between, text[max(0, first.span.start - BEFORE) : first.span.start])
    if opened is None and between not in numbers.to_alone:
        return None
    scale = second.scale if first.scale == 1 and first.low < second.low / max(second.scale, 1) * 1.0 else 1.0
    start = first.span.start - (opened or 0)
    number = Span(first.span.start, second.span.end)
    return Quantity(Span(start, number.end), number, None, first.low * scale, second.low, in_digits=first.in_digits)


def _widened(text: str, within: Span, quantity: Quantity, numbers: Numbers, units: Units) -> Quantity:
    """Takes in the sign of a currency, the per cent sign, and the words before and after that bound the amount."""
    start, end = quantity.span.start, quantity.span.end
    currency = units.signs.get(text[start - 1]) if start > within.start else None
    if currency:
        start -= 1
        start -= 2 if text[max(within.start, start - 2) : start] == "US" else 0
    elif end < within.end and (currency := units.signs.get(text[end])):
        end += 1
    percent = next((p for p in numbers.percent if text[end:].lstrip(" \u00a0\u202f").casefold().startswith(p)), None)
    if percent:
        end = text.casefold().index(percent, end) + len(percent)
    low, high, approximate = quantity.low, quantity.high, _is_round(quantity.number.of(text), numbers)
    while True:
        before = text[max(within.start, start - BEFORE) : start]
        kind, length = _bound(before, numbers)
        if not kind:
            break
        start -= length
        if kind == "at_least":
            low, high = quantity.low, None
        elif kind == "at_most":
            low, high = None, quantity.high
        elif kind == "about":
            approximate = True
    after = text[end : end + BEFORE].casefold()
    more = next(
        (w for w in numbers.or_more if after.strip().startswith(w) and re.match(r"\W|$", after.strip()[len(w) :])), None
    )
    if (more and more != "+") or (more and after.startswith("+")):
        end, high = end + after.index(more or "") + len(more or ""), None
    if quantity.value is None and quantity.high is None and high is None and low is None:
        low = quantity.low
    span = Span(start, end)
    return Quantity(
        span, quantity.number, quantity.value, low, high, approximate, currency, bool(percent), quantity.in_digits
    )


def _is_round(written: str, numbers: Numbers) -> bool:
    """Whether the amount itself says that it only comes near: "une dizaine"."""
    forms = fold(written).split()
    return any(fold(word) in forms for word in numbers.rounded)


def _bound(before: str, numbers: Numbers) -> tuple[str, int]:
    """Which kind of bounding phrase the text ends with, and how many characters it takes; the longest phrase counts."""
    best = ("", 0)
    for kind in ("at_least", "at_most", "about", "exactly"):
        length = ends_with(getattr(numbers, kind), before)
        if length and length > best[1]:
            best = (kind, length)
    return best


def ends_with(phrases: tuple[str, ...], before: str) -> int | None:
    """How many characters at the end of the text one of the phrases takes, white space after it included."""
    found = _ending(phrases).search(before)
    return len(found.group(1)) if found else None


@lru_cache(maxsize=64)
def _ending(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(phrases, key=len, reverse=True)
    forms = (re.escape(p).replace(r"\ ", r"\s+") for p in longest)
    return re.compile(rf"(?:^|(?<=\W))((?:{'|'.join(forms) or '(?!)'})\s*)$", re.IGNORECASE)
