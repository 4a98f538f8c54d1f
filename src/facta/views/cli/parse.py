"""`facta parse`: a text, or tokens in CoNLL-U, in; parsed CoNLL-U out. Used to score the reader."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from facta.views.cli.options import Language

if TYPE_CHECKING:
    from facta.reading import Reader

Tokens = Annotated[bool, typer.Option("--tokens", help="The input is CoNLL-U; keep its tokens as they are.")]
Path_ = Annotated[str, typer.Argument(metavar="PATH|-", help="A file; - is standard input.")]


def parse(path: Path_, tokens: Tokens = False, lang: Language = None) -> None:
    """Print the sentences of a text as CoNLL-U, with names, roles and offsets in the last column."""
    from facta.reading import Reader
    from facta.views.cli.options import settings

    reader = Reader.load(settings().threads)
    if tokens:
        from facta.reading.conllu import parse_tokens

        _print(parse_tokens(reader, _lines(path), lang or "en"))
        return
    _print(_parsed(reader, path, lang))


def _parsed(reader: Reader, path: str, lang: str | None) -> Iterator[str]:
    from facta.errors import SourceError
    from facta.reading.conllu import parse_text
    from facta.views.cli.inputs import reports
    from facta.views.cli.options import settings

    for item in reports([path], settings(), None, None, lang):
        if isinstance(item, SourceError):
            raise item
        yield from parse_text(reader, item)


def _lines(path: str) -> Iterator[str]:
    """Lines of a token file; a byte that is not UTF-8 is an error, not a guess."""
    from facta.errors import NotText, UnreadableSource

    try:
        if path == "-":
            yield from (line.decode("utf-8") for line in sys.stdin.buffer)
            return
        with open(path, encoding="utf-8", newline="\n") as file:
            yield from file
    except OSError as error:
        raise UnreadableSource(path, error.strerror or "cannot be read", "check the path and its rights") from error
    except UnicodeDecodeError as error:
        raise NotText(path, "is not UTF-8", "CoNLL-U files are UTF-8") from error


def _print(lines: Iterator[str]) -> None:
    for line in lines:
        typer.echo(line.rstrip("\n"))


def register(app: typer.Typer) -> None:
    app.command()(parse)
