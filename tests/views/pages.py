"""Sites over ledgers made by hand, for the tests of pages, and what a test needs to read their pages."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

from fastapi.testclient import TestClient

from facta.ledger import Ledger
from facta.records import Claims, CrossCheck, Report, Story
from facta.views.server import app
from tests.views.build import Story3, story
from tests.views.markup import Markup, parse

HERE = "http://127.0.0.1:8000"


def story_site(folder: Path, told: Story3 | None = None) -> TestClient:
    """The site of the story of the builders; each report names the army, the mayor and the monitors."""
    told, where = told or story(), str(folder / "facta.db")
    links = [(claims.report.id, entity.id, entity.id) for claims in told.claims for entity in told.entities]
    with Ledger.open(where) as ledger:
        for claims in told.claims:
            ledger.add(claims)
        ledger.replace_checks(told.entities, [told.check], sorted(links))
    return TestClient(app(where), base_url=HERE)


def list_site(folder: Path, count: int) -> TestClient:
    """A site of so many stories of one report each, a day apart, every second one in Spanish."""
    where, found = str(folder / "facta.db"), list[CrossCheck]()
    with Ledger.open(where) as ledger:
        for number in range(count):
            report = Report.of(
                f"River gauge {number} rose", "es" if number % 2 else "en", publisher="Levee Post",
                published=date(2024, 1, 1) + timedelta(days=number),
            )  # fmt: skip
            ledger.add(Claims(report))
            found.append(CrossCheck(Story(f"story{number:011}", f"Gauge {number}", (report.id,))))
        ledger.replace_checks((), found)
    return TestClient(app(where), base_url=HERE)


def page(client: TestClient, path: str, status: int = 200) -> Markup:
    answer = client.get(path)
    assert answer.status_code == status, (path, answer.status_code)
    return parse(answer.text)


def links(markup: Markup) -> list[str]:
    return [element.attributes["href"] for element in markup.elements if "href" in element.attributes]


def by_id(markup: Markup, name: str) -> str:
    """The words of the element with this id, its blanks as one."""
    (element,) = [element for element in markup.elements if element.attributes.get("id") == name]
    return " ".join(element.text.split())


def token(client: TestClient) -> str:
    found = re.search(r'name="csrf" value="([^"]+)"', client.get("/help").text)
    assert found
    return found.group(1)
