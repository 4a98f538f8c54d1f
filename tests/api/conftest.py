"""A site over a real ledger with enough in it for several pages of each list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from facta.ledger import Ledger
from facta.pipeline import Pipeline
from facta.records import Claims, Report
from facta.settings import Settings
from facta.views.server import app
from tests.views.build import Story3, story

TEXTS = (
    "Rebels promise to leave Goma\nThe rebels said on Monday that they would withdraw from Goma by Friday. At least 12"
    " people were killed in shelling on Sunday, the mayor said.",
    "Shells fall on Goma again\nShells hit Goma on Saturday, a day after the rebels had promised to withdraw, residents"
    " said. The rebels denied shelling the town. The Red Cross counted 20 dead.",
    "La misión de la ONU en Colombia informa\nLa misión de la ONU dijo el martes que el grupo armado había entregado 40"
    " fusiles en Tibú. El comandante prometió entregar el resto antes del viernes.",
    "Ministry and city council differ on Kharkiv strike\nThe ministry said on Tuesday that it had struck a depot in"
    " Kharkiv. The city council said a school was hit and 3 teachers were wounded.",
)


@dataclass(frozen=True)
class Held:
    """The ledger of a site, with an id of each kind of thing in it."""

    site: FastAPI
    told: Story3
    ids: dict[str, str]

    @property
    def ledger(self) -> Ledger:
        found: Ledger = self.site.state.site.ledger
        return found


def fill(where: str) -> Story3:
    """Reports read by the real pipeline, and a story made by hand beside theirs."""
    told, pipeline = story(), Pipeline(Settings(ledger=where))
    with Ledger.open(where) as ledger:
        reports = [
            Report.of(text, "es" if "ONU" in text else "en", published=date(2024, 2, day), publisher=f"Wire {day}")
            for day, text in enumerate(TEXTS, start=1)
        ]
        list(pipeline.read(reports, ledger))
        for claims in told.claims:
            ledger.add(claims)
        checks = [*ledger.checks(), told.check]
        ledger.replace_checks([*ledger.entities(), *told.entities], checks, ledger.entity_links())
    return told


def ids_in(ledger: Ledger) -> dict[str, str]:
    """An id for each kind of part of an address."""
    check = max(ledger.checks(), key=lambda check: (len(check.findings), check.story.id))
    claims: Claims = ledger.claims_of(check.story.reports[0])
    return {
        "story": check.story.id,
        "finding": check.findings[0].id,
        "report": claims.report.id,
        "claim": claims.incidents[0].id,
        "entity": ledger.entity_links()[0][2],
        "name": "Goma",
    }


@pytest.fixture(scope="session")
def held(tmp_path_factory: pytest.TempPathFactory) -> Held:
    where = str(tmp_path_factory.mktemp("api") / "facta.db")
    told = fill(where)
    site = app(where)
    return Held(site, told, ids_in(site.state.site.ledger))


@pytest.fixture
def client(held: Held) -> Iterator[TestClient]:
    with TestClient(held.site, base_url="http://127.0.0.1:8000", raise_server_exceptions=False) as opened:
        yield opened


@pytest.fixture
def fresh(tmp_path: Path) -> Held:
    """A site of one's own, to change things in."""
    where = str(tmp_path / "facta.db")
    told = fill(where)
    site = app(where)
    return Held(site, told, ids_in(site.state.site.ledger))
