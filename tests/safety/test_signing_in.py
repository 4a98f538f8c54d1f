"""Signing in: passwords, sessions and their end, guessing slowed down, nothing secret in any log or page."""

from __future__ import annotations

import base64
import logging
import re
from datetime import timedelta
from typing import Any

import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI
from fastapi.testclient import TestClient

from facta.views.server.site import Site
from tests.safety.site import PASSWORD, Clock, browser, signed_in, token_in

WRONG = "a crane by the river"
PAGE = "/help"


def site_in(app: FastAPI) -> Site:
    found: Site = app.state.site
    return found


def attempt(client: TestClient, name: str, password: str, back: str = "/") -> Any:
    token = token_in(client.get("/sign-in").text)
    return client.post("/sign-in", data={"csrf": token, "name": name, "password": password, "next": back})


def basic(name: str, password: str) -> dict[str, str]:
    return {"authorization": "Basic " + base64.b64encode(f"{name}:{password}".encode()).decode()}


def session_of(client: TestClient) -> str:
    return str(client.cookies.get("facta") or "")


def test_whoever_signs_in_gets_to_the_page_that_was_asked_for(shared: FastAPI) -> None:
    client = browser(shared)
    sent_away = client.get("/search?q=a+%26+b")
    assert sent_away.status_code == 303
    page = client.get(sent_away.headers["location"])
    assert page.status_code == 200
    back = re.search(r'name="next" value="([^"]*)"', page.text)
    assert back is not None
    answer = attempt(client, " Rosa ", PASSWORD, back[1].replace("&amp;", "&"))
    assert (answer.status_code, answer.headers["location"]) == (303, "/search?q=a+%26+b")
    assert client.get(PAGE).status_code == 200


@pytest.mark.parametrize("name", ["rosa", "nobody", "", "a:b", "rosa\0", "'; DROP TABLE accounts; --"])
def test_a_wrong_password_and_an_unknown_name_are_answered_alike(shared: FastAPI, name: str) -> None:
    client = browser(shared)
    known, other = attempt(client, "rosa", WRONG), attempt(client, name, WRONG)
    if "\0" in name:
        assert other.status_code == 400
        return
    assert (known.status_code, other.status_code) == (401, 401)
    hidden = re.compile(r'value="[^"]*"')
    assert hidden.sub("", known.text) == hidden.sub("", other.text)
    assert session_of(client) == ""


@pytest.mark.parametrize(
    "back",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/\r\nSet-Cookie: a=b", ""],
)
def test_nobody_is_sent_to_another_site(shared: FastAPI, back: str) -> None:
    answer = attempt(browser(shared), "rosa", PASSWORD, back)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    page = browser(shared).get("/sign-in", params={"next": back})
    assert 'name="next" value="/"' in page.text


def test_after_five_failures_a_name_waits_and_then_may_try_again(shared: FastAPI, clock: Clock) -> None:
    client = browser(shared)
    assert [attempt(client, "rosa", WRONG).status_code for _ in range(5)] == [401] * 5
    late = attempt(client, "rosa", PASSWORD)
    assert late.status_code == 429
    assert 890 < int(late.headers["retry-after"]) <= 900
    clock.at += timedelta(minutes=14)
    assert attempt(client, "rosa", PASSWORD).status_code == 429
    clock.at += timedelta(seconds=61)
    assert attempt(client, "rosa", PASSWORD).status_code == 303


def test_names_are_limited_from_any_address_and_addresses_for_any_name(shared: FastAPI) -> None:
    first, second = browser(shared, client=("192.0.2.1", 1)), browser(shared, client=("192.0.2.2", 1))
    assert [attempt(first, "rosa", WRONG).status_code for _ in range(5)] == [401] * 5
    assert attempt(second, "rosa", PASSWORD).status_code == 429
    assert attempt(first, "reza", PASSWORD).status_code == 429
    assert attempt(second, "reza", PASSWORD).status_code == 303


def test_unknown_names_are_limited_as_known_ones_are(shared: FastAPI) -> None:
    for number in range(5):
        client = browser(shared, client=(f"192.0.2.{number}", 1))
        assert attempt(client, "nobody", WRONG).status_code == 401
    assert attempt(browser(shared, client=("192.0.2.9", 1)), "nobody", WRONG).status_code == 429


