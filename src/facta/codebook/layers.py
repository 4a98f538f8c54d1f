"""Pages of one's own over the bundled ones: two YAML values in, one out; and which folders a codebook is made of.

A key of your own page joins the bundled one: lists stand before the bundled list, tables are joined key by key,
anything else takes its place. `!only [...]` takes the whole list's place; an item `!without [...]` takes out words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

ONLY, WITHOUT = "!only", "!without"
Folder = Traversable | Path


@dataclass(frozen=True, slots=True)
class Only:
    """A list that stands alone."""

    values: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """Words to take out of the bundled list and of the entries in it."""

    words: tuple[str, ...]


def bundled() -> Traversable:
    """The folder of the codebook that ships with facta."""
    return files("facta.codebook") / "data"


def is_whole(folder: Folder) -> bool:
    """Whether the folder says that it is a codebook by itself."""
    return (folder / "codebook.yml").is_file()


def layers(folder: Folder) -> tuple[Folder, ...]:
    """The folders that a codebook is made of, the one that counts first before the others."""
    return (folder,) if is_whole(folder) else (folder, bundled())


def joined(values: Sequence[Any]) -> Any:
    """One page of the same page in several layers, the first of which counts first."""
    own, *rest = values
    return _over(own, joined(rest)) if rest else untagged(own)


def untagged(value: Any) -> Any:
    """The value without our tags."""
    if isinstance(value, Only):
        return [untagged(item) for item in value.values]
    if isinstance(value, dict):
        return {key: untagged(item) for key, item in value.items()}
    if isinstance(value, list):
        return [untagged(item) for item in value if not isinstance(item, Without)]
    return value


def _over(own: Any, below: Any) -> Any:
    if isinstance(own, dict) and isinstance(below, dict):
        return below | {key: _over(item, below[key]) if key in below else untagged(item) for key, item in own.items()}
    if isinstance(own, list) and isinstance(below, list):
        gone = frozenset(word for item in own if isinstance(item, Without) for word in item.words)
        return [*untagged(own), *(_left(below, gone) if gone else below)]
    return untagged(own)


def idle(own: Any, below: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Words that one's own page takes out of lists in which they do not stand, with the keys that lead to the list."""
    if isinstance(own, dict):
        for key, value in own.items():
            yield from idle(value, below.get(key) if isinstance(below, dict) else None, (*path, key))
    if isinstance(own, list):
        gone = [word for item in own if isinstance(item, Without) for word in item.words]
        yield from ((path, word) for word in gone if word not in _words(below))


def _words(value: Any) -> frozenset[str]:
    """All words in a value."""
    if isinstance(value, str):
        return frozenset((value,))
    below = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return frozenset(word for item in below for word in _words(item))


def _left(value: Any, gone: frozenset[str]) -> Any:
    """A bundled list without the words, which are taken out of the lists of its entries as well."""
    if isinstance(value, dict):
        return {key: _left(item, gone) if isinstance(item, list) else item for key, item in value.items()}
    if isinstance(value, list):
        return [_left(item, gone) for item in value if not (isinstance(item, str) and item in gone)]
    return value
