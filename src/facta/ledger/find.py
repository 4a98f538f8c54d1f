"""A question about claims in, the claims that fit it out, each with its report. Works in an opened transaction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, or_, select

from facta.ledger import checks, tables
from facta.ledger.bodies import KINDS, from_body
from facta.records import Claim, Span
from facta.text import fold

SHOWN = ("id", "path", "url", "title", "published", "publisher", "language")  # what is told of a claim's report


@dataclass(frozen=True, slots=True)
class Question:
    """What to look for; every part that is given must fit. Names fit when they hold the words asked for, whatever
    their case and accents. A claim without a date of its own counts under its report's day."""

    kind: str | None = None
    speaker: str | None = None
    actor: str | None = None
    act: str | None = None
    type: str | None = None
    place: str | None = None
    from_on: date | None = None
    to_on: date | None = None
    status: str | None = None
    story: str | None = None
    report: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A claim with what is known of its report, the words that make it, and the speaker it stands on."""

    kind: str
    claim: Claim
    type: str
    report: str
    path: str | None
    url: str | None
    title: str | None
    published: date | None
    publisher: str | None
    language: str
    speaker: str | None
    span: Span
    quote: str


def find(connection: Connection, question: Question) -> tuple[FoundClaim, ...]:
    """Claims in order of publication, report, and text."""
    query = _query().where(*_conditions(connection, question))
    found = [_found(row) for row in connection.execute(query)]
    kinds = list(KINDS)
    return tuple(
        sorted(
            found,
            key=lambda f: (f.published is None, f.published or date.min, f.report, f.span.start, kinds.index(f.kind)),
        )
    )


def _query() -> Select[Any]:
    claims, reports = tables.claims.c, tables.reports.c
    quote = func.substr(reports.text, claims.first + 1, claims.last - claims.first)
    shown = (getattr(reports, name).label(f"report_{name}") for name in SHOWN)
    columns = (claims.kind, claims.type, claims.speaker, claims.first, claims.last, claims.body)
    return select(*columns, *shown, quote.label("quote")).join_from(
        tables.claims, tables.reports, claims.report == reports.id
    )


def _conditions(connection: Connection, question: Question) -> list[ColumnElement[bool]]:
    claims, reports = tables.claims.c, tables.reports.c
    exact = {
        claims.kind: question.kind,
        claims.status: question.status.lower() if question.status else None,
        claims.report: question.report,
        claims.id: question.id,
    }
    conditions: list[ColumnElement[bool]] = [column == value for column, value in exact.items() if value is not None]
    if question.act:
        conditions += [claims.kind == "statement", claims.type == question.act.lower()]
    if question.type:
        conditions.append(func.lower(claims.type) == question.type.lower())
    if question.speaker:
        conditions.append(_names(claims.speaker_keys, _spellings(connection, question.speaker)))
    if question.actor:
        conditions.append(_names(claims.actor_keys, _spellings(connection, question.actor)))
    if question.place:
        conditions.append(_names(claims.place_keys, (question.place,)))
    if question.story:
        story = checks.story(connection, question.story)
        within = select(tables.story_reports.c.report).where(tables.story_reports.c.story == story.id)
        conditions.append(claims.report.in_(within))
    if question.from_on:
        conditions.append(func.coalesce(claims.ends_on, reports.published) >= question.from_on.isoformat())
    if question.to_on:
        conditions.append(func.coalesce(claims.starts_on, reports.published) <= question.to_on.isoformat())
    return conditions


def _spellings(connection: Connection, name: str) -> tuple[str, ...]:
    """The name, and every spelling of the entities that are written with it."""
    wanted = fold(name)
    spellings = {name: None}
    for entity in checks.entities(connection):
        if any(wanted in fold(spelling) for spelling in (entity.name, *entity.spellings)):
            spellings.update(dict.fromkeys(entity.spellings))
    return tuple(spellings)


def _names(keys: ColumnElement[str], names: tuple[str, ...]) -> ColumnElement[bool]:
    return or_(*(keys.contains(fold(name), autoescape=True) for name in names))


def _found(row: Row[Any]) -> FoundClaim:
    values = row._mapping
    return FoundClaim(
        kind=values["kind"],
        claim=from_body(KINDS[values["kind"]], values["body"]),
        type=values["type"],
        report=values["report_id"],
        path=values["report_path"],
        url=values["report_url"],
        title=values["report_title"],
        published=date.fromisoformat(values["report_published"]) if values["report_published"] else None,
        publisher=values["report_publisher"],
        language=values["report_language"],
        speaker=values["speaker"],
        span=Span(values["first"], values["last"]),
        quote=values["quote"],
    )
