"""`facta codebook check|list`: whether a codebook's files are right, and what there is in it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from facta.views.cli.options import AsJson
from facta.views.cli.output import print_json, print_table

Folder = Annotated[
    Path | None, typer.Argument(metavar="[FOLDER]", help="A codebook's folder; the bundled one if not given.")
]
group = typer.Typer(help="The words facta reads conflicts with: YAML files that you can edit.", no_args_is_help=True)


@group.command("check")
def check(folder: Folder = None) -> None:
    """Check every file of a codebook; a mistake is told with its file and line."""
    from facta.codebook.check import check as mistakes_in

    mistakes = list(mistakes_in(folder))
    for mistake in mistakes:
        typer.echo(str(mistake), err=True)
    if mistakes:
        raise typer.Exit(1)
    typer.echo(f"{folder or 'the bundled codebook'}: no mistakes")


@group.command("list")
def listed(folder: Folder = None, as_json: AsJson = False) -> None:
    """List the files of a codebook by language."""
    from facta.codebook.load import bundled

    root = folder or bundled()
    pages = [
        {"language": entry.name, "file": page.name, "bytes": len(page.read_bytes())}
        for entry in sorted(root.iterdir(), key=lambda e: e.name)
        if entry.is_dir()
        for page in sorted(entry.iterdir(), key=lambda p: p.name)
        if page.name.endswith(".yml")
    ]
    if as_json:
        print_json(pages)
    else:
        rows = [(str(page["language"]), str(page["file"]), str(page["bytes"])) for page in pages]
        print_table(("language", "file", "bytes"), rows, f"no codebook files in {root}")


def register(app: typer.Typer) -> None:
    app.add_typer(group, name="codebook")
