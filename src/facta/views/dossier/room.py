"""How much of a list a page has room for. A file that is handed on has all rows; a page of the site shows the first of
each list, says how many more there are, and leads to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Self, TypeVar

T = TypeVar("T")
S = TypeVar("S")


class Rows(tuple[T, ...]):
    """The rows of a list that are shown; `left` more are not."""

    left: int = 0

    @classmethod
    def of(cls, rows: Iterable[T], left: int = 0) -> Self:
        made = cls(rows)
        made.left = left
        return made

    @property
    def total(self) -> int:
        return len(self) + self.left


@dataclass(frozen=True, slots=True)
class Room:
    """How many rows fit: `members` of one group or speaker, `listed` groups, speakers or sayings of one list,
    `evidence` of one verdict, `drawn` reports in the graph of origins. `None` is all."""

    members: int | None = None
    listed: int | None = None
    evidence: int | None = None
    drawn: int | None = None


ALL = Room()
# of a story of 300 reports: its page takes a third of a second
FIRST = Room(members=2, listed=10, evidence=6, drawn=30)


def cut(values: Sequence[S], limit: int | None, make: Callable[[S], T | None]) -> Rows[T]:
    """Rows of the first values; the others are only counted."""
    shown = values if limit is None else values[:limit]
    rows = (make(value) for value in shown)
    return Rows.of((row for row in rows if row is not None), len(values) - len(shown))
