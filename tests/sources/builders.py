"""Loads files for the tests of sources, and splits what came out into reports and errors."""

from __future__ import annotations

import io
from pathlib import Path

from facta.errors import SourceError
from facta.records import Report
from facta.settings import Settings
from facta.sources import Known, load

NEWS = "The governor said that the bridge was destroyed in the night and that nobody was hurt.\n"


def loaded(*paths: Path | str, known: Known | None = None, stdin: bytes = b"") -> list[Report | SourceError]:
    return list(load([str(path) for path in paths], known or Known(), Settings(), io.BytesIO(stdin)))


def report_of(*paths: Path | str, known: Known | None = None, stdin: bytes = b"") -> Report:
    """The only report of these inputs; any error is raised."""
    (found,) = loaded(*paths, known=known, stdin=stdin)
    if isinstance(found, SourceError):
        raise found
    return found


def error_of(*paths: Path | str, known: Known | None = None, stdin: bytes = b"") -> SourceError:
    (found,) = loaded(*paths, known=known, stdin=stdin)
    assert isinstance(found, SourceError), found
    return found


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))
    return path
