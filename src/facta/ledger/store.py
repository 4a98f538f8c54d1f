"""Reports and claims in and out of the tables, within a transaction that the caller opened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Row, RowMapping, Select, Table, delete, insert, select

from facta.errors import UsageError
from facta.ledger import rows, search, tables
from facta.ledger.words import storable
from facta.records import Claims, PassageRole, Report, digest

_KNOWN = ("language", "title", "published", "publisher", "url")
_IDENTITY = ("publisher", "url")  # facts that, when they differ, make two reports of one text
_CHUNK = 5_000  # ids in one query


def add(connection: Connection, claims: Claims, made_by: str) -> bool:
    """Write a report's rows in the place of earlier ones of the same report; false if nothing would change."""
    report = claims.report
    if _same(connection, claims, made_by):
        return False
    for stored in _stored(connection, report):
        forget(connection, stored["id"])
        connection.execute(delete(tables.reports).where(tables.reports.c.id == stored["id"]))
    connection.execute(insert(tables.reports), rows.report_row(claims, made_by))
    _insert(connection, tables.passages, rows.passage_rows(report))
    _insert(connection, tables.names, rows.name_rows(claims))
    _insert(connection, tables.places, rows.place_rows(claims))
    _insert(connection, tables.claims, rows.claim_rows(claims))
    search.add(connection, [(report.id, report.text)])
    return True


def forget(connection: Connection, report: str) -> None:
    """Remove the stories that a report is part of, since their findings point into it; the next check makes them
    anew. It is found no more."""
    search.remove(connection, report)
    within = select(tables.story_reports.c.story).where(tables.story_reports.c.report == report)
    connection.execute(delete(tables.stories).where(tables.stories.c.id.in_(within)))


def has(connection: Connection, report: Report, made_by: str) -> bool:
    """Whether a stored report of the same text, by the same maker, knows at least as much as this one."""
    return any(row["made_by"] == made_by and not _adds(report, row) for row in _stored(connection, report))


def _same(connection: Connection, claims: Claims, made_by: str) -> bool:
    row = connection.execute(select(tables.reports).where(tables.reports.c.id == claims.report.id)).mappings().first()
    if row is None or dict(row) != rows.report_row(claims, made_by):
        return False
    stored = claims_of(connection, claims.report.id)
    return stored == claims


def _stored(connection: Connection, report: Report) -> list[RowMapping]:
    """Stored rows of this very report: by id, or by path and text where no known publisher or address differs."""
    table = tables.reports
    same_text = connection.execute(select(table).where(table.c.text_digest == digest(report.text))).mappings()
    return [row for row in same_text if row["id"] == report.id or _one_report(report, row)]


def _one_report(report: Report, row: RowMapping) -> bool:
    given = {name: getattr(report, name) for name in _IDENTITY}
    agree = all(given[name] is None or row[name] is None or given[name] == row[name] for name in _IDENTITY)
    return report.path is not None and row["path"] == report.path and agree


def _adds(report: Report, row: RowMapping) -> bool:
    """Whether the report knows something that the row does not, or knows it differently."""
    known = {name: getattr(report, name) for name in _KNOWN}
    if known["published"] is not None:
        known["published"] = known["published"].isoformat()
    return any(value is not None and value != row[name] for name, value in known.items())


def _insert(connection: Connection, table: Table, new: list[dict[str, Any]]) -> None:
    if new:
        connection.execute(insert(table), new)


def all_claims(connection: Connection) -> tuple[Claims, ...]:
    stored = connection.execute(select(tables.reports)).mappings().all()
    parts = Parts(connection)
    return tuple(parts.claims_of(row) for row in _in_order(stored))


def claims_of(connection: Connection, report: str) -> Claims:
    (found,) = claims_of_many(connection, [report])
    return found


