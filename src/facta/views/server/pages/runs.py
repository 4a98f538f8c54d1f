"""The log of runs: the list, and one with how far it is, what failed and why, and what came of it."""

from __future__ import annotations

from datetime import datetime

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from facta.ledger.runs import Run
from facta.views.server.address import address
from facta.views.server.render import render
from facta.views.server.site import site_of
from facta.views.server.visitor import AnyVisitor

router = APIRouter()
FAILURES = 500  # shown on one page


@router.get("/runs")
def runs(request: Request, visitor: AnyVisitor, after: str | None = None) -> HTMLResponse:
    """All runs, newest first."""
    page = site_of(request).ledger.runs(after)
    return render(
        request,
        visitor,
        "runs.html.j2",
        runs=[(run, minute(run.started_at)) for run in page.runs],
        next=address("/runs", {"after": page.next}) if page.next else None,
        first="/runs" if after else None,
    )


@router.get("/runs/{run}")
def run(request: Request, visitor: AnyVisitor, run: str, after: str | None = None) -> HTMLResponse:
    """One run."""
    ledger = site_of(request).ledger
    found = ledger.run(run)
    failures = ledger.run_failures(found.id, FAILURES)
    page = ledger.run_reports(found.id, after)
    here = f"/runs/{found.id}"
    return render(
        request,
        visitor,
        "run.html.j2",
        run=found,
        started=minute(found.started_at),
        took=took(found),
        failures=failures,
        reports=page.reports,
        next=address(here, {"after": page.next}) if page.next else None,
        first=here if after else None,
    )


def minute(at: datetime) -> str:
    """The day and minute, the same in every language."""
    return f"{at:%Y-%m-%d %H:%M}"


def took(run: Run) -> int | None:
    """How many seconds a run took that is over."""
    return round((run.ended_at - run.started_at).total_seconds()) if run.ended_at else None
