"""A run says in its row how far it is and how it ended, whatever ends it."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from facta.errors import CodebookError, EmptyReport
from facta.ledger import Ledger
from facta.ledger.runs import Run, RunState
from facta.pipeline import Item, Pipeline
from facta.records import Report
from facta.settings import Settings
from facta.views.running import end_lost_runs, fill, new_run, this_process
from tests.views.command import facta

NOON = datetime(2024, 2, 7, 12, tzinfo=UTC)
REPORT = Report.of("The rebels said on Monday that they would withdraw from Goma by Friday.", "en", title="Goma")
BROKEN = EmptyReport("b.txt", "is empty", "give a file with text in it")


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(Settings())


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with Ledger.open("sqlite://") as opened:
        yield opened


def begun(ledger: Ledger) -> Run:
    run = new_run("two", "ada", NOON)
    ledger.start_run(run)
    return run


def test_a_run_counts_what_it_meets(pipeline: Pipeline, ledger: Ledger) -> None:
    run = begun(ledger)
    list(fill(pipeline, [REPORT, BROKEN, REPORT], ledger, run, clock=lambda: NOON))
    assert ledger.run(run.id) == replace(run, state=RunState.DONE, read=1, known=1, failed=1, stories=1, ended_at=NOON)
    assert [failure.what for failure in ledger.run_failures(run.id)] == ["b.txt"]
    assert [met.report for met in ledger.run_reports(run.id).reports] == [REPORT.id, REPORT.id]


def test_each_step_is_kept_before_the_next(pipeline: Pipeline, ledger: Ledger) -> None:
    run = begun(ledger)
    seen = []
    for _ in fill(pipeline, [BROKEN, REPORT], ledger, run):
        now = ledger.run(run.id)
        seen.append((now.state, now.read, now.failed))
    assert seen == [(RunState.READING, 0, 1), (RunState.READING, 1, 1)]


def test_stories_are_checked_after_the_last_input(pipeline: Pipeline, ledger: Ledger) -> None:
    run = begun(ledger)
    states = []

    def inputs() -> Iterator[Item]:
        yield REPORT
        states.append(ledger.run(run.id).state)

    outcomes = fill(pipeline, inputs(), ledger, run)
    next(outcomes)
    assert ledger.stories() == ()
    assert next(outcomes, None) is None
    assert states == [RunState.READING]
    assert len(ledger.stories()) == 1


def test_a_run_that_is_left_is_interrupted_and_keeps_what_it_read(pipeline: Pipeline, ledger: Ledger) -> None:
    run = begun(ledger)
    outcomes = fill(pipeline, [REPORT, BROKEN], ledger, run)
    next(outcomes)
    del outcomes
    assert (ledger.run(run.id).state, ledger.run(run.id).read) == (RunState.INTERRUPTED, 1)
    assert [report.id for report in ledger.reports()] == [REPORT.id]


def test_an_error_that_concerns_every_report_ends_the_run_and_is_kept(pipeline: Pipeline, ledger: Ledger) -> None:
    def inputs() -> Iterator[Item]:
        yield REPORT
        raise CodebookError("own.yml", 3, "is no list", "write it as one")

    run = begun(ledger)
    with pytest.raises(CodebookError):
        list(fill(pipeline, inputs(), ledger, run))
    assert (ledger.run(run.id).state, ledger.run(run.id).read) == (RunState.FAILED, 1)
    (failure,) = ledger.run_failures(run.id)
    assert (failure.reason, failure.remedy) == ("own.yml:3: is no list", "write it as one")


def gone() -> str:
    """A process of this machine that has ended."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        number = process.pid
    return f"{platform.node()}/{number}"


@pytest.mark.parametrize(
    ("process", "own", "lost"),
    [
        (gone(), False, True),
        (f"{platform.node()}/{os.getppid()}", False, False),
        (this_process(), False, False),
        (this_process(), True, True),
        (f"elsewhere.{platform.node()}/1", True, False),
        ("nonsense", True, False),
    ],
    ids=["gone", "parent", "this", "this and its own", "elsewhere", "nonsense"],
)
def test_only_runs_whose_process_is_gone_are_interrupted(ledger: Ledger, process: str, own: bool, lost: bool) -> None:
    run = replace(new_run("two", "ada", NOON), process=process, state=RunState.READING)
    ledger.start_run(run)
    assert [one.id for one in end_lost_runs(ledger, NOON, own)] == ([run.id] if lost else [])
    assert (ledger.run(run.id).state is RunState.INTERRUPTED) == lost


def test_facta_read_writes_the_log_that_facta_runs_shows(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT.text, encoding="utf-8")
    done = facta("read", "a.txt", "missing.txt", "--lang", "en", cwd=tmp_path)
    assert done.returncode == 1
    (run,) = json.loads(facta("runs", "--json", cwd=tmp_path).stdout)
    assert (run["what"], run["state"], run["read"], run["failed"]) == ("a.txt, missing.txt", "done", 1, 1)
    told = json.loads(facta("runs", run["run"][:6], "--json", cwd=tmp_path).stdout)
    assert [failure["what"] for failure in told["failures"]] == ["missing.txt"]
    table = facta("runs", run["run"][:6], cwd=tmp_path)
    assert "missing.txt\tdoes not exist\tcheck the spelling" in table.stdout
    unknown = facta("runs", "ffff", cwd=tmp_path)
    assert (unknown.returncode, "no run 'ffff'" in unknown.stderr) == (2, True)