def test_a_session_that_was_there_before_is_not_the_one_after(shared: FastAPI) -> None:
    """A token planted in a victim's browser must not become theirs."""
    client, attacker = browser(shared), browser(shared)
    form = client.get("/sign-in")
    known = {"facta": "planted", **dict(form.cookies)}
    headers = {"cookie": "; ".join(f"{name}={value}" for name, value in known.items())}
    fields = {"csrf": token_in(form.text), "name": "ada", "password": PASSWORD}
    answer = browser(shared).post("/sign-in", data=fields, headers=headers)
    assert answer.status_code == 303
    assert "planted" not in answer.headers["set-cookie"]
    assert attacker.get("/", headers={"cookie": "facta=planted"}).status_code == 303


def test_a_hash_of_older_settings_is_made_anew_at_the_next_sign_in(shared: FastAPI) -> None:
    accounts = site_in(shared).ledger.accounts
    older = PasswordHasher(time_cost=1, memory_cost=32, parallelism=1).hash(PASSWORD)
    accounts.rehash("rosa", older)
    client = signed_in(shared, "rosa")
    found = accounts.find("rosa")
    assert found is not None
    assert found.password != older
    assert client.get(PAGE).status_code == 200
    signed_in(shared, "rosa")


def test_signing_in_again_ends_the_session_before(shared: FastAPI) -> None:
    client = signed_in(shared, "rosa")
    before = session_of(client)
    token = token_in(client.get(PAGE).text)
    client.post("/sign-in", data={"csrf": token, "name": "reza", "password": PASSWORD})
    assert session_of(client) not in ("", before)
    assert site_in(shared).entrance.session(before) is None


def test_signing_out_ends_the_session_in_the_ledger_too(shared: FastAPI) -> None:
    client = signed_in(shared, "rosa")
    kept = session_of(client)
    answer = client.post("/sign-out", data={"csrf": token_in(client.get(PAGE).text)})
    assert "Max-Age=0" in answer.headers["set-cookie"]
    thief = browser(shared)
    thief.cookies.set("facta", kept)
    assert thief.get("/").status_code == 303


@pytest.mark.parametrize("what", ["role", "password", "removal"])
def test_sessions_end_when_the_account_changes(shared: FastAPI, what: str) -> None:
    client, admin = signed_in(shared, "rosa"), signed_in(shared, "ada")
    token = token_in(admin.get("/accounts").text)
    if what == "role":
        admin.post("/accounts/rosa/role", data={"csrf": token, "role": "reviewer"})
    elif what == "removal":
        admin.post("/accounts/rosa/remove", data={"csrf": token})
    else:
        own = signed_in(shared, "rosa")
        fields = {"current": PASSWORD, "password": WRONG, "again": WRONG, "csrf": token_in(own.get("/accounts").text)}
        assert own.post("/accounts/password", data=fields).status_code == 303
        assert own.get("/").status_code == 200
    assert client.get("/").status_code == 303


def test_a_session_ends_when_it_is_idle_and_after_a_week_at_the_latest(shared: FastAPI, clock: Clock) -> None:
    idle, busy = signed_in(shared, "rosa"), signed_in(shared, "reza")
    for _ in range(24):
        clock.at += timedelta(hours=6, minutes=59)
        assert busy.get(PAGE).status_code == 200
        if clock.at.day == 11:
            assert idle.get(PAGE).status_code == 303
    clock.at += timedelta(hours=2)
    assert busy.get(PAGE).status_code == 303


