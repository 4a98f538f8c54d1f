"""Builds claims that only name somebody, or only tell a text, for entities, copies and stories."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from facta.records import (
    Act,
    Actor,
    Claims,
    Form,
    Name,
    NameKind,
    Place,
    Precision,
    Report,
    Span,
    Statement,
    digest,
)


def naming(
    publisher: str,
    names: tuple[str, ...],
    kind: NameKind = NameKind.PERSON,
    sides: Mapping[str, str] | None = None,
    geonameid: int | None = None,
    published: date | None = date(2024, 3, 1),
) -> Claims:
    """A report that names each of the names once, each with an entity of its own, and lets those with a side speak."""
    text = ". ".join(names)
    report = Report.of(text, "en", publisher=publisher, published=published)
    spans = [Span(text.index(name), text.index(name) + len(name)) for name in names]
    rows = tuple(Name(span, kind, f"e:{name}") for name, span in zip(names, spans, strict=True))
    speakers = [(span, name) for name, span in zip(names, spans, strict=True) if name in (sides or {})]
    statements = tuple(
        Statement(
            digest(publisher, name),
            Actor(span, name, f"e:{name}", (sides or {})[name]),
            None,
            (span,),
            Form.INDIRECT,
            Act.ASSERT,
        )
        for span, name in speakers
    )
    places = tuple(Place(span, names[0], "UA", 1.0, 1.0, Precision.TOWN, geonameid) for span in spans if geonameid)
    return Claims(report, rows, places, statements)


def reporting(
    publisher: str, names: tuple[str, ...], kind: NameKind, language: str = "en", places: tuple[str, ...] = ()
) -> Claims:
    """A report in a language that names these and, by words alone, places."""
    text = ". ".join((*names, *places, publisher))
    report = Report.of(text, language, publisher=publisher, published=date(2024, 3, 1))
    rows, at = [], 0
    for name in (*names, *places):
        start = text.index(name, at)
        at = start + len(name)
        rows.append(Name(Span(start, at), kind if name in names else NameKind.PLACE, f"e:{name}"))
    return Claims(report, tuple(rows))


def telling(
    text: str, publisher: str = "Gazette", published: date | None = date(2024, 3, 1), language: str = "en"
) -> Claims:
    """A report of which nothing but the text is known, each word with a capital inside a line being a name."""
    report = Report.of(text, language, publisher=publisher, published=published)
    return Claims(report)
