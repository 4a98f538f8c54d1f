"""Phrases of the codebook in running text: at its end, at its start, anywhere. Knows neither numbers nor grammar.

A `*` at the end of a word stands for any ending; white space in a phrase for any white space; case does not matter.
"""

from __future__ import annotations

import re
from functools import lru_cache

Phrases = tuple[str, ...]


def ends_with(phrases: Phrases, before: str) -> int | None:
    """How many characters at the end of the text one of the phrases takes, white space after it included."""
    found = _compiled(phrases)[0].search(before)
    return len(found.group(1)) if found else None


def begins_with(phrases: Phrases, after: str) -> int | None:
    """How many characters at the start of the text one of the phrases takes, white space before it included."""
    found = _compiled(phrases)[1].match(after)
    return len(found.group()) if found else None


def find(phrases: Phrases, text: str) -> str | None:
    """The first words of the text that are one of the phrases."""
    found = _compiled(phrases)[2].search(text)
    return found.group() if found else None


@lru_cache(maxsize=512)
def _compiled(phrases: Phrases) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    longest = sorted(phrases, key=len, reverse=True)
    forms = "|".join(re.escape(p).replace(r"\ ", r"\s+").replace(r"\*", r"\w*") for p in longest) or "(?!)"
    behind, ahead = r"(?:^|(?<=\W))", r"(?!\w)"
    shapes = (rf"{behind}((?:{forms})\s*)$", rf"\s*(?:{forms}){ahead}", rf"{behind}(?:{forms}){ahead}")
    at_end, at_start, anywhere = (re.compile(shape, re.IGNORECASE) for shape in shapes)
    return at_end, at_start, anywhere
