"""Credited agencies are found in every usual form; quoted ones are not, and pictures are credited apart."""

from __future__ import annotations

import pytest

from facta.codebook import Codebook
from facta.codebook.credits import find_credits
from facta.codebook.publishers import Publishers


def found(text: str, language: str = "en") -> list[tuple[str, str]]:
    return sorted({(c.agency, c.kind) for c in find_credits(text, Codebook.load(language))})


@pytest.mark.parametrize(
    ("language", "text", "agencies"),
    [
        ("en", "KHARTOUM, April 3 (Reuters) - Fighters left the town.", ["Reuters"]),
        ("en", "WASHINGTON, Dec. 5 (AP) — Aid was cut.", ["Associated Press"]),
        ("en", "(AFP) The ministry said so.", ["AFP"]),
        ("en", "MOSCOW, March 5. /TASS/. The ministry said so.", ["TASS"]),
        ("en", "Source: Reuters/nh", ["Reuters"]),
        ("en", "It ended there.\n(Reporting by A. Ali in Cairo; Editing by B. Moe)", ["Reuters"]),
        ("en", "The market rose.WORLD DESK\n\n*With information from EFE and AFP", ["AFP", "EFE"]),
        ("en", "The Associated Press and Reuters contributed to this report.", ["Associated Press", "Reuters"]),
        ("en", "By Agence France-Presse", ["AFP"]),
        ("en", "dpa", ["dpa"]),
        ("en", "The talks went on. (Xinhua)", ["Xinhua"]),
        ("en", "© 2022 AFP", ["AFP"]),
        ("es", "Bogotá, 5 mar (EFE).- El ejército dijo que no.", ["EFE"]),
        ("es", "Con información de EFE, AFP y Reuters.", ["AFP", "EFE", "Reuters"]),
        ("es", "Fuente: Europa Press", ["Europa Press"]),
        ("uk", "Київ, 5 березня (Укрінформ) — Рада відхилила закон.", ["Ukrinform"]),
        ("uk", "За матеріалами Reuters та AFP", ["AFP", "Reuters"]),
        ("uk", "Джерело: Інтерфакс-Україна", ["Interfax-Ukraine"]),
    ],
)
def test_text_credit_is_found(language: str, text: str, agencies: list[str]) -> None:
    assert found(text, language) == [(agency, "text") for agency in agencies]


@pytest.mark.parametrize(
    ("language", "text", "agency"),
    [
        ("en", "Men at a bridge. REUTERS/Jane Doe", "Reuters"),
        ("en", "(Photo by Ann Lee/AFP via Getty Images)", "AFP"),
        ("en", "A market in Goma. EPA-EFE/JOHN ROE", "EPA"),
        ("en", "AP Photo/Jane Doe", "Associated Press"),
        ("es", "Foto: EFE", "EFE"),
        ("uk", "Фото: Reuters", "Reuters"),
    ],
)
def test_photo_credit_is_no_text_credit(language: str, text: str, agency: str) -> None:
    assert found(text, language) == [(agency, "photo")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Reuters reported that three people were killed, and he told AFP the same."),
        ("en", "According to the Associated Press, the town fell on Monday."),
        ("en", "Ukrinform reports with reference to the ministry."),
        ("en", "The agency (Reuters) had asked for comment."),
        ("en", "A photo of the bridge was shown to AP, he said."),
        ("es", "Según informó EFE, la ciudad cayó el lunes."),
        ("uk", "Про це повідомляє Укрінформ з посиланням на міністерство."),
        ("en", "The maps were taken from an app."),
        ("en", "A Reuters/Ipsos poll showed that most wanted talks."),
    ],
)
def test_agency_that_is_only_quoted_is_not_credited(language: str, text: str) -> None:
    assert found(text, language) == []


def test_borrowed_signature_does_not_credit_the_agency_that_uses_it() -> None:
    assert found("ADEN, May 5 (Xinhua) -- It ended.\n(Reporting by A. Lee)") == [("Xinhua", "text")]


def test_span_holds_the_credit() -> None:
    text = "It ended there.\n\n*With information from EFE and AFP\n"
    assert {c.span.of(text) for c in find_credits(text, Codebook.load("en"))} == {"With information from EFE and AFP"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The Sun", "THE TIMES", True),
        ("El País", "Diario AS", True),
        ("Українська правда", "European Pravda", True),
        ("РИА Новости", "Sputnik", True),
        ("El País", "El Mundo", False),
        ("A Paper", "a paper ", True),
        ("A Paper", "B Paper", False),
    ],
)
def test_outlets_of_one_owner_are_one_family(one: str, other: str, same: bool) -> None:
    publishers = Codebook.load("en").common("publishers", Publishers)
    assert (publishers.family(one) == publishers.family(other)) is same


def test_family_is_known_by_address_when_the_name_is_not() -> None:
    publishers = Codebook.load("en").common("publishers", Publishers)
    assert publishers.family(None, "https://www.elpais.com/a") == publishers.family("El País")
    assert publishers.family(None, "https://cincodias.elpais.com/a") == publishers.family("El País")
    assert publishers.family(None, "https://unknown.example/a") == "unknown.example"
    assert publishers.family(None) is None


def test_every_outlet_and_domain_is_listed_once() -> None:
    publishers = Codebook.load("en").common("publishers", Publishers)
    outlets = [outlet for family in publishers.families for outlet in family.outlets]
    names = [name for outlet in outlets for name in (outlet.name, *outlet.aliases)]
    domains = [domain for outlet in outlets for domain in outlet.domains]
    assert len(names) == len(set(names))
    assert len(domains) == len(set(domains))
