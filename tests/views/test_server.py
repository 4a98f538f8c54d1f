"""The read-only pages over a real ledger: what they show, whom they answer, and how strict they ask browsers to be."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from facta.ledger import Ledger
from facta.views.server import app
from tests.views.build import story


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    where = str(tmp_path_factory.mktemp("server") / "facta.db")
    told = story()
    with Ledger.open(where) as ledger:
        for claims in told.claims:
            ledger.add(claims)
        ledger.replace_checks(told.entities, [told.check])
    return TestClient(app(where), base_url="http://127.0.0.1:8000")


def test_list_names_each_story_with_its_three_counts(client: TestClient) -> None:
    page = client.get("/")
    assert page.status_code == 200
    assert "Shells on El Obeid" in page.text
    assert "5 origins" in page.text
    assert "figures differ" in page.text


def test_dossier_of_a_story_is_the_page_of_the_file(client: TestClient) -> None:
    page = client.get(f"/stories/{story().check.story.id}")
    assert page.status_code == 200
    assert "Promises against deeds" in page.text
    assert 'href="/">all stories' in page.text


def test_report_links_its_evidence_to_rows_beside_it_and_leads_to_its_story(client: TestClient) -> None:
    report = story().claims[0].report
    page = client.get(f"/reports/{report.id}")
    assert page.status_code == 200
    assert f'href="/stories/{story().check.story.id}"' in page.text
    pledge = story().claims[0].pledges[0].id
    assert f'href="#c-{pledge}"' in page.text
    assert f'id="c-{pledge}"' in page.text


@pytest.mark.parametrize(
    "path", ["/stories/ffffffffffffffff", "/reports/ffffffffffffffff", "/stories/%2e%2e%2fetc", "/nowhere", "/<script>"]
)
def test_what_is_not_there_is_said_to_be_missing(client: TestClient, path: str) -> None:
    page = client.get(path)
    assert page.status_code == 404
    assert "<script>" not in page.text.replace("<script>(() =>", "")
    assert page.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("localhost:8000", 200),
        ("127.0.0.1:9", 200),
        ("[::1]:8000", 200),
        ("LOCALHOST", 200),
        ("evil.example", 421),
        ("localhost.evil.example", 421),
        ("127.0.0.1.evil.example:8000", 421),
        ("[::1].evil.example", 421),
        ("localhost:80@evil.example", 421),
        ("", 421),
    ],
)
def test_only_requests_to_this_machine_are_answered(client: TestClient, host: str, status: int) -> None:
    assert client.get("/", headers={"host": host}).status_code == status


@pytest.mark.parametrize("path", ["/", "/nowhere"])
def test_every_answer_carries_the_strict_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_nothing_can_be_written(client: TestClient, method: str) -> None:
    assert client.request(method, "/").status_code == 405


def test_a_ledger_that_is_not_there_is_refused(tmp_path: Path) -> None:
    from facta.errors import FactaError

    with pytest.raises(FactaError):
        app(str(tmp_path / "none.db"))
