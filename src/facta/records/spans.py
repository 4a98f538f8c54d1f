"""Ids that come from content, and half-open ranges of code points into one text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass


def digest(*parts: object) -> str:
    """Sixteen hexadecimal digits that depend on the parts alone; `None` and "" differ."""
    joined = "\x1f".join("\x00" if part is None else str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points, `start` included and `end` not."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    @classmethod
    def around(cls, spans: Iterable[Span]) -> Span:
        """The smallest span that covers all the given ones; there must be at least one."""
        chosen = list(spans)
        return cls(min(s.start for s in chosen), max(s.end for s in chosen))
