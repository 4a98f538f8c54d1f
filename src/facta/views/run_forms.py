"""Runs and what failed in them in, rows for people and plain JSON values out. Decides nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from facta.ledger.runs import MetReport, Run
from facta.records import Failure
from facta.views.forms import Form, day_form
from facta.views.lists import SHOWN_ID, short


def run_form(run: Run, failures: Sequence[Failure] | None = None) -> Form:
    """A run, and with it what failed if that is given."""
    form: Form = {
        "run": run.id,
        "what": run.what,
        "by": run.by,
        "state": str(run.state),
        "started_at": run.started_at.isoformat(),
        "ended_at": run.ended_at.isoformat() if run.ended_at else None,
        "total": run.total,
        "read": run.read,
        "known": run.known,
        "failed": run.failed,
        "stories": run.stories,
    }
    if failures is not None:
        form["failures"] = [{"what": f.what, "reason": f.reason, "remedy": f.remedy} for f in failures]
    return form


def met_form(met: MetReport) -> Form:
    """A report that a run met."""
    return {
        "id": met.report,
        "title": met.title,
        "publisher": met.publisher,
        "published": day_form(met.published),
        "language": met.language,
        "story": met.story,
    }


def run_rows(runs: Iterable[Run]) -> list[tuple[str, ...]]:
    """Columns: run, started, by, state, read, known, failed, stories, what."""
    return [
        (
            run.id[:SHOWN_ID],
            f"{run.started_at:%Y-%m-%d %H:%M}",
            run.by,
            str(run.state),
            *(str(number) for number in (run.read, run.known, run.failed, run.stories)),
            short(run.what),
        )
        for run in runs
    ]


def failure_rows(failures: Iterable[Failure]) -> list[tuple[str, ...]]:
    """Columns: what, reason, remedy."""
    return [(failure.what, failure.reason, failure.remedy) for failure in failures]
