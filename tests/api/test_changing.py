"""What changes a ledger through the API: decisions, seen at once, taken back, refused when too late; imports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.conftest import Held

V1 = "/api/v1"


@pytest.fixture
def own(fresh: Held) -> Iterator[TestClient]:
    with TestClient(fresh.site, base_url="http://127.0.0.1:8000", raise_server_exceptions=False) as opened:
        yield opened


def ids(client: TestClient, query: str) -> list[str]:
    return [claim["id"] for claim in client.get(f"{V1}/claims?limit=200&{query}").json()["claims"]]


def test_a_rejected_claim_is_out_of_every_list_until_that_is_taken_back(own: TestClient, fresh: Held) -> None:
    claim = fresh.told.claims[0].incidents[0].id
    before = ids(own, "kind=incident")
    assert claim in before
    kept = own.post(f"{V1}/reviews", json={"target": claim, "decision": "reject", "note": "an exercise"})
    assert kept.status_code == 201, kept.text
    review = kept.json()["review"]
    assert (review["of"], review["decision"], review["note"], review["stands"]) == (
        claim,
        "reject",
        "an exercise",
        True,
    )
    assert [one for one in before if one != claim] == ids(own, "kind=incident")
    told = own.get(f"{V1}/claims/{claim}").json()
    assert told["stands"] is False
    assert [one["review"] for one in told["reviews"]] == [review["review"]]
    undone = own.post(f"{V1}/reviews/{review['review']}/undo", json={"note": "it was none"})
    assert undone.status_code == 201, undone.text
    assert ids(own, "kind=incident") == before
    (first, second) = own.get(f"{V1}/reviews?target={claim}").json()["reviews"]
    assert (first["decision"], second["taken_back"]) == ("undo", first["review"])


def test_an_edited_claim_and_an_added_one_are_listed_as_people_left_them(own: TestClient, fresh: Held) -> None:
    report = fresh.told.claims[0].report
    claim = fresh.told.claims[0].incidents[0].id
    edit = {"target": claim, "decision": "edit", "values": {"type": "PROTEST", "mode": ""}}
    assert own.post(f"{V1}/reviews", json=edit).status_code == 201
    values = {"kind": "incident", "words": "scale down artillery fire", "type": "RETREAT"}
    added = own.post(f"{V1}/reviews", json={"target": report.id, "decision": "add", "values": values})
    assert added.status_code == 201, added.text
    assert claim in ids(own, "type=PROTEST")
    assert claim not in ids(own, "type=ASSAULT")
    assert added.json()["review"]["of"] in ids(own, "type=RETREAT&kind=incident")
    one_by_one = list(walk(own, f"{V1}/claims?limit=1"))
    assert [row["id"] for row in one_by_one] == ids(own, "")
    assert added.json()["review"]["of"] in own.get(f"{V1}/reports/{report.id}").json()["reviewed"]


def walk(client: TestClient, at: str) -> Iterator[dict[str, Any]]:
    while True:
        answer = client.get(at)
        yield from answer.json()["claims"]
        if "link" not in answer.headers:
            return
        at = answer.headers["link"].partition(">")[0].removeprefix("<")


def test_who_decides_on_what_has_changed_meanwhile_is_told_so(own: TestClient, fresh: Held) -> None:
    claim = fresh.told.claims[0].incidents[0].id
    seen = own.get(f"{V1}/claims/{claim}").json()["state"]
    first = own.post(f"{V1}/reviews", json={"target": claim, "decision": "confirm", "seen": seen})
    late = own.post(f"{V1}/reviews", json={"target": claim, "decision": "reject", "seen": seen})
    assert (first.status_code, late.status_code) == (201, 409)
    assert late.headers["content-type"] == "application/problem+json"
    assert "changed since you saw it" in late.json()["detail"]
    assert len(fresh.ledger.reviews()) == 1


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ({"target": "nothing", "decision": "confirm"}, "nothing in the ledger has the id"),
        ({"target": "CLAIM", "decision": "edit", "values": {"type": "DANCE"}}, "DANCE"),
        ({"target": "CLAIM", "decision": "edit", "values": {}}, "nothing is changed"),
        ({"target": "CLAIM", "decision": "note"}, "a note needs words"),
        ({"target": "CLAIM", "decision": "undo"}, "body.decision"),
        ({"target": "CLAIM", "decision": "confirm", "by": "somebody else"}, "body.by"),
        ({"target": "CLAIM"}, "body.decision"),
        ([], "body"),
    ],
)
def test_a_decision_that_cannot_be_is_refused_with_the_reason(
    client: TestClient, held: Held, body: Any, told: str
) -> None:
    before = held.ledger.reviews()
    if isinstance(body, dict) and body["target"] == "CLAIM":
        body = body | {"target": held.told.claims[0].incidents[0].id}
    answer = client.post(f"{V1}/reviews", json=body)
    assert answer.status_code == 422
    assert told in answer.json()["detail"]
    assert held.ledger.reviews() == before


def test_what_is_no_json_is_refused(client: TestClient) -> None:
    answer = client.post(f"{V1}/reviews", content=b"{", headers={"content-type": "application/json"})
    assert (answer.status_code, answer.json()["title"]) == (400, "Bad Request")


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
@pytest.mark.parametrize("path", ["reviews", "imports", "reviews/ffff/undo"])
def test_a_body_of_another_type_is_refused(client: TestClient, path: str, kind: str) -> None:
    answer = client.post(f"{V1}/{path}", content=b'{"note": ""}', headers={"content-type": kind})
    assert answer.status_code == answer.json()["status"] == 415
    assert "application/json is asked for" in answer.json()["detail"]


def test_a_text_that_was_given_is_in_the_ledger_when_its_run_is_done(own: TestClient, fresh: Held) -> None:
    text = "Truce holds near Taiz\nThe governor said on Monday that no shells had fallen since dawn."
    given = own.post(f"{V1}/imports", json={"text": text, "publisher": "Gulf Wire", "published": "2024-03-05"})
    assert given.status_code == 202, given.text
    assert given.headers["location"] == f"{V1}/runs/{given.json()['run']}"
    fresh.site.state.worker.wait()
    run = own.get(given.headers["location"]).json()
    assert (run["state"], run["read"], run["failed"]) == ("done", 1, 0)
    (met,) = run["reports"]
    told = own.get(f"{V1}/reports/{met['id']}").json()
    assert (told["text"], told["report"]["path"], told["report"]["publisher"]) == (text, None, "Gulf Wire")
    assert told["story"]["story"] == met["story"]


def test_files_that_were_given_are_read_and_failures_are_named(own: TestClient, fresh: Held) -> None:
    files = [("files", ("a.txt", b"The army said on Friday that it had left Kosti.")), ("files", ("b.pdf", b"%PDF"))]
    given = own.post(f"{V1}/imports/files", files=files, data={"publisher": "Nile Desk"})
    assert given.status_code == 202, given.text
    fresh.site.state.worker.wait()
    run = own.get(given.headers["location"]).json()
    assert (run["read"], run["failed"]) == (1, 1)
    assert run["failures"][0]["what"] == "b.pdf"


def test_a_page_elsewhere_can_change_nothing(client: TestClient) -> None:
    body = {"text": "The army said on Friday that it had left Kosti."}
    for headers in ({"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}, {"cookie": "facta-form=x"}):
        answer = client.post(f"{V1}/imports", json=body, headers=headers)
        assert answer.status_code == 403
        assert answer.headers["content-type"] == "application/problem+json"


def test_the_queue_and_the_differences_are_those_of_the_command_line(client: TestClient, held: Held) -> None:
    from facta.views.review import queue

    items = client.get(f"{V1}/queue?limit=200").json()["items"]
    assert [item["target"] for item in items] == [item.target for item in queue(held.ledger, limit=200).items] != []
    texts = {report.id: report.text for report in held.ledger.reports()}
    for item in items:
        start, end = item["span"]
        assert item["quote"].split() == texts[item["report"]][start:end].split() or "…" in item["quote"]
    assert client.get(f"{V1}/differences").json() == {"differences": []}
