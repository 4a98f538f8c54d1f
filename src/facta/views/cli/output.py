"""What commands print: results to standard output, complaints and progress to standard error. Decides nothing."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

import typer

T = TypeVar("T")
WIDE = 32  # characters at least for the column with the words
FEW = 3  # up to this many inputs are done before a progress bar could be read


def complain(message: str) -> None:
    """One line on standard error."""
    typer.echo(f"facta: {message}", err=True)


def failed(what: str, reason: str, remedy: str) -> None:
    """The line for an input that could not be read: what, why, and what to do."""
    typer.echo(f"{what}: {reason}" + (f"; {remedy}" if remedy else ""), err=True)


def print_json(value: Any, indent: int | None = 2) -> None:
    """A JSON value with its letters as they are; `indent=None` gives one line."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=indent))


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]], empty: str, wide: str = "") -> None:
    """Rows under the columns' names, fitted to the terminal, the column `wide` taking what room there is; for another
    program one line a row with tabs between. `empty` is said on standard error if there are no rows."""
    listed = list(rows)
    if not listed:
        complain(empty)
    elif sys.stdout.isatty():
        _draw(columns, listed, wide)
    else:
        for row in (columns, *listed):
            typer.echo("\t".join(" ".join(cell.split()) for cell in row))


def _draw(columns: Sequence[str], rows: Iterable[Sequence[str]], wide: str) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for number, column in enumerate(columns):
        least, share = (WIDE, 1) if column == wide else (None, None)
        table.add_column(column, overflow="fold", no_wrap=number == 0, min_width=least, ratio=share)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console(highlight=False).print(table)


def progress(items: Iterable[T], total: int | None, quiet: bool) -> Iterator[T]:
    """The items, with a bar on standard error when a person is looking and there are more than a few."""
    if quiet or not sys.stderr.isatty() or (total is not None and total <= FEW):
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=total)
        for item in items:
            bar.advance(task)
            yield item
