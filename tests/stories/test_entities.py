"""Spellings of one bearer are joined across reports and scripts; two bearers stay two."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest

from facta.records import Claims, NameKind
from facta.stories import Entities, fits, resolve
from facta.stories.judgements import anchor, apart, same
from facta.stories.spelling import same_given, sound
from facta.stories.standing import undoing
from tests.stories.builders import naming, reporting

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
    # cases, other languages of one script, short given names
    [("António Guterres",), ("Антоніу Гутерреша",), ("Антониу Гутерриш", "Гутерришем")],
    [("Benjamin Netanyahu",), ("Биньямин Нетаньяху",), ("Біньяміном Нетаньягу",)],
    [("Joe Marsh",), ("Joseph Marsh",), ("Джозеф Марш", "Маршу")],
    [("Ураган Боровець",), ("Урагана Боровця",)],
    [("T.Marsh",), ("Theresa Marsh",)],
)
TWO_PEOPLE = (
    [("Maria Rossi",), ("Mario Rossi",)],
    [("Boris Johnson",), ("Mike Johnson",)],
    [("Anton Medvedev",), ("Anna Medvedeva",)],
    [("Juan Santos", "Pedro Santos"), ("Juan Santos",)],
    [("Kim Lee",), ("Kim Lea",)],
    [("George Marsh",), ("George Marsh Jr",)],
    [("Іван Бойко", "Петро Бойко"), ("Івана Бойка",)],
    [("Іваном Медведєвим",), ("Анна Медведєва",)],
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


@pytest.mark.parametrize(
    ("names", "name"),
    [
        (("UNHCR", "ACNUR", "УВКБ ООН", "УВКБ", "UN Refugee Agency"), "UNHCR"),
        (("Євросоюзом", "Европейского союза", "the EU", "Unión Europea"), "European Union"),
        (("НАТО", "OTAN", "Північноатлантичного альянсу"), "NATO"),
        (("Білого дому", "Белым домом", "la Casa Blanca", "the White House"), "White House"),
    ],
)
def test_organisation_is_known_in_every_case(names: tuple[str, ...], name: str) -> None:
    found = resolve([reporting(str(i), (each,), NameKind.ORGANISATION) for i, each in enumerate(names)])
    assert [entity.name for entity in found.entities] == [name]


def test_office_is_one_a_country_in_every_language() -> None:
    names = {"en": "Foreign Ministry of Poland", "ru": "МИДом Польши", "uk": "польського МЗС", "es": "МИД Чехии"}
    found = resolve([reporting(lang, (name,), NameKind.ORGANISATION, lang) for lang, name in names.items()])
    assert sorted(len(entity.spellings) for entity in found.entities) == [1, 3]


def test_office_without_a_country_is_that_of_the_country_the_report_is_about() -> None:
    named = [reporting("a", ("Supreme Court of Kenya",), NameKind.ORGANISATION)]
    named += [reporting("b", ("Supreme Court of Chad",), NameKind.ORGANISATION)]
    about = reporting("c", ("Supreme Court",), NameKind.ORGANISATION, places=("Kenya", "Kenya", "Kenya"))
    found = resolve([*named, about])
    court = found.of(about.report.id, "e:Supreme Court")
    assert court is not None
    assert set(court.spellings) == {"Supreme Court of Kenya", "Supreme Court"}
    assert any("which its report is about" in reason for reason in court.reasons)


def test_surname_alone_goes_to_the_one_whose_company_it_keeps() -> None:
    boris, mike = ("Boris Marsh", "Anna Field", "Otto Lang"), ("Mike Marsh", "Ken Wood", "Ida Moss")
    everything = people([*[boris] * 6, *[mike] * 6, ("Marsh", "Anna Field", "Otto Lang"), ("Marsh", "Eve Stone")])
    found = resolve(everything)
    known, open_to = (found.of(everything[i].report.id, "e:Marsh") for i in (12, 13))
    assert known is not None
    assert "Boris Marsh" in known.spellings
    assert any("Anna Field" in reason for reason in known.reasons)
    assert open_to is not None
    assert open_to.spellings == ("Marsh",)


def test_surname_in_a_mans_case_is_no_womans() -> None:
    found = resolve(people([("Донна Марш",), ("Іван Марш",), ("Маршем",)]))
    assert {entity.spellings for entity in found.entities} == {("Донна Марш",), ("Іван Марш", "Маршем")}


def test_people_who_appear_together_are_never_one() -> None:
    everything = people([("Ana Morales", "Juan Morales"), ("Pedro Morales", "Paula Morales")])
    found = resolve(everything)
    for claims in everything:
        assert len({found.of(claims.report.id, name.entity) for name in claims.names}) == 2


AT = datetime(2024, 3, 2, 9, tzinfo=UTC)


def test_a_persons_decisions_stand_over_the_machines() -> None:
    everything = people([("Boris Marsh",), ("Anna Field",), ("Boris Marsch",)])
    one, two, three = (anchor(c.report.id, c.names[0].entity) for c in everything)
    assert len(resolve(everything).entities) == 2
    merged = same(one, two, "ines", AT, "a pen name")
    found = resolve(everything, reviews=[merged])
    assert [set(e.spellings) for e in found.entities] == [{"Boris Marsh", "Anna Field", "Boris Marsch"}]
    assert any(
        "ines decided on 2024-03-02" in reason and "a pen name" in reason for reason in found.entities[0].reasons
    )
    parted = apart(one, "Boris Marsch", "ines", AT + timedelta(hours=1))
    found = resolve(everything, reviews=[parted, merged])
    assert {e.spellings for e in found.entities} == {("Boris Marsh", "Anna Field"), ("Boris Marsch",)}
    undone = undoing(merged, "ines", AT + timedelta(hours=2))
    assert len(resolve(everything, reviews=[merged, parted, undone]).entities) == 3
    redone = undoing(undone, "ines", AT + timedelta(hours=3))
    assert len(resolve(everything, reviews=[merged, parted, undone, redone]).entities) == 2
    assert three


def test_a_decision_on_mentions_that_are_gone_changes_nothing() -> None:
    everything = people([("Boris Marsh",), ("Anna Field",)])
    assert resolve(everything, reviews=[same("gone:e", "lost:e", "ines", AT)]) == resolve(everything)


@pytest.mark.parametrize(
    ("asked", "name", "fitting"),
    [
        ("Peskov", "Дмитрия Пескова", True),
        ("peskov", "Пєсков", True),
        ("Selenskyj", "Володимира Зеленського", True),
        ("Fomin", "Alexander Fomín", True),
        ("Київ", "Kyiv", True),
        ("Petro", "Gustavo Petro", True),
        ("Petro", "Petrov", False),
        ("Putin", "Rasputin", False),
        ("ministry", "Ministry of Defence", True),
        ("Anna Berg", "Karl Berg", False),
        ("", "Karl Berg", False),
    ],
)
def test_a_name_that_is_asked_for_fits_in_any_script(asked: str, name: str, fitting: bool) -> None:
    assert fits(asked, name) is fitting


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
