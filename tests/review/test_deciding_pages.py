"""Deciding on the pages, over a real ledger and the real cross-check: what is kept, shown, refused and taken back."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Any, Protocol

import pytest
from fastapi.testclient import TestClient

from facta.ledger import Ledger
from facta.records import Report
from facta.views.server import app
from tests.review.test_verdicts_change import SHELLED, deed, pledge_verdict

BASE = "http://127.0.0.1:8000"
AGAINST = (SHELLED, "bombardeó el sábado", "Shells hit Sotk")  # the deeds that speak against the pledge


class Response(Protocol):
    """What the test client answers, whichever library it is made with."""

    @property
    def text(self) -> str: ...
    @property
    def status_code(self) -> int: ...
    @property
    def url(self) -> Any: ...


@pytest.fixture
def client(copied: Path) -> TestClient:
    return TestClient(app(str(copied)), base_url=BASE)


@pytest.fixture
def shelled(ledger: Ledger) -> str:
    """A claim that speaks against the pledge."""
    return deed(ledger, SHELLED)


def report_with(ledger: Ledger, words: str) -> Report:
    return next(report for report in ledger.reports() if words in report.text)


def fields(page: Response, action: str) -> dict[str, str]:
    """The hidden fields of the first form on the page that goes to the address."""
    form = re.search(rf'<form method="post" action="{re.escape(action)}".*?</form>', page.text, re.DOTALL)
    assert form, f"no form to {action}"
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form.group())
    return {name: unescape(value) for name, value in found}


def filled(page: Response) -> dict[str, str]:
    """All that the form of a claim would send as it stands."""
    form = re.search(r'<form [^>]*id="correct".*?</form>', page.text, re.DOTALL)
    assert form
    found = dict(re.findall(r'<input[^>]*? name="([^"]+)"[^>]*? value="([^"]*)"', form.group()))
    found |= dict(re.findall(r'<textarea[^>]*? name="([^"]+)"[^>]*>([^<]*)</textarea>', form.group()))
    for name, options in re.findall(r'<select[^>]*? name="([^"]+)">(.*?)</select>', form.group(), re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', options) or re.search(r'value="([^"]*)"', options)
        found[name] = chosen.group(1) if chosen else ""
    return {name: unescape(value) for name, value in found.items()}


def decide(client: TestClient, claim: str, decision: str, **more: str) -> Response:
    """Presses a button of the panel on a claim's page."""
    page = client.get(f"/claims/{claim}")
    sent = fields(page, f"/review/{claim}") | {"decision": decision, **more}
    return client.post(f"/review/{claim}", data=sent)


def alert(answer: Response) -> str:
    """What the form tells is wrong."""
    assert answer.status_code == 422
    told = re.search(r'role="alert">(.*?)</div>', answer.text, re.DOTALL)
    assert told
    return told.group(1)


def test_rejecting_the_deeds_behind_a_verdict_changes_it_and_undo_brings_it_back(
    client: TestClient, ledger: Ledger
) -> None:
    before = pledge_verdict(ledger)
    assert before.startswith("contradicted")
    answers = [decide(client, deed(ledger, words), "reject", note="misread") for words in AGAINST]
    told = re.search(r"<del>([^<]+)</del> → <ins>([^<]+)</ins>", "".join(answer.text for answer in answers))
    assert told, "no page tells of the verdict that changed"
    assert not pledge_verdict(ledger).startswith("contradicted")
    for answer, review in zip(answers, ledger.reviews(), strict=True):
        assert review.note == "misread"
        client.post(f"/review/{review.id}/undo", data=fields(answer, f"/review/{review.id}/undo"))
    assert pledge_verdict(ledger) == before


