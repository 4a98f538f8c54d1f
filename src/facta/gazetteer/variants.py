"""The sound of a transcribed name, roughly: spellings that differ by habit of transcription only have one skeleton."""

from __future__ import annotations

import re
from functools import lru_cache

from facta.gazetteer.keys import key

# Each pair: what is written in several ways, and the one way it is compared in; the order matters.
_HABITS = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"^(?:a[lrstdnz]|el|ash|esh)\s+", ""),  # the Arabic article, its last letter as spoken or as written
        (r"(?<=[^aeiouy])(?:i+y*a+h?|e?ya+h?|ieh)$", "ia"),  # -iya, -iyah, -iyya, -eya, -ia
        (r"(?<=[^aeiouy])(?:ah|eh|a|e)$", "a"),
        (r"dj|zh", "j"),
        (r"gh|kg", "g"),
        (r"kh", "h"),
        (r"ck|q|k", "c"),
        (r"ph", "f"),
        (r"dh", "d"),
        (r"ou|oo|uw|o|w", "u"),
        (r"ei|ai|ay|ey|ee|ie|e|y", "i"),
        (r"[- ]", ""),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=65_536)
def skeleton(name: str) -> str:
    """ "Hodeidah", "Al Hudaydah" and "Hudaida" give one form."""
    form = key(name)
    for pattern, instead in _HABITS:
        form = pattern.sub(instead, form)
    return form
