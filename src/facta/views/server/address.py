"""Takes what an address asks for, gives its parts checked, and addresses with a part more or less."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from facta.errors import UsageError

_LOCAL = re.compile(r"/(?![/\\])[^\\\x00-\x20]*")


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing that was asked for, and the address without it."""

    name: str
    value: str
    without: str


def address(path: str, parts: Mapping[str, str | None]) -> str:
    """The path with a query of those parts that are not empty."""
    query = urlencode([(name, value) for name, value in parts.items() if value])
    return f"{path}?{query}" if query else path


def chips(path: str, parts: Mapping[str, str | None]) -> tuple[Chip, ...]:
    """A chip for each part that is not empty."""
    return tuple(
        Chip(name, value, address(path, {n: v for n, v in parts.items() if n != name}))
        for name, value in parts.items()
        if value
    )


def day_asked(name: str, written: str) -> date | None:
    """The day that a field holds, or nothing."""
    if not written.strip():
        return None
    try:
        return date.fromisoformat(written.strip())
    except ValueError:
        raise UsageError(f"{name}: {written[:40]!r} is no day", "write it as year, month, day: 2024-05-31") from None


def local(back: str) -> str:
    """The address if it leads to a page of this site, else the first page: nobody is sent elsewhere."""
    return back if _LOCAL.fullmatch(back) else "/"
