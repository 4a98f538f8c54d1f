"""Numbers with the words that bound, blur or join them: "more than 40", "between 30 and 40", "$61bn", "80%".

A sentence and the number words of its language go in; quantities come out. What they count is left to `counting`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from facta.codebook.numbers import Numbers
from facta.codebook.units import Units
from facta.extraction.numbers import Number, find_numbers
from facta.extraction.trace import SILENT, Trace
from facta.extraction.wordings import begins_with, ends_with
from facta.records import Span
from facta.text import fold

YEARS = range(1900, 2100)  # four digits that may be a year
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
    pair: bool = False  # "both": two that are known, and no count


def find_quantities(text: str, within: Span, numbers: Numbers, units: Units, trace: Trace = SILENT) -> list[Quantity]:
    """All quantities of the sentence in text order."""
    found: list[Quantity] = []
    waiting = find_numbers(text, within, numbers, trace)
    while waiting:
        first = waiting.pop(0)
        if _is_part_of_word(text, first, numbers):
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
            pair = fold(first.span.of(text)) in map(fold, numbers.pairs)
            plain = Quantity(first.span, first.span, first.value, first.low, first.value, in_digits=first.in_digits)
            plain = replace(plain, pair=pair)
            found.append(_widened(text, within, plain, numbers, units))
    return found


def _is_part_of_word(text: str, number: Number, numbers: Numbers) -> bool:
    """ "12-year-old", "200-та": the number belongs to a compound or is an ordinal; "4-х осіб" is only inflected."""
    tail = re.compile(r"[-‐‑]([^\W\d_]+)").match(text, number.span.end)
    return bool(tail) and not (number.in_digits and tail is not None and tail.group(1) in numbers.inflected)


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
    span, currency = _with_currency(text, within, quantity.span, units)
    percent = begins_with(numbers.percent, text[span.end : span.end + BEFORE])
    start, end = span.start, span.end + (percent or 0)
    low, high, approximate = quantity.low, quantity.high, _is_round(quantity.number.of(text), numbers)
    while (bound := _bound(text[max(within.start, start - BEFORE) : start], numbers))[0]:
        kind, length = bound
        start -= length
        if kind == "at_least":
            low, high = quantity.low, None
        elif kind == "at_most":
            low, high = None, quantity.high
        approximate |= kind == "about"
    if more := begins_with(numbers.or_more, text[end : end + BEFORE]):
        end, high = end + more, None
    if (quantity.value, quantity.high, high, low) == (None, None, None, None):
        low = quantity.low
    return replace(
        quantity,
        span=Span(start, end),
        low=low,
        high=high,
        approximate=approximate,
        currency=currency,
        percent=percent is not None,
    )


def _with_currency(text: str, within: Span, span: Span, units: Units) -> tuple[Span, str | None]:
    """The span with the sign of a currency before or behind it, "US$" as well, and the currency."""
    start, end = span.start, span.end
    if start > within.start and (currency := units.signs.get(text[start - 1])):
        dollars = text[max(within.start, start - 3) : start - 1] == "US"
        return Span(start - (3 if dollars else 1), end), currency
    currency = units.signs.get(text[end]) if end < within.end else None
    return Span(start, end + (currency is not None)), currency


def _is_round(written: str, numbers: Numbers) -> bool:
    """Whether the amount itself says that it only comes near: "une dizaine"."""
    forms = fold(written).split()
    return any(fold(word) in forms for word in numbers.rounded)


def _bound(before: str, numbers: Numbers) -> tuple[str, int]:
    """Which kind of bounding phrase the text ends with, and how many characters it takes; the longest phrase counts."""
    best = ("", 0)
    for kind in ("at_least", "at_most", "about", "exactly"):
        length = ends_with(getattr(numbers, kind), before)
        if length and length > best[1] and not _belongs_before(before, length, numbers):
            best = (kind, length)
    return best


def _belongs_before(before: str, length: int, numbers: Numbers) -> bool:
    """Does the phrase belong to a verb before it: "handed over 11", "зросла (з 10) до 15"?"""
    verbs = numbers.no_bound_after.get(fold(before[-length:].strip()), ())
    left = re.sub(r"\s[^\W\d]{1,4}\s\d[\d.,\s]*$", " ", before[:-length]) if verbs else ""
    return bool(verbs) and ends_with(verbs, left) is not None