def test_the_ledger_holds_neither_passwords_nor_tokens(shared: FastAPI) -> None:
    client = signed_in(shared, "rosa")
    with site_in(shared).ledger._reading() as connection:
        tables = [row[0] for row in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")]
        held = "\n".join(str(row) for table in tables for row in connection.exec_driver_sql(f'SELECT * FROM "{table}"'))
    assert "rosa" in held
    assert PASSWORD not in held
    assert session_of(client) not in held
    assert "$argon2id$" in held


def test_sign_ins_are_logged_without_secrets(shared: FastAPI, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        attempt(browser(shared), WRONG, "rosa")  # the password in the field of the name
        attempt(browser(shared), "rosa", WRONG)
        client = signed_in(shared, "rosa")
        browser(shared).get("/api/v1/stories", headers=basic("rosa", WRONG))
    kept = site_in(shared).ledger.accounts.sign_ins()
    assert [one.worked for one in kept] == [False, True, False, False]
    logged = caplog.text + repr(kept)
    assert "rosa" in logged
    for secret in (PASSWORD, WRONG, session_of(client), "argon2"):
        assert secret not in logged


def test_no_page_gives_a_password_back(shared: FastAPI) -> None:
    assert WRONG not in attempt(browser(shared), "rosa", WRONG).text
    admin = signed_in(shared, "ada")
    token = token_in(admin.get("/accounts").text)
    fields = {"csrf": token, "name": "new", "role": "chief", "password": WRONG, "again": WRONG}
    refused = admin.post("/accounts", data=fields)
    assert refused.status_code == 422
    assert WRONG not in refused.text
    assert "argon2" not in admin.get("/accounts").text


# ---- programs


def test_a_program_names_its_account_in_each_request(shared: FastAPI) -> None:
    client = browser(shared)
    assert client.get("/api/v1/stories", headers=basic("rosa", PASSWORD)).status_code == 200
    assert client.get("/api/v1/stories", headers=basic("ROSA", PASSWORD)).status_code == 200
    assert client.get("/api/v1/stories").status_code == 401


@pytest.mark.parametrize("header", ["Basic", "Basic !!!", "Basic cm9zYQ==", "Basic /////w==", "Bearer abc", "basic"])
def test_a_header_that_is_none_is_refused_in_json(shared: FastAPI, header: str) -> None:
    answer = browser(shared).get("/api/v1/stories", headers={"authorization": header})
    assert answer.status_code in (400, 401)
    assert answer.headers["content-type"] == "application/problem+json"
    assert "www-authenticate" not in answer.headers


def test_programs_are_slowed_down_as_people_are_and_no_browser_asks_for_a_password(shared: FastAPI) -> None:
    client = browser(shared)
    statuses = [client.get("/api/v1/stories", headers=basic("rosa", WRONG)) for _ in range(6)]
    assert [answer.status_code for answer in statuses] == [401] * 5 + [429]
    assert "retry-after" in statuses[-1].headers
    assert all("www-authenticate" not in answer.headers for answer in statuses)


def test_a_changed_password_is_demanded_of_programs_at_once(shared: FastAPI) -> None:
    client = browser(shared)
    assert client.get("/api/v1/stories", headers=basic("rosa", PASSWORD)).status_code == 200
    from facta.views.passwords import hashed

    site_in(shared).ledger.accounts.set_password("rosa", hashed(WRONG, "rosa"))
    assert client.get("/api/v1/stories", headers=basic("rosa", PASSWORD)).status_code == 401
    assert client.get("/api/v1/stories", headers=basic("rosa", WRONG)).status_code == 200


def test_whoever_is_not_signed_in_sees_no_way_into_the_ledger(shared: FastAPI) -> None:
    page = browser(shared).get("/sign-in").text
    assert 'href="/import"' not in page
    assert 'action="/search"' not in page
    assert 'href="/import"' not in signed_in(shared, "rosa").get(PAGE).text
    assert 'href="/import"' in signed_in(shared, "reza").get(PAGE).text


def test_the_pages_take_no_password_in_a_header(shared: FastAPI) -> None:
    assert browser(shared).get("/", headers=basic("rosa", PASSWORD)).status_code == 303


def test_cookies_are_for_this_site_alone(shared: FastAPI) -> None:
    answer = attempt(browser(shared), "rosa", PASSWORD)
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert "SameSite=Lax" in answer.headers["set-cookie"]


# ---- what admins do


def test_an_admin_adds_an_account_that_can_sign_in(shared: FastAPI) -> None:
    admin = signed_in(shared, "ada")
    fields = {"csrf": token_in(admin.get("/accounts").text), "name": "Olena", "role": "reviewer"}
    assert admin.post("/accounts", data={**fields, "password": "short", "again": "short"}).status_code == 422
    assert admin.post("/accounts", data={**fields, "password": WRONG, "again": PASSWORD}).status_code == 422
    assert admin.post("/accounts", data={**fields, "password": WRONG, "again": WRONG}).status_code == 303
    assert "olena" in admin.get("/accounts").text
    signed_in(shared, "olena", WRONG)


def test_the_last_admin_stays_one(shared: FastAPI) -> None:
    admin = signed_in(shared, "ada")
    token = token_in(admin.get("/accounts").text)
    assert admin.post("/accounts/ada/role", data={"csrf": token, "role": "reader"}).status_code == 422
    assert admin.post("/accounts/ada/remove", data={"csrf": token}).status_code == 422
    assert admin.get("/accounts").status_code == 200
