"""From a sentence to its words as (start, end) pairs that cover all but white space, split as in the treebanks."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from facta.reading.abbreviations import ORDINAL_POINT, SPLITS_HYPHENS, Abbreviations, abbreviations
from facta.records import Span

Places = list[tuple[int, int]]

# English compounds with these first parts stay one word, as in the English treebank: "anti-tank", "non-proliferation".
_PREFIXES = (
    "anti|arch|bi|bio|co|counter|cross|cyber|de|e|eco|ex|extra|hyper|inter|intra|macro|mega|micro|mid|mini|multi|neo|non"
    "|over|pan|para|peri|post|pre|pro|pseudo|quasi|re|semi|sub|super|trans|tri|ultra|un|uni|vice"
)
_QUOTE = "['’]"
_ELIDED = "['’ʼ‘´`′]"
_CLITIC = f"{_QUOTE}(?:s|re|ve|ll|d|m)"
_ELISIONS = {
    "fr": "(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)",
    "it": "(?:[ld]|un|all|dell|dall|nell|sull|coll|quell|quest|bell|c|s|m|t|v|n|gl|anch|mezz|tutt|dov|com|sant)",
}
_INVERTED = "-(?:t-)?(?:ils?|elles?|on|je|tu|nous|vous|ce)"
# Whole words of French with an apostrophe or a pronoun inside, and the pronouns after a verb: "dit" and "-il".
_FRENCH = (r"(?i:c['’]est-à-dire|l['’]on|rendez-vous)(?!\w)", rf"(?i:{_INVERTED})(?!\w)")
_SMILE = r"(?<!\w)[:;=]-?(?:\)+|\(+|[DP])(?!\w)"
_UNITS = "am|pm|a\\.m\\.|p\\.m\\.|km|kg|mm|cm|m|bn|mn|k"


def _marks() -> str:
    """Characters that belong to the one before them: combining marks, variation and skin tone selectors, tags."""
    spans = ((0x300, 0x3100), (0xA66F, 0xAC00), (0xFB1E, 0xFB1F), (0xFE00, 0xFE30), (0x10A01, 0x11F00))
    found = [chr(c) for a, b in spans for c in range(a, b) if unicodedata.category(chr(c))[0] == "M"]
    return "".join(found) + "\u00ad\u200c\u200d\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f\U000e0100-\U000e01ef"


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """One expression for all words of the language; of its alternatives the first that fits counts."""
    marks = _marks()
    word = rf"[\w{marks}]"
    mark = f"[{marks}]"
    hyphens = "" if language in SPLITS_HYPHENS else "-‑"  # a plain hyphen, first in its class, and a non-breaking one
    inner = rf"(?:[{hyphens}'’ʼ`´·]{word}++)"
    joined = rf"{word}++{inner}*+"
    common = r"(?!(?i:cannot|gonna|wanna)\b)" if language == "en" else ""
    parts = [
        # The two that most words and marks are: first, since every word tries the alternatives in this order.
        rf"{common}[^\W\d]\w*+(?=[\s,;)”»\"])",
        rf"(?!{_SMILE})[,;:\"“”„«»](?!{mark})",
        rf"[.?!)(](?![.…?!)(\w]|{mark})",
        rf"{common}(?!\d){word}++(?![-‑'’ʼ‘`´′·:/&@]{word}|['’][\"«“(]|[.,]\w|\.|://)",
        r"(?i:https?://|www\.|t\.me/)[^\s<>«»„“”\"]*[\w/]",
        r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
        rf"[@#]{word}++",
        *_numbers(language, word),
        *_with_point(abbreviations(language)),
        r"[A-Z]{1,3}&[A-Z]{1,3}(?!\w)",
        *_apostrophes(language, word),
        r"(?=[\w-]*[A-Za-z])(?a:[\w-]++)(?:\.(?a:[\w-]+))+(?<![-.])(?:/(?:[^\s<>«»„“”\"]*[\w/])?)?",
        rf"(?i:{_PREFIXES})-{word}++" if language == "en" else r"(?!)",
        joined,
        _SMILE,
        r"[.…]{2,}|[!?]+(?:\.\.(?!\.)|…)?|``|''|’’|‘‘|([-=*~<>|+#)(])\1+",
        r"[\U0001f1e6-\U0001f1ff]{2}",
        "[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c]++",
        rf"\S{mark}*(?:(?<=\u200d)[^\s\w]{mark}*)*",
    ]
    return re.compile(rf"(?=\S)(?:{'|'.join(parts)})")  # white space is passed over at once


def _numbers(language: str, word: str) -> list[str]:
    """Numbers with their separators, dates and clock times; "20th" is one word, "10km" and "10pm" are two."""
    ordinal = r"(?:(?<![\d.,])\d{1,2}|\b[IVXLC]{2,})\.(?=\s+\w)" if language in ORDINAL_POINT else r"(?!)"
    ranges = r"\d+(?:-\d+){2,}|" if language in SPLITS_HYPHENS else ""
    suffix = rf"{word}*+" if language in SPLITS_HYPHENS else rf"(?:[-'’]?{word}++)*+"
    figure = r"\d+(?:[.,:/’']\d+)*+"
    return [ordinal, rf"{ranges}{figure}(?=(?i:{_UNITS})(?!\w))", rf"{ranges}{figure}(?:'s\b)?{suffix}"]


def _with_point(known: Abbreviations) -> list[str]:
    """Abbreviations, initials and acronyms, their full stops included."""
    listed = "|".join(re.escape(a) for a in sorted(known.all, key=lambda a: (-len(a), a)) if " " not in a)
    numbered = "|".join(re.escape(a) for a in sorted(known.before_number, key=lambda a: (-len(a), a)))
    halves = [
        rf"{re.escape(a)}\.(?=\s{re.escape(b)}\.)|(?<=\b{re.escape(a)}\.\s){re.escape(b)}\." for a, b in known.halves
    ]
    return [
        *halves,
        r"(?:[^\W\d_]\.(?:-(?=[^\W\d_]\.))?){2,}(?:[^\W\d_](?!\w))?",
        rf"(?:{listed})\.(?!\w)",
        rf"(?:{numbered})\.(?=\s?\d)",
        r"(?=[^\W\d_]\.)[^a-zа-яіїєґё]\.(?=\s*[\w-])",
        r"[nN]\.?[°º](?!\w)",
    ]


def _apostrophes(language: str, word: str) -> list[str]:
    if language == "en":
        return [
            r"(?i:can(?=not\b)|gon(?=na\b)|wan(?=na\b))",
            rf"(?i:n{_QUOTE}t)(?!\w)",
            rf"(?i:{_CLITIC})(?!\w)",
            rf"{word}+?(?=(?i:n{_QUOTE}t)(?!\w))",
            rf"{word}++(?:{_QUOTE}(?!(?i:s|re|ve|ll|d|m)(?!\w)){word}++)*+(?=(?i:{_CLITIC})(?!\w))",
        ]
    if language in _ELISIONS:
        return [
            *(_FRENCH if language == "fr" else ()),
            rf"(?i:{_ELISIONS[language]}){_ELIDED}(?=[\w\"«“(])",
            *((rf"{word}++(?=(?i:{_INVERTED})(?![\w-]))",) if language == "fr" else ()),
        ]
    return []


def word_spans(text: str, span: Span, language: str) -> Places:
    """The words of one sentence in order."""
    return [m.span() for m in _pattern(language).finditer(text, span.start, span.end)]
