"""Which days a time expression stands for: its pattern, its words and the day it is told from go in, days come out."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from facta.codebook.numbers import Numbers
from facta.codebook.times import Pattern, Times
from facta.extraction.numbers import find_numbers
from facta.records import Span

AHEAD = 60  # days; a date without a year that lies further ahead than this was last year
HOURS_A_DAY = 24
Days = tuple[date, date] | None


@dataclass(frozen=True, slots=True)
class Told:
    """Whence an expression is told: the day of publication, the day last narrated, and whether its verb looks ahead."""

    published: date | None
    narrated: date | None = None
    ahead: bool = False


def days_of(match: re.Match[str], pattern: Pattern, times: Times, numbers: Numbers, told: Told) -> Days:
    """First and last day of the expression, or nothing when they cannot be known."""
    slots = {name: value for name, value in match.groupdict().items() if value}
    try:
        if pattern.means == "date":
            return _shifted(_date(slots, times, told), pattern)
        if pattern.means == "month":
            return _month(slots, times, pattern, told)
        if pattern.means == "year":
            year = int(slots["year"])
            return date(year, 1, 1), date(year, 12, 31)
        return _relative(slots, pattern, times, numbers, told)
    except (ValueError, OverflowError):  # "31 June": written like a date, and none
        return None


def _relative(slots: dict[str, str], pattern: Pattern, times: Times, numbers: Numbers, told: Told) -> Days:
    today = told.published
    if today is None or pattern.means == "after_event":
        return None
    if pattern.means == "weekday":
        return _shifted(_weekday(times.weekday(slots["weekday"]), pattern, told, today), pattern)
    if pattern.means == "narrated":
        anchor = told.narrated or today
        return _shifted((anchor, anchor), pattern)
    if pattern.means in ("lasting", "ago"):
        return _counted(slots, pattern, times, numbers, today)
    if pattern.means == "period":
        return _period(times.unit(slots["unit"]) if "unit" in slots else "year", pattern, today)
    return _shifted((today, today), pattern)


def _shifted(days: Days, pattern: Pattern) -> Days:
    if days is None:
        return None
    return days[0] + timedelta(pattern.days[0]), days[1] + timedelta(pattern.days[1])


def _date(slots: dict[str, str], times: Times, told: Told) -> Days:
    first, last = int(slots["day"]), int(slots.get("day2", slots["day"]))
    if "month" not in slots and "mm" not in slots:
        return _day_of_weekday(first, times.weekday(slots["weekday"]), told)
    month = times.month(slots["month"]) if "month" in slots else int(slots["mm"])
    year = int(slots["year"]) if "year" in slots else _year(month, first, told)
    return (date(year, month, first), date(year, month, last)) if year else None


def _year(month: int, day: int, told: Told) -> int | None:
    """The year of a date given without one: the latest that is not far ahead, or the next when the verb looks ahead."""
    if told.published is None:
        return None
    today = told.published
    years = [y for y in range(today.year - 4, today.year + 5) if day <= monthrange(y, month)[1]]
    if told.ahead:
        return next((y for y in years if date(y, month, day) >= today), None)
    return next((y for y in reversed(years) if (date(y, month, day) - today).days <= AHEAD), None)


def _day_of_weekday(day: int, weekday: int, told: Told) -> Days:
    """ "Tuesday 12": the nearest twelfth that is a Tuesday."""
    if told.published is None:
        return None
    near = (told.published + timedelta(n) for distance in range(AHEAD) for n in (-distance, distance))
    found = next((d for d in near if d.day == day and d.weekday() == weekday), None)
    return (found, found) if found else None


def _weekday(weekday: int, pattern: Pattern, told: Told, today: date) -> Days:
    """The nearest such day not after publication; after it when the words or the verb say so."""
    back = (today.weekday() - weekday) % 7
    if pattern.prefer == "next" or (told.ahead and pattern.prefer != "past" and back):
        found = today + timedelta((weekday - today.weekday() - 1) % 7 + 1)
    elif pattern.prefer == "past":
        found = today - timedelta(back or 7)
    else:
        found = today - timedelta(back)
    return found, found


def _month(slots: dict[str, str], times: Times, pattern: Pattern, told: Told) -> Days:
    month = times.month(slots["month"])
    year = int(slots["year"]) if "year" in slots else _year(month, 1, told)
    if year is None:
        return None
    length = monthrange(year, month)[1]
    first, last = {"early": (1, 10), "mid": (11, 20), "late": (21, length)}.get(pattern.part, (1, length))
    return date(year, month, first), date(year, month, last)


def _counted(slots: dict[str, str], pattern: Pattern, times: Times, numbers: Numbers, today: date) -> Days:
    """ "The last 24 hours" reaches to publication; "three weeks ago" is as exact as its unit."""
    unit, count = times.unit(slots["unit"]), 1.0
    if "number" in slots:
        written = slots["number"]
        found = find_numbers(written, Span(0, len(written)), numbers)
        if not found or found[0].value is None or found[0].span != Span(0, len(written)):
            return None
        count = found[0].value
    length = {"hour": count / HOURS_A_DAY, "day": count, "week": 7 * count}.get(unit)
    if length is not None:
        start = today - timedelta(ceil(length))
    else:
        start = _months_before(today, round(count) * (12 if unit == "year" else 1))
    if pattern.means == "lasting":
        return start, today
    if unit in ("hour", "day"):
        return start, start
    return _around(start, unit)


def _around(day: date, unit: str) -> tuple[date, date]:
    """The week, weekend, month or year of a day."""
    monday = day - timedelta(day.weekday())
    if unit in ("week", "day", "hour"):
        return monday, monday + timedelta(6)
    if unit == "weekend":
        return monday + timedelta(5), monday + timedelta(6)
    if unit == "month":
        return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
    return date(day.year, 1, 1), date(day.year, 12, 31)


def _months_before(day: date, months: int) -> date:
    number = day.year * 12 + day.month - 1 - months
    year, month = divmod(number, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _period(unit: str, pattern: Pattern, today: date) -> Days:
    """Calendar weeks, months and years: "last week" ends with its Sunday, "this month" is the whole month."""
    step = {"past": -1, "next": 1}.get(pattern.prefer, 0)
    if unit in ("week", "weekend", "day", "hour"):
        return _around(today + timedelta(7 * step), unit)
    return _around(_months_before(today.replace(day=1), -step * (12 if unit == "year" else 1)), unit)