def claims_of_many(connection: Connection, wanted: Sequence[str], bare: bool = False) -> tuple[Claims, ...]:
    """What each of these reports claims, in the order asked for; `UsageError` for one that is not there. `bare` ones
    have no names, places and vector, and of the passages the headlines only."""
    stored = {row["id"]: row for row in _of(connection, select(tables.reports), tables.reports.c.id, wanted)}
    for report in wanted:
        if report not in stored:
            raise _unknown(report)
    parts = Parts(connection, wanted, bare)
    return tuple(parts.claims_of(stored[id_]) for id_ in wanted)


def report(connection: Connection, wanted: str) -> Report:
    """The report with this id; `UsageError` if it is not there."""
    found = reports_of(connection, [wanted])
    if not found:
        raise _unknown(wanted)
    return found[0]


def _unknown(report: str) -> UsageError:
    return UsageError(f"no report {report!r} in the ledger", "see facta export --format jsonl for their ids")


def reports_of(connection: Connection, wanted: Sequence[str]) -> tuple[Report, ...]:
    """These reports, without those that are not there, in the order asked for."""
    stored = {row["id"]: row for row in _of(connection, select(tables.reports), tables.reports.c.id, wanted)}
    passages = _by_report(connection, tables.passages, rows.PASSAGE, wanted)
    return tuple(rows.report_of(stored[id_], passages[id_]) for id_ in wanted if id_ in stored)


def reports(connection: Connection) -> tuple[Report, ...]:
    stored = connection.execute(select(tables.reports)).mappings().all()
    passages = _by_report(connection, tables.passages, rows.PASSAGE)
    return tuple(rows.report_of(row, passages[row["id"]]) for row in _in_order(stored))


class Parts:
    """The rows that belong to reports, by report: of all reports or of some."""

    def __init__(self, connection: Connection, wanted: Sequence[str] | None = None, bare: bool = False) -> None:
        self.bare = bare
        self.claims = _by_report(connection, tables.claims, rows.CLAIM, wanted)
        others = [] if bare else wanted
        headline = (tables.passages.c.role == str(PassageRole.HEADLINE),) if bare else ()
        self.passages = _by_report(connection, tables.passages, rows.PASSAGE, wanted, *headline)
        self.names = _by_report(connection, tables.names, rows.NAME, others)
        self.places = _by_report(connection, tables.places, rows.PLACE, others)

    def claims_of(self, row: RowMapping) -> Claims:
        id_, vector = row["id"], None if self.bare else row["vector"]
        report = rows.report_of(row, self.passages[id_])
        return rows.claims_of(report, vector, self.names[id_], self.places[id_], self.claims[id_])


def _by_report(
    connection: Connection,
    table: Table,
    columns: Sequence[str],
    wanted: Sequence[str] | None = None,
    *conditions: ColumnElement[bool],
) -> defaultdict[str, list[Row[Any]]]:
    """Columns of a table's rows by report, of all reports or of some, each list in the order of its numbers."""
    query = select(*(table.c[name] for name in columns)).where(*conditions)
    found: defaultdict[str, list[Row[Any]]] = defaultdict(list)
    for some in [None] if wanted is None else _chunks(wanted):
        for row in connection.execute(query if some is None else query.where(table.c.report.in_(some))).all():
            found[row[0]].append(row)
    for listed in found.values():  # by the number; the database would have to sort whole rows
        listed.sort(key=itemgetter(1))
    return found


def _of(connection: Connection, query: Select[Any], column: Column[str], ids: Sequence[str]) -> Iterator[RowMapping]:
    """The rows of a query whose column has one of the ids."""
    for some in _chunks(ids):
        yield from connection.execute(query.where(column.in_(some))).mappings()


def _chunks(ids: Sequence[str]) -> list[list[str]]:
    unique = list(dict.fromkeys(map(storable, ids)))
    return [unique[at : at + _CHUNK] for at in range(0, len(unique), _CHUNK)]


def _in_order(stored: Iterable[RowMapping]) -> list[RowMapping]:
    return sorted(stored, key=lambda row: (row["published"] is None, row["published"] or "", row["id"]))
