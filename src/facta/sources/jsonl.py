"""JSON Lines: from a stream to one draft a line. A line that is wrong is named with its number; the others are read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import IO, Any

from facta.errors import BadDate, BadRecord, EmptyReport, NotText, SourceError
from facta.settings import Settings
from facta.sources.dates import day
from facta.sources.known import Draft, Known
from facta.sources.plain import too_long

FIELDS: Mapping[str, tuple[str, ...]] = {  # our name for a field, then the names that archives and crawlers give it
    "text": ("text", "body", "content", "article", "maintext", "full_text", "plain_text"),
    "title": ("title", "headline"),
    "publisher": ("publisher", "source", "outlet", "site_name", "sitename", "source_name"),
    "published": ("published", "date", "published_at", "date_published", "datePublished", "date_publish", "pubDate"),
    "url": ("url", "link", "canonical", "canonical_url"),
    "language": ("language", "lang", "inLanguage"),
}
_BYTES_PER_CHAR = 12  # "\\ud83d\\ude00" is one character


def read_json_lines(stream: IO[bytes], source: str, settings: Settings) -> Iterator[Draft | SourceError]:
    """A draft or an error for each line that is not blank."""
    limit = settings.max_report_chars * _BYTES_PER_CHAR
    number = 0
    while line := stream.readline(limit):
        number += 1
        where = f"{source}:{number}"
        if len(line) >= limit and not line.endswith(b"\n"):
            _skip_line(stream)
            yield too_long(where, settings)
        elif line.strip():
            yield _draft(line, where)
    if number == 0:
        yield EmptyReport(source, "is empty", "give a file with text in it")


def _skip_line(stream: IO[bytes]) -> None:
    while (rest := stream.readline(1 << 20)) and not rest.endswith(b"\n"):
        pass


def _draft(line: bytes, where: str) -> Draft | SourceError:
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return NotText(where, f"is not UTF-8: {error.reason}", "save the file in UTF-8")
    except (json.JSONDecodeError, RecursionError) as error:
        return BadRecord(where, f"is not JSON: {error}", "write one JSON object a line")
    if not isinstance(record, dict):
        return BadRecord(where, "is not a JSON object", 'write one object a line: {"text": "…"}')
    text = _first(record, "text")
    if text is None:
        return BadRecord(where, "has no `text`", "put the report's text in the field `text`")
    if not isinstance(text, str):
        return BadRecord(where, "`text` is not a text", "put the report's text in the field `text`")
    return _with_known(record, text, where)


def _with_known(record: dict[str, Any], text: str, where: str) -> Draft | SourceError:
    published = _first(record, "published")
    try:
        published_on = day(published) if published is not None else None
    except ValueError as error:
        return BadDate(where, f"published: {error}", "write it as 2024-03-05")
    known = Known(
        publisher=_name(_first(record, "publisher")),
        published=published_on,
        language=_name(_first(record, "language")),
        title=_name(_first(record, "title")),
        url=_name(_first(record, "url")),
    )
    return Draft(where, text, known)


def _first(record: dict[str, Any], field: str) -> Any:
    """The value under the first of the field's names that has one."""
    return next((record[name] for name in FIELDS[field] if record.get(name) not in (None, "")), None)


def _name(value: Any) -> str | None:
    """A text, or the name in an object such as {"name": "…"}."""
    if isinstance(value, dict):
        value = value.get("name")
    return value.strip() or None if isinstance(value, str) else None


def looks_like_records(head: bytes) -> bool:
    """Whether the first line of a stream is, or may begin, a JSON object."""
    first = head.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)[0]
    return first.startswith((b'{"', b"{ ")) or first.rstrip() == b"{"


def has_text(head: bytes) -> bool:
    """Whether the first line names a field for the text of a report; other JSON Lines hold other data."""
    first = head.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)[0].decode("utf-8", "replace")
    try:
        record = json.loads(first)
    except json.JSONDecodeError:
        return True  # reading it will say what is wrong
    return isinstance(record, dict) and any(name in record for name in FIELDS["text"])
