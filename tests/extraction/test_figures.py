"""Figures: value, bounds, what they count and which words they span; and the numbers that are none."""

from __future__ import annotations

import pytest

from facta.records import Precision
from tests.conftest import ClaimsOf

Row = tuple[str, float | None, float | None, float | None, str]

COUNTED: list[tuple[str, str, list[Row]]] = [
    # what the verb does, in any voice, decides before the noun
    ("en", "The blast killed 12 people.", [("12 people", 12, 12, 12, "killed")]),
    ("en", "Twelve villagers were killed in the raid.", [("Twelve villagers", 12, 12, 12, "killed")]),
    ("en", "At least 40 captured fighters died.", [("At least 40 captured fighters", 40, 40, None, "killed")]),
    ("en", "The death toll rose to 212.", [("212", 212, 212, 212, "killed")]),
    ("en", "The strike left 7 dead.", [("7 dead", 7, 7, 7, "killed")]),
    ("en", "Some 30 civilians were wounded.", [("Some 30 civilians", 30, 30, 30, "wounded")]),
    (
        "en",
        "More than 100,000 people are trapped in the city.",
        [("More than 100,000 people", 100000, 100000, None, "trapped")],
    ),
    ("en", "Police detained nearly 300 protesters.", [("nearly 300 protesters", 300, None, 300, "detained")]),
    ("en", "The rebels released 25 hostages.", [("25 hostages", 25, 25, 25, "hostages")]),
    ("en", "The number of refugees has risen to over two million.", [("over two million", 2e6, 2e6, None, "refugees")]),
    # things
    ("en", "The army fired 36 missiles.", [("36 missiles", 36, 36, 36, "missiles")]),
    ("en", "Air defences shot down three dozen drones.", [("three dozen drones", 36, 36, 36, "drones")]),
    ("en", "Government forces bombed the valley 15 times.", [("15 times", 15, 15, 15, "strikes")]),
    ("en", "Donors pledged $2.5bn.", [("$2.5bn", 2.5e9, 2.5e9, 2.5e9, "money")]),
    ("en", "Ships brought 4,000 tonnes of grain.", [("4,000 tonnes", 4000, 4000, 4000, "tonnes")]),
    # ranges and vague amounts
    ("en", "Between 30 and 40 soldiers were captured.", [("Between 30 and 40 soldiers", None, 30, 40, "prisoners")]),
    ("en", "Tens of thousands of people fled.", [("Tens of thousands of people", None, 20000, None, "displaced")]),
    # two kinds that share one number are neither
    ("en", "Rebels killed, injured or captured 5,000 soldiers.", [("5,000 soldiers", 5000, 5000, 5000, "other")]),
    ("es", "El ataque causó al menos 12 muertos.", [("al menos 12 muertos", 12, 12, None, "killed")]),
    ("es", "Más de 3.000 personas fueron desplazadas.", [("Más de 3.000 personas", 3000, 3000, None, "displaced")]),
    ("es", "Murieron 25 soldados.", [("25 soldados", 25, 25, 25, "killed")]),
    ("es", "La policía detuvo a unos 40 manifestantes.", [("unos 40 manifestantes", 40, 40, 40, "detained")]),
    ("uk", "Внаслідок удару загинули 12 людей.", [("12 людей", 12, 12, 12, "killed")]),
    ("uk", "Поранено щонайменше 30 цивільних.", [("щонайменше 30 цивільних", 30, 30, None, "wounded")]),
    ("uk", "Понад 4,5 млн біженців перетнули кордон.", [("Понад 4,5 млн біженців", 4.5e6, 4.5e6, None, "refugees")]),
    ("uk", "Збито 36 ракет.", [("36 ракет", 36, 36, 36, "missiles")]),
]


@pytest.mark.parametrize(("language", "text", "expected"), COUNTED)
def test_figures_have_value_bounds_and_category(
    claims_of: ClaimsOf, language: str, text: str, expected: list[Row]
) -> None:
    figures = claims_of(text, language=language).figures
    assert [(f.text.of(text), f.value, f.low, f.high, f.counts) for f in figures] == expected


NOT_COUNTED = [
    ("en", "They were hit by 120mm mines near the 4th Division's T-72 tanks."),
    ("en", "The 200th Brigade fired from S-300 launchers."),
    ("en", "A 34-year-old man and a nine-year-old girl were found."),
    ("en", "The war began in 2014 and escalated on February 24."),
    ("en", "The Senate voted 79-18 for the bill."),
    ("en", "Resolution 1701 was adopted at 5:30 p.m."),
    ("en", "The two countries talked for 34 days."),
    ("en", "The town lies 19 miles from the border."),
    ("en", "Two officers said that the talks had failed."),
    ("es", "La Brigada 47 llegó el 12 de mayo de 2023."),
    ("uk", "200-та бригада прибула 12 травня 2023 року."),
]


@pytest.mark.parametrize(("language", "text"), NOT_COUNTED)
def test_numbers_that_count_nothing_are_no_figures(claims_of: ClaimsOf, language: str, text: str) -> None:
    assert claims_of(text, language=language).figures == ()


def test_approximation_is_kept(claims_of: ClaimsOf) -> None:
    (figure,) = claims_of("About 60 people were killed.").figures
    assert figure.approximate
    assert figure.value == 60


def test_the_same_amount_told_twice_is_one_figure_with_more_evidence(claims_of: ClaimsOf) -> None:
    text = "A blast killed 12 people.\n\nThe 12 people were killed at dawn."
    (figure,) = claims_of(text).figures
    assert [span.of(text) for span in figure.evidence] == ["The 12 people"]


def test_figure_knows_place_day_and_whose_word_it_is(claims_of: ClaimsOf) -> None:
    text = "The governor said that 12 people were killed in Goma on Tuesday."
    claims = claims_of(text)
    (figure,) = claims.figures
    assert figure.place is not None
    assert (figure.place.name, figure.place.precision) == ("Goma", Precision.TOWN)
    assert figure.as_of is not None
    assert figure.as_of.span is not None
    assert figure.as_of.span.of(text) == "Tuesday"
    assert figure.source == claims.statements[0].id


def test_money_given_again_in_brackets_is_not_counted_twice(claims_of: ClaimsOf) -> None:
    text = "Lawmakers passed a $61bn (£49bn) package."
    assert [f.text.of(text) for f in claims_of(text).figures] == ["$61bn"]
