"""Arguments and options that several commands share, and the settings they add up to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from facta.errors import UsageError

if TYPE_CHECKING:
    from facta.ledger import Ledger
    from facta.settings import Settings

Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help="Files or folders; - is standard input.")]
Published = Annotated[
    str | None, typer.Option("--published", metavar="DATE", help="Day of publication (YYYY-MM-DD) where none is known.")
]
Publisher = Annotated[str | None, typer.Option("--publisher", metavar="NAME", help="Publisher where none is known.")]
Language = Annotated[
    str | None, typer.Option("--lang", metavar="xx", help="Language code, such as en; detected if not given.")
]
LedgerAt = Annotated[
    str | None,
    typer.Option(
        "--ledger", metavar="FILE|URL", envvar="FACTA_LEDGER", help="The ledger: a file or a database URL [facta.db]."
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print results and failures only.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for programs in place of a table for people.")]
StoryId = Annotated[str | None, typer.Option("--story", metavar="ID", help="Only this story (see facta stories).")]


def settings(ledger: str | None = None) -> Settings:
    """The settings of this run: the environment's, with what the command line says on top."""
    from pydantic import ValidationError

    from facta.settings import Settings

    try:
        return Settings(ledger=ledger) if ledger else Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "FACTA_" + "_".join(str(part) for part in first["loc"]).upper()
        raise UsageError(f"{name}: {first['msg']}", "correct or unset the environment variable") from error


def open_ledger(where: str | None, create: bool = False) -> Ledger:
    """The ledger a command works on; only commands that fill one may create it."""
    from facta.ledger import Ledger

    return Ledger.open(where or settings().ledger, create=create)


def day(text: str | None, option: str) -> date | None:
    """A day given on the command line."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"{option}: {text!r} is not a date", "write it as YYYY-MM-DD, such as 2022-03-30") from error


def one_of(value: str | None, allowed: Iterable[str], option: str) -> str | None:
    """A value that must be one of a list, in any case."""
    if value is None or value.lower() in (listed := [str(one) for one in allowed]):
        return value.lower() if value else None
    from difflib import get_close_matches

    near = get_close_matches(value.lower(), listed, 1)
    raise UsageError(
        f"{option}: {value!r} is unknown", f"{f'did you mean {near[0]}? ' if near else ''}one of: {', '.join(listed)}"
    )
