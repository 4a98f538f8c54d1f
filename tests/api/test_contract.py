"""The API as its users rely on it: pages that give each row once, marks of content, errors as problem+json."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from facta.views.forms import claims_form
from facta.views.lists import claim_json
from tests.api.conftest import Held

V1 = "/api/v1"
LISTS = ("stories", "reports", "claims", "entities", "reviews", "runs", "places/Goma", "search?q=the")
OWN_ID = {"stories": "story", "entities": "entity", "reviews": "review", "runs": "run", "search": "claim"}


def rows_of(client: TestClient, path: str, limit: int) -> list[dict[str, Any]]:
    """All rows of a list, page by page, by the addresses that its header `Link` gives."""
    rows: list[dict[str, Any]] = []
    at = f"{V1}/{path}{'&' if '?' in path else '?'}limit={limit}"
    for _ in range(500):
        answer = client.get(at)
        assert answer.status_code == 200, answer.text
        page = answer.json()
        (listed,) = [value for value in page.values() if isinstance(value, list)]
        assert len(listed) <= limit
        rows += listed
        link = answer.headers.get("link")
        assert (link is None) == (page["next"] is None)
        if link is None:
            return rows
        at = link.partition(">")[0].removeprefix("<")
        assert f"after={page['next']}" in at
    raise AssertionError("the pages have no end")


@pytest.mark.parametrize("path", LISTS)
def test_paging_to_the_end_gives_each_row_once(client: TestClient, path: str) -> None:
    whole, singly = rows_of(client, path, 200), rows_of(client, path, 1)
    assert [json.dumps(row) for row in singly] == [json.dumps(row) for row in whole]
    assert len({json.dumps(row) for row in whole}) == len(whole)


def test_lists_hold_what_the_ledger_holds(client: TestClient, held: Held) -> None:
    counts = client.get(f"{V1}/counts").json()
    for path in ("stories", "reports", "claims", "entities"):
        assert len(rows_of(client, path, 7)) == counts[path] > 2
    assert counts["claims"] == sum(
        len(c.statements + c.incidents + c.pledges + c.figures) for c in held.ledger.claims()
    )


def test_claims_of_a_report_are_those_that_extract_prints(client: TestClient, held: Held) -> None:
    for report in held.ledger.reports():
        told = client.get(f"{V1}/reports/{report.id}").json()
        assert {name: told[name] for name in claims_form(held.ledger.claims_of(report.id))} == claims_form(
            held.ledger.claims_of(report.id)
        )
        assert told["text"] == report.text


def test_listed_claims_are_those_that_the_command_line_lists(client: TestClient, held: Held) -> None:
    from facta.ledger import Question

    for question, query in (
        (Question(), "claims"),
        (Question(kind="incident", type="ASSAULT"), "claims?kind=incident&type=ASSAULT"),
        (Question(place="Goma"), "claims?place=Goma"),
        (Question(country="Sudan"), "claims?country=Sudan"),
        (Question(story=held.told.check.story.id), f"claims?story={held.told.check.story.id}"),
    ):
        listed = {json.dumps(row, sort_keys=True) for row in rows_of(client, query, 3)}
        found = {json.dumps(claim_json(one), sort_keys=True) for one in held.ledger.find(question)}
        assert listed == found != set()


def test_every_quote_is_the_characters_of_its_span(client: TestClient, held: Held) -> None:
    texts = {report.id: report.text for report in held.ledger.reports()}
    for row in rows_of(client, "claims", 200):
        start, end = row["quote_span"]
        assert texts[row["report"]["id"]][start:end] == row["quote"]
    for story in held.ledger.stories():
        for finding in client.get(f"{V1}/stories/{story.id}").json()["findings"]:
            assert len(finding["evidence"]) >= 1
            for one in finding["evidence"]:
                start, end = one["span"]
                assert texts[one["report"]][start:end] == one["quote"]


def test_a_claim_has_its_whole_chain(client: TestClient, held: Held) -> None:
    hit = held.told.claims[0].incidents[0]
    told = client.get(f"{V1}/claims/{hit.id}").json()
    assert told["claim"]["id"] == hit.id
    assert [one["speaker"]["name"] for one in told["chain"]] == ["Hala Bashir"]
    assert [one["label"] for one in told["origins"]] == ["Hala Bashir, 7 May"]
    assert [one["label"] for one in told["groups"]] == ["Shelling of the market of El Obeid"]
    assert [one["verdict"] for one in told["findings"]] == ["disputed"]
    text = held.told.claims[0].report.text
    assert text.endswith(told["around"]["after"]) or told["around"]["after"] in text


def test_the_dossier_has_every_part_of_the_page(client: TestClient, held: Held) -> None:
    told = client.get(f"{V1}/stories/{held.told.check.story.id}/dossier").json()
    assert told["head"]["origins"] == 5
    assert [card["verdict"] for card in told["pledges"]] == ["contradicted by one side only"]
    assert {deed["label"] for deed in told["deeds"]} >= {"A convoy leaves Kosti"}
    assert [chart["verdict"] for chart in told["figures"]] == ["figures differ"]
    assert len(told["figures"][0]["claimants"]) == 3
    assert [saying["row"]["quote"] for saying in told["denials"]] == ["shelling the town"]
    assert {one["label"] for one in told["provenance"]} >= {"UN monitors"}
    assert [report["language"] for report in told["reports"]] == ["en", "es", "ar"]


@pytest.mark.parametrize("path", ["stories", "counts", "openapi.json", "claims?kind=pledge"])
def test_what_did_not_change_is_not_sent_again(client: TestClient, path: str) -> None:
    first = client.get(f"{V1}/{path}")
    mark = first.headers["etag"]
    again = client.get(f"{V1}/{path}", headers={"if-none-match": mark})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(f"{V1}/{path}", headers={"if-none-match": '"other"'}).status_code == 200
    assert client.head(f"{V1}/{path}").headers["etag"] == mark


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "nowhere", 404),
        ("GET", "stories/ffffffffffffffff", 404),
        ("GET", "stories/ffffffffffffffff/dossier", 404),
        ("GET", "reports/ffffffffffffffff", 404),
        ("GET", "claims/ffffffffffffffff", 404),
        ("GET", "entities/ffffffffffffffff", 404),
        ("GET", "findings/ffffffffffffffff", 404),
        ("GET", "runs/ffffffffffffffff", 404),
        ("GET", "stories?after=AAAA", 404),
        ("GET", "claims?country=Atlantis", 404),
        ("DELETE", "stories", 405),
        ("POST", "claims", 405),
        ("GET", "stories?limit=0", 422),
        ("GET", "stories?limit=many", 422),
        ("GET", "stories?lmit=5", 422),
        ("GET", "stories?limit=5&limit=6", 422),
        ("GET", "stories?from=yesterday", 422),
        ("GET", "claims?kind=rumour", 422),
        ("GET", "search", 422),
        ("GET", "counts?all=1", 422),
    ],
)
def test_every_refusal_is_a_problem(client: TestClient, method: str, path: str, status: int) -> None:
    answer = client.request(method, f"{V1}/{path}")
    told = answer.json()
    assert answer.status_code == told["status"] == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert told["title"]
    assert told["detail"]
    assert told["remedy"]
    assert ("errors" in told) == (status == 422)


def test_a_wrong_parameter_is_named_with_those_that_there_are(client: TestClient) -> None:
    (error,) = client.get(f"{V1}/stories?lmit=5").json()["errors"]
    assert error["where"] == "query.lmit"
    assert "limit" in error["reason"]


def test_what_the_server_itself_refuses_is_a_problem_too(client: TestClient) -> None:
    for answer, status in (
        (client.get(f"{V1}/stories", headers={"host": "evil.example"}), 421),
        (client.get(f"{V1}/stories?q=%00"), 422),
        (client.get(f"{V1}/stories/a%0Ab"), 422),
        (client.post(f"{V1}/reviews", content=b"{}", headers={"content-length": "99999999"}), 413),
    ):
        assert answer.status_code == status
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["status"] == status
