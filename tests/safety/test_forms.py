"""Forms: only our own pages may send them, and what is malformed or too large is refused before it is read."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from facta.ledger.accounts import Role
from facta.views.server.guard import BODY_BYTES
from facta.views.server.roles import ROLES
from tests.safety.site import HERE, NAMES, Made, browser, open_site, signed_in, token_in

CHANGING = sorted(key.partition(" ")[2] for key in ROLES if key.startswith("POST "))
WRITING = {"content-type": "application/x-www-form-urlencoded"}


@pytest.fixture(scope="module")
def site(guarded: Made) -> FastAPI:
    return open_site(guarded, shared=True)


@pytest.fixture(scope="module")
def admin(site: FastAPI) -> TestClient:
    return signed_in(site, NAMES[Role.ADMIN])


@pytest.mark.parametrize("path", CHANGING)
def test_nothing_is_changed_without_the_token_of_ones_own_session(
    path: str, site: FastAPI, admin: TestClient, guarded: Made
) -> None:
    where = guarded.ids.path(path)
    stranger, other = browser(site), signed_in(site, NAMES[Role.REVIEWER])
    tokens = [None, "", "0" * 64, token_in(stranger.get("/sign-in").text), token_in(other.get("/help").text)]
    for token in tokens:
        fields = {} if token is None else {"csrf": token}
        headers = {} if token is None else {"x-csrf-token": token}
        assert admin.post(where, data=fields).status_code == 403, token
        assert admin.post(where, headers={**headers, "accept": "*/*"}).status_code == 403, token
    assert admin.get("/help").status_code == 200


@pytest.mark.parametrize("path", CHANGING)
@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:3000"},
        {"origin": "http://localhost:8000"},
        {"origin": "http://127.0.0.1:8000.evil.example"},
        {"origin": "http://[broken"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "cross-site", "origin": HERE},
    ],
    ids=str,
)
def test_a_page_of_another_site_changes_nothing_even_with_a_token(
    path: str, headers: dict[str, str], local: FastAPI, plain: Made
) -> None:
    client = browser(local)
    token = token_in(client.get("/help").text)
    answer = client.post(plain.ids.path(path), data={"csrf": token}, headers=headers)
    assert answer.status_code == 403


@pytest.mark.parametrize(
    "headers", [{}, {"origin": HERE}, {"sec-fetch-site": "same-origin", "origin": HERE}, {"sec-fetch-site": "none"}]
)
def test_our_own_pages_may_send_forms(headers: dict[str, str], local: FastAPI) -> None:
    client = browser(local)
    token = token_in(client.get("/help").text)
    answer = client.post("/look", data={"csrf": token, "theme": "dark", "back": "/help"}, headers=headers)
    assert (answer.status_code, answer.headers["location"]) == (303, "/help")
    assert client.post("/look", data={"theme": "dark"}, headers={"x-csrf-token": token}).status_code == 303


def test_the_token_of_one_browser_is_not_that_of_another(local: FastAPI) -> None:
    first, second = browser(local), browser(local)
    token = token_in(first.get("/help").text)
    assert token == token_in(first.get("/accounts").text)
    assert token != token_in(second.get("/help").text)
    assert second.post("/look", data={"csrf": token, "theme": "dark"}).status_code == 403


def test_tokens_of_one_server_are_worth_nothing_at_another(plain: Made, local: FastAPI) -> None:
    client = browser(local)
    token = token_in(client.get("/help").text)
    other = browser(open_site(plain))
    other.cookies.update(client.cookies)
    assert other.post("/look", data={"csrf": token, "theme": "dark"}).status_code == 403


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (b"csrf=%zz", WRITING, 403),
        (b"csrf", WRITING, 400),
        (b"theme=\xff\xfe", WRITING, 400),
        (b"theme=%ff%fe", WRITING, 400),
        (b"theme=%00", WRITING, 400),
        (b"theme=dark&theme=light", WRITING, 400),
        (b"csrf=a&csrf=b", WRITING, 400),
        (b"&".join(b"f%d=1" % n for n in range(600)), WRITING, 400),
        (b'{"theme": "dark"}', {"content-type": "application/json"}, 415),
        (b"theme=dark", {"content-type": "text/plain"}, 415),
        (b"theme=dark", {}, 415),
        (b"no parts", {"content-type": "multipart/form-data"}, 400),
        (b"no parts", {"content-type": "multipart/form-data; boundary=x"}, 400),
        (
            b"--x\r\nContent-Disposition: form-data; name=a\r\n\r\n1",
            {"content-type": "multipart/form-data; boundary=x"},
            400,
        ),
        (b"a" * (BODY_BYTES + 1), WRITING, 413),
        (b"a", {**WRITING, "content-length": "99999999999"}, 413),
        (b"a", {**WRITING, "content-length": "-1"}, 400),
        (b"a", {**WRITING, "content-length": "1e3"}, 400),
    ],
)
def test_a_malformed_body_is_refused(body: bytes, headers: dict[str, str], status: int, local: FastAPI) -> None:
    answer = browser(local).post("/look", content=body, headers=headers)
    assert answer.status_code in ((status, 403) if status == 400 else (status,))
    assert answer.status_code < 500


def test_a_body_without_a_length_is_cut_off(local: FastAPI) -> None:
    def endless() -> object:
        for _ in range(2 * BODY_BYTES // 10_000):
            yield b"a" * 10_000

    answer = browser(local).post("/look", content=endless(), headers=WRITING)  # type: ignore[arg-type]
    assert answer.status_code == 413


@pytest.mark.parametrize(("name", "status"), [(None, 413), ("rosa", 413), ("reza", 422)])
def test_only_whoever_may_import_may_send_much(name: str | None, status: int, site: FastAPI) -> None:
    """Bodies are read before a page asks who sent them."""
    client = signed_in(site, name) if name else browser(site)
    token = token_in(client.get("/help" if name else "/sign-in").text)
    files = {"files": ("many.txt", b"a" * (BODY_BYTES + 1))}
    answer = client.post("/import", data={"csrf": token, "published": "never"}, files=files)
    assert answer.status_code == status


def test_programs_on_this_machine_that_are_no_browser_need_no_token(local: FastAPI) -> None:
    client = browser(local)
    page_elsewhere = client.post("/api/v1/nothing", json={}, headers={"origin": "https://evil.example"})
    assert page_elsewhere.status_code == 403
    assert client.post("/api/v1/nothing", json={}).status_code in (404, 405)
