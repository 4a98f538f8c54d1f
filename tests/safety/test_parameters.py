"""Parts of addresses and fields are values: none reads a file, runs SQL, or makes the server stumble."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fastapi import FastAPI

from facta.ledger import Ledger
from facta.views.server.roles import ROLES
from tests.safety.site import Made, browser, made, open_site, queries, token_in
from tests.safety.test_hostile_text import FIELDS, POSTS

READS = sorted(key.partition(" ")[2] for key in ROLES if key.startswith("GET "))
SQL = [  # and what a full-text search would take for its own language
    "'", '"', "x' OR '1'='1'; DROP TABLE reports; --", "' UNION SELECT name, password FROM accounts --", "%", "\\",
    "a* AND OR NOT", "NEAR(", "title:{a b} ^x -y", ":q $1 %(id)s",
]  # fmt: skip
ODD = ["", " ", "-1", "9" * 30, "NaN", "[]", "\U0001f600\ufffe", "\u0000", "a\r\nb: c", "a" * 4000]
PATHS = [
    "../../../../etc/passwd", "..%2f..%2fetc%2fpasswd", "/etc/passwd", "..\\..\\etc\\passwd", "file:///etc/passwd",
    "../facta.db", "...", "../templates/frame.html.j2", "__init__.py",
]  # fmt: skip
LEAKS = (
    "root:",
    "SQLite format",
    "{% ",
    "import annotations",
    "Traceback",
    "sqlalchemy",
    "OperationalError",
    "syntax error",
)


@pytest.mark.parametrize("path", READS)
@pytest.mark.parametrize("values", [SQL, ODD, PATHS], ids=["sql", "odd", "paths"])
def test_no_value_in_an_address_breaks_or_opens_anything(
    path: str, values: list[str], local: FastAPI, plain: Made
) -> None:
    client, asked = browser(local), queries(local)
    names = re.findall(r"\{(\w+)", path)
    for number, value in enumerate(values):
        own = asked.get(path, [])
        turn = number % max(len(own), 1)  # each value in two of a page's parameters, each parameter with several values
        answers = [client.get(plain.ids.path(path), params={name: value}) for name in (own[turn:] + own[:turn])[:2]]
        if names and value:
            answers.append(client.get(plain.ids.path(path, **dict.fromkeys(names, value))))
        if names and _plain(value):
            answers.append(client.get(_raw(path, value)))
        for answer in answers:
            assert answer.status_code < 500, answer.request.url
            assert not [leak for leak in LEAKS if leak in answer.text], answer.request.url


def _raw(path: str, value: str) -> str:
    """The path with the value as it is, unquoted."""
    return re.sub(r"\{.*?\}", lambda _: value, path)


def _plain(value: str) -> bool:
    """Whether a client sends the value as it is in a path."""
    return not re.search(r"[\s?#\\\x00-\x1f\ufffe]", value) and len(value) < 2000


@pytest.mark.parametrize(
    "path", [path for path in READS if re.search(r"\{(story|report|claim|finding|entity)\}", path)]
)
@pytest.mark.parametrize("value", ["%", "_" * 16, "' OR '1'='1", "*"])
def test_a_pattern_in_the_place_of_an_id_finds_nothing(path: str, value: str, local: FastAPI, plain: Made) -> None:
    names = re.findall(r"\{(\w+)", path)
    assert browser(local).get(plain.ids.path(path, **dict.fromkeys(names, value))).status_code == 404


@pytest.mark.parametrize("path", POSTS)
def test_no_value_in_a_form_breaks_or_removes_anything(path: str, tmp_path: Path) -> None:
    found = made(tmp_path)
    with Ledger.open(found.where) as ledger:
        before = {table: count for table, count in ledger.counts().items() if table in ("reports", "claims", "stories")}
    client = browser(open_site(found))
    token = token_in(client.get("/help").text)
    names = re.findall(r"\{(\w+)", path)
    for value in (*SQL, *ODD, *PATHS):
        where = found.ids.path(path, **dict.fromkeys(names, value)) if names and _plain(value) and value else None
        for address in filter(None, (found.ids.path(path), where)):
            answer = client.post(address, data={**dict.fromkeys(FIELDS, value), "csrf": token})
            assert answer.status_code < 500, (address, value)
            assert not [leak for leak in LEAKS if leak in answer.text]
    with Ledger.open(found.where) as ledger:
        assert {table: count for table, count in ledger.counts().items() if table in before} == before


@pytest.mark.parametrize("value", [*PATHS, "site.css/", "SITE.CSS", "site.css%00", "base.html.j2", "page.css "])
def test_only_the_few_static_files_can_be_asked_for(value: str, local: FastAPI) -> None:
    address = f"/static/{value}" if _plain(value) else f"/static/{value.encode().hex()}"
    answer = browser(local).get(address)
    assert answer.status_code in (307, 400, 404) or answer.request.url.path == "/"
    assert not [leak for leak in LEAKS if leak in answer.text]
