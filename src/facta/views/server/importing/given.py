"""Takes a pasted text and uploaded files, gives the reports to read, and an error in the place of what is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from facta.errors import SourceError, UsageError
from facta.pipeline import Item
from facta.settings import Settings
from facta.sources import Known, given
from facta.sources.beside import entries
from facta.views.lists import short
from facta.views.server.uploads import KNOWN_OF, UploadedFile

PASTED = "the pasted text"
SHOWN = 3  # files named in the log's words for a run


@dataclass(frozen=True, slots=True)
class Pasted:
    """A text that a person typed or pasted, with what they know of it."""

    text: str
    known: Known


@dataclass(frozen=True, slots=True)
class Given:
    """What one import holds. `known` is what the person says of all the files."""

    pasted: tuple[Pasted, ...] = ()
    files: tuple[UploadedFile | SourceError, ...] = ()
    known: Known = field(default_factory=Known)


def known_of(fields: Mapping[str, str]) -> Known:
    """What the fields of a form say of a report; `UsageError` names the one that is wrong."""
    written = {name: " ".join(value.split()) or None for name, value in fields.items()}
    url = written.get("url")
    if url and not _followed(url):
        raise UsageError(f"url: {url[:60]!r} is no web address", "write it with https:// at its beginning")
    return Known(
        publisher=written.get("publisher"),
        published=_day(written.get("published")),
        language=written.get("language"),
        title=written.get("title"),
        url=url,
    )


def _followed(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise UsageError(f"published: {written!r} is no day", "write it as 2024-05-31") from None


def items_of(what: Given, settings: Settings) -> Iterator[Item]:
    """The reports in what was given, without paths, and an error for each thing that is none."""
    for pasted in what.pasted:
        yield from given(PASTED, pasted.text, pasted.known, settings)
    beside, broken = _beside(what.files)
    yield from broken
    for file in what.files:
        if isinstance(file, SourceError):
            yield file
        elif file.kind != "toml":
            yield from _file(file, what.known, beside.get((file.archive, file.name)), settings)


def _file(file: UploadedFile, known: Known, entry: Known | SourceError | None, settings: Settings) -> Iterator[Item]:
    if isinstance(entry, SourceError):
        yield entry
        return
    name = f"{file.archive}: {file.name}" if file.archive else file.name
    yield from given(name, file.data, known.over(entry) if entry else known, settings)


Entries = dict[tuple[str | None, str], Known | SourceError]


def _beside(files: Sequence[UploadedFile | SourceError]) -> tuple[Entries, list[SourceError]]:
    """What each `reports.toml` says of the files of its archive, and those that are broken as a whole."""
    found: Entries = {}
    broken: list[SourceError] = []
    for file in files:
        if isinstance(file, SourceError) or file.kind != "toml":
            continue
        try:
            said = entries(file.data, PurePosixPath(f"{file.archive}: {KNOWN_OF}"))
        except SourceError as error:
            broken.append(error)
        else:
            found |= {(file.archive, PurePosixPath(name).name): known for name, known in said.items()}
    return found, broken


def words_for(what: Given) -> str:
    """What the log of runs calls it: the title of a pasted text, the names of files."""
    texts = [short(p.known.title or p.text, 80) for p in what.pasted]
    named = [file.source if isinstance(file, SourceError) else file.name for file in what.files]
    more = [f"and {len(named) - SHOWN} more"] if len(named) > SHOWN else []
    return "; ".join([*texts, ", ".join([*named[:SHOWN], *more])] if named else texts)
