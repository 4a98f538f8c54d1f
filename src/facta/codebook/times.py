"""Schema of `times.yml`: names of days and months, words and patterns of time expressions."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from facta.codebook.schema import Page

Meaning = Literal[
    "date", "month", "year", "season", "decade", "part_of_year", "weekday", "days", "lasting", "ago", "ahead", "within",
    "to_date", "period", "after_event", "narrated", "counted",
]  # fmt: skip
Unit = Literal["hour", "day", "week", "weekend", "month", "year"]


class Pattern(BaseModel):
    """A time expression. `form` is a regular expression with slots such as `{month}`; spaces match any white space.
    `means` says how the slots are read; `days` gives the first and last day counted from publication; `prefer` is set
    where the words fix a direction. `part` fixes a part of the month or week."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    form: str  # a regular expression with slots
    means: Meaning  # how the slots are read
    days: tuple[int, int] = (0, 0)  # first and last day, counted from publication
    prefer: Literal["past", "next", "this", ""] = ""  # a direction that the words fix
    part: Literal["early", "mid", "late", "quarter", "half", ""] = ""  # a part of the month or week


class Times(Page):
    """Lists of seven weekdays from Monday and twelve months, each with all its forms (regular expressions)."""

    weekdays: tuple[tuple[str, ...], ...] = ()  # seven lists from Monday
    months: tuple[tuple[str, ...], ...] = ()  # twelve lists
    units: dict[Unit, tuple[str, ...]] = Field(default_factory=dict)  # words by unit of time
    seasons: tuple[tuple[str, ...], ...] = ()  # spring, summer, autumn, winter
    decades: dict[int, tuple[str, ...]] = Field(default_factory=dict)  # by first year: 1990: [nineties]
    quarters: dict[int, tuple[str, ...]] = Field(default_factory=dict)  # ordinals of the parts of a year
    slots: dict[str, tuple[str, ...]] = Field(default_factory=dict)  # further slots, such as parts of the day
    since: tuple[str, ...] = ()  # words before a time from which something lasts
    future: tuple[str, ...] = ()  # words of the verb group that put its time ahead; `*rá` stands for an ending
    deadlines: tuple[str, ...] = ()  # words right before a time to which something is set: "by", "antes del"
    past: tuple[str, ...] = ()  # forms and endings of a verb that keep such a time in the past: "lasted until Friday"
    after_day_before: tuple[str, ...] = ()  # what follows "the day before" when it hangs on another event
    patterns: tuple[Pattern, ...] = ()

    @cached_property
    def compiled(self) -> tuple[tuple[re.Pattern[str], Pattern], ...]:
        """The patterns as regular expressions with named groups."""
        return tuple((re.compile(self._filled(p.form), re.IGNORECASE), p) for p in self.patterns)

    @cached_property
    def since_before(self) -> re.Pattern[str]:
        """Matches text that ends in a word such as "since"."""
        return re.compile(rf"(?<!\w)(?:{'|'.join(self.since) or '(?!)'})\s+$", re.IGNORECASE)

    @cached_property
    def deadline_before(self) -> re.Pattern[str]:
        """Matches text that ends in a word such as "by"."""
        return re.compile(rf"(?<!\w)(?:{'|'.join(self.deadlines) or '(?!)'})\s+$", re.IGNORECASE)

    def weekday(self, form: str) -> int:
        return _position(self.weekdays, form)

    def month(self, form: str) -> int:
        """From 1 to 12."""
        return _position(self.months, form) + 1

    def season(self, form: str) -> int:
        """From 0, spring, to 3, winter."""
        return _position(self.seasons, form)

    def decade(self, form: str) -> int:
        """The first year of a decade written in words or figures: "nineties", "1990"."""
        if form.isdigit():
            return int(form) if len(form) == 4 else 1900 + int(form)
        return next(year for year, forms in self.decades.items() if _position((forms,), form) == 0)

    def quarter(self, form: str) -> int:
        """Which part of the year: "first" gives 1."""
        return next(number for number, forms in self.quarters.items() if _position((forms,), form) == 0)

    def unit(self, form: str) -> str:
        found = (name for name, forms in self.units.items() if _position((forms,), form) == 0)
        return next(found, "day")

    def _filled(self, form: str) -> str:
        slots = {
            "day": r"(?P<day>\d{1,2})(?:st|nd|rd|th|º|-го|-е)?",
            "day2": r"(?P<day2>\d{1,2})(?:st|nd|rd|th|º|-го|-е)?",
            "year": r"(?P<year>(?:19|20)\d\d)",
            "number": r"(?P<number>\d{1,3}|[^\W\d_]+(?:-[^\W\d_]+)?)",
            "month": _group("month", [f for forms in self.months for f in forms]),
            "any_weekday": rf"(?:{'|'.join(f for forms in self.weekdays for f in forms)})",
            "weekday": _group("weekday", [f for forms in self.weekdays for f in forms]),
            "unit": _group("unit", [f for forms in self.units.values() for f in forms]),
            "month2": _group("month2", [f for forms in self.months for f in forms]),
            "year2": r"(?P<year2>(?:19|20)\d\d)",
            "season": _group("season", [f for forms in self.seasons for f in forms]),
            "decade": _group("decade", [r"(?:19|20)?\d0", *(f for forms in self.decades.values() for f in forms)]),
            "quarter": _group("quarter", [f for forms in self.quarters.values() for f in forms]),
            "mm": r"(?P<mm>0?[1-9]|1[0-2])",
            **{name: rf"(?:{'|'.join(forms)})" for name, forms in self.slots.items()},
        }
        uses: Counter[str] = Counter()

        def group(match: re.Match[str]) -> str:
            """The slot's group; when the form has it twice, as in alternatives, the others are told apart by number."""
            name = match.group(1)
            uses[name] += 1
            return slots[name].replace(f"(?P<{name}>", f"(?P<{name}__{uses[name]}>") if uses[name] > 1 else slots[name]

        filled = re.sub(r"\{([a-z]\w*)\}", group, form)
        spaced = filled.replace(" ?", r"\s*").replace(" ", r"\s+")
        return rf"(?<![\w.-])(?:{spaced})(?!\w)"


def _group(name: str, forms: list[str]) -> str:
    """A named group of the forms, longer ones first; a form that begins with a capital is matched in that case only."""
    cased = [f"(?-i:{f})" if f[0].isupper() else f for f in sorted(forms, key=len, reverse=True)]
    return f"(?P<{name}>{'|'.join(cased) or '(?!)'})"


def _position(lists: tuple[tuple[str, ...], ...], form: str) -> int:
    """The list in which one of the regular expressions matches the whole form, or -1."""
    for n, forms in enumerate(lists):
        if any(re.fullmatch(f, form, re.IGNORECASE) for f in forms):
            return n
    return -1
