"""Where an entry of the codebook stands: keys and numbers in, file and line out, for whoever wants to change it."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from facta.codebook import Codebook
from facta.codebook.layers import Folder, untagged
from facta.codebook.load import Keys, line_in, lower, pages_of, parsed
from facta.text import fold


def whereabouts(codebook: Codebook, page: str, path: Keys, word: str = "") -> tuple[Folder, int] | None:
    """File and line of the word in the list that the path leads to; of the list, where it does not spell the word. A
    number counts the items of all layers, the first layer's first."""
    around = None
    for file in pages_of(codebook.folder, codebook.language, page):
        text = file.read_text(encoding="utf-8")
        found = _at(_value(text, str(file)), path)
        if found is not None and (not word or _has(found, word)):
            steps = (*path, _index(found, word)) if word and isinstance(found, list) else path
            return file, line_in(text, steps)
        if found is not None:
            around = file, line_in(text, path)  # the word may be another form of an entry of the list
        path = lower(text, path)
    return around


@lru_cache(maxsize=64)
def _value(text: str, name: str) -> Any:
    return untagged(parsed(text, name))


def _at(value: Any, path: Keys) -> Any:
    for step in path:
        if isinstance(step, int) and step < 0:
            return None  # an item of the layer above
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def _has(found: Any, word: str) -> bool:
    return word in found if isinstance(found, dict) else isinstance(found, list) and _index(found, word) >= 0


def _index(found: list[Any], word: str) -> int:
    folded = [fold(str(item)) for item in found]
    return folded.index(fold(word)) if fold(word) in folded else -1
