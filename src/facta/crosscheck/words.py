"""Small sentences of which reasons are made. Numbers are spelled out: figures in a reason only come from evidence."""

from __future__ import annotations

from collections.abc import Sequence

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else "more than twelve"


def many(count: int, noun: str) -> str:
    """ "one origin", "two origins"."""
    return f"{number(count)} {noun}" if count == 1 else f"{number(count)} {noun}s"


def listed(items: Sequence[str]) -> str:
    """ "a, b and c", each item once."""
    unique = list(dict.fromkeys(items))
    return " and ".join(unique) if len(unique) < 3 else f"{', '.join(unique[:-1])} and {unique[-1]}"


def sentence(text: str) -> str:
    """With a capital and a full stop."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith(".") else text + "."
