"""`facta demo`: the bundled reports in; a ledger, a dossier and what to do next out."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter
from typing import Annotated

import typer

from facta.views.cli.options import Quiet

Out = Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="Folder for the demo's ledger and dossier.")]


def demo(out: Out = Path("facta-demo"), quiet: Quiet = False) -> None:
    """Read the bundled reports, fill a ledger and write the dossier of their main story."""
    started = perf_counter()
    from facta.demo import reports_folder
    from facta.ledger import Ledger
    from facta.pipeline import Pipeline
    from facta.views.cli.filling import fill
    from facta.views.cli.inputs import count, reports
    from facta.views.cli.options import settings
    from facta.views.files import dossier_of, largest_story, make_folder, write

    make_folder(out)
    ledger, page = out / "demo.db", out / "dossier.html"
    pipeline = Pipeline(settings(str(ledger)))
    folder = [str(reports_folder())]
    inputs = reports(folder, pipeline.settings, None, None, None)
    with Ledger.open(str(ledger)) as opened:
        tally = fill(pipeline, inputs, opened, ["demo"], count(folder), quiet=quiet)
        story = largest_story(opened)
        write(page, [dossier_of(opened, story, "html")])
    typer.echo(tally.sentence(str(ledger)))
    typer.echo(f"Dossier: {page.resolve()}")
    if not quiet:
        typer.echo(f"         {story.title} ({len(story.reports)} reports), {perf_counter() - started:.1f} s in all")
        typer.echo(NEXT.format(ledger=ledger))
    if tally.failures:
        raise typer.Exit(1)


NEXT = """
Next: open the dossier in a browser, or look at all of the ledger:
  facta serve --ledger {ledger}      pages for stories, pledges, claims and reports
  facta pledges --ledger {ledger}    promises with their verdicts
  facta read YOUR-REPORTS            a ledger (facta.db) of your own"""


def register(app: typer.Typer) -> None:
    app.command()(demo)
