"""Figures in six languages: who is counted whatever the noun, numbers that lean on others, scopes, and what is none."""

from __future__ import annotations

import pytest

from facta.records import Figure, Scope
from tests.conftest import ClaimsOf

Row = tuple[str, str, float | None, float | None, str]  # language, sentence, low, high, category


def only(figures: tuple[Figure, ...]) -> Figure:
    (figure,) = figures
    return figure


FATES: list[Row] = [
    # whoever is killed, abducted or arrested is counted, whatever the noun
    ("en", "The flood killed 14 beekeepers.", 14, 14, "killed"),
    ("en", "Pirates abducted 11 deckhands off Gabon.", 11, 11, "hostages"),
    ("de", "Die Miliz tötete 14 Imker.", 14, 14, "killed"),
    # a phrase around the verb
    ("en", "Nineteen villagers lost their lives in Darfur.", 19, 19, "killed"),
    ("en", "Rebels took 23 teachers hostage.", 23, 23, "hostages"),
    ("es", "Doce campesinos perdieron la vida en el ataque.", 12, 12, "killed"),
    ("fr", "Le glissement de terrain a coûté la vie à 40 villageois.", 40, 40, "killed"),
    ("de", "Bei dem Angriff kamen 17 Menschen ums Leben.", 17, 17, "killed"),
    ("ru", "В больницу попали 15 человек, все получили ранения.", 15, 15, "wounded"),
    # the dead stay dead wherever they are brought
    ("en", "Helicopters evacuated 30 bodies.", 30, 30, "killed"),
    # a number that its verb takes for itself
    ("en", "The rebels handed over 11 soldiers.", 11, 11, "troops"),
    ("uk", "Кількість загиблих зросла до 40.", 40, 40, "killed"),
    # shares
    ("de", "Rund 60 Prozent der Stadt sind zerstört.", 60, 60, "other"),
    ("uk", "Без світла 60 відсотків мешканців міста.", 60, 60, "other"),
    # a crowd without a noun
    ("en", "Tens of thousands marched through Tbilisi.", 20000, None, "other"),
]


@pytest.mark.parametrize(("language", "text", "low", "high", "counts"), FATES)
def test_the_sentence_says_what_became_of_the_counted(
    claims_of: ClaimsOf, language: str, text: str, low: float | None, high: float | None, counts: str
) -> None:
    figure = only(claims_of(text, language=language).figures)
    assert (figure.low, figure.high, figure.counts) == (low, high, counts)


LEANING: list[tuple[str, str, list[tuple[float | None, str, Scope | None]]]] = [
    ("en", "The air force downed 54 of 67 drones.", [(54, "drones", Scope.PART), (67, "drones", None)]),
    ("uk", "Сили ППО збили 54 із 67 дронів.", [(54, "drones", Scope.PART), (67, "drones", None)]),
    ("de", "Von 31 Drohnen wurden 28 abgefangen.", [(31, "drones", None), (28, "drones", Scope.PART)]),
    (
        "en",
        "The shelling killed 12 people, including three children.",
        [(12, "killed", None), (3, "killed", Scope.PART)],
    ),
    (
        "es",
        "El ataque mató a 12 personas, entre ellas tres niños.",
        [(12, "killed", None), (3, "killed", Scope.PART)],
    ),
    (
        "fr",
        "La police a arrêté 173 personnes, dont onze mineurs.",
        [(173, "detained", None), (11, "detained", Scope.PART)],
    ),
    (
        "en",
        "The quake left 153 dead and injured 338 others.",
        [(153, "killed", None), (338, "wounded", Scope.EXCLUSIVE)],
    ),
    ("ru", "Погибли 11 человек, ещё 24 получили ранения.", [(11, "killed", None), (24, "wounded", Scope.EXCLUSIVE)]),
    (
        "en",
        "Another 12 bodies were found, bringing the toll to 86.",
        [(12, "killed", Scope.EXCLUSIVE), (86, "killed", Scope.CUMULATIVE)],
    ),
    (
        "en",
        "The mission counted 312 attacks, compared with 206 the day before.",
        [(312, "strikes", None), (206, "strikes", None)],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), LEANING)
def test_numbers_lean_on_others_and_tell_how_they_stand_to_them(
    claims_of: ClaimsOf, language: str, text: str, expected: list[tuple[float | None, str, Scope | None]]
) -> None:
    figures = claims_of(text, language=language).figures
    assert [(f.value, f.counts, f.scope) for f in figures] == expected


NONE = [
    ("en", "Seven out of ten were children, the agency said."),
    ("en", "The convoy stopped in Room 12 of Camp 14."),
    ("en", "Both houses of Congress voted on the bill."),
    ("en", "The rouble fell to 98 against the dollar and oil cost $84."),
    ("en", "The two presidents will meet in Doha."),
    ("en", "The party won 58% of the vote."),
    ("es", "Se reunieron en la sala 3 del edificio."),
    ("de", "Der Kommandeur der 3. Brigade wurde befördert."),
    ("uk", "Трасу Е40 перекрито на дві години."),
    ("ru", "Резолюция 2231 действует 10 лет."),
    ("fr", "Le colonel, 44 ans, commande le 12e régiment."),
]


@pytest.mark.parametrize(("language", "text"), NONE)
def test_ratios_labels_prices_and_the_few_who_act_are_no_figures(claims_of: ClaimsOf, language: str, text: str) -> None:
    assert claims_of(text, language=language).figures == ()


def test_a_figure_stands_as_of_the_day_on_which_its_claimant_speaks(claims_of: ClaimsOf) -> None:
    figure = only(claims_of("The ministry said on Friday that 121 drones had been downed.").figures)
    assert figure.as_of is not None
    assert figure.as_of.span is not None


def test_the_place_of_a_speaker_is_not_where_the_counted_are(claims_of: ClaimsOf) -> None:
    figure = only(claims_of("Officials in Santo Domingo said that 100 people had been evacuated.").figures)
    assert figure.place is None or figure.place.name != "Santo Domingo"


def test_who_they_mainly_are_does_not_part_a_number_from_what_it_counts(claims_of: ClaimsOf) -> None:
    figure = only(claims_of("Clashes brought the number of refugees to nearly 90,000, chiefly children.").figures)
    assert (figure.high, figure.counts) == (90_000, "refugees")
