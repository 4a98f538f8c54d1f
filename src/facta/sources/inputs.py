"""From a path of the command line to the files to read, in a fixed order; what cannot be reached is an error."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from facta.errors import EmptyReport, SourceError, UnreadableSource
from facta.sources.beside import NAME

# What lies beside reports and is none: data, code, and the parts of a saved page.
_OTHER_DATA = re.compile(
    r"\.(?:toml|json|csv|tsv|ya?ml|py|ipynb|(?:db|sqlite3?)(?:-wal|-shm|-journal)?|log|m?js|css|map|woff2?|ttf|svg|png|jpe?g|gif|webp|ico|avif)$",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"(?:README|LICEN[CS]E|NOTICE|CHANGELOG|CONTRIBUTING)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read. `root` is the folder whose walk found it, `None` when the file itself was named."""

    path: str
    root: str | None = None


def inputs(path: str) -> Iterator[Input | SourceError]:
    """The file itself, or the files of a folder and its folders by name; hidden ones and other data left out."""
    if _ADDRESS.match(path):
        yield UnreadableSource(path, "is an address, and facta reads files only", "save the page and give its file")
    elif not os.path.lexists(path):
        yield UnreadableSource(path, "does not exist", "check the spelling")
    elif os.path.isdir(path):
        found = False
        for item in _walk(path, path, ()):
            found = True
            yield item
        if not found:
            yield EmptyReport(
                path, "is a folder without reports", "give a folder with .txt, .md, .html or .jsonl files"
            )
    else:
        yield Input(path)


def _walk(folder: str, root: str, above: tuple[tuple[int, int], ...]) -> Iterator[Input | SourceError]:
    try:
        status = os.stat(folder)
        names = sorted(os.listdir(folder))
    except OSError as error:
        yield UnreadableSource(folder, _why(error), "check its rights")
        return
    here = (status.st_dev, status.st_ino)
    if here in above:  # a link back to a folder that is being walked
        return
    for name in names:
        path = os.path.join(folder, name)
        if name.startswith(".") or name == NAME:
            continue
        if os.path.isdir(path):
            yield from _walk(path, root, (*above, here))
        elif _OTHER_DATA.search(name) or _ABOUT.match(name):
            continue
        elif os.path.isfile(path):
            yield Input(path, root)
        else:
            yield UnreadableSource(path, "is a broken link or no regular file", "remove it, or link it to a report")


def unreadable(path: str, error: OSError) -> UnreadableSource:
    """The error for a file that the system refuses to give."""
    return UnreadableSource(path, _why(error), "check that it exists and that you may read it")


def _why(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def names_in(file: Input) -> Iterator[tuple[Path, str]]:
    """The folders whose `reports.toml` may know the file, nearest first, and the file's name as seen from each."""
    path = Path(file.path)
    yield path.parent, path.name
    if file.root is not None:
        for folder in path.parent.parents:
            if not folder.is_relative_to(file.root):
                break
            yield folder, str(path.relative_to(folder))
