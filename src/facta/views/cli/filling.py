"""Runs the pipeline into a ledger for `read` and `demo`: tells failures and gives counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from getpass import getuser
from typing import Any

from facta.errors import SourceError
from facta.ledger import Ledger
from facta.pipeline import Pipeline
from facta.records import Claims, Failure, Report
from facta.views.cli.output import failed, progress
from facta.views.lists import many, short
from facta.views.running import end_lost_runs, new_run, utc_now
from facta.views.running import fill as fill_in

WHAT = 200  # characters of the paths that the log of runs keeps
KINDS = ("statements", "incidents", "pledges", "figures")


@dataclass(slots=True)
class Tally:
    """What a run did."""

    read: int = 0
    known: int = 0
    claims: dict[str, int] = field(default_factory=lambda: dict.fromkeys(KINDS, 0))
    failures: list[Failure] = field(default_factory=list)
    stories: int = 0

    def count(self, outcome: Claims | Report | Failure) -> None:
        if isinstance(outcome, Failure):
            self.failures.append(outcome)
        elif isinstance(outcome, Report):
            self.known += 1
        else:
            self.read += 1
            for kind in KINDS:
                self.claims[kind] += len(getattr(outcome, kind))

    def form(self) -> dict[str, Any]:
        failures = [{"what": f.what, "reason": f.reason, "remedy": f.remedy} for f in self.failures]
        counts = {"read": self.read, "known": self.known, "stories": self.stories}
        return {**counts, "claims": dict(self.claims), "failures": failures}

    def sentence(self, ledger: str) -> str:
        claims = ", ".join(many(number, kind.removesuffix("s")) for kind, number in self.claims.items())
        parts = [f"{many(self.read, 'report')} read ({claims})"]
        parts += [f"{self.known} in the ledger already"] if self.known else []
        parts += [f"{len(self.failures)} failed"] if self.failures else []
        return f"{'; '.join(parts)}. {ledger} holds {self.stories} {'story' if self.stories == 1 else 'stories'}."


def fill(
    pipeline: Pipeline,
    inputs: Iterable[Report | SourceError],
    ledger: Ledger,
    paths: Sequence[str],
    total: int | None = None,
    again: bool = False,
    quiet: bool = False,
    jobs: int = 1,
) -> Tally:
    """Read the inputs, which lie at the paths, into the ledger; a failure is told at once and ends nothing."""
    tally = Tally()
    run = new_run(short(", ".join(paths), WHAT), getuser(), utc_now())
    end_lost_runs(ledger, utc_now())
    ledger.start_run(run)
    for outcome in progress(fill_in(pipeline, inputs, ledger, run, again, jobs), total, quiet):
        tally.count(outcome)
        if isinstance(outcome, Failure):
            failed(outcome.what, outcome.reason, outcome.remedy)
    tally.stories = len(ledger.stories())
    return tally
