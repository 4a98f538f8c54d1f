"""From a YAML file of passages to the pledges in them, checked: every text is found in its passage, and only once.

A file is a list of passages (see pledges/README.md); texts and parties are given in the words of the passage.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from facta.records import Span

FOLDER = Path(__file__).parent / "pledges"
SECOND = FOLDER / "second"  # written after the rules were mended on the first


@dataclass(frozen=True, slots=True)
class Promise:
    """One pledge as a person reads it. Parties, types and strengths are what is accepted; `None` among the parties of
    `source` accepts the outlet's own word; `optional` ones may be found or not."""

    by: tuple[str | None, ...]
    text: Span
    types: tuple[str, ...]
    strengths: tuple[str, ...]
    source: tuple[str | None, ...]
    to: tuple[str, ...] = ()
    told_by: tuple[str, ...] = ()
    degree: Span | None = None
    places: tuple[str, ...] = ()
    from_on: date | None = None
    until_on: date | None = None
    condition: Span | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A few sentences and all that is promised in them."""

    id: str
    published: date
    text: str
    pledges: tuple[Promise, ...]


class WrongPledge(ValueError):
    """Words of a label that do not stand in their passage exactly once."""

    def __init__(self, passage: str, words: str, times: int) -> None:
        super().__init__(f"{passage}: {words!r} stands {times} times in the passage; it must stand there once")


def passages(file: Path) -> tuple[Passage, ...]:
    """The passages of a file."""
    return tuple(_passage(row) for row in yaml.safe_load(file.read_text(encoding="utf-8")))


def _passage(row: dict[str, Any]) -> Passage:
    pledges = tuple(_promise(row["id"], row["text"], pledge) for pledge in row.get("pledges", ()))
    return Passage(row["id"], row["published"], row["text"], pledges)


def _promise(passage: str, text: str, row: dict[str, Any]) -> Promise:
    return Promise(
        by=_several(row["by"]),
        text=_only(passage, text, row["text"]),
        types=_words(row["type"]),
        strengths=_words(row["strength"]),
        source=_several(row["source"]),
        to=_words(row.get("to")),
        told_by=_words(row.get("told_by")),
        degree=_only(passage, text, row["degree"]) if "degree" in row else None,
        places=_words(row.get("places")),
        from_on=row.get("from"),
        until_on=row.get("until"),
        condition=_only(passage, text, row["condition"]) if "condition" in row else None,
        optional=row.get("optional", False),
    )


def _several(value: str | list[str | None] | None) -> tuple[str | None, ...]:
    return tuple(value) if isinstance(value, list) else (value,)


def _words(value: str | list[str] | None) -> tuple[str, ...]:
    return tuple(word for word in _several(list(value) if isinstance(value, list) else value) if word is not None)


def _only(passage: str, text: str, words: str) -> Span:
    times = text.count(words)
    if times != 1:
        raise WrongPledge(passage, words, times)
    start = text.index(words)
    return Span(start, start + len(words))
