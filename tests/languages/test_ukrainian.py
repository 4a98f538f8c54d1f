"""Sentences of the Ukrainian-language press, twins of those of `test_russian.py`: deeds, promises, numbers and days."""

from __future__ import annotations

from datetime import date

import pytest

from tests.conftest import ClaimsOf

PUBLISHED = date(2025, 5, 14)  # a Wednesday

DEEDS: list[tuple[str, str, str | None, str, str]] = [
    ("Російські війська обстріляли Херсон з артилерії.", "ASSAULT", "heavy-weapons", "війська", "Херсон"),
    ("Українська армія обстріляла Бєлгород.", "ASSAULT", "heavy-weapons", "армія", "Бєлгород"),
    ("Бойовики випустили по Ашкелону дванадцять ракет.", "ASSAULT", "heavy-weapons", "Бойовики", "ракет"),
    ("Біля ринку в Ідлібі пролунав вибух.", "ASSAULT", "explosives", "", ""),
    ("Таджицькі прикордонники відкрили вогонь по робітниках.", "ASSAULT", "firearms", "прикордонники", "робітниках"),
    ("Киргизькі військові атакували заставу.", "ASSAULT", None, "військові", "заставу"),
    ("Озброєні люди викрали двох журналістів.", "ASSAULT", "abduct", "люди", "журналістів"),
    ("Повстанці захопили місто Саракіб.", "ASSAULT", None, "Повстанці", "місто"),
    ("Унаслідок обстрілу загинули двоє дітей.", "ASSAULT", None, "", "дітей"),
    ("Поліція Тирасполя затримала двох опозиціонерів.", "COERCE", "arrest", "Поліція", "опозиціонерів"),
    ("Влада Судану запровадила в столиці комендантську годину.", "COERCE", "curfew", "Влада", ""),
    ("Роскомнагляд заблокував сайт видання.", "COERCE", "censor", "", "сайт"),
    ("Азербайджан перекинув до кордону два батальйони.", "MOBILIZE", "troops", "Азербайджан", "батальйони"),
    ("Білорусь почала військові навчання біля польського кордону.", "MOBILIZE", "troops", "", ""),
    ("США запровадили санкції проти трьох компаній.", "SANCTION", None, "США", "компаній"),
    ("Росія вислала чотирьох румунських дипломатів.", "SANCTION", "expel", "Росія", "дипломатів"),
    ("Суд засудив активіста до восьми років колонії.", "SANCTION", "convict", "Суд", "активіста"),
    ("Тисячі людей вийшли на мітинг проти уряду.", "PROTEST", "demo", "", ""),
    ("Фермери перекрили трасу біля кордону з Україною.", "PROTEST", "obstruct", "Фермери", ""),
    ("Ув'язнений журналіст оголосив голодування.", "PROTEST", "hunger", "журналіст", ""),
    ("Хусити пригрозили ударити по базах.", "THREATEN", "violence", "Хусити", ""),
    ("МЗС викликало посла Ізраїлю.", "ACCUSE", "disapprove", "МЗС", "посла"),
    ("Прокуратура відкрила кримінальне провадження проти генерала.", "ACCUSE", "investigate", "Прокуратура", ""),
    ("Вірменія відхилила пропозицію Баку.", "REJECT", "change", "Вірменія", "пропозицію"),
    ("ХАМАС відмовився від переговорів.", "REJECT", "meet", "ХАМАС", ""),
    ("Президент Киргизстану зустрівся з президентом Таджикистану.", "CONSULT", None, "Президент", ""),
    ("Сторони домовилися про розведення військ.", "AGREE", None, "Сторони", ""),
    ("Парламент ратифікував мирний договір.", "SUPPORT", None, "Парламент", "договір"),
    ("Росія та Україна обмінялися полоненими.", "COOPERATE", None, "Росія", ""),
    ("Німеччина передала п'ять танків Києву.", "AID", None, "Німеччина", "танків"),
    ("Таджикистан відвів війська від кордону.", "RETREAT", "withdraw", "Таджикистан", "війська"),
    ("Бойовики звільнили трьох заручників.", "RETREAT", "release", "Бойовики", "заручників"),
    ("Сирійські повстанці склали зброю.", "RETREAT", "disarm", "повстанці", ""),
    ("Міністр оборони пішов у відставку.", "RETREAT", "resign", "Міністр", ""),
]


@pytest.mark.parametrize(("text", "kind", "mode", "actor", "recipient"), DEEDS)
def test_deed_has_its_type_mode_and_parties(
    claims_of: ClaimsOf, text: str, kind: str, mode: str | None, actor: str, recipient: str
) -> None:
    incidents = claims_of(text, language="uk", published=PUBLISHED).incidents
    found = [
        (i.type, i.mode, i.actor.name if i.actor else "", i.recipient.name if i.recipient else "") for i in incidents
    ]
    fits = [(a.casefold(), r.casefold()) for t, m, a, r in found if t == kind and mode in (None, m)]
    assert any(actor.casefold() in a and recipient.casefold() in r for a, r in fits), found


