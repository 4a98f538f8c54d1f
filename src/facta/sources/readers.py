"""The list of readers and how one is chosen: by the name of a file, else by how its bytes begin."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from typing import IO

from facta.errors import SourceError
from facta.settings import Settings
from facta.sources.jsonl import has_text, looks_like_records, read_json_lines
from facta.sources.known import Draft
from facta.sources.markup import read_markup
from facta.sources.plain import read_plain

SourceReader = Callable[[IO[bytes], str, Settings], Iterator[Draft | SourceError]]

READERS: tuple[tuple[tuple[str, ...], SourceReader], ...] = (
    ((".txt", ".text", ".md", ".markdown"), read_plain),
    ((".html", ".htm", ".xhtml"), read_markup),
    ((".jsonl", ".ndjson"), read_json_lines),
)

_MARKUP = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_MARKDOWN_TABLE = re.compile(rb"^\|(?:\s*:?-+:?\s*\|)+\s*$", re.MULTILINE)


def reader_for(path: str, head: bytes) -> SourceReader:
    """The reader for a file of this name that begins with these bytes; what is not HTML or JSON is text."""
    suffix = os.path.splitext(path)[1].lower()
    for suffixes, reader in READERS:
        if suffix in suffixes:
            return reader
    if _MARKUP.match(head):
        return read_markup
    return read_json_lines if looks_like_records(head) else read_plain


def is_report(path: str, head: bytes) -> bool:
    """Whether a file met in a folder is meant as a report: notes with tables and records without text are not."""
    suffix = os.path.splitext(path)[1].lower()
    if suffix in (".md", ".markdown"):
        return not _MARKDOWN_TABLE.search(head)
    return has_text(head) if suffix in (".jsonl", ".ndjson") else True
