"""`facta dossier`, `export`, `import`: files out of a ledger, and an export back into one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from facta.views.cli.options import LedgerAt, Quiet, open_ledger
from facta.views.cli.output import complain

Story_ = Annotated[str | None, typer.Argument(metavar="[STORY]", help="A story's id or its beginning [the largest].")]
Format = Annotated[str, typer.Option("--format", "-f", help="html, md, or pdf (printed by Chromium).")]
InterfaceCode = Annotated[
    str | None, typer.Option("--interface", metavar="xx", help="Language of the page's own words: en or uk [en].")
]
ExportFormat = Annotated[
    str, typer.Option("--format", "-f", help="jsonl, csv, geojson, plover, acled, hxl or review-jsonl.")
]
PerClaim = Annotated[bool, typer.Option("--per-claim", help="Of plover, acled, hxl: a row a claim, not one a deed.")]
Out = Annotated[str | None, typer.Option("--out", "-o", metavar="FILE", help="Where to write; - is standard output.")]
ExportFile = Annotated[str, typer.Argument(metavar="FILE", help="A file that facta export --format jsonl wrote.")]


def dossier(
    story: Story_ = None,
    ledger: LedgerAt = None,
    form: Format = "html",
    interface: InterfaceCode = None,
    out: Out = None,
    quiet: Quiet = False,
) -> None:
    """Write a story's dossier: one self-contained page (or Markdown, or PDF) with promises, deeds and their evidence.
    FACTA_INTERFACE sets the language of its own words as well; texts of reports stay as they are."""
    from facta.views.cli.options import one_of, settings
    from facta.views.files import dossier_of, largest_story, write
    from facta.views.interface import LANGUAGES

    known = settings(ledger)
    language = one_of(interface or known.interface, LANGUAGES, "--interface") or "en"
    with open_ledger(ledger) as opened:
        chosen = opened.story(story) if story else largest_story(opened)
        others = len(opened.stories()) - 1
        text = dossier_of(opened, chosen, form, language, known.chromium)
    if out == "-":
        typer.echo(text, nl=False)
        return
    path = Path(out or f"dossier.{form}")
    write(path, [text])
    if not quiet:
        typer.echo(f"{path}: story {chosen.id}, {chosen.title}")
    if others and not story and not quiet:
        complain(f"the largest of {others + 1} stories; name another with: facta dossier STORY (see facta stories)")


def export(ledger: LedgerAt = None, form: ExportFormat = "jsonl", out: Out = "-", per_claim: PerClaim = False) -> None:
    """Write all claims for other programs: jsonl (everything, without loss), csv (a row a claim), geojson (a map); all
    deeds, one row each: plover, acled, hxl; or what people decided, as training and test rows: review-jsonl."""
    from facta.codebook import Codebook
    from facta.errors import UsageError
    from facta.views.cli.options import one_of, settings
    from facta.views.exports import DEED_EXPORTS, EXPORTS
    from facta.views.files import write

    chosen = one_of(form, EXPORTS, "--format") or form
    if per_claim and chosen not in DEED_EXPORTS:
        raise UsageError(f"--per-claim: {chosen} has every claim anyway", f"it is for {', '.join(DEED_EXPORTS)}")
    codebook = Codebook.load("en", settings().codebook)
    with open_ledger(ledger) as opened:
        by_deed = DEED_EXPORTS.get(chosen)
        pieces = by_deed(opened, codebook, per_claim) if by_deed else EXPORTS[chosen](opened)
        if out in (None, "-"):
            for piece in pieces:
                typer.echo(piece.encode("utf-8"), nl=False)
        else:
            write(Path(str(out)), pieces)


def import_(file: ExportFile, ledger: LedgerAt = None, quiet: Quiet = False) -> None:
    """Put an export (jsonl) back into a ledger; reviews come with it."""
    from facta.errors import UnreadableSource
    from facta.ledger import Ledger
    from facta.pipeline import Pipeline
    from facta.views.cli.options import settings
    from facta.views.exports import restore

    pipeline = Pipeline(settings(ledger))
    try:
        with Ledger.open(pipeline.settings.ledger) as opened, open(file, encoding="utf-8", newline="\n") as lines:
            merging = bool(opened.reports())
            number = restore(lines, file, opened)
            if merging:
                pipeline.recheck(opened)
    except OSError as error:
        raise UnreadableSource(file, error.strerror or "cannot be read", "check the path and its rights") from error
    if not quiet:
        typer.echo(f"{number} reports from {file} are in {pipeline.settings.ledger}")


def register(app: typer.Typer) -> None:
    app.command()(dossier)
    app.command()(export)
    app.command("import")(import_)
