"""Fills the tables that lists and the search are answered from, for a ledger from before there were any."""

from __future__ import annotations

from sqlalchemy import Connection, select

from facta.ledger import checks, lines, names, search, tables

SINCE = 4  # the number of the step that makes the last of these tables
_AT_ONCE = 500  # stories whose findings are held at a time


def fill(connection: Connection) -> None:
    """Index every report and entity, and write the line of every story."""
    reports = connection.execute(select(tables.reports.c.id, tables.reports.c.text).order_by(tables.reports.c.id))
    search.add(connection, ((row.id, row.text) for row in reports.all()))
    names.index(connection, checks.entities(connection))
    stories = checks.stories(connection)
    for at in range(0, len(stories), _AT_ONCE):
        lines.write(connection, [checks.found_of(connection, story) for story in stories[at : at + _AT_ONCE]])
