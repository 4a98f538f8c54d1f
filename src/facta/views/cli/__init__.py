"""The `facta` command: one module a group of commands, put together here. Commands parse, call, print; no more.

Everything heavy is imported inside the commands, so that `facta --help` and completion answer at once.
"""

from __future__ import annotations

import os
import sys

import typer

from facta.errors import FactaError
from facta.views.cli import (
    codebook,
    demo,
    entity,
    extract,
    parse,
    read,
    review,
    runs,
    serve,
    show,
    stories,
    user,
    write,
)
from facta.views.cli.output import complain

app = typer.Typer(
    name="facta",
    help="Reads news reports on a conflict and keeps a ledger of who said, promised and did what, with the evidence.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

GROUPS = (demo, read, runs, stories, show, write, serve, user, entity, review, extract, parse, codebook)
for group in GROUPS:
    group.register(app)


def _version(wanted: bool) -> None:
    if wanted:
        from facta import __version__

        typer.echo(f"facta {__version__}")
        raise typer.Exit


@app.callback()
def facta(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    """Reads news reports on a conflict and keeps a ledger of who said, promised and did what, with the evidence."""


def main() -> None:
    """Run the command line: 0 done, 1 some inputs failed, 2 wrong use."""
    try:
        app()
    except FactaError as error:
        complain(str(error))
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        complain("stopped; what was read so far is kept")
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
