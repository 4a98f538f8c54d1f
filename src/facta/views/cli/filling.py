"""Runs the pipeline into a ledger for `read` and `demo`: tells and logs failures, gives counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from facta.errors import SourceError
from facta.ledger import Ledger
from facta.pipeline import Pipeline
from facta.records import Claims, Failure, Report
from facta.views.cli.output import failed, progress
from facta.views.lists import many

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
    total: int | None = None,
    again: bool = False,
    quiet: bool = False,
    jobs: int = 1,
) -> Tally:
    """Read the inputs into the ledger; a failure is told and logged at once, and ends nothing."""
    tally = Tally()
    for outcome in progress(pipeline.read(inputs, ledger, again, jobs), total, quiet):
        tally.count(outcome)
        if isinstance(outcome, Failure):
            failed(outcome.what, outcome.reason, outcome.remedy)
            ledger.log_failure(outcome, datetime.now(UTC))
    tally.stories = len(ledger.stories())
    return tally
