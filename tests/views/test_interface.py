"""The pages' own words in each language: none is missing, plurals and days are right, and no English is left over."""

from __future__ import annotations

import re
import runpy
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.checkers import python_format
from babel.messages.pofile import read_po
from fastapi.testclient import TestClient

from facta.ledger import Ledger
from facta.records import Place
from facta.views import dossier
from facta.views.dossier.days import days
from facta.views.dossier.shell import label_of
from facta.views.interface import ENGLISH, LANGUAGES, Interface, chosen, interface_in
from facta.views.server import app
from tests.views.build import EL_OBEID, Story3, group, story
from tests.views.words import LATIN, foreign_words

SCRIPT = runpy.run_path(str(Path(__file__).resolve().parents[2] / "scripts" / "messages.py"))
VIEWS: Path = SCRIPT["VIEWS"]
collected: Callable[[], Catalog] = SCRIPT["collected"]
UKRAINIAN = interface_in("uk")
OTHERS = [code for code in LANGUAGES if code != "en"]


def catalogue(code: str) -> Catalog:
    return read_po(VIEWS.joinpath("locale", code, "LC_MESSAGES", "facta.po").open("rb"), locale=code)


@pytest.mark.parametrize("code", OTHERS)
def test_every_word_of_the_pages_has_a_translation(code: str) -> None:
    known = {(m.context, m.id) for m in catalogue(code) if m.id and all(forms(m))}
    assert sorted(str(m.id) for m in collected() if m.id and (m.context, m.id) not in known) == []


@pytest.mark.parametrize("code", OTHERS)
def test_no_translation_is_left_of_words_that_went(code: str) -> None:
    wanted = {(m.context, m.id) for m in collected()}
    assert [m.id for m in catalogue(code) if (m.context, m.id) not in wanted] == []


@pytest.mark.parametrize("code", OTHERS)
def test_translations_have_the_same_gaps_to_fill(code: str) -> None:
    for message in catalogue(code):
        if message.id:
            python_format(None, message)
            gaps = {tuple(sorted(set(re.findall(r"%\((\w+)\)", form)))) for form in forms(message)}
            assert len(gaps - {()}) <= 1, message.id


def forms(message: Message) -> list[str]:
    """The English words of a message and the translation, each in all its forms."""
    return [form for side in (message.id, message.string) for form in ([side] if isinstance(side, str) else side or ())]


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "1 повідомлення"),
        (2, "2 повідомлення"),
        (5, "5 повідомлень"),
        (11, "11 повідомлень"),
        (21, "21 повідомлення"),
        (112, "112 повідомлень"),
        (0, "0 повідомлень"),
    ],
)
def test_ukrainian_has_three_forms_for_counts(count: int, words: str) -> None:
    assert UKRAINIAN.many("%(num)s report", "%(num)s reports", count) == words


@pytest.mark.parametrize(
    ("start", "end", "english", "ukrainian"),
    [
        (date(2022, 3, 29), date(2022, 3, 29), "29 Mar 2022", "29 бер. 2022"),
        (date(2022, 3, 29), date(2022, 3, 30), "29–30 Mar 2022", "29–30 бер. 2022"),
        (date(2022, 3, 29), date(2022, 4, 2), "29 Mar – 2 Apr 2022", "29 бер. – 2 квіт. 2022"),
        (date(2021, 9, 30), date(2022, 5, 1), "30 Sep 2021 – 1 May 2022", "30 вер. 2021 – 1 трав. 2022"),
    ],
)
def test_days_are_written_as_the_language_writes_them(start: date, end: date, english: str, ukrainian: str) -> None:
    assert (days(start, end), days(start, end, UKRAINIAN)) == (english, ukrainian)


@pytest.mark.parametrize(("value", "ukrainian"), [(4_100_000, "4\u00a0100\u00a0000"), (0.5, "0,5"), (None, "")])
def test_numbers_have_the_signs_of_the_language(value: float | None, ukrainian: str) -> None:
    assert UKRAINIAN.number(value) == ukrainian


@pytest.mark.parametrize(
    ("wish", "accepted", "code"),
    [
        ("uk", "en", "uk"),
        (None, "uk-UA,uk;q=0.9,en;q=0.5", "uk"),
        (None, "en;q=0.4, uk;q=0.8", "uk"),
        (None, "de, fr;q=0.9, uk;q=0.1", "uk"),
        (None, "uk;q=0, en", "en"),
        (None, "", "en"),
        ("xx", "uk", "uk"),
        (None, "uk;q=rather", "en"),
        (None, "," * 5000 + "uk", "en"),
    ],
)
def test_the_visitor_s_wish_comes_before_the_browser_s(wish: str | None, accepted: str, code: str) -> None:
    assert chosen(wish, accepted) == code


