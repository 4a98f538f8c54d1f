"""A site for the tests of safety: a ledger whose every text is hostile, people of each role, all its routes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI
from fastapi.testclient import TestClient

from facta.ledger import Ledger
from facta.ledger.accounts import Account, Role
from facta.ledger.runs import Run, RunState
from facta.records import Claims, Decision, Failure, Review
from facta.views.passwords import hashed
from facta.views.server import app
from tests.views.build import Story3, story

HERE = "http://127.0.0.1:8000"
START = datetime(2024, 5, 10, 9, tzinfo=UTC)
PASSWORD = "a heron by the river"
NAMES = {Role.READER: "rosa", Role.REVIEWER: "reza", Role.ADMIN: "ada"}
PUBLIC = {"/sign-in", "/look", "/language", "/static/{name}"}


@dataclass
class Clock:
    """A clock that is moved by hand; each look at it takes a moment."""

    at: datetime = START

    def __call__(self) -> datetime:
        self.at += timedelta(milliseconds=1)
        return self.at


@dataclass(frozen=True)
class Ids:
    """The ids of the parts of the ledger, by the names that the paths of pages give them."""

    story: str
    report: str
    claim: str
    finding: str
    entity: str
    review: str
    run: str

    def of(self, name: str) -> str:
        known = {
            "name": "El Obeid",
            "place": "El Obeid",
            "target": self.claim,
            "form": "html",
            "group": self.finding,
        }
        return known.get(name) or str(getattr(self, name, "nothing"))

    def path(self, template: str, **parts: str) -> str:
        """The path of a page with its parts filled in."""
        chosen = {"name": "page.css"} if template.startswith("/static/") else {}
        return re.sub(
            r"\{(\w+)(?::\w+)?\}", lambda m: quote(({**chosen, **parts}).get(m[1]) or self.of(m[1]), safe=""), template
        )


@dataclass(frozen=True)
class Made:
    """A ledger with a story in it, and the ids of its parts."""

    where: str
    ids: Ids
    told: Story3


def made(folder: Path, payload: str = "") -> Made:
    """A ledger in the folder; the payload stands in every text that comes from outside."""
    told = _spoiled(story(), payload)
    where = str(folder / "facta.db")
    claim = told.claims[0].statements[0].id
    with Ledger.open(where) as ledger:
        for claims in told.claims:
            ledger.add(claims)
        ledger.replace_checks(told.entities, [told.check])
        review = Review("0123456789abcdef", claim, Decision.NOTE, f"rosa{payload}", START, f"note {payload}")
        ledger.add_review(review)
        run = Run("r-2024", f"paste {payload}", f"ada{payload}", START, "host", RunState.DONE, 3, 2, 0, 1, 1, START)
        ledger.start_run(run)
        ledger.keep_run(run)
        ledger.log_failure(Failure(f"file{payload}.txt", f"reason {payload}", f"remedy {payload}"), START, "r-2024")
    check, entity = told.check, told.entities[0].id
    return Made(
        where,
        Ids(check.story.id, told.claims[0].report.id, claim, check.findings[0].id, entity, review.id, run.id),
        told,
    )


def _spoiled(told: Story3, payload: str) -> Story3:
    """The story with the payload in titles, publishers, addresses, names and reasons. The reports' texts keep their
    claims where they are: the payload stands at their end."""
    if not payload:
        return told
    check = told.check
    entities = tuple(replace(e, name=e.name + payload, spellings=(*e.spellings, payload)) for e in told.entities)
    origins = tuple(replace(o, label=o.label + payload) for o in check.origins)
    groups = tuple(replace(g, label=g.label + payload, reasons=(*g.reasons, payload)) for g in check.groups)
    findings = tuple(
        replace(f, reason=f.reason + payload, parts=tuple(replace(p, label=p.label + payload) for p in f.parts))
        for f in check.findings
    )
    title = replace(check.story, title=check.story.title + payload, reasons=(payload,))
    spoiled = replace(check, story=title, origins=origins, groups=groups, findings=findings)
    return Story3(spoiled, tuple(_spoiled_claims(claims, payload) for claims in told.claims), entities)


def _spoiled_claims(claims: Claims, payload: str) -> Claims:
    """The claims of a report whose outer data is hostile; its id stays, which its own data does not change here."""
    report = replace(
        claims.report,
        title=f"{claims.report.title or 'Untitled'}{payload}",
        publisher=f"Outlet{payload}",
        url=f"javascript:alert(1)//{payload}",
        path=f"reports/{payload}.txt",
        text=f"{claims.report.text}\n{payload}",
    )
    statements = tuple(
        replace(s, speaker=replace(s.speaker, name=s.speaker.name + payload)) if s.speaker else s
        for s in claims.statements
    )
    pledges = tuple(replace(p, act=p.act + payload) for p in claims.pledges)
    return replace(claims, report=report, statements=statements, pledges=pledges)


def with_accounts(made_: Made) -> None:
    """An account of each role, all with one password."""
    with Ledger.open(made_.where) as ledger:
        for role, name in NAMES.items():
            ledger.accounts.add(Account(name, role, START, hashed(PASSWORD, name)))


def browser(site: FastAPI, **known: Any) -> TestClient:
    """A browser that follows no redirect by itself."""
    return TestClient(site, base_url=HERE, follow_redirects=False, raise_server_exceptions=True, **known)


def token_in(page: str) -> str:
    """The token that the forms of a page carry."""
    found = re.search(r'name="csrf" value="([^"]*)"', page)
    assert found, "the page has no form"
    return found[1]


def signed_in(site: FastAPI, name: str, password: str = PASSWORD) -> TestClient:
    """A browser in which somebody has signed in."""
    client = browser(site)
    token = token_in(client.get("/sign-in").text)
    answer = client.post("/sign-in", data={"csrf": token, "name": name, "password": password})
    assert answer.status_code == 303, answer.text
    return client


def routes(site: FastAPI) -> list[tuple[str, str]]:
    """Method and path of every route, those of what is included and mounted as well."""
    return sorted({(method, path) for method, path, _ in _routes(site.routes, "")})


def queries(site: FastAPI) -> dict[str, list[str]]:
    """By path, the parameters that each page reads from the query."""
    return {
        path: sorted(_names(route.dependant))
        for method, path, route in _routes(site.routes, "")
        if method == "GET" and hasattr(route, "dependant")
    }


def _names(dependant: Any) -> set[str]:
    own = {field.alias for field in dependant.query_params}
    return own.union(*(_names(inner) for inner in dependant.dependencies))


def _routes(listed: Any, prefix: str) -> Iterator[tuple[str, str, Any]]:
    for route in listed:
        inner = getattr(route, "original_router", None)
        if inner is not None:
            yield from _routes(inner.routes, prefix)
        elif getattr(route, "app", None) is not None and not hasattr(route, "methods"):
            yield from _routes(route.app.routes, prefix + route.path)
        else:
            yield from ((method, prefix + route.path, route) for method in route.methods if method != "HEAD")


def open_site(made_: Made, clock: Clock | None = None, **known: Any) -> FastAPI:
    """The site of the ledger."""
    return app(made_.where, clock=clock or Clock(), **known)
