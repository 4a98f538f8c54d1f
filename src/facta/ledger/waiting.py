"""What the review queue asks of the tables: stories with something to decide, and a story's claims that are open."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Boolean, ColumnElement, Connection, RowMapping, literal_column, or_, select

from facta.ledger import tables
from facta.ledger.bodies import KINDS, from_body
from facta.records import Precision, Span

# how the JSON of a claim says that more than one bearer or place is possible, or that the report hedges it
CANDIDATES, UNRESOLVED, HEDGED = '"candidates":["', '"precision":"unresolved"', '"hedged":true'
ONE_ORIGIN = '"origins":1,"utterances"'
_PARTIES = ("speaker", "addressee", "actor", "recipient", "by", "to", "told_by")
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
    return _stories(connection, tables.stories.c.id.in_(found), before, limit)


def with_groups(connection: Connection, kind: str, before: int | None, limit: int) -> tuple[Numbered, ...]:
    """The same for stories with a group of this kind."""
    found = select(tables.claim_groups.c.story).where(tables.claim_groups.c.kind == kind)
    return _stories(connection, tables.stories.c.id.in_(found), before, limit)


def of_one_origin(
    connection: Connection, verdicts: Collection[str], before: int | None, limit: int
) -> tuple[Numbered, ...]:
    """The same for stories with a finding of one of these verdicts, of which one origin tells."""
    table = tables.findings.c
    found = select(table.story).where(
        table.verdict.in_(sorted(verdicts)), table.body.contains(ONE_ORIGIN, autoescape=True)
    )
    return _stories(connection, tables.stories.c.id.in_(found), before, limit)


def unresolved(connection: Connection, before: int | None, limit: int) -> tuple[Numbered, ...]:
    """The same for stories with a claim that names somebody or something open."""
    said = or_(_says(connection, CANDIDATES), _says(connection, UNRESOLVED))
    return _stories(connection, _with_claim(said), before, limit)


def hedged(connection: Connection, before: int | None, limit: int) -> tuple[Numbered, ...]:
    """The same for stories with a claim that the report hedges."""
    return _stories(connection, _with_claim(_says(connection, HEDGED)), before, limit)


def _says(connection: Connection, words: str) -> ColumnElement[bool]:
    """Whether the JSON of a claim has the words, written as the indices of open claims are."""
    finds = "instr" if connection.dialect.name == "sqlite" else "strpos"
    return literal_column(f"{finds}(claims.body, '{words}') > 0", type_=Boolean)


def _with_claim(said: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether a story has a claim of which this can be said."""
    claims, within = tables.claims.c, tables.story_reports.c
    query = select(claims.report).join(tables.story_reports, within.report == claims.report)
    return query.where(within.story == tables.stories.c.id, said).correlate(tables.stories).exists()


def _stories(connection: Connection, fits: ColumnElement[bool], before: int | None, limit: int) -> tuple[Numbered, ...]:
    table = tables.stories.c
    query = select(table.number, table.id).where(fits).order_by(table.number.desc()).limit(limit)
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
    asked = [_says(connection, words) for words in (CANDIDATES, UNRESOLVED, HEDGED)]
    query = (
        select(table.report, table.kind, table.id, table.first, table.last, table.body, within.number)
        .join(tables.story_reports, within.report == table.report)
        .where(within.story == story, or_(*asked))
        .order_by(within.number, table.first, table.last, table.kind, table.id)
    )
    return tuple(_open(row) for row in connection.execute(query).mappings())


def _open(row: RowMapping) -> OpenClaim:
    claim = from_body(KINDS[row["kind"]], row["body"])
    parties = (getattr(claim, name, None) for name in _PARTIES)
    candidates = any(one.candidates for party in parties if party for one in party.parties)
    places = (*getattr(claim, "places", ()), getattr(claim, "place", None))
    unresolved = any(place.precision is Precision.UNRESOLVED for place in places if place)
    hedged = bool(getattr(claim, "hedged", False))
    words = row["first"], row["last"]
    return OpenClaim(row["report"], row["kind"], row["id"], *words, candidates, unresolved, hedged)
