"""From paths to reports: finds the files, lets the readers read them, and lays together what is known of each.

What cannot become a report comes out as an error in its place, so that the others are still read.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import IO, Any, cast

from facta.codebook import Codebook, languages
from facta.codebook.load import bundled
from facta.errors import EmptyReport, SourceError, UnsupportedLanguage
from facta.records import Passage, PassageRole, Report
from facta.settings import Settings
from facta.sources.beside import beside
from facta.sources.inputs import Input, inputs, names_in, unreadable
from facta.sources.known import Draft, Known
from facta.sources.language import code, detect, name_of
from facta.sources.passages import passages
from facta.sources.plain import plain_draft, too_long
from facta.sources.readers import is_report, reader_for

STDIN = "-"
_HEAD_BYTES = 65_536
_TITLE_WORDS = 12
SAY_IT = "say its language"

Entries = dict[Path, dict[str, Known | SourceError]]


def load(
    paths: Sequence[str],
    known: Known,
    settings: Settings,
    stdin: IO[bytes] | None = None,
    any_language: bool = False,
) -> Iterator[Report | SourceError]:
    """The reports of files, folders and standard input ("-"), in input order; an input that is none as its error.

    `known` is what the command line says of all of them; it holds over `reports.toml`, and that over the file itself.
    With `any_language`, for parsing alone, languages without a codebook pass as well; no passages are told apart then.
    """
    entries: Entries = {}
    for path in paths:
        for item in _drafts(path, stdin, settings, entries):
            yield item if isinstance(item, SourceError) else _report(item, known, settings, any_language)


def given(name: str, data: bytes | str, known: Known, settings: Settings) -> Iterator[Report | SourceError]:
    """The reports in a text, or in bytes read as a file of this name would be, that were handed over and lie in no file
    here: they keep no path. `name` is what errors call it."""
    if isinstance(data, str):
        drafts: Iterator[Draft | SourceError] = _pasted(name, data, settings)
    else:
        stream = io.BufferedReader(cast(io.RawIOBase, io.BytesIO(data)), _HEAD_BYTES)
        drafts = _read(stream, name, settings)
    for item in drafts:
        made = item if isinstance(item, SourceError) else _report(item, known, settings, False, SAY_IT)
        yield made if isinstance(made, SourceError) else replace(made, path=None)


def _pasted(name: str, text: str, settings: Settings) -> Iterator[Draft | SourceError]:
    try:
        yield plain_draft(text, name, settings)
    except SourceError as error:
        yield error


def _drafts(path: str, stdin: IO[bytes] | None, settings: Settings, entries: Entries) -> Iterator[Draft | SourceError]:
    if path == STDIN:
        yield from _piped(stdin or io.BytesIO(), settings)
        return
    for item in inputs(path):
        if isinstance(item, SourceError):
            yield item
        else:
            yield from _file(item, settings, entries)


def _piped(stdin: IO[bytes], settings: Settings) -> Iterator[Draft | SourceError]:
    stream = io.BufferedReader(cast(io.RawIOBase, stdin), _HEAD_BYTES)
    try:
        yield from _read(stream, STDIN, settings)
    finally:
        stream.detach()  # standard input stays open for its owner


def _file(file: Input, settings: Settings, entries: Entries) -> Iterator[Draft | SourceError]:
    yield from _learn(file, entries)
    entry = _entry(file, entries)
    try:
        with io.BufferedReader(io.FileIO(file.path), _HEAD_BYTES) as stream:
            if file.root is not None and entry is None and not is_report(file.path, stream.peek(_HEAD_BYTES)):
                return
            if isinstance(entry, SourceError):
                yield entry
                return
            for item in _read(stream, file.path, settings):
                yield replace(item, known=entry.over(item.known)) if entry and isinstance(item, Draft) else item
    except OSError as error:
        yield unreadable(file.path, error)


def _learn(file: Input, entries: Entries) -> Iterator[SourceError]:
    """Reads each `reports.toml` that may know the file once; one that is broken as a whole is reported once."""
    for folder, _ in names_in(file):
        if folder not in entries:
            entries[folder] = {}
            try:
                entries[folder] = beside(folder)
            except SourceError as error:
                yield error


def _entry(file: Input, entries: Entries) -> Known | SourceError | None:
    """What the nearest `reports.toml` says of the file."""
    return next((entries[folder][name] for folder, name in names_in(file) if name in entries[folder]), None)


def _read(stream: io.BufferedReader[Any], source: str, settings: Settings) -> Iterator[Draft | SourceError]:
    try:
        yield from reader_for(source, stream.peek(_HEAD_BYTES))(stream, source, settings)
    except SourceError as error:
        yield error


def _report(
    draft: Draft, known: Known, settings: Settings, any_language: bool, how: str = "give it with --lang"
) -> Report | SourceError:
    """The draft as a report in a language that facta reads, or why it is none."""
    text, known = draft.text, known.over(draft.known)
    if len(text) > settings.max_report_chars:
        return too_long(draft.source, settings)
    if not any(map(str.isalnum, text)):
        return EmptyReport(draft.source, "has no words", "give a file with text in it")
    language = _language(draft.source, text, known, settings, any_language, how)
    if isinstance(language, SourceError):
        return language
    found = () if any_language else passages(text, Codebook.load(language, settings.codebook))
    return Report.of(
        text,
        language,
        path=draft.source,
        url=known.url,
        title=known.title or _headline(text, found) or _first_words(text),
        published=known.published,
        publisher=known.publisher,
        passages=found,
    )


def _language(
    source: str, text: str, known: Known, settings: Settings, any_language: bool, how: str
) -> str | UnsupportedLanguage:
    codebook = Codebook.load("en", settings.codebook)
    supported = tuple(languages(settings.codebook or bundled()))
    language = code(known.language, codebook) if known.language else detect(text, codebook)
    if language is not None and (any_language or language in supported):
        return language
    named = "cannot be told" if language is None else f"is {name_of(language, codebook)}, which facta does not read"
    known_ones = ", ".join(name_of(one, codebook) for one in supported)
    remedy = f"facta reads {known_ones}" if known.language else f"{how} if it is {known_ones}"
    return UnsupportedLanguage(source, f"its language {named}", remedy)


def _headline(text: str, found: Sequence[Passage]) -> str | None:
    """The headline above the first prose, without Markdown's marks."""
    for passage in found:
        if passage.role is PassageRole.HEADLINE:
            return passage.span.of(text).lstrip("# \ufeff")
        if passage.role is PassageRole.BODY:
            return None
    return None


def _first_words(text: str) -> str:
    words = text.lstrip("\ufeff").split()
    return " ".join(words[:_TITLE_WORDS]) + (" …" if len(words) > _TITLE_WORDS else "")
