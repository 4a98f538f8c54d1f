"""`facta extract`: reports in, one line of JSON each out. Keeps nothing."""

from __future__ import annotations

import typer

from facta.views.cli.options import Language, Paths, Published, Publisher, Quiet


def extract(
    paths: Paths,
    published: Published = None,
    publisher: Publisher = None,
    lang: Language = None,
    quiet: Quiet = False,
) -> None:
    """Print what each report claims, one JSON object a line, without keeping it."""
    from facta.pipeline import Pipeline
    from facta.records import Failure
    from facta.views.cli.inputs import count, reports
    from facta.views.cli.options import settings
    from facta.views.cli.output import failed, print_json, progress
    from facta.views.forms import claims_form

    failures = 0
    pipeline = Pipeline(settings())
    inputs = reports(paths, pipeline.settings, published, publisher, lang)
    for outcome in progress(map(pipeline.attempt, inputs), count(paths), quiet):
        if isinstance(outcome, Failure):
            failures += 1
            failed(outcome.what, outcome.reason, outcome.remedy)
        else:
            print_json(claims_form(outcome), indent=None)
    if failures:
        raise typer.Exit(1)


def register(app: typer.Typer) -> None:
    app.command()(extract)
