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
from facta.extraction.years import part_of_years
from facta.records import Span
from facta.text import fold

AHEAD = 60  # days; a date without a year that lies further ahead than this was last year
HOURS_A_DAY = 24
SATURDAY = 5  # as date.weekday() counts
Days = tuple[date, date] | None


@dataclass(frozen=True, slots=True)
class Told:
    """Whence an expression is told: the day of publication, the day last narrated, whether its verb looks ahead, and
    the last date or month given, for "the same month"."""

    published: date | None
    narrated: date | None = None
    ahead: bool = False
    named: date | None = None


def days_of(match: re.Match[str], pattern: Pattern, times: Times, numbers: Numbers, told: Told) -> Days:
    """First and last day of the expression, or nothing when they cannot be known."""
    slots = {name.partition("__")[0]: value for name, value in match.groupdict().items() if value}
    try:
        if pattern.means == "date":
            return _shifted(_date(slots, times, told), pattern)
        if pattern.means == "month":
            return _month(slots, times, pattern, told)
        if pattern.means == "year":
            return date(int(slots["year"]), 1, 1), date(int(slots.get("year2", slots["year"])), 12, 31)
        if pattern.means in ("season", "decade", "part_of_year"):
            return part_of_years(slots, pattern, times, told.published)
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
        anchor = told.narrated or (today if pattern.days[1] <= 0 else None)
        return _shifted((anchor, anchor), pattern) if anchor else None
    if pattern.means == "counted":
        return _counted_from(slots, pattern, times, numbers, told.narrated)
    if pattern.means in ("lasting", "ago", "ahead", "within"):
        return _counted(slots, pattern, times, numbers, today)
    if pattern.means in ("period", "to_date"):
        return _period(times.unit(slots["unit"]) if "unit" in slots else "year", pattern, told, today)
    return _shifted((today, today), pattern)


def _shifted(days: Days, pattern: Pattern) -> Days:
    if days is None:
        return None
    return days[0] + timedelta(pattern.days[0]), days[1] + timedelta(pattern.days[1])


def _date(slots: dict[str, str], times: Times, told: Told) -> Days:
    first, last = int(slots["day"]), int(slots.get("day2", slots["day"]))
    if "month" not in slots and "mm" not in slots:
        weekday = times.weekday(slots["weekday"]) if "weekday" in slots else None
        return _day_of_month(first, weekday, told)
    month = times.month(slots["month"]) if "month" in slots else int(slots["mm"])
    last_month = times.month(slots["month2"]) if "month2" in slots else month
    year = int(slots["year"]) if "year" in slots else _year(last_month, last, told)
    if year is None:
        return None
    return date(year - (month > last_month), month, first), date(year, last_month, last)


def _year(month: int, day: int, told: Told) -> int | None:
    """The year of a date given without one: the latest that is not far ahead, or the next when the verb looks ahead."""
    if told.published is None:
        return None
    today = told.published
    years = [y for y in range(today.year - 4, today.year + 5) if day <= monthrange(y, month)[1]]
    if told.ahead:
        return next((y for y in years if date(y, month, day) >= today), None)
    return next((y for y in reversed(years) if (date(y, month, day) - today).days <= AHEAD), None)


def _day_of_month(day: int, weekday: int | None, told: Told) -> Days:
    """ "Tuesday 12": the nearest twelfth that is a Tuesday; "the 12th": the last twelfth, or the next one ahead."""
    if told.published is None:
        return None
    if weekday is None:
        near = [told.published + timedelta(n if told.ahead else -n) for n in range(AHEAD)]
    else:
        near = [told.published + timedelta(n) for distance in range(AHEAD) for n in (-distance, distance)]
    found = next((d for d in near if d.day == day and weekday in (None, d.weekday())), None)
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
    same = told.named or told.published
    month = times.month(slots["month"]) if "month" in slots else same.month if same else None
    if month is None:
        return None
    last_month = times.month(slots["month2"]) if "month2" in slots else month
    year = int(slots["year"]) if "year" in slots else _year(last_month, 1, told)
    if year is None:
        return None
    year += {"past": -1, "next": 1}.get(pattern.prefer, 0)
    length = monthrange(year, last_month)[1]
    first, last = {"early": (1, 10), "mid": (11, 20), "late": (21, length)}.get(pattern.part, (1, length))
    return date(year - (month > last_month), month, first), date(year, last_month, last)


def _counted(slots: dict[str, str], pattern: Pattern, times: Times, numbers: Numbers, today: date) -> Days:
    """ "The last 24 hours" reaches to publication; "three weeks ago" and "in two weeks" are as exact as their unit."""
    unit, count = times.unit(slots["unit"]), _count(slots, numbers)
    if count is None:
        return None
    if pattern.means in ("ahead", "within"):
        count = -count
    there = _moved(today, unit, -count)
    if pattern.means in ("lasting", "within"):
        return min(there, today), max(there, today)
    return (there, there) if unit in ("hour", "day") else _around(there, unit)


def _counted_from(slots: dict[str, str], pattern: Pattern, times: Times, numbers: Numbers, anchor: date | None) -> Days:
    """ "Three days earlier", "two weeks later": counted from the day last told of."""
    unit, count = times.unit(slots["unit"]), _count(slots, numbers)
    if anchor is None or count is None or unit == "hour":
        return None
    there = _moved(anchor, unit, -count if pattern.prefer == "past" else count)
    return (there, there) if unit == "day" else _around(there, unit)


def _count(slots: dict[str, str], numbers: Numbers) -> float | None:
    """The number of units: one where none is written, nothing where the word is no number."""
    if "number" not in slots:
        return 1.0
    written = slots["number"]
    if fold(written) in numbers.articles:  # "a day earlier"
        return 1.0
    found = find_numbers(written, Span(0, len(written)), numbers)
    if not found or found[0].span != Span(0, len(written)):
        return None
    return found[0].value


def _moved(day: date, unit: str, count: float) -> date:
    """So many units later, or earlier when the count is below zero; a part of a day counts as one."""
    length = {"hour": count / HOURS_A_DAY, "day": count, "week": 7 * count}.get(unit)
    if length is not None:
        return day + timedelta(ceil(length) if length > 0 else -ceil(-length))
    return _months_after(day, round(count) * (12 if unit == "year" else 1))


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


def _months_after(day: date, months: int) -> date:
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _period(unit: str, pattern: Pattern, told: Told, today: date) -> Days:
    """Calendar weeks, months and years: "last week" ends with its Sunday, "this month" is the whole month; "since the
    start of the year" reaches to publication."""
    step = {"past": -1, "next": 1}.get(pattern.prefer, 0)
    if unit == "weekend":
        return _weekend(pattern, told, today)
    if unit == "week" or (unit in ("day", "hour") and pattern.means != "to_date"):
        found = _around(today + timedelta(7 * step), unit)
    elif unit in ("day", "hour"):
        found = (today, today)
    else:
        found = _around(_months_after(today.replace(day=1), step * (12 if unit == "year" else 1)), unit)
    return (found[0], today) if pattern.means == "to_date" else found


def _weekend(pattern: Pattern, told: Told, today: date) -> Days:
    """The weekend of publication when it falls into one, else the last one, or the next when the words look ahead."""
    inside, this = today.weekday() >= SATURDAY, _around(today, "weekend")
    if pattern.prefer == "next" or (told.ahead and not inside):
        step = 1 if inside else 0
    else:
        step = 0 if inside and pattern.prefer != "past" else -1
    return this[0] + timedelta(7 * step), this[1] + timedelta(7 * step)