@pytest.mark.parametrize(
    ("back", "path"), [("/review", "/review"), ("//evil.example/x", "/"), ("https://evil.example", "/"), ("", "/")]
)
def test_answer_leads_back_to_where_it_was_asked_and_never_elsewhere(
    client: TestClient, shelled: str, back: str, path: str
) -> None:
    sent = fields(client.get(f"/claims/{shelled}"), f"/review/{shelled}") | {"decision": "confirm", "back": back}
    answer = client.post(f"/review/{shelled}", data=sent, follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"].partition("?")[0] == path


def test_the_second_of_two_people_sees_that_it_changed(client: TestClient, copied: Path, shelled: str) -> None:
    other = TestClient(app(str(copied)), base_url=BASE)
    form = fields(other.get(f"/claims/{shelled}"), f"/review/{shelled}")
    assert decide(client, shelled, "confirm").status_code == 200
    answer = other.post(f"/review/{shelled}", data=form | {"decision": "reject"})
    assert answer.status_code == 409
    assert "has changed since you saw it" in answer.text


def test_a_claim_is_corrected_on_its_form_and_the_log_tells_before_and_after(
    client: TestClient, ledger: Ledger, shelled: str
) -> None:
    form = filled(client.get(f"/claims/{shelled}/edit"))
    answer = client.post(f"/review/{shelled}", data=form | {"set.hedged": "yes", "note": "they were hit"})
    assert answer.status_code == 200
    assert "corrected" in answer.text
    log = client.get("/review/log").text
    assert re.search(r'<del dir="auto">no</del> → <ins dir="auto">yes</ins>', log)
    assert "they were hit" in log
    (review,) = ledger.reviews()
    assert review.before != review.after


@pytest.mark.parametrize(
    ("field", "value"),
    [("date", "on Friday"), ("place", "Nowhereville-upon-Nothing"), ("words", "that stand nowhere"), ("mode", "phone")],
)
def test_a_wrong_field_is_told_on_the_form_with_all_that_was_written(
    client: TestClient, ledger: Ledger, shelled: str, field: str, value: str
) -> None:
    form = filled(client.get(f"/claims/{shelled}/edit"))
    form |= {"set.start": "", "set.end": ""} if field == "words" else {}
    answer = client.post(f"/review/{shelled}", data=form | {f"set.{field}": value, "note": "kept words"})
    assert field in alert(answer)
    assert "kept words" in answer.text
    assert ledger.reviews() == ()


def test_a_missed_claim_is_added_by_its_words_and_shown_in_the_report(client: TestClient, ledger: Ledger) -> None:
    words = "more than 2,000 people left their homes"
    report = report_with(ledger, words)
    start = report.text.index(words)
    page = client.get(f"/reports/{report.id}/add?kind=incident&start={start}&end={start + len(words)}")
    assert words in page.text
    sent = filled(page) | {"set.type": "RETREAT", "set.trigger": "left", "set.place": "Kisumu"}
    answer = client.post(f"/reports/{report.id}/claims", data=sent)
    assert answer.status_code == 200
    assert "added" in answer.text
    added = ledger.reviews()[0].target
    assert answer.url.path == f"/claims/{added}"
    assert f'data-claim="{added}"' in client.get(f"/reports/{report.id}").text


def test_words_that_stand_in_the_text_twice_ask_for_more(client: TestClient, ledger: Ledger) -> None:
    report = report_with(ledger, "Floods cut off Kisumu")
    sent = filled(client.get(f"/reports/{report.id}/add?kind=figure"))
    sent |= {"set.words": "Kisumu", "set.counts": "killed", "set.value": "3"}
    assert "words" in alert(client.post(f"/reports/{report.id}/claims", data=sent))


def test_the_queue_begins_with_claims_behind_contested_verdicts_and_empties_as_they_are_decided(
    client: TestClient,
) -> None:
    page = client.get("/review")
    first = re.search(r'<li class="row" id="q-([0-9a-f]+)">.*?<span class="reason"[^>]*>([^<]+)', page.text, re.DOTALL)
    assert first
    assert "A verdict rests on it" in first.group(2)
    sent = fields(page, f"/review/{first.group(1)}") | {"decision": "confirm"}
    assert f'id="q-{first.group(1)}"' not in client.post(f"/review/{first.group(1)}", data=sent).text


def test_a_claim_is_taken_out_of_its_group_and_joined_again(client: TestClient, ledger: Ledger) -> None:
    def groups() -> list[frozenset[str]]:
        return [frozenset(g.claims) for c in ledger.checks() for g in c.groups if g.kind == "incident"]

    group = next(claims for claims in groups() if len(claims) > 1)
    claim, other = sorted(group)[:2]
    assert decide(client, claim, "split").status_code == 200
    assert not any(group <= claims for claims in groups())
    where = next(g.id for c in ledger.checks() for g in c.groups if g.kind == "incident" and other in g.claims)
    assert decide(client, claim, "merge", **{"set.with": where}).status_code == 200
    assert any({claim, other} <= claims for claims in groups())


def test_reports_are_parted_from_a_story_and_stories_joined(client: TestClient, ledger: Ledger) -> None:
    story = max(ledger.stories(), key=lambda story: len(story.reports))
    page = client.get(f"/stories/{story.id}")
    sent = fields(page, f"/review/{story.id}") | {"decision": "split", f"report.{story.reports[-1]}": "on"}
    before = len(ledger.stories())
    assert client.post(f"/review/{story.id}", data=sent).status_code in (200, 404)  # the story may have a new id
    assert len(ledger.stories()) == before + 1


@pytest.mark.parametrize(
    "address", ["/claims/ffffffffffffffff/edit", "/reports/ffffffffffffffff/add", "/reports/x/add?kind=lie"]
)
def test_forms_of_what_is_not_there_are_missing(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404
