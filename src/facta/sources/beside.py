"""From a folder's `reports.toml` to what it says of its files, by name. The files themselves are left to readers."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path, PurePath
from typing import Any

from facta.errors import BadDate, BadRecord, SourceError, UnreadableSource
from facta.sources.dates import day
from facta.sources.known import Known

NAME = "reports.toml"
_LINE = re.compile(r"line (\d+)")


def beside(folder: Path) -> dict[str, Known | SourceError]:
    """The entries of the folder's `reports.toml` by file name, a wrong one as its error; empty without the file."""
    file = folder / NAME
    try:
        if not file.is_file():
            return {}
        data = file.read_bytes()
    except OSError as error:
        raise UnreadableSource(str(file), error.strerror or "cannot be read", "check its rights") from error
    return entries(data, file)


def entries(written: bytes, file: PurePath) -> dict[str, Known | SourceError]:
    """What the bytes of a `reports.toml` say by file name; `file` is where they come from, for errors to name."""
    try:
        data = tomllib.loads(written.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        line = _LINE.search(str(error))
        where = f"{file}:{line.group(1)}" if line else str(file)
        raise BadRecord(where, f"not TOML: {error}", "correct it; docs/add-a-source.md shows the form") from error
    rows = data.get("report", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise BadRecord(str(file), "`report` is not a list of tables", "begin each entry with [[report]]")
    return dict(_entry(file, number, row) for number, row in enumerate(rows, 1))


def _entry(file: PurePath, number: int, row: dict[str, Any]) -> tuple[str, Known | SourceError]:
    name = row.get("file")
    if not isinstance(name, str) or not name:
        raise BadRecord(f"{file}, entry {number}", "has no `file`", 'name the file: file = "a.txt"')
    try:
        return str(Path(name)), _known(file, number, row, name)
    except SourceError as error:
        return str(Path(name)), error


def _known(file: PurePath, number: int, row: dict[str, Any], name: str) -> Known:
    try:
        published = day(row["published"]) if "published" in row else None
    except ValueError as error:
        raise BadDate(f"{file}, entry {number} ({name})", f"published: {error}", "write it as 2024-03-05") from error
    return Known(
        publisher=_string(file, number, row, "publisher") or _string(file, number, row, "outlet"),
        published=published,
        language=_string(file, number, row, "language"),
        title=_string(file, number, row, "title"),
        url=_string(file, number, row, "url"),
    )


def _string(file: PurePath, number: int, row: dict[str, Any], key: str) -> str | None:
    value = row.get(key)
    if value is not None and not isinstance(value, str):
        raise BadRecord(f"{file}, entry {number}", f"`{key}` is not a text: {value!r}", "put it in quotation marks")
    return value or None
