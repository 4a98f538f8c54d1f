"""The form under which names of places are compared: folded, without apostrophes, hyphens as spaces."""

from __future__ import annotations

from functools import lru_cache

from facta.text import fold

_DROP = str.maketrans(dict.fromkeys("'`´ʹʺ′‘’\".", None) | dict.fromkeys("-‐‑–—_/,", " "))
_PLAIN = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})


@lru_cache(maxsize=65_536)
def key(name: str) -> str:
    """ "Ivano-Frankivs’k" gives "ivano frankivsk"."""
    return " ".join(fold(name).translate(_DROP).translate(_PLAIN).split())
