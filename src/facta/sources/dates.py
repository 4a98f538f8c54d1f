"""From a date as somebody wrote it to a day, in the writer's own zone. Relative words ("yesterday") are no dates."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_ISO = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?:[T\s].*)?$", re.DOTALL)
_NUMERIC = re.compile(r"\s*(\d{1,2})([./])(\d{1,2})\2(\d{4})(?:\D.*)?$", re.DOTALL)
_FOUR_DIGITS = re.compile(r"(?<!\d)\d{4}(?!\d)")


def day(value: object) -> date:
    """The day that a value names; `ValueError` says why when it names none or more than one.

    >>> day("2024-03-05T23:30:00+02:00")
    datetime.date(2024, 3, 5)
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is not a date")
    found = _iso(value) or _numeric(value) or _mail(value) or _words(value)
    if found is None:
        raise ValueError(f"{value!r} is not a date")
    return found


def _iso(value: str) -> date | None:
    if match := _ISO.match(value):
        return _exact(value, *(int(part) for part in match.groups()))
    return None


def _numeric(value: str) -> date | None:
    """Day first, as most of the world writes; refused when day and month could be exchanged and a slash is used."""
    if match := _NUMERIC.match(value):
        first, separator, second, year = match.groups()
        if separator == "/" and int(first) <= 12 and int(second) <= 12 and first != second:
            raise ValueError(f"{value!r} can be read as two dates")
        if separator == "/" and int(second) > 12:
            first, second = second, first
        return _exact(value, int(year), int(second), int(first))
    return None


def _exact(value: str, year: int, month: int, day_of_month: int) -> date:
    try:
        return date(year, month, day_of_month)
    except ValueError as error:
        raise ValueError(f"{value!r} is not a date: {error}") from error


def _mail(value: str) -> date | None:
    try:
        return parsedate_to_datetime(value).date()
    except (ValueError, TypeError, IndexError):
        return None


def _words(value: str) -> date | None:
    """ "5 March 2024", "5 de marzo de 2024", "5 березня 2024 р.": the year must be written out."""
    if not _FOUR_DIGITS.search(value):
        return None
    import dateparser  # slow to load, and seldom needed

    rules = {"PARSERS": ["absolute-time"], "STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"]}
    found = dateparser.parse(value, languages=["en", "es", "uk", "ru", "fr", "de"], settings=rules)
    return found.date() if found else None
