"""`facta read`: reports in, a filled ledger out."""

from __future__ import annotations

from typing import Annotated

import typer

from facta.views.cli.options import AsJson, Language, LedgerAt, Paths, Published, Publisher, Quiet

Again = Annotated[bool, typer.Option("--again", help="Read reports again that the ledger has already.")]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, max=64, help="Read this many reports at a time.")]


def read(
    paths: Paths,
    ledger: LedgerAt = None,
    published: Published = None,
    publisher: Publisher = None,
    lang: Language = None,
    again: Again = False,
    jobs: Jobs = 1,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Read reports into a ledger and check all stories anew. What the ledger has already is not read again."""
    from facta.ledger import Ledger
    from facta.pipeline import Pipeline
    from facta.views.cli.filling import fill
    from facta.views.cli.inputs import count, reports
    from facta.views.cli.options import settings
    from facta.views.cli.output import print_json

    pipeline = Pipeline(settings(ledger))
    inputs = reports(paths, pipeline.settings, published, publisher, lang)
    with Ledger.open(pipeline.settings.ledger) as opened:
        tally = fill(pipeline, inputs, opened, paths, count(paths), again, quiet, jobs)
    if as_json:
        print_json(tally.form())
    elif not quiet:
        typer.echo(tally.sentence(pipeline.settings.ledger))
    if tally.failures:
        raise typer.Exit(1)


def register(app: typer.Typer) -> None:
    app.command()(read)
