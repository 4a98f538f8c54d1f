"""The log of runs: what it is told comes out, newest first, on every database, and is no part of what runs share."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from facta.errors import UsageError
from facta.ledger import Ledger
from facta.ledger.runs import Run, RunState
from facta.records import Failure
from tests.ledger import build

NOON = datetime(2024, 2, 7, 12, tzinfo=UTC)


def run(number: int = 0, **known: Any) -> Run:
    began = NOON + timedelta(minutes=number)
    return replace(Run(f"{number:02}run", "two files", "ada", began, "desk 7"), **known)


def test_a_run_comes_out_as_it_was_kept(ledger: Ledger) -> None:
    ledger.start_run(run(total=3))
    assert ledger.run("00run") == run(total=3)
    told = run(total=3, state=RunState.DONE, read=1, known=1, failed=1, stories=2, ended_at=NOON + timedelta(hours=1))
    ledger.keep_run(told)
    assert ledger.run("00") == told


def test_runs_are_listed_newest_first_and_each_once(ledger: Ledger) -> None:
    for number in (3, 1, 4, 0, 2):
        ledger.start_run(run(number))
    listed, after = [], None
    while True:
        page = ledger.runs(after, limit=2)
        listed += [one.id for one in page.runs]
        if (after := page.next) is None:
            break
    assert listed == ["04run", "03run", "02run", "01run", "00run"]


def test_runs_that_began_in_one_moment_are_each_listed(ledger: Ledger) -> None:
    for number in range(3):
        ledger.start_run(run(number, started_at=NOON))
    first = ledger.runs(limit=1)
    second = ledger.runs(first.next, limit=5)
    assert [one.id for one in (*first.runs, *second.runs)] == ["02run", "01run", "00run"]
    assert second.next is None


def test_only_open_runs_are_unfinished(ledger: Ledger) -> None:
    for number, state in enumerate(RunState):
        ledger.start_run(run(number, state=state))
    assert [one.state for one in ledger.unfinished_runs()] == ["waiting", "reading", "checking"]


def test_failures_belong_to_their_run(ledger: Ledger) -> None:
    ledger.start_run(run())
    bad = Failure("a.txt", "is empty", "give a file with text in it")
    ledger.log_failure(Failure("b.txt", "does not exist"), NOON)
    ledger.log_failure(bad, NOON, "00run")
    assert ledger.run_failures("00run") == (bad,)
    assert len(ledger.failures()) == 2


def test_reports_of_a_run_are_given_with_their_stories(ledger: Ledger) -> None:
    claims = build.claims()
    alone = build.claims(build.report("Rain fell on Goma."))
    for one in (claims, alone):
        ledger.add(one)
    build.keep_checks(ledger, claims)
    ids = [claims.report.id, alone.report.id]
    ledger.start_run(run())
    for number, report in enumerate([*ids, "gone"], start=1):
        ledger.keep_run(run(read=number), report)
    first = ledger.run_reports("00run", limit=1)
    rest = ledger.run_reports("00run", first.next)
    met = (*first.reports, *rest.reports)
    assert [one.report for one in met] == ids
    assert [one.story for one in met] == [ledger.stories()[0].id, None]
    assert ledger.stories_met("00run") == 1


@pytest.mark.parametrize("name", ["", "99", "0"])
def test_a_run_that_is_not_one_is_refused(ledger: Ledger, name: str) -> None:
    ledger.start_run(run(1))
    ledger.start_run(run(2))
    with pytest.raises(UsageError):
        ledger.run(name)


def test_the_log_is_no_part_of_what_two_ledgers_share(ledger: Ledger) -> None:
    before = ledger.dump()
    ledger.start_run(run())
    ledger.keep_run(replace(run(), read=1), "r1")
    assert ledger.dump() == before