PLEDGED: list[tuple[str, str, str, str, date | None]] = [
    (
        "Єреван пообіцяв звільнити полонених до кінця року.",
        "Єреван",
        "RETREAT",
        "звільнити полонених",
        date(2025, 12, 31),
    ),
    ("Баку зобов'язався відкрити дорогу для конвоїв.", "Баку", "RETREAT", "відкрити дорогу", None),
    ("Таджикистан погодився відвести війська від кордону.", "Таджикистан", "RETREAT", "відвести війська", None),
    ("ХАМАС готовий звільнити десять заручників.", "ХАМАС", "RETREAT", "звільнити десять заручників", None),
    ("Франція обіцяє поставити Вірменії радари й ракети.", "Франція", "AID", "поставити Вірменії радари", None),
    (
        "Кишинів гарантує, що пропустить гуманітарний вантаж.",
        "Кишинів",
        "RETREAT",
        "пропустить гуманітарний вантаж",
        None,
    ),
]


@pytest.mark.parametrize(("text", "by", "kind", "act", "until"), PLEDGED)
def test_pledge_has_its_party_deed_and_day(
    claims_of: ClaimsOf, text: str, by: str, kind: str, act: str, until: date | None
) -> None:
    pledges = claims_of(text, language="uk", published=PUBLISHED).pledges
    found = [(p.by.name if p.by else "", p.type, p.act, p.until_on) for p in pledges]
    assert any(by in b and t == kind and act in a and u == until for b, t, a, u in found), found


COUNTED: list[tuple[str, list[tuple[float | None, float | None, float | None, str]]]] = [
    ("Загинули 12 людей, ще 30 поранені.", [(12, 12, 12, "killed"), (30, 30, 30, "wounded")]),
    ("Країна прийняла понад 1,5 млн біженців.", [(1500000, 1500000, None, "refugees")]),
    ("Близько 100 тис. людей втекли з міста.", [(100000, 100000, 100000, "displaced")]),
    ("Десятки будинків зруйновано.", [(None, 20, None, "buildings")]),
    ("ППО збила 14 безпілотників.", [(14, 14, 14, "drones")]),
    ("Додому повернулися півтори сотні полонених.", [(150, 150, 150, "prisoners")]),
    ("За добу армія завдала 78 авіаударів.", [(78, 78, 78, "strikes")]),
]


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_figure_has_value_bounds_and_what_it_counts(
    claims_of: ClaimsOf, text: str, expected: list[tuple[float | None, float | None, float | None, str]]
) -> None:
    figures = claims_of(text, language="uk", published=PUBLISHED).figures
    assert [(f.value, f.low, f.high, f.counts) for f in figures] == expected


WHEN = [
    ("У середу війська обстріляли порт.", date(2025, 5, 14), date(2025, 5, 14)),
    ("Учора ввечері війська обстріляли порт.", date(2025, 5, 13), date(2025, 5, 13)),
    ("У ніч на 5 березня війська обстріляли порт.", date(2025, 3, 4), date(2025, 3, 5)),
    ("Минулої ночі війська обстріляли порт.", date(2025, 5, 13), date(2025, 5, 14)),
    ("Напередодні війська обстріляли порт.", date(2025, 5, 13), date(2025, 5, 13)),
    ("За останні 48 годин війська обстріляли порт.", date(2025, 5, 12), date(2025, 5, 14)),
    ("Два тижні тому війська обстріляли порт.", date(2025, 4, 28), date(2025, 5, 4)),
    ("Минулого тижня війська обстріляли порт.", date(2025, 5, 5), date(2025, 5, 11)),
    ("Наприкінці квітня війська обстріляли порт.", date(2025, 4, 21), date(2025, 4, 30)),
]


@pytest.mark.parametrize(("text", "start", "end"), WHEN)
def test_deed_has_its_days(claims_of: ClaimsOf, text: str, start: date, end: date) -> None:
    incidents = claims_of(text, language="uk", published=PUBLISHED).incidents
    assert [(i.when.start, i.when.end) if i.when else None for i in incidents] == [(start, end)]


@pytest.mark.parametrize(
    ("text", "speaker", "side"),
    [
        ("У Міноборони РФ заявили про удар по складу.", "Міноборони РФ", "RUS GOV"),
        ("В МЗС Польщі повідомили, що посла викликали.", "МЗС Польщі", "POL GOV"),
        ("У Міністерстві оборони Перу заперечили обстріл.", "Міністерство оборони Перу", "PER GOV"),
    ],
)
def test_a_body_bears_the_state_behind_it_and_speaks_from_no_place(
    claims_of: ClaimsOf, text: str, speaker: str, side: str
) -> None:
    found = claims_of(text, "uk")
    said = found.statements[0].speaker
    assert said is not None
    assert (said.name, said.side) == (speaker, side)
    assert [i.place for i in found.incidents] == [None]
