"""Spellings of one bearer are joined across reports and scripts; two bearers stay two."""

from __future__ import annotations

from itertools import permutations

import pytest

from facta.records import Claims, NameKind
from facta.stories import Entities, resolve
from facta.stories.spelling import same_given, sound
from tests.stories.builders import naming

ONE_PERSON = (
    # accents, a slip of the pen, a surname alone
    [("Alexander Fomín",), ("Alexander Fomin", "Formin")],
    [("Volodymyr Zelensky",), ("Volodimir Zelensky", "Zelensky"), ("Володимир Зеленський",), ("Zelenskyy",)],
    [("Viacheslav Chaus",), ("В’ячеслав Чаус",), ("Чаус",)],
    [("Dmitri Peskov",), ("Dmitry Peskov",), ("Дмитрий Песков",)],
    [("Gustavo Petro",), ("G. Petro",), ("Petro",)],
    [("Nikol Pashinyan",), ("Nikol Pashinian",)],
    [("Abdel Fattah al-Burhan",), ("al-Burhan",)],
    [("Jorge Loaiza",), ("Хорхе Лоайса", "Лоайса")],
)
TWO_PEOPLE = (
    [("Maria Rossi",), ("Mario Rossi",)],
    [("Boris Johnson",), ("Mike Johnson",)],
    [("Anton Medvedev",), ("Anna Medvedeva",)],
    [("Juan Santos", "Pedro Santos"), ("Juan Santos",)],
    [("Kim Lee",), ("Kim Lea",)],
)


def people(reports: list[tuple[str, ...]], sides: dict[str, str] | None = None) -> list[Claims]:
    return [naming(f"paper {i}", names, sides=sides or {}) for i, names in enumerate(reports)]


@pytest.mark.parametrize("reports", ONE_PERSON, ids=lambda reports: reports[0][0])
def test_spellings_of_one_person_are_joined_and_kept(reports: list[tuple[str, ...]]) -> None:
    found = resolve(people(reports))
    assert len(found.entities) == 1, [(e.name, e.spellings) for e in found.entities]
    entity = found.entities[0]
    assert set(entity.spellings) == {name for names in reports for name in names}
    assert entity.reasons


@pytest.mark.parametrize("reports", TWO_PEOPLE, ids=lambda reports: reports[0][0])
def test_people_of_like_surnames_stay_two(reports: list[tuple[str, ...]]) -> None:
    assert len(resolve(people(reports)).entities) == 2


def test_surname_alone_stays_alone_when_two_people_bear_it() -> None:
    found = resolve(people([("Boris Johnson",), ("Mike Johnson",), ("Johnson",)]))
    assert len(found.entities) == 3


def test_people_of_two_countries_stay_two() -> None:
    everything = [
        naming("a", ("Ivan Petrov",), sides={"Ivan Petrov": "RUS MIL"}),
        naming("b", ("Ivan Petrov",), sides={"Ivan Petrov": "BGR GOV"}),
    ]
    assert len(resolve(everything).entities) == 2


def test_ministries_of_two_countries_stay_two() -> None:
    everything = [
        naming(paper, ("Ministry of Defence",), kind=NameKind.ORGANISATION, sides={"Ministry of Defence": side})
        for paper, side in (("a", "ARM GOV"), ("b", "AZE GOV"), ("c", "ARM GOV"))
    ]
    assert len(resolve(everything).entities) == 2


def test_organisation_is_one_in_every_language() -> None:
    names = ("the United Nations", "ООН", "Naciones Unidas", "UN")
    found = resolve([naming(str(i), (name,), kind=NameKind.ORGANISATION) for i, name in enumerate(names)])
    assert [(entity.name, entity.side) for entity in found.entities] == [("United Nations", "IGO")]


def test_one_town_has_one_entity_whatever_its_spelling() -> None:
    everything = [
        naming("a", ("Chernigov",), kind=NameKind.PLACE, geonameid=7),
        naming("b", ("Chernihiv",), kind=NameKind.PLACE, geonameid=7),
        naming("c", ("Cherniv",), kind=NameKind.PLACE, geonameid=8),
    ]
    assert {frozenset(e.spellings) for e in resolve(everything).entities} == {
        frozenset({"Chernigov", "Chernihiv"}),
        frozenset({"Cherniv"}),
    }


def test_entity_of_a_report_is_found_by_its_own_id() -> None:
    everything = people([("Alexander Fomín",), ("Alexander Fomin",)])
    found = resolve(everything)
    own = everything[0].names[0].entity
    assert found.of(everything[0].report.id, own) == found.entities[0]
    assert found.of(everything[0].report.id, "nobody") is None
    assert found.of("no report", None) is None


@pytest.mark.parametrize("reports", [*ONE_PERSON, *TWO_PEOPLE], ids=lambda reports: reports[0][0])
def test_order_of_reports_changes_nothing(reports: list[tuple[str, ...]]) -> None:
    everything = people(reports)
    results: list[Entities] = [resolve(list(order)) for order in permutations(everything)]
    assert all(result.entities == results[0].entities and result.links == results[0].links for result in results)


def test_nothing_to_resolve_gives_nothing() -> None:
    assert resolve([]).entities == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Zelenskyy", "Зеленський"),
        ("Aliyev", "Aliev"),
        ("Shoigu", "Шойгу"),
        ("Jose", "José"),
        ("Khmelnytskyi", "Хмельницький"),
    ],
)
def test_spelling_traditions_agree_on_the_sound(first: str, second: str) -> None:
    assert sound(first) == sound(second)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [("Volodymyr", "Vladimir", True), ("A", "Alexander", True), ("Oleh", "Олег", True), ("Maria", "Mario", False),
     ("Alexander", "Alexandra", False), ("Mike", "Boris", False), ("Marina", "Maria", False)],
)  # fmt: skip
def test_given_names_are_compared_with_care(first: str, second: str, same: bool) -> None:
    assert same_given(first, second) is same
