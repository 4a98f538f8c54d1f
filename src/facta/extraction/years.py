"""Seasons, decades and parts of a year: slots of a time expression and the day it is told on go in, days come out."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from facta.codebook.times import Pattern, Times

SPRING = 3  # the month in which it begins; the other seasons follow by three months, winter reaches into the next year
DECADE = 10
MONTHS = 12


def part_of_years(
    slots: dict[str, str], pattern: Pattern, times: Times, told_on: date | None
) -> tuple[date, date] | None:
    """First and last day, or nothing when the year cannot be known."""
    if pattern.means == "decade":
        first = times.decade(slots["decade"])
        return _months(first, 1, DECADE * MONTHS)
    if pattern.means == "season":
        begins = SPRING + 3 * times.season(slots["season"])
        year = int(slots["year"]) if "year" in slots else _year(begins, pattern, told_on)
        return _months(year, begins, 3) if year else None
    year = int(slots["year"]) if "year" in slots else _year(1, pattern, told_on)
    length = 3 if pattern.part == "quarter" else 6
    return _months(year, 1 + length * (times.quarter(slots["quarter"]) - 1), length) if year else None


def _year(month: int, pattern: Pattern, told_on: date | None) -> int | None:
    """The year of the last such month that has begun; the one before when the words say so."""
    if told_on is None:
        return None
    year = told_on.year - (told_on.month < month)
    return year + {"past": -1 if year == told_on.year else 0, "next": 1}.get(pattern.prefer, 0)


def _months(year: int, first: int, length: int) -> tuple[date, date]:
    """So many whole months from the first of one."""
    end = year * MONTHS + first - 1 + length - 1
    last_year, last = divmod(end, MONTHS)
    return date(year, first, 1), date(last_year, last + 1, monthrange(last_year, last + 1)[1])
