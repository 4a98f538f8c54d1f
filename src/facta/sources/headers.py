"""From a text to the header lines at its top ("Published: 2024-03-05") and what they say. They stay in the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from facta.codebook import Codebook
from facta.codebook.credits import CommonCredits
from facta.errors import BadDate
from facta.records import Span
from facta.sources.dates import day
from facta.sources.known import Known
from facta.text import fold, paragraphs

_FENCE = "---"  # encloses the header lines of some Markdown files


@dataclass(frozen=True, slots=True)
class Header:
    """One header line: `field` is a field of `Known`, "byline", or "fence"; `value` is what follows the colon."""

    span: Span
    field: str
    value: str


def header_lines(text: str, codebook: Codebook) -> tuple[Header, ...]:
    """The header lines at the very top; the first line that is none ends them."""
    headers = tuple(_leading(text, _fields(codebook)))
    return headers if any(header.field != "fence" for header in headers) else ()


def known_from(headers: tuple[Header, ...], source: str) -> Known:
    """What the header lines say; of two lines for one field the first holds."""
    values = {header.field: header.value for header in reversed(headers)}
    published = values.get("published")
    try:
        published_on = day(published) if published else None
    except ValueError as error:
        raise BadDate(source, f"header line: {error}", "write it as 2024-03-05") from error
    return Known(
        publisher=values.get("publisher"),
        published=published_on,
        language=values.get("language"),
        title=values.get("title"),
        url=values.get("url"),
    )


def _leading(text: str, fields: dict[str, str]) -> Iterator[Header]:
    for span in paragraphs(text[:10_000]):
        line = span.of(text).lstrip("\ufeff")
        if line == _FENCE:
            yield Header(span, "fence", "")
            continue
        word, colon, value = line.partition(":")
        field = fields.get(fold(word.strip()))
        if not colon or field is None or not value.strip():
            return
        yield Header(span, field, value.strip().strip("\"'"))


def _fields(codebook: Codebook) -> dict[str, str]:
    headers = codebook.common("credits", CommonCredits).headers
    return {fold(word): field for field, words in headers for word in words}
