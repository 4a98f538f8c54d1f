"""`facta parse`: texts, or tokens in CoNLL-U, in; parsed CoNLL-U out. Used to score the reader."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, Annotated

import typer

from facta.views.cli.options import Language, Paths

if TYPE_CHECKING:
    from facta.errors import SourceError
    from facta.reading import Reader
    from facta.settings import Settings

Tokens = Annotated[bool, typer.Option("--tokens", help="The inputs are CoNLL-U; keep their tokens as they are.")]
_TOLD_BY = 400  # lines of a token file, from whose words its language is told


def parse(paths: Paths, tokens: Tokens = False, lang: Language = None) -> None:
    """Print the sentences of texts as CoNLL-U, with names, roles and offsets in the last column."""
    from facta.reading import Reader
    from facta.views.cli.options import settings
    from facta.views.cli.output import failed

    chosen = settings()
    reader = Reader.load(chosen.threads)
    failures = 0
    for line in _parsed_tokens(reader, paths, lang, chosen) if tokens else _parsed(reader, paths, lang, chosen):
        if isinstance(line, str):
            typer.echo(line)
        else:
            failures += 1
            failed(line.source, line.reason, line.remedy)
    if failures:
        raise typer.Exit(1)


def _parsed(reader: Reader, paths: list[str], lang: str | None, chosen: Settings) -> Iterator[str | SourceError]:
    from facta.errors import SourceError
    from facta.reading.conllu import parse_text
    from facta.views.cli.inputs import reports

    for item in reports(paths, chosen, None, None, lang, any_language=True):
        if isinstance(item, SourceError):
            yield item
        else:
            yield from parse_text(reader, item)


def _parsed_tokens(reader: Reader, paths: list[str], lang: str | None, chosen: Settings) -> Iterator[str | SourceError]:
    from facta.errors import SourceError
    from facta.reading.conllu import parse_tokens

    for path in paths:
        try:
            lines = _lines(path)
            first = list(islice(lines, _TOLD_BY))
            yield from parse_tokens(reader, chain(first, lines), lang or _language(first, chosen), path)
        except SourceError as error:
            yield error


def _language(lines: Iterable[str], chosen: Settings) -> str:
    """The language that the words of the lines are in; English where they do not tell."""
    from facta.codebook import Codebook
    from facta.sources.language import detect

    words = [columns[1] for line in lines if len(columns := line.split("\t")) > 1]
    return detect(" ".join(words), Codebook.load("en", chosen.codebook)) or "en"


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


def register(app: typer.Typer) -> None:
    app.command()(parse)