@pytest.mark.parametrize(
    ("kind", "type_", "label", "ukrainian"),
    [
        ("incident", "ASSAULT", "Assault (heavy weapons), El Obeid", "Напад (важке озброєння), El Obeid"),
        ("incident", "RETREAT", "Retreat", "Відступ"),
        ("figure", "killed", "killed, El Obeid", "загиблі, El Obeid"),
        ("pledge", "RETREAT", "the army: scale down artillery fire", "the army: scale down artillery fire"),
    ],
)
def test_labels_made_of_codes_are_told_in_the_language(kind: str, type_: str, label: str, ukrainian: str) -> None:
    made = group(kind, type_, label, [], [], place=EL_OBEID if "El Obeid" in label else None)
    assert label_of(made, UKRAINIAN) == ukrainian
    assert label_of(made, ENGLISH) == label


CYRILLIC = str.maketrans({letter: chr(0x430 + n) for n, letter in enumerate("abcdefghijklmnopqrstuvwxyz")})
NAMES = (
    "name", "label", "title", "publisher", "side", "spellings", "candidates", "unit", "region", "reason", "reasons",
)  # fmt: skip

PLACES = {"El", "Obeid", "Kosti", "North", "Kordofan"}


def cyrillic(value: Any, named: str = "") -> Any:
    """The value with every name in it in Cyrillic letters, so that whatever is left in Latin ones is the pages' own."""
    if isinstance(value, Place):
        return value  # the ledger looks for places in the gazetteer
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: cyrillic(getattr(value, f.name), f.name) for f in fields(value) if f.init})
    if isinstance(value, tuple):
        return tuple(cyrillic(one, named) for one in value)
    return value.lower().translate(CYRILLIC) if isinstance(value, str) and named in NAMES else value


@pytest.fixture(scope="module")
def told() -> Story3:
    made = story()
    return Story3(*(cyrillic(part) for part in (made.check, made.claims, made.entities)))


def test_a_ukrainian_dossier_shows_no_english_word_of_its_own(told: Story3) -> None:
    page = dossier.html(told.check, told.claims, told.entities, home="/", language="uk")
    assert foreign_words(page, PLACES) == []
    assert 'lang="uk"' in page[:200]


def test_the_same_check_finds_english_where_it_is(told: Story3) -> None:
    page = dossier.html(told.check, told.claims, told.entities, language="uk")
    assert set(foreign_words(page.replace("Докази", "Evidence"), PLACES)) == {"Evidence"}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory, told: Story3) -> TestClient:
    where = str(tmp_path_factory.mktemp("interface") / "facta.db")
    with Ledger.open(where) as ledger:
        for claims in told.claims:
            ledger.add(claims)
        ledger.replace_checks(told.entities, [told.check])
    return TestClient(app(where), base_url="http://127.0.0.1:8000", headers={"accept-language": "uk"})


PAGES = (
    "/", "/?q=narwhal", "/stories/{story}", "/reports/{report}", "/claims/{statement}", "/claims/{pledge}",
    "/claims/{incident}", "/claims/{figure}", "/findings/{finding}", "/entities", "/entities/{entity}",
    "/places/379003", "/search?q=El+Obeid", "/search", "/review", "/review/log", "/import", "/runs", "/help",
    "/sign-in", "/accounts",

    "/claims/{pledge}/edit", "/reports/{report}/add?kind=incident", "/nowhere",
)  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_a_ukrainian_page_shows_no_english_word_of_its_own(client: TestClient, told: Story3, path: str) -> None:
    first = told.claims[0]
    ids = {
        "story": told.check.story.id, "report": first.report.id, "finding": told.check.findings[0].id,
        "entity": told.entities[0].id, "statement": first.statements[0].id, "pledge": first.pledges[0].id,
        "incident": first.incidents[0].id, "figure": first.figures[0].id,
    }  # fmt: skip
    page = client.get(path.format(**ids))
    assert page.status_code == (404 if path == "/nowhere" else 200)
    headline = LATIN.findall(first.report.text.splitlines()[0])  # the title of the report's window
    assert foreign_words(page.text, {*PLACES, *headline}) == []


def test_the_language_is_chosen_on_the_page_and_kept(client: TestClient) -> None:
    page = client.get("/help", headers={"accept-language": "en"})
    token = re.search(r'name="csrf" value="([^"]*)"', page.text)
    assert token
    answer = client.post(
        "/language", data={"csrf": token[1], "language": "uk", "back": "/help"}, follow_redirects=False
    )
    assert (answer.status_code, answer.headers["location"]) == (303, "/help")
    assert 'lang="uk"' in client.get("/help", headers={"accept-language": "en"}).text[:200]
    client.cookies.delete("language")


def test_an_interface_is_one_of_those_there_are() -> None:
    assert isinstance(interface_in("en"), Interface)
    with pytest.raises(KeyError):
        interface_in("xx")


def test_messages_are_collected_from_all_templates() -> None:
    found = {Path(place).name for message in collected() for place, _ in message.locations}
    assert {path.name for path in VIEWS.rglob("templates/*.html.j2") if "_(" in path.read_text()} <= found
