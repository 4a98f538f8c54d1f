"""Plain text and Markdown: from a stream of bytes to one draft whose text is the file's own, unchanged."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from facta.codebook import Codebook
from facta.errors import EmptyReport, ReportTooLong, SourceError
from facta.settings import Settings
from facta.sources.decode import decode
from facta.sources.headers import header_lines, known_from
from facta.sources.known import Draft

_BYTES_PER_CHAR = 4  # at most, in UTF-8


def read_plain(stream: IO[bytes], source: str, settings: Settings) -> Iterator[Draft | SourceError]:
    """The whole stream as one draft; header lines at its top are understood and stay in the text."""
    yield plain_draft(decode(read_limited(stream, source, settings), source), source, settings)


def plain_draft(text: str, source: str, settings: Settings) -> Draft:
    """The text with what its header lines say."""
    headers = header_lines(text, Codebook.load("en", settings.codebook))
    return Draft(source, text, known_from(headers, source))


def read_limited(stream: IO[bytes], source: str, settings: Settings) -> bytes:
    """All the bytes, unless they are more than the longest allowed text can have: then they are not even read."""
    limit = settings.max_report_chars * _BYTES_PER_CHAR
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise too_long(source, settings)
    if not data.strip():
        raise EmptyReport(source, "is empty", "give a file with text in it")
    return data


def too_long(source: str, settings: Settings) -> ReportTooLong:
    """The error for a text beyond the limit, naming limit and setting."""
    reason = f"is longer than {settings.max_report_chars:,} characters"
    return ReportTooLong(source, reason, "split it into reports, or raise FACTA_MAX_REPORT_CHARS")
