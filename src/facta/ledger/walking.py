"""Claims that fit a question, a page at a time, without sorting all of them: some reports are taken in order of
publication, then their claims, then more reports, until the page is full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Select, Tuple, func, or_, select, tuple_

from facta.ledger import checks, tables
from facta.ledger.bodies import KINDS
from facta.ledger.cursor import Key
from facta.ledger.find import FoundClaim, Question, conditions_of, found_claims, key_of, of_side, query_of_claims

Placed = tuple[Key, FoundClaim]
FIRST, MORE, MOST = 40, 4, 5_000  # reports taken at first, how many times as many then, and at most


def behind(
    connection: Connection, question: Question, place: Key | None, limit: int, unreviewed: bool = False
) -> list[Placed]:
    """The first claims behind a place in the order of publication, report and text, each with its own place: whether
    undated, day, report, first character, kind, number. `unreviewed` leaves out reports on whose claims somebody
    decided."""
    reports, claims = tables.reports.c, tables.claims.c
    undated, day = reports.published.is_(None), func.coalesce(reports.published, "")
    order = (undated, day, claims.report, claims.first, claims.kind, claims.number)
    query = query_of_claims().add_columns(undated.label("undated"), day.label("day"), claims.number).order_by(*order)
    query = query.where(*conditions_of(connection, question))
    if place:
        query = query.where(
            or_(claims.report != place[2], tuple_(claims.first, claims.kind, claims.number) > place[3:])
        )
    found: list[Placed] = []
    for some in _reports(connection, question, place, unreviewed):
        rows = connection.execute(query.where(claims.report.in_(some))).all()
        for row, one in zip(rows, found_claims(connection, rows), strict=True):
            if of_side(one, question):
                found.append(((int(row.undated), *key_of(row)), one))
            if len(found) == limit:
                return found
    return found


def _reports(
    connection: Connection, question: Question, place: Key | None, unreviewed: bool
) -> Iterator[Sequence[str]]:
    """Ids of reports from that of a place on, in order, some at a time."""
    table = tables.reports.c
    chosen = _chosen(connection, question, unreviewed)
    dated, by_day = chosen.where(table.published.is_not(None)), tuple_(table.published, table.id)
    undated = chosen.where(table.published.is_(None))
    if place is None or not place[0]:
        begun = dated.where(by_day >= place[1:3]) if place else dated
        yield from _walk(connection, begun, by_day, (table.published, table.id))
    begun = undated.where(table.id >= place[2]) if place and place[0] else undated
    yield from _walk(connection, begun, tuple_(table.id), (table.id,))


def _walk(
    connection: Connection, query: Select[Any], key: Tuple, order: Sequence[Column[Any]]
) -> Iterator[Sequence[str]]:
    """The ids that the query gives, more of them each time."""
    query, size = query.order_by(*order), FIRST
    some = connection.execute(query.limit(size)).all()
    while some:
        yield [row.id for row in some]
        size = min(MORE * size, MOST)
        last = tuple(getattr(some[-1], column.name) for column in order)
        some = connection.execute(query.where(key > last).limit(size)).all()


def _chosen(connection: Connection, question: Question, unreviewed: bool) -> Select[tuple[str, str | None]]:
    """The reports that a question can be about."""
    table = tables.reports.c
    query = select(table.id, table.published)
    if question.report:
        query = query.where(table.id == question.report)
    if question.story:
        query = query.where(table.id.in_(checks.story(connection, question.story).reports))
    if unreviewed:
        reviewed = select(tables.reviews.c.text_digest).where(tables.reviews.c.kind.in_(list(KINDS)))
        query = query.where(table.text_digest.not_in(reviewed))
    return query
