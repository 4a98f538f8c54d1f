"""`facta runs`: the log of what was read into a ledger, how far it came and what failed."""

from __future__ import annotations

from typing import Annotated

import typer

from facta.views.cli.options import AsJson, LedgerAt, open_ledger
from facta.views.cli.output import print_json, print_table

RunId = Annotated[
    str | None, typer.Argument(metavar="[RUN]", help="Only this run, with what failed in it; its id's beginning.")
]
Limit = Annotated[int, typer.Option("--limit", "-n", min=1, max=10_000, help="How many of the newest to list.")]


def runs(run: RunId = None, limit: Limit = 20, ledger: LedgerAt = None, as_json: AsJson = False) -> None:
    """List the runs that filled a ledger, newest first, or show one with what failed in it."""
    from facta.views.run_forms import failure_rows, run_form, run_rows
    from facta.views.running import end_lost_runs, utc_now

    with open_ledger(ledger) as opened:
        end_lost_runs(opened, utc_now())
        listed = opened.runs(limit=limit).runs if run is None else (opened.run(run),)
        failures = opened.run_failures(listed[0].id) if run is not None else ()
    if as_json:
        print_json([run_form(one) for one in listed] if run is None else run_form(listed[0], failures))
        return
    columns = ("run", "started (UTC)", "by", "state", "read", "known", "failed", "stories", "what")
    print_table(columns, run_rows(listed), "no runs", wide="what")
    if run is not None:
        print_table(("failed", "why", "what to do"), failure_rows(failures), "nothing failed", wide="why")


def register(app: typer.Typer) -> None:
    app.command()(runs)
