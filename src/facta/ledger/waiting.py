"""What the review queue asks of the tables: stories with something to decide, and a story's claims that are open."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, Select, or_, select

from facta.ledger import tables
from facta.records import Span

# how the JSON of a claim says that more than one bearer or place is possible, or that the report hedges it
CANDIDATES, UNRESOLVED, HEDGED = '"candidates":["', '"precision":"unresolved"', '"hedged":true'
Numbered = tuple[int, str]  # a story's number in the ledger, and its id


@dataclass(frozen=True, slots=True)
class OpenClaim:
    """A claim of which something is not sure."""

    report: str
    kind: str
    id: str
    first: int
    last: int
    candidates: bool
    unresolved: bool
    hedged: bool


def contested(
    connection: Connection, verdicts: Collection[str], before: int | None, limit: int
) -> tuple[Numbered, ...]:
    """Stories with a finding of one of these verdicts, the latest first, below the number `before`."""
    found = select(tables.findings.c.story).where(tables.findings.c.verdict.in_(sorted(verdicts)))
    return _stories(connection, found, before, limit)


def with_groups(connection: Connection, kind: str, before: int | None, limit: int) -> tuple[Numbered, ...]:
    """The same for stories with a group of this kind."""
    found = select(tables.claim_groups.c.story).where(tables.claim_groups.c.kind == kind)
    return _stories(connection, found, before, limit)


def every(connection: Connection, before: int | None, limit: int) -> tuple[Numbered, ...]:
    """The same for all stories."""
    return _stories(connection, None, before, limit)


def _stories(
    connection: Connection, within: Select[tuple[str]] | None, before: int | None, limit: int
) -> tuple[Numbered, ...]:
    table = tables.stories.c
    query = select(table.number, table.id).order_by(table.number.desc()).limit(limit)
    if within is not None:
        query = query.where(table.id.in_(within))
    if before is not None:
        query = query.where(table.number < before)
    return tuple((row.number, row.id) for row in connection.execute(query))


def spans_of(connection: Connection, claims: Collection[str]) -> dict[tuple[str, str], Span]:
    """By report and claim, the words of the claims that the machine reads."""
    table = tables.claims.c
    query = select(table.report, table.id, table.first, table.last).where(table.id.in_(sorted(claims)))
    return {(row.report, row.id): Span(row.first, row.last) for row in connection.execute(query)}


def open_claims(connection: Connection, story: str) -> tuple[OpenClaim, ...]:
    """Claims of a story's reports that name somebody or something open, or are hedged, in the order of the reports."""
    table, within = tables.claims.c, tables.story_reports.c
    asked = [table.body.contains(words, autoescape=True) for words in (CANDIDATES, UNRESOLVED, HEDGED)]
    query = (
        select(table.report, table.kind, table.id, table.first, table.last, table.body, within.number)
        .join(tables.story_reports, within.report == table.report)
        .where(within.story == story, or_(*asked))
        .order_by(within.number, table.first, table.last, table.kind, table.id)
    )
    return tuple(
        OpenClaim(
            row.report,
            row.kind,
            row.id,
            row.first,
            row.last,
            CANDIDATES in row.body,
            UNRESOLVED in row.body,
            HEDGED in row.body,
        )
        for row in connection.execute(query)
    )
