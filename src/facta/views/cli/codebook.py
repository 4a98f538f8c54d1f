"""`facta codebook check|list|explain`: whether a codebook is right, what it knows, and why a text is read so."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from facta.views.cli.options import AsJson, Language, Published
from facta.views.cli.output import print_json, print_table

if TYPE_CHECKING:
    from facta.records import Report
    from facta.settings import Settings

Folder = Annotated[
    Path | None,
    typer.Argument(metavar="[FOLDER]", help="A folder of codebook pages; that of the settings if not given."),
]
Type = Annotated[str | None, typer.Argument(metavar="[TYPE]", help="A PLOVER type such as ASSAULT; all if not given.")]
Text = Annotated[str, typer.Argument(metavar="TEXT", help="A sentence or more; - is standard input.")]
OneLanguage = Annotated[str | None, typer.Option("--lang", metavar="xx", help="Only this language, such as en.")]
group = typer.Typer(help="The words facta reads conflicts with: YAML files that you can edit.", no_args_is_help=True)


@group.command("check")
def check(folder: Folder = None) -> None:
    """Check every page of a codebook; a mistake is told with its file, its line, and what to do."""
    from facta.codebook.check import check as mistakes_in
    from facta.codebook.layers import is_whole
    from facta.views.cli.options import settings

    chosen = folder or settings().codebook
    mistakes = list(mistakes_in(chosen))
    for mistake in mistakes:
        typer.echo(str(mistake), err=True)
    if mistakes:
        raise typer.Exit(1)
    laid = " over the bundled codebook" if chosen and not is_whole(chosen) else ""
    typer.echo(f"{chosen or 'the bundled codebook'}{laid}: no mistakes")


@group.command("list")
def listed(kind: Type = None, lang: OneLanguage = None, as_json: AsJson = False) -> None:
    """List the types of deeds with the number of their words; of one type every entry and where it stands."""
    from facta.views import vocabulary
    from facta.views.cli.options import one_of, settings

    folder = settings().codebook
    language = _known_language(lang, folder)
    chosen = one_of(kind, (name.lower() for name in vocabulary.types(folder)), "TYPE")
    if chosen:
        forms = vocabulary.entry_forms(folder, chosen.upper(), language)
    else:
        forms = vocabulary.type_forms(folder, language)
    if as_json:
        print_json(forms)
    elif chosen:
        print_table(vocabulary.ENTRIES, map(vocabulary.entry_row, forms), f"no words tell {chosen}", wide="words")
    else:
        print_table(vocabulary.TYPES, map(vocabulary.type_row, forms), "the codebook has no types", wide="words")


@group.command("explain")
def explain(text: Text, lang: Language = None, published: Published = None, as_json: AsJson = False) -> None:
    """Show which entries of the codebook fired on a text, on which words, and why others did not."""
    from facta.codebook import Codebook
    from facta.pipeline import Pipeline
    from facta.views.cli.options import settings
    from facta.views.explain import COLUMNS, explanation_form, explanation_rows

    pipeline = Pipeline(settings())
    claims, decisions = pipeline.explain(_report(text, lang, published, pipeline.settings))
    codebook = Codebook.load(claims.report.language, pipeline.settings.codebook)
    if as_json:
        print_json(explanation_form(claims, decisions, codebook))
    else:
        rows = explanation_rows(claims, decisions, codebook)
        print_table(COLUMNS, rows, "no word of the codebook is in the text", wide="because")


def _report(text: str, language: str | None, published: str | None, settings: Settings) -> Report:
    """The text as a report of its own."""
    import io
    import sys

    from facta.errors import SourceError, UsageError
    from facta.sources import load
    from facta.sources.known import Known
    from facta.views.cli.options import day

    known = Known(published=day(published, "--published"), language=language)
    stream = sys.stdin.buffer if text == "-" else io.BytesIO(text.encode("utf-8"))
    found = next(iter(load(["-"], known, settings, stream)), None)
    if isinstance(found, SourceError):
        raise UsageError(f"TEXT: {found.reason}", found.remedy)
    if found is None:
        raise UsageError("TEXT: there is nothing to read in it", "give a sentence")
    return found


def _known_language(language: str | None, folder: Path | None) -> str | None:
    from facta.codebook import languages
    from facta.codebook.load import bundled
    from facta.views.cli.options import one_of

    return one_of(language, languages(folder or bundled()), "--lang")


def register(app: typer.Typer) -> None:
    app.add_typer(group, name="codebook")
