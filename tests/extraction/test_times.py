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
    # ranges over months and years, seasons, decades, parts of a year
    (
        "en",
        "It lasted from March 3 to April 5, 2021.",
        [day("from March 3 to April 5, 2021", "2021-03-03", "2021-04-05")],
    ),
    ("en", "It lasted from 1998 to 2003.", [day("from 1998 to 2003", "1998-01-01", "2003-12-31")]),
    ("en", "It fell in the autumn of 2016.", [day("in the autumn of 2016", "2016-09-01", "2016-11-30")]),
    ("en", "In winter 2021 it froze.", [day("In winter 2021", "2021-12-01", "2022-02-28")]),
    ("en", "It began in the 1990s.", [day("in the 1990s", "1990-01-01", "1999-12-31")]),
    (
        "en",
        "In the second quarter of 2023 it grew.",
        [day("In the second quarter of 2023", "2023-04-01", "2023-06-30")],
    ),
    # weekends look back unless the verb looks ahead; "so far" ends with publication
    ("en", "Five died over the weekend.", [day("over the weekend", "2024-05-11", "2024-05-12")]),
    ("en", "They will meet this weekend.", [day("this weekend", "2024-05-18", "2024-05-19")]),
    ("en", "Ten died so far this year.", [day("so far this year", "2024-01-01", "2024-05-15")]),
    # ahead of publication, where the verb looks ahead
    ("en", "They will meet in two days.", [day("in two days", "2024-05-17")]),
    ("en", "It was the deadliest raid in two months.", []),
    # counted from the day last told of
    (
        "en",
        "Mines exploded on 3 May. Two days later a bus burned; a week earlier a truck had.",
        [
            day("3 May", "2024-05-03"),
            day("Two days later", "2024-05-05"),
            day("a week earlier", "2024-04-22", "2024-04-28"),
        ],
    ),
    (
        "en",
        "The day after the quake of 6 May they dug.",
        [day("The day after", "2024-05-07"), day("6 May", "2024-05-06")],
    ),
    ("en", "The following day they left.", [("The following day", None, None)]),
    # names of persons are no months or days
    ("en", "Theresa May spoke to reporters.", []),
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
    ("es", "Durante los años ochenta huyeron.", [day("los años ochenta", "1980-01-01", "1989-12-31")]),
    ("es", "En lo que va de año murieron seis.", [day("En lo que va de año", "2024-01-01", "2024-05-15")]),
    ("es", "Entre marzo y abril hubo paz.", [day("Entre marzo y abril", "2024-03-01", "2024-04-30")]),
    ("es", "Volverán el mes que viene.", [day("el mes que viene", "2024-06-01", "2024-06-30")]),
    ("ru", "Летом 2014 года шли бои.", [day("Летом 2014 года", "2014-06-01", "2014-08-31")]),
    ("ru", "В минувшие выходные погибли двое.", [day("В минувшие выходные", "2024-05-11", "2024-05-12")]),
    (
        "ru",
        "С 3 марта по 5 апреля 2021 года шли бои.",
        [day("С 3 марта по 5 апреля 2021 года", "2021-03-03", "2021-04-05")],
    ),
    ("fr", "Depuis le 3 mai la route est coupée.", [day("3 mai", "2024-05-03", "2024-05-15")]),
    ("fr", "L’an dernier, dix sont morts.", [day("L’an dernier", "2023-01-01", "2023-12-31")]),
    ("fr", "Ce week-end, dix sont morts.", [day("Ce week-end", "2024-05-11", "2024-05-12")]),
    ("de", "Es geschah am 14.08.2008.", [day("14.08.2008", "2008-08-14")]),
    ("de", "In den neunziger Jahren herrschte Krieg.", [day("In den neunziger Jahren", "1990-01-01", "1999-12-31")]),
    ("de", "Seit Jahresbeginn starben zehn.", [day("Seit Jahresbeginn", "2024-01-01", "2024-05-15")]),
    ("uk", "Восени 2015 року почалися бої.", [day("Восени 2015 року", "2015-09-01", "2015-11-30")]),
    ("uk", "На вихідних загинуло двоє.", [day("На вихідних", "2024-05-11", "2024-05-12")]),
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
