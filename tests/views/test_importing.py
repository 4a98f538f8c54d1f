"""Reports given over the web: read by the real pipeline, kept without a path, told of in the log of runs."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from time import sleep
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from facta.ledger import Ledger
from facta.ledger.runs import RunState
from facta.records import Report
from facta.views.running import new_run
from facta.views.server import app

TEXT = """Rebels promise to leave Goma
The rebels said on Monday that they would withdraw from Goma by Friday.
At least 12 people were killed in shelling on Sunday, the mayor said."""
NOON = datetime(2024, 2, 7, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    where = str(tmp_path_factory.mktemp("importing") / "facta.db")
    Ledger.open(where).close()
    return app(where)


@pytest.fixture
def client(site: FastAPI) -> Iterator[TestClient]:
    with TestClient(site, base_url="http://127.0.0.1:8000", follow_redirects=False) as opened:
        yield opened


def token(client: TestClient) -> str:
    page = client.get("/import").text
    return page.split('name="csrf" value="', 1)[1].split('"', 1)[0]


def give(client: TestClient, *files: tuple[str, bytes], **fields: str) -> Any:
    sent = [("files", (name, data)) for name, data in files] or [("files", ("", b""))]
    return client.post("/import", data={"csrf": token(client), **fields}, files=sent)


def done(site: FastAPI, client: TestClient, answer: Any) -> str:
    """The run's page once the worker has nothing left to do."""
    assert answer.status_code == 303, answer.text
    site.state.worker.wait()
    return client.get(answer.headers["location"]).text


def packed(**files: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("_", "."), text)
    return held.getvalue()


def test_a_pasted_text_is_read_and_its_run_leads_to_report_and_story(client: TestClient, site: FastAPI) -> None:
    known = {"publisher": "Kivu Courier", "published": "2024-02-06", "url": "https://example.org/goma"}
    page = done(site, client, give(client, text=TEXT, **known))
    assert 'id="run-state">done<' in page
    ledger = site.state.site.ledger
    (report,) = [one for one in ledger.reports() if one.publisher == "Kivu Courier"]
    assert (report.text, report.path, report.url) == (TEXT, None, "https://example.org/goma")
    assert ledger.claims_of(report.id).pledges
    assert f'href="/reports/{report.id}"' in page
    assert f'href="/stories/{ledger.story_of(report.id).id}"' in page


def test_line_ends_of_a_browser_are_those_of_a_text(client: TestClient, site: FastAPI) -> None:
    text = "Talks end in Geneva\r\nThe envoy said on Tuesday that both sides would meet again in May.\r\n"
    done(site, client, give(client, text=text, publisher="Lake Wire"))
    ledger = site.state.site.ledger
    (report,) = [one for one in ledger.reports() if one.publisher == "Lake Wire"]
    assert report.text == text.replace("\r\n", "\n")


def test_files_and_archives_are_read_and_what_is_none_is_named(client: TestClient, site: FastAPI) -> None:
    toml = '[[report]]\nfile = "a.txt"\npublisher = "Archive Post"\npublished = "2024-03-01"\n'
    archive = packed(a_txt="The army said on Friday that it had left Kosti.", reports_toml=toml, b_exe="MZ")
    page = done(site, client, give(client, ("set.zip", archive), ("note.txt", b"  \n "), ("photo.png", b"\x89PNG")))
    ledger = site.state.site.ledger
    (report,) = [one for one in ledger.reports() if one.publisher == "Archive Post"]
    assert (report.path, report.published.isoformat()) == (None, "2024-03-01")
    for name, reason in [("set.zip: b.exe", "no type of file"), ("note.txt", "is empty"), ("photo.png", "no type of")]:
        assert f'<b dir="auto">{name}</b>' in page
        assert reason in page


def test_the_same_text_again_is_known(client: TestClient, site: FastAPI) -> None:
    text = "Guns fall silent near Taiz\nThe governor said on Monday that no shells had fallen since dawn."
    done(site, client, give(client, text=text))
    assert "1 in the ledger already" in done(site, client, give(client, text=text))


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, "nothing was given"),
        ({"text": "  "}, "nothing was given"),
        ({"text": TEXT, "published": "yesterday"}, "is no day"),
        ({"text": TEXT, "url": "javascript:alert(1)"}, "is no web address"),
        ({"text": TEXT, "url": "file:///etc/passwd"}, "is no web address"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_written_stays(
    client: TestClient, site: FastAPI, fields: dict[str, str], told: str
) -> None:
    before = len(site.state.site.ledger.runs().runs)
    page = give(client, **fields)
    assert page.status_code == 422
    assert told in page.text
    assert fields.get("text", "").splitlines()[:1] == [] or fields["text"].split("\n")[0] in page.text
    assert len(client.app.state.site.ledger.runs().runs) == before  # type: ignore[attr-defined]


def test_runs_are_listed_with_what_failed(client: TestClient, site: FastAPI) -> None:
    done(site, client, give(client, ("empty.txt", b" ")))
    page = client.get("/runs").text
    assert "empty.txt" in page
    assert "1 failed" in page


def test_a_run_that_goes_on_says_how_far_it_is_and_asks_again(client: TestClient, site: FastAPI) -> None:
    ledger = site.state.site.ledger
    run = new_run("a long one", "ada", NOON)
    ledger.start_run(replace(run, state=RunState.READING, total=9, read=2, known=1))
    page = client.get(f"/runs/{run.id}").text
    assert 'max="9" value="3"' in page
    assert '<noscript><meta http-equiv="refresh"' in page
    assert 'src="/static/run.js"' in page
    ledger.keep_run(replace(run, state=RunState.DONE))


def test_a_run_that_a_stopped_server_left_is_interrupted_and_its_stories_are_made(tmp_path: Path) -> None:
    where = str(tmp_path / "facta.db")
    first = app_with_report(where)
    stored = first.state.site.ledger
    run = new_run("two files", "ada", NOON)
    stored.start_run(replace(run, state=RunState.READING, total=2, read=1))
    stored.replace_checks([], [])  # as if the server had stopped before stories were checked
    second = app(where)
    second.state.worker.wait()
    assert stored.run(run.id).state is RunState.INTERRUPTED
    assert len(stored.reports()) == 1
    assert len(stored.stories()) == 1
    newest = stored.runs(limit=1).runs[0]
    assert (newest.state, newest.by) == (RunState.DONE, "facta")


def app_with_report(where: str) -> FastAPI:
    Ledger.open(where).close()
    site = app(where)
    with TestClient(site, base_url="http://127.0.0.1:8000", follow_redirects=False) as client:
        done(site, client, give(client, text=TEXT))
    return site


def test_a_worker_that_is_stopped_leaves_its_run_interrupted_and_what_it_read_stored(tmp_path: Path) -> None:
    where = str(tmp_path / "facta.db")
    Ledger.open(where).close()
    site = app(where)
    worker, ledger = site.state.worker, site.state.site.ledger

    def inputs() -> Iterator[Report]:
        for number in range(50):
            yield Report.of(f"{TEXT} It was attack {number}.", "en")

    run = worker.submit("many", "ada", inputs)
    while ledger.run(run.id).read == 0:
        sleep(0.02)
    worker.stop()
    kept = ledger.run(run.id)
    assert (kept.state, kept.total) == (RunState.INTERRUPTED, 50)
    assert 0 < kept.read == len(ledger.reports()) < 50
