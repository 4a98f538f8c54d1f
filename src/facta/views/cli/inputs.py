"""From the paths of a command line to reports, through `facta.sources`, and how many inputs there are to come."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from facta.views.cli.options import day

if TYPE_CHECKING:
    from facta.errors import SourceError
    from facta.records import Report
    from facta.settings import Settings


def reports(
    paths: list[str],
    settings: Settings,
    published: str | None,
    publisher: str | None,
    language: str | None,
    any_language: bool = False,
) -> Iterable[Report | SourceError]:
    """The reports at the paths in order, and an error in the place of each input that is none."""
    from facta.sources import load
    from facta.sources.known import Known

    known = Known(publisher=publisher, published=day(published, "--published"), language=language)
    return load(paths, known, settings, sys.stdin.buffer, any_language)


def count(paths: list[str]) -> int:
    """How many files the paths hold, for the length of a progress bar."""
    return sum(1 for path in paths for _ in _files(Path(path)))


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from (file for file in path.rglob("*") if file.is_file() and not file.name.startswith("."))
    else:
        yield path
