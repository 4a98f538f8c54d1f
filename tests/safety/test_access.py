"""Who may use which page: every route, by every role and by nobody."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from facta.ledger.accounts import Role
from facta.views.server.roles import ROLES
from tests.safety.site import NAMES, PUBLIC, Made, browser, open_site, routes, signed_in, token_in

DENIED = (401, 403)


@pytest.fixture(scope="module")
def site(guarded: Made) -> FastAPI:
    return open_site(guarded, shared=True)


@pytest.fixture(scope="module")
def people(site: FastAPI) -> dict[Role | None, TestClient]:
    """A browser of each role, and one in which nobody is signed in."""
    return {None: browser(site)} | {role: signed_in(site, name) for role, name in NAMES.items()}


def asked(client: TestClient, site_: Made, method: str, path: str) -> int:
    """The status of a request as the pages send it: with the token of the browser's own forms."""
    token = token_in(
        client.get("/help").text if client.get("/help").status_code == 200 else client.get("/sign-in").text
    )
    where = site_.ids.path(path)
    if method == "GET":
        return client.get(where).status_code
    return client.request(method, where, headers={"x-csrf-token": token}).status_code


def test_every_route_is_in_the_table_and_every_row_is_a_route(site: FastAPI) -> None:
    there = {f"{method} {path}" for method, path in routes(site)}
    assert len(there) > 20
    assert there - set(ROLES) == set()
    assert set(ROLES) - there == set()


def test_pages_open_to_all_are_few_and_show_nothing_of_the_ledger() -> None:
    assert {key.partition(" ")[2] for key, role in ROLES.items() if role is None} == PUBLIC


def test_nothing_that_changes_the_ledger_is_for_readers() -> None:
    own = {"/sign-out", "/accounts/password"}
    changing = {key: role for key, role in ROLES.items() if not key.startswith("GET ")}
    assert {k.partition(" ")[2] for k, role in changing.items() if role is Role.READER} <= own


@pytest.mark.parametrize("key", sorted(ROLES))
def test_each_route_lets_its_role_in_and_nobody_below(
    key: str, guarded: Made, people: dict[Role | None, TestClient]
) -> None:
    method, _, path = key.partition(" ")
    needed = ROLES[key]
    if path in ("/sign-out", "/accounts/{name}/role", "/accounts/{name}/remove"):
        people = {role: client for role, client in people.items() if not _may(role, needed)}  # would end sessions
    for role, client in people.items():
        status = asked(client, guarded, method, path)
        if key == "POST /sign-in":
            assert status == 401, "without a name nobody gets in, but everybody may try"
        elif _may(role, needed):
            assert status not in DENIED, f"{role} gets {status}"
            assert status < 500
        elif role is None and method == "GET" and not path.startswith("/api/v1/"):
            assert status == 303
        else:
            assert status == (401 if role is None else 403), f"{role} gets {status}"


def _may(role: Role | None, needed: Role | None) -> bool:
    return needed is None or (role is not None and role.covers(needed))


def test_a_route_that_the_table_does_not_name_is_for_admins(guarded: Made) -> None:
    site = open_site(guarded, shared=True)

    @site.get("/forgotten")
    def forgotten() -> str:
        return "everything"

    assert browser(site).get("/forgotten").status_code == 303
    assert signed_in(site, NAMES[Role.REVIEWER]).get("/forgotten").status_code == 403
    assert signed_in(site, NAMES[Role.ADMIN]).get("/forgotten").text == "everything"


@pytest.mark.parametrize(
    "path", ["/stories", "/Stories/x", "//stories/x", "/static/../", "/accounts/ada", "/openapi.json"]
)
def test_an_address_that_is_none_tells_nobody_anything(path: str, site: FastAPI) -> None:
    answer = browser(site).get(path)
    assert answer.status_code in (303, 404, 405)
    assert "Shells on" not in answer.text


def test_a_ledger_with_accounts_asks_for_them_on_this_machine_too(guarded: Made) -> None:
    assert browser(open_site(guarded)).get("/").status_code == 303
