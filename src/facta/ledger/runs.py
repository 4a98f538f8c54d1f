"""The log of runs in and out of the tables: each filling of a ledger, how far it came, what it met and what failed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, and_, func, insert, or_, select, update

from facta.errors import UsageError
from facta.ledger import cursor, tables
from facta.ledger.opened import Opened
from facta.records import Failure


class RunState(StrEnum):
    """How far a run is. `FAILED` ended by an error that concerns every report, `INTERRUPTED` without a word."""

    WAITING = "waiting"
    READING = "reading"
    CHECKING = "checking"
    DONE = "done"
    FAILED = "failed"
    INTERRUPTED = "interrupted"

    @property
    def over(self) -> bool:
        return self in (RunState.DONE, RunState.FAILED, RunState.INTERRUPTED)


@dataclass(frozen=True, slots=True)
class Run:
    """One filling of the ledger. `what` was given, `by` whom; `total` inputs where their number is known; `read`,
    `known` (in the ledger already) and `failed` count reports, `stories` those that they are part of. Times are UTC;
    `process` is the machine and process that did it."""

    id: str
    what: str
    by: str
    started_at: datetime
    process: str
    state: RunState = RunState.WAITING
    total: int | None = None
    read: int = 0
    known: int = 0
    failed: int = 0
    stories: int = 0
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class RunPage:
    """Runs, newest first; `next` is the cursor of those before them, if there are any."""

    runs: tuple[Run, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class MetReport:
    """A report that a run read or knew, with the story that it is part of by now."""

    number: int
    report: str
    title: str | None
    publisher: str | None
    published: date | None
    language: str
    story: str | None
    story_title: str | None


@dataclass(frozen=True, slots=True)
class MetPage:
    """Reports in the order in which the run met them."""

    reports: tuple[MetReport, ...]
    next: str | None


class RunLog(Opened):
    """What an open ledger knows of its runs."""

    def start_run(self, run: Run) -> None:
        """Enter a run that begins, or waits to."""
        with self._writing() as connection:
            connection.execute(insert(tables.runs), _row(run))

    def keep_run(self, run: Run, report: str | None = None) -> None:
        """Note how far a run is, and the report that it met just now."""
        with self._writing() as connection:
            table = tables.runs
            connection.execute(update(table).where(table.c.id == run.id).values(**_row(run)))
            if report is not None:
                met = {"run": run.id, "number": run.read + run.known, "report": report}
                connection.execute(insert(tables.run_reports), met)

    def run(self, name: str) -> Run:
        """The run whose id begins with `name`."""
        with self._reading() as connection:
            table = tables.runs
            query = select(table).where(table.c.id.startswith(name, autoescape=True)).limit(2)
            found = [_run(row) for row in connection.execute(query).mappings()]
        if len(found) == 1 and name:
            return found[0]
        how_many = "more than one run begins with" if name and found else "no run"
        raise UsageError(f"{how_many} {name!r}", "see facta runs")

    def runs(self, after: str | None = None, limit: int = 50) -> RunPage:
        """Runs, newest first."""
        with self._reading() as connection:
            return _page(connection, after, limit)

    def unfinished_runs(self) -> tuple[Run, ...]:
        """Runs that did not say yet that they ended."""
        with self._reading() as connection:
            open_ones = [state for state in RunState if not state.over]
            rows = connection.execute(select(tables.runs).where(tables.runs.c.state.in_(open_ones))).mappings()
            return tuple(sorted(map(_run, rows), key=lambda run: (run.started_at, run.id)))

    def run_failures(self, run: str, limit: int | None = None) -> tuple[Failure, ...]:
        """What a run could not read, and why, in order."""
        with self._reading() as connection:
            table = tables.failures
            query = select(table).where(table.c.run == run).order_by(table.c.at, table.c.what).limit(limit)
            rows = connection.execute(query).mappings()
            return tuple(Failure(row["what"], row["reason"], row["remedy"]) for row in rows)

    def run_reports(self, run: str, after: str | None = None, limit: int = 50) -> MetPage:
        """The reports that a run met and that the ledger still holds."""
        key = cursor.read(after, (int,))
        with self._reading() as connection:
            query = _met().where(tables.run_reports.c.run == run).limit(limit + 1)
            if key:
                query = query.where(tables.run_reports.c.number > key[0])
            rows = [MetReport(**_dated(row)) for row in connection.execute(query).mappings()]
        more = len(rows) > limit
        return MetPage(tuple(rows[:limit]), cursor.written((rows[limit - 1].number,)) if more else None)

    def stories_met(self, run: str) -> int:
        """In how many stories the reports of a run are."""
        with self._reading() as connection:
            met, within = tables.run_reports.c, tables.story_reports.c
            query = select(func.count(within.story.distinct())).join_from(
                tables.run_reports, tables.story_reports, met.report == within.report
            )
            return connection.execute(query.where(met.run == run)).scalar_one()


def _page(connection: Connection, after: str | None, limit: int) -> RunPage:
    started, own = tables.runs.c.started_at, tables.runs.c.id
    query = select(tables.runs).order_by(started.desc(), own.desc()).limit(limit + 1)
    if key := cursor.read(after, (str, str)):
        query = query.where(or_(started < key[0], and_(started == key[0], own < key[1])))
    found = [_run(row) for row in connection.execute(query).mappings()]
    last = found[limit - 1] if len(found) > limit else None
    return RunPage(
        tuple(found[:limit]), cursor.written((last.started_at.isoformat(), last.id)) if last is not None else None
    )


def _met() -> Select[Any]:
    """The reports of runs, each with the first story that holds it."""
    met, reports, within, stories = tables.run_reports, tables.reports, tables.story_reports, tables.stories
    first = select(func.min(within.c.story)).where(within.c.report == met.c.report).scalar_subquery()
    shown = (reports.c[name] for name in ("title", "publisher", "published", "language"))
    return (
        select(met.c.number, met.c.report, *shown, stories.c.id.label("story"), stories.c.title.label("story_title"))
        .join_from(met, reports, reports.c.id == met.c.report)
        .outerjoin(stories, stories.c.id == first)
        .order_by(met.c.number)
    )


def _dated(row: RowMapping) -> dict[str, Any]:
    published = row["published"]
    return {**row, "published": date.fromisoformat(published) if published else None}


def _row(run: Run) -> dict[str, Any]:
    return {
        "id": run.id,
        "started_at": run.started_at.isoformat(),
        "ended_at": run.ended_at.isoformat() if run.ended_at else None,
        "what": run.what,
        "by_whom": run.by,
        "process": run.process,
        "state": str(run.state),
        "total": run.total,
        "read": run.read,
        "known": run.known,
        "failed": run.failed,
        "stories": run.stories,
    }


def _run(row: RowMapping) -> Run:
    return Run(
        id=row["id"],
        what=row["what"],
        by=row["by_whom"],
        started_at=datetime.fromisoformat(row["started_at"]),
        process=row["process"],
        state=RunState(row["state"]),
        total=row["total"],
        read=row["read"],
        known=row["known"],
        failed=row["failed"],
        stories=row["stories"],
        ended_at=datetime.fromisoformat(row["ended_at"]) if row["ended_at"] else None,
    )
