"""Reports in, a filled ledger out, with a row in its log that says at each step how far the run is. Prints nothing."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from facta.errors import FactaError
from facta.ledger import Ledger
from facta.ledger.runs import Run, RunState
from facta.pipeline import Item, Outcome, Pipeline
from facta.records import Claims, Failure, digest

Clock = Callable[[], datetime]
WHOLE = "the whole run"  # what a failure that ends a run is of


def utc_now() -> datetime:
    return datetime.now(UTC)


def this_process() -> str:
    """The machine and the number of this process."""
    return f"{platform.node()}/{os.getpid()}"


def new_run(what: str, by: str, at: datetime, number: int = 0) -> Run:
    """A run that waits to begin; `number` tells apart those of one moment."""
    process = this_process()
    return Run(digest("run", what, by, at.isoformat(), process, number), what, by, at, process)


def fill(
    pipeline: Pipeline,
    inputs: Iterable[Item],
    ledger: Ledger,
    run: Run,
    again: bool = False,
    jobs: int = 1,
    clock: Clock = utc_now,
) -> Generator[Outcome, None, None]:
    """What comes of each input, kept in the ledger and counted in the run's row, which must be there. A run that is
    left before its end is marked as interrupted, one that an error ends as failed."""
    kept = _Kept(ledger, replace(run, state=RunState.READING), clock)
    kept.keep()
    try:
        for outcome in pipeline.read(kept.to_the_end(inputs), ledger, again, jobs):
            kept.count(outcome)
            yield outcome
    except (GeneratorExit, KeyboardInterrupt):
        kept.end(RunState.INTERRUPTED)
        raise
    except Exception as error:
        kept.fail(error)
        raise
    kept.end(RunState.DONE)


def break_off(ledger: Ledger, run: Run, error: Exception, clock: Clock = utc_now) -> None:
    """Marks a run as failed, with what ended it."""
    _Kept(ledger, run, clock).fail(error)


def end_lost_runs(ledger: Ledger, at: datetime, own: bool = False) -> tuple[Run, ...]:
    """Marks runs whose process is gone as interrupted, and gives them. `own`: this process has begun none yet, so that
    those under its number are an earlier one's. Runs on other machines are left alone."""
    lost = [run for run in ledger.unfinished_runs() if _gone(run.process, own)]
    ended = tuple(replace(run, state=RunState.INTERRUPTED, ended_at=at) for run in lost)
    for run in ended:
        ledger.keep_run(replace(run, stories=ledger.stories_met(run.id)))
    return ended


def _gone(process: str, own: bool) -> bool:
    machine, _, number = process.rpartition("/")
    if machine != platform.node() or not number.isdecimal():
        return False
    if process == this_process():
        return own
    try:
        os.kill(int(number), 0)
    except (ProcessLookupError, OverflowError):
        return True
    except PermissionError:
        return False
    return False


class _Kept:
    """A run as it goes, each step kept in the ledger."""

    def __init__(self, ledger: Ledger, run: Run, clock: Clock) -> None:
        self._ledger = ledger
        self._run = run
        self._clock = clock

    def keep(self, report: str | None = None, **new: Any) -> None:
        self._run = replace(self._run, **new)
        self._ledger.keep_run(self._run, report)

    def to_the_end(self, inputs: Iterable[Item]) -> Iterator[Item]:
        """The inputs; when there are no more, stories are being checked."""
        yield from inputs
        self.keep(state=RunState.CHECKING)

    def count(self, outcome: Outcome) -> None:
        if isinstance(outcome, Failure):
            self._ledger.log_failure(outcome, self._clock(), self._run.id)
            self.keep(failed=self._run.failed + 1)
        elif isinstance(outcome, Claims):
            self.keep(outcome.report.id, read=self._run.read + 1)
        else:
            self.keep(outcome.id, known=self._run.known + 1)

    def fail(self, error: Exception) -> None:
        """Notes what ended the run."""
        message, remedy = (error.message, error.remedy) if isinstance(error, FactaError) else (repr(error), "")
        self._ledger.log_failure(Failure(WHOLE, message, remedy), self._clock(), self._run.id)
        self.end(RunState.FAILED)

    def end(self, state: RunState) -> None:
        self.keep(state=state, ended_at=self._clock(), stories=self._ledger.stories_met(self._run.id))
