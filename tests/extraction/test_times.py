"""Time expressions in three languages against a day of publication, and the acts they date."""

from __future__ import annotations

from datetime import date

import pytest

from facta.codebook import Codebook
from facta.extraction.context import Context
from facta.extraction.times import find_times, time_of
from facta.gazetteer import Gazetteer
from facta.reading import Reader
from facta.records import Report

PUBLISHED = date(2024, 5, 15)  # a Wednesday
Row = tuple[str, str | None, str | None]


def context_of(
    reader: Reader, gazetteer: Gazetteer, text: str, language: str, published: date | None = PUBLISHED
) -> Context:
    return Context.of(reader.read(Report.of(text, language, published=published)), Codebook.load(language), gazetteer)


def rows(context: Context) -> list[Row]:
    return [
        (w.span.of(context.text), w.start.isoformat() if w.start else None, w.end.isoformat() if w.end else None)
        for w in find_times(context)
        if w.span
    ]


def day(form: str, start: str, end: str | None = None) -> Row:
    return form, start, end or start


RESOLVED: list[tuple[str, str, list[Row]]] = [
    # weekdays look back, and ahead with a future verb or "next"
    ("en", "They met on Wednesday.", [day("Wednesday", "2024-05-15")]),
    ("en", "They met on Tuesday night.", [day("Tuesday night", "2024-05-14")]),
    ("en", "They met last Wednesday.", [day("last Wednesday", "2024-05-08")]),
    ("en", "Talks will resume on Friday.", [day("Friday", "2024-05-17")]),
    ("en", "The court sits next Tuesday.", [day("next Tuesday", "2024-05-21")]),
    # counted from publication
    ("en", "Shells fell yesterday and today.", [day("yesterday", "2024-05-14"), day("today", "2024-05-15")]),
    ("en", "Drones came overnight.", [day("overnight", "2024-05-14", "2024-05-15")]),
    ("en", "In the last 24 hours 30 shells fell.", [day("the last 24 hours", "2024-05-14", "2024-05-15")]),
    ("en", "A mine exploded three days ago.", [day("three days ago", "2024-05-12")]),
    # explicit dates; one without a year is the latest that is not far ahead
    ("en", "It began on March 3, 2021.", [day("March 3, 2021", "2021-03-03")]),
    ("en", "It began on 9 May 2023.", [day("9 May 2023", "2023-05-09")]),
    ("en", "It began on December 12.", [day("December 12", "2023-12-12")]),
    ("en", "Since February 24, thousands have fled.", [day("February 24", "2024-02-24", "2024-05-15")]),
    ("en", "They fought between 3 and 5 May.", [day("between 3 and 5 May", "2024-05-03", "2024-05-05")]),
    # months, years, calendar periods
    ("en", "The region was annexed in 2014.", [day("in 2014", "2014-01-01", "2014-12-31")]),
    ("en", "The truce failed in late January.", [day("late January", "2024-01-21", "2024-01-31")]),
    ("en", "Last week a bus was hit.", [day("Last week", "2024-05-06", "2024-05-12")]),
    # a day counted from an event of unknown date stays open
    ("en", "A day after the deal they opened fire.", [("A day after", None, None)]),
    ("en", "No date is given in this sentence, and May may come.", []),
    ("en", "They met on 31 June.", [("31 June", None, None)]),
    ("es", "El martes murieron tres personas.", [day("El martes", "2024-05-14")]),
    ("es", "Anoche cayó un dron.", [day("Anoche", "2024-05-14", "2024-05-15")]),
    ("es", "Empezó el 24 de febrero de 2022.", [day("24 de febrero de 2022", "2022-02-24")]),
    ("es", "Hace tres días huyeron.", [day("Hace tres días", "2024-05-12")]),
    ("es", "El ejército se retirará el viernes.", [day("el viernes", "2024-05-17")]),
    ("es", "La semana pasada hubo ataques.", [day("La semana pasada", "2024-05-06", "2024-05-12")]),
    ("uk", "У середу місто обстріляли.", [day("середу", "2024-05-15")]),
    ("uk", "Учора ввечері загинув чоловік.", [day("Учора ввечері", "2024-05-14")]),
    ("uk", "У ніч на 10 травня вдарили ракетами.", [day("ніч на 10 травня", "2024-05-09", "2024-05-10")]),
    ("uk", "За останню добу поранено 12 людей.", [day("За останню добу", "2024-05-14", "2024-05-15")]),
    ("uk", "Три дні тому стався вибух.", [day("Три дні тому", "2024-05-12")]),
    ("uk", "Це сталося 5 травня 2023 року.", [day("5 травня 2023 року", "2023-05-05")]),
]


@pytest.mark.parametrize(("language", "text", "expected"), RESOLVED)
def test_expressions_resolve_to_whole_days(
    reader: Reader, gazetteer: Gazetteer, language: str, text: str, expected: list[Row]
) -> None:
    assert rows(context_of(reader, gazetteer, text, language)) == expected


@pytest.mark.parametrize("text", ["They met on Wednesday.", "Drones came overnight.", "It began on December 12."])
def test_without_a_day_of_publication_relative_times_stay_open(reader: Reader, gazetteer: Gazetteer, text: str) -> None:
    ((_, start, end),) = rows(context_of(reader, gazetteer, text, "en", published=None))
    assert (start, end) == (None, None)


def test_a_full_date_needs_no_day_of_publication(reader: Reader, gazetteer: Gazetteer) -> None:
    context = context_of(reader, gazetteer, "It began on 9 May 2023.", "en", published=None)
    assert rows(context) == [day("9 May 2023", "2023-05-09")]


DATED: list[tuple[str, str, str | None]] = [
    ("Rebels shelled Goma on Monday.", "shelled", "Monday"),
    ("Monday's attack on the port killed two.", "attack", "Monday"),
    ("The army, which retreated on Friday, attacked again.", "attacked", None),
    ("He fled on foot after Monday's attack.", "fled", None),
    ("On Sunday troops entered the town and seized the bridge.", "seized", "Sunday"),
]


@pytest.mark.parametrize(("text", "act", "expected"), DATED)
def test_acts_take_the_time_of_their_own_clause(
    reader: Reader, gazetteer: Gazetteer, text: str, act: str, expected: str | None
) -> None:
    context = context_of(reader, gazetteer, text, "en")
    (tree,) = context.trees
    token = next(i for i, t in enumerate(tree.tokens) if t.form == act)
    when = time_of(tree, token, find_times(context))
    assert (when.span.of(text) if when and when.span else None) == expected
