"""A field of a form as words in, its value out: a number, a day, a choice; or a clear error that names the field."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from datetime import date, timedelta
from difflib import get_close_matches

from facta.errors import UsageError
from facta.records import When

_YES, _NO = ("yes", "true", "on", "1"), ("", "no", "false", "off", "0")
_RANGE = re.compile(r"\s*(?:\.\.|/|–|—|\bto\b)\s*")
LARGEST = 1e15  # a figure above it is a slip of the finger


def choice(words: str, allowed: Iterable[str], field: str) -> str:
    """One of a list, in any case."""
    listed = list(allowed)
    same = [one for one in listed if one.casefold() == words.strip().casefold()]
    if same:
        return same[0]
    near = get_close_matches(words.strip().casefold(), [one.casefold() for one in listed], 1)
    hint = next((f"did you mean {one}? " for one in listed if one.casefold() in near), "")
    raise UsageError(f"{field}: {words[:40]!r} is unknown", f"{hint}one of: {', '.join(listed)}")


def flag(words: str, field: str) -> bool:
    given = words.strip().casefold()
    if given in _YES or given in _NO:
        return given in _YES
    raise UsageError(f"{field}: {words[:40]!r} is neither yes nor no", "give yes or no")


def number(words: str, field: str) -> float | None:
    """A number, such as 1200 or 12.5; `None` for no words."""
    if not words.strip():
        return None
    try:
        value = float(words.strip().replace("\u00a0", "").replace(" ", ""))
    except ValueError as error:
        raise UsageError(f"{field}: {words[:40]!r} is not a number", "write it as 1200 or 12.5") from error
    if not math.isfinite(value) or abs(value) > LARGEST:
        raise UsageError(f"{field}: {words[:40]!r} is not a number that can be counted", "write it as 1200 or 12.5")
    return value


def day(words: str, field: str) -> date | None:
    """A day, written YYYY-MM-DD."""
    if not words.strip():
        return None
    try:
        return date.fromisoformat(words.strip())
    except ValueError as error:
        raise UsageError(f"{field}: {words[:40]!r} is not a date", "write it as YYYY-MM-DD, 2022-03-30") from error


def when(words: str, before: When | None, field: str) -> When | None:
    """A day, a month (YYYY-MM), or the first and last of several: 2022-03-30..2022-04-02. The words of the report that
    told the time stay its evidence."""
    ends = [_days(part, field) for part in _RANGE.split(words.strip())] if words.strip() else []
    if len(ends) > 2:
        raise UsageError(f"{field}: {words[:40]!r} is more than two days", "write 2022-03-30..2022-04-02")
    if not ends:
        return None
    first, last = ends[0][0], ends[-1][1]
    if first > last:
        raise UsageError(f"{field}: {first} is after {last}", "give the earlier day first")
    return When(before.span if before else None, first, last)


def _days(words: str, field: str) -> tuple[date, date]:
    """The first and last day of a day or month."""
    if re.fullmatch(r"\d{4}-\d{2}", words) and words[5:] != "00" and int(words[5:]) <= 12 and words[:4] > "0000":
        first = date(int(words[:4]), int(words[5:]), 1)
        later = (first + timedelta(days=31)).replace(day=1) if first.year < 9999 or first.month < 12 else date.max
        return first, later - timedelta(days=1)
    known = day(words, field)
    if known is None:
        raise UsageError(f"{field}: a day is missing", "write 2022-03-30..2022-04-02")
    return known, known
