"""Saved web pages: from HTML to one draft, its headline first and then the article; menus and comments are left behind.

What the page says of itself in JSON-LD comes before its meta tags, and these before what its address or layout suggest.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, Any

from facta.errors import BrokenMarkup, SourceError
from facta.settings import Settings
from facta.sources.dates import day
from facta.sources.known import Draft, Known
from facta.sources.plain import read_limited
from facta.text import fold

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_FEWEST_WORDS = 12  # a cookie notice has up to ten words outside its buttons; no news report is so short
_FIRST_DAY, _LAST_DAY = "1995-01-01", "2100-01-01"  # fixed, so that a page reads the same tomorrow
_SAVE_AGAIN = "save the page again once it is fully shown, or save its text"


def read_markup(stream: IO[bytes], source: str, settings: Settings) -> Iterator[Draft | SourceError]:
    """The article of a page, with what the page says of its title, publisher, date, address and language."""
    from trafilatura import extract, load_html  # slow to load: only when a page is read

    tree = load_html(read_limited(stream, source, settings))
    if tree is None:
        raise BrokenMarkup(source, "is not HTML that can be read", _SAVE_AGAIN)
    known = _known(tree)
    text = extract(tree, include_comments=False, include_tables=False, favor_precision=True, url=known.url)
    if not text or len(text.split()) < _FEWEST_WORDS:
        text = extract(tree, include_comments=False, include_tables=False, favor_recall=True, url=known.url)
    if not text or len(text.split()) < _FEWEST_WORDS:
        raise BrokenMarkup(source, "has no readable article", _SAVE_AGAIN)
    yield Draft(source, _with_headline(text, known.title), known)


def _with_headline(text: str, title: str | None) -> str:
    first = text.split("\n", 1)[0]
    if title is None or fold(title) in fold(text[: 2 * len(title) + 20]) or fold(first) == fold(title):
        return text
    return f"{title}\n\n{text}"


def _known(tree: HtmlElement) -> Known:
    """JSON-LD over meta tags over htmldate's reading of the page."""
    from htmldate import find_date
    from trafilatura.metadata import extract_metadata

    meta = extract_metadata(tree)
    found = find_date(tree, extensive_search=False, original_date=True, min_date=_FIRST_DAY, max_date=_LAST_DAY)
    tags = Known(
        publisher=meta.sitename or None,
        published=day(found) if found else None,
        language=meta.language or tree.get("lang") or None,
        title=meta.title or None,
        url=meta.url or None,
    )
    return _linked_data(tree).over(tags)


def _linked_data(tree: HtmlElement) -> Known:
    for script in tree.xpath('//script[@type="application/ld+json"]/text()'):
        try:
            data = json.loads(str(script), strict=False)
        except json.JSONDecodeError:
            continue  # many pages carry broken JSON-LD; their meta tags are used
        for node in _nodes(data):
            kinds = node.get("@type", "")
            if any(
                str(kind).endswith(("Article", "BlogPosting"))
                for kind in ([kinds] if isinstance(kinds, str) else kinds)
            ):
                return _article(node)
    return Known()


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, list):
        for item in data:
            yield from _nodes(item)
    elif isinstance(data, dict):
        yield data
        yield from _nodes(data.get("@graph", []))


def _article(node: dict[str, Any]) -> Known:
    try:
        published = day(node.get("datePublished"))
    except ValueError:
        published = None  # the meta tags may have it in another form
    return Known(
        publisher=_text(node.get("publisher")),
        published=published,
        language=_text(node.get("inLanguage")),
        title=_text(node.get("headline")),
        url=_text(node.get("url")) or _text(node.get("mainEntityOfPage")),
    )


def _text(value: Any) -> str | None:
    """The text of a JSON-LD value, which may be a list, or an object with a name or an id."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@id") or value.get("alternateName")
    return value.strip() or None if isinstance(value, str) else None
