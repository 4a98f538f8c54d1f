"""What every answer carries and what no request may be: hosts, lengths, marks of content, and the page of a mistake."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing

import pytest
from fastapi import FastAPI

from facta.views.server.roles import ROLES
from tests.safety.site import Made, browser, open_site, routes, signed_in

STRICT = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
ODD = ["/nowhere", "/stories/ffff", "/api/v1/nowhere", "/stories/", "/%00", f"/{'a' * 9000}", "/?q=%00"]
READS = sorted(key.partition(" ")[2] for key in ROLES if key.startswith("GET "))


@pytest.mark.parametrize("path", [*READS, *ODD], ids=lambda path: path[:60])
def test_every_answer_carries_the_strict_headers(path: str, local: FastAPI, plain: Made) -> None:
    for method in ("GET", "HEAD", "POST", "DELETE", "OPTIONS"):
        answer = browser(local).request(method, plain.ids.path(path))
        assert answer.status_code < 500
        assert {name: answer.headers.get(name) for name in STRICT} == STRICT
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        assert "access-control-allow-origin" not in answer.headers
        assert "server" not in answer.headers
        assert "cache-control" in answer.headers


@pytest.mark.parametrize("path", READS)
def test_a_reader_who_has_the_page_is_told_so_and_head_says_what_get_would(
    path: str, local: FastAPI, plain: Made
) -> None:
    client = browser(local)
    client.get("/help")
    first = client.get(plain.ids.path(path))
    bare = client.head(plain.ids.path(path))
    assert (bare.status_code, bare.content) == (first.status_code, b"")
    assert bare.headers.get("content-length") == first.headers.get("content-length")
    if first.status_code == 200:
        mark = first.headers["etag"]
        for known in (mark, f'"other", {mark}', mark.removeprefix("W/"), "*"):
            again = client.get(plain.ids.path(path), headers={"if-none-match": known})
            assert (again.status_code, again.content) == (304, b"")
            assert again.headers["etag"] == mark
        assert client.get(plain.ids.path(path), headers={"if-none-match": '"other"'}).status_code == 200


def test_pages_of_a_shared_site_are_kept_nowhere(shared: FastAPI) -> None:
    client = signed_in(shared, "rosa")
    assert client.get("/").headers["cache-control"] == "no-store"
    assert client.get("/api/v1/stories").headers["cache-control"] == "no-store"
    assert client.get("/static/page.css").headers["cache-control"] == "private, no-cache"


@pytest.mark.parametrize("host", ["evil.example", "", "127.0.0.1.evil.example", "monitor.example.org", "[::1", "a b"])
def test_a_site_of_this_machine_answers_to_no_other_name(host: str, local: FastAPI) -> None:
    assert browser(local).get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("name", ["x-forwarded-for", "forwarded", "x-forwarded-host", "x-real-ip"])
def test_a_proxy_that_nobody_spoke_of_is_refused(name: str, local: FastAPI, shared: FastAPI) -> None:
    """A careless proxy in front of a site without accounts would open it to all the world."""
    assert browser(local).get("/", headers={name: "192.0.2.1"}).status_code == 421
    assert browser(shared).get("/", headers={name: "192.0.2.1"}).status_code == 303


def test_a_shared_site_answers_to_its_names_and_over_tls_its_cookies_and_headers_say_so(guarded: Made) -> None:
    site = open_site(guarded, shared=True, secure=True, names=("monitor.example.org",))
    client = browser(site)
    for host, status in [("monitor.example.org", 200), ("MONITOR.example.org:8443", 200), ("example.org", 421)]:
        answer = client.get("/sign-in", headers={"host": host})
        assert answer.status_code == status
    answer = client.get("/sign-in", headers={"host": "monitor.example.org"})
    assert "max-age=31536000" in answer.headers["strict-transport-security"]
    assert answer.headers["set-cookie"].startswith("__Host-facta-form=")
    assert answer.headers["set-cookie"].endswith("; Secure")
    post = client.post("/sign-in", headers={"host": "monitor.example.org", "origin": "http://monitor.example.org"})
    assert post.status_code == 403


def test_headers_and_addresses_have_a_length(local: FastAPI) -> None:
    client = browser(local)
    assert client.get("/", params={"q": "a" * 9000}).status_code == 414
    assert client.get("/", headers={"x-long": "a" * 40_000}).status_code == 431


@pytest.mark.parametrize("path", ["/help/", "/accounts/"])
def test_a_slash_too_many_leads_to_the_page(path: str, local: FastAPI) -> None:
    answer = browser(local).get(path)
    assert answer.status_code == 307
    assert answer.headers["location"].endswith(path.rstrip("/"))
    assert (
        browser(local)
        .get("//evil.example/help/")
        .headers.get("location", "http://127.0.0.1:8000/")
        .startswith("http://127.0.0.1:8000/")
    )


def test_a_mistake_of_ours_says_nothing_of_itself(plain: Made, caplog: pytest.LogCaptureFixture) -> None:
    site = open_site(plain)

    @site.get("/broken/{thing}")
    def broken(thing: str) -> str:
        raise RuntimeError("the secret of the house")

    with caplog.at_level(logging.ERROR):
        answer = browser(site).get("/broken/private?q=private")
    assert answer.status_code == 500
    assert "secret of the house" not in answer.text
    assert "Traceback" not in answer.text
    assert answer.headers["x-frame-options"] == "DENY"
    assert "secret of the house" in caplog.text
    assert "GET /broken/{thing} broke off" in caplog.text
    assert "private" not in "".join(record.getMessage() for record in caplog.records if record.name.startswith("facta"))


@pytest.mark.parametrize("path", ["/", "/api/v1/stories"])
def test_what_a_database_complains_of_is_for_the_log(
    path: str, shared: FastAPI, caplog: pytest.LogCaptureFixture
) -> None:
    client = signed_in(shared, "rosa")
    with closing(sqlite3.connect(shared.state.site.ledger._engine.url.database)) as connection:
        connection.execute("DROP TABLE story_lines")
        connection.commit()
    answer = client.get(path)
    assert answer.status_code == 503
    assert "story_lines" not in answer.text
    assert "story_lines" in caplog.text


def test_there_is_no_route_that_the_tests_here_do_not_see(local: FastAPI) -> None:
    assert {path for method, path in routes(local) if method == "GET"} == set(READS)
