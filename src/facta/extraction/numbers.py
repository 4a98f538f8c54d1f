"""Numbers in running text, in digits and in words; what they count is left to `figures`.

A stretch of text and the number words of its language go in; spans with their values come out, in text order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from facta.codebook.numbers import Numbers
from facta.extraction.trace import SILENT, Trace
from facta.records import Span
from facta.text import fold

_DIGITS = re.compile(
    r"(?<![\w.,/:])(?<![A-Za-zА-Яа-яІЇЄҐієїґ]-)\d+(?:[.,]\d+)*(?:[ \u00a0\u202f]\d{3}(?![\d.,]?\d))*(?![\d/:])"
)
_WRITTEN_TO = "letters are written to the number: a measure such as a calibre, an ordinal, a part of a name"
_DOT = re.compile(r"\.[ \u00a0\u202f][^\W\d_]")  # a dot and a further word of the sentence: "die 3. Brigade"
_WORD = re.compile(r"[^\W\d_]+(?:[’'ʼ][^\W\d_]+)*")
_ABBREVIATED = re.compile(r"\.(?=[ \u00a0\u202f][^\W\d_A-ZА-ЯІЇЄҐ])")  # a full stop inside a sentence: "35 тис. людей"


@dataclass(frozen=True, slots=True)
class Number:
    """A number and where it stands. A vague one ("dozens") has no value, only the least it can mean."""

    span: Span
    value: float | None
    low: float | None
    in_digits: bool = False
    scale: float = 1.0  # of its scale word: "4 million"


def find_numbers(text: str, within: Span, words: Numbers, trace: Trace = SILENT) -> list[Number]:
    """All numbers of the stretch; "61bn" and "three dozen" are one number each."""
    digits = list(_in_digits(text, within, words, trace))
    spoken = [n for n in _in_words(text, within, words) if not any(n.span.overlaps(d.span) for d in digits)]
    return sorted([*digits, *spoken], key=lambda number: number.span)


def _in_digits(text: str, within: Span, words: Numbers, trace: Trace) -> Iterator[Number]:
    for match in _DIGITS.finditer(text, within.start, within.end):
        value = digits_value(match.group(), words)
        end, scale = _scale_after(text, match.end(), within.end, words)
        ordinal = words.ordinal_dot and scale == 1 and _DOT.match(text, end, within.end)
        if ordinal or value is None or (scale == 1 and end < within.end and (text[end].isalpha() or text[end] == "_")):
            trace.dropped("figure", Span(match.start(), end), None, _WRITTEN_TO)  # "120mm", "10th"
            continue
        yield Number(Span(match.start(), end), value * scale, value * scale, True, scale)


def digits_value(written: str, words: Numbers) -> float | None:
    """The value of digits as the language groups them: "1,250.5", "1.250,5", "1 250"."""
    plain = re.sub(r"[ \u00a0\u202f]", "", written)
    for sign in words.groups:
        plain = re.sub(rf"{re.escape(sign)}(?=\d{{3}}(?!\d))", "", plain) if sign != " " else plain
    other = "," if words.decimal == "." else "."
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(other)}\d{{3}})+", plain):
        plain = plain.replace(other, "")
    plain = plain.replace(words.decimal, ".").replace(other, ".")
    return float(plain) if plain.count(".") < 2 else None


def _scale_after(text: str, end: int, limit: int, words: Numbers) -> tuple[int, float]:
    """Where a scale behind digits ends and its value: "bn", " million", " тис."; 1 when there is none."""
    short = _WORD.match(text, end, limit) or _WORD.match(text, end + 1, limit) if end < limit else None
    scale = 1.0
    while short and (short.start() == end or text[end] in " -\u00a0\u202f"):
        form, spelled = fold(short.group()), {fold(k): v for k, v in words.short_scales.items()}
        factor = words.folded_scales.get(form) or spelled.get(form)
        if not factor or (form in spelled and short.start() > end and len(form) < 2):
            break
        scale, end = scale * factor, short.end()
        if form in spelled and _ABBREVIATED.match(text, end, limit):
            end += 1
        short = _WORD.match(text, end + 1, limit) if end + 1 < limit else None
    return end, scale


@lru_cache(maxsize=32)
def _pattern(words: tuple[str, ...], scales: tuple[str, ...]) -> re.Pattern[str]:
    """Matches one word, or one number that is written as several: "quatre-vingt-dix"; "d'une" is two words."""
    longest = sorted((word for word in words if " " in word or "-" in word), key=len, reverse=True)
    joined = "|".join(re.escape(word).replace(r"\ ", r"[ \u00a0\u202f]") for word in longest)
    elided = "|".join(re.escape(word) for word in (*words, *scales))
    parts = (rf"(?<!\w)(?:{joined or '(?!)'})(?!\w)", rf"\w{{1,2}}[’'](?=(?:{elided})(?!\w))", _WORD.pattern)
    return re.compile("|".join(parts), re.IGNORECASE)


def _in_words(text: str, within: Span, words: Numbers) -> Iterator[Number]:
    matches = list(_pattern(tuple(words.words), tuple(words.scales)).finditer(text, within.start, within.end))
    i = 0
    while i < len(matches):
        length, number = _spoken(text, matches[i:], words)
        if number:
            yield number
        i += max(length, 1)


def _spoken(text: str, matches: list[re.Match[str]], words: Numbers) -> tuple[int, Number | None]:
    """The number that begins with the first word, and how many words it takes."""
    total, current, vague, scale, taken, parts = 0.0, 0.0, False, 1.0, 0, 0
    for n, match in enumerate(matches):
        form = fold(match.group())
        if n and not re.fullmatch(r"[\s\u00a0]+|-", text[matches[n - 1].end() : match.start()]):
            break
        if form in words.folded_vague and (not parts or vague):
            current = words.folded_vague[form] if not current else current * words.folded_vague[form] / 2
            vague, scale, taken = True, 10.0, n + 1
        elif form in words.folded_scales:
            factor = words.folded_scales[form]
            current = (current or 1) * factor
            if factor >= 1000:
                total, current = total + current, 0
            scale, taken = factor, n + 1
        elif form in words.folded_words and not vague:
            value = words.folded_words[form]
            if parts and value >= 1 and scale == 1 and not (current >= 20 and value < 10) and current not in (0.5,):
                break
            half = value == 0.5 and scale >= 1000  # "deux millions et demi"
            current = current * value if current == 0.5 else current + value * (scale if half else 1)
            taken = n + 1
        elif not (taken and form in {fold(j) for j in words.joiners}):
            break
        else:
            continue
        parts += 1
    if not taken or (taken == 1 and fold(matches[0].group()) in {fold(a) for a in words.articles}):
        return 1, None
    span, value = Span(matches[0].start(), matches[taken - 1].end()), total + current
    return taken, Number(span, None if vague else value, value, False, scale)
