"""From a path or URL to an engine on a ledger of the newest schema, or a clear error. Asks no questions of the rows."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from facta.errors import LedgerError
from facta.ledger.indexing import SINCE, fill
from facta.ledger.migrations import NEWEST, VERSION_TABLE, apply

PRIVATE: dict[str, Any] = {"hide_parameters": True}  # values, such as hashes of passwords, stay out of error texts
WAIT_SECONDS = 30  # how long a writer waits for another one
_LOCK = 0x66616374  # number of the advisory lock that migrations take on PostgreSQL ("fact")


def connect(where: str, create: bool) -> Engine:
    """An engine on the ledger at `where`; `create` allows an empty one to be made."""
    engine = _by_url(where) if "://" in where else _by_path(where, create)
    try:
        _bring_up(engine, where, create)
    except (DBAPIError, sqlite3.Error) as error:
        engine.dispose()
        raise LedgerError(*_explain(where, error)) from error
    except LedgerError:
        engine.dispose()
        raise
    return engine


def _by_path(where: str, create: bool) -> Engine:
    path = Path(where)
    if path.is_dir():
        raise LedgerError(f"{where} is a folder, not a ledger", "name a file, such as facta.db")
    if not path.exists():
        if not create:
            raise LedgerError(f"there is no ledger at {where}", "fill one with: facta read PATH --ledger " + where)
        if not path.parent.is_dir():
            raise LedgerError(f"the folder {path.parent} of the ledger does not exist", "create it first")
    return _sqlite(create_engine(f"sqlite+pysqlite:///{path}", connect_args={"timeout": WAIT_SECONDS}, **PRIVATE))


def _by_url(where: str) -> Engine:
    try:
        engine = create_engine(make_url(where), **PRIVATE)
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError, ValueError) as error:
        remedy = "write postgresql+psycopg://user@host/name, and install facta[postgresql]"
        raise LedgerError(f"{hidden(where)} is not the address of a database facta knows: {error}", remedy) from error
    return _sqlite(engine) if engine.dialect.name == "sqlite" else engine


def hidden(where: str) -> str:
    """The address without its password."""
    try:
        return make_url(where).render_as_string(hide_password=True) if "://" in where else where
    except (ArgumentError, ValueError):
        return where


def _sqlite(engine: Engine) -> Engine:
    """Transactions that hold schema changes too, and writers that queue up instead of failing half-way."""

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _: Any) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def _bring_up(engine: Engine, where: str, create: bool) -> None:
    version = _version(engine, where)
    if version > NEWEST:
        raise LedgerError(
            f"{hidden(where)} was written by a newer facta (schema {version}, this one knows {NEWEST})", "upgrade facta"
        )
    if version == NEWEST:
        return
    if version == 0 and not create:
        raise LedgerError(f"{hidden(where)} holds no ledger", "fill one with: facta read PATH --ledger …")
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            connection.connection.cursor().execute("PRAGMA journal_mode = WAL")
    with engine.execution_options(writing=True).begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        before = _version_in(connection)
        apply(connection, before)
        if 0 < before < SINCE:
            fill(connection)


def _version(engine: Engine, where: str) -> int:
    """The schema's number, 0 for an empty database; a foreign SQLite file is refused rather than added to."""
    with engine.connect() as connection:
        version = _version_in(connection)
        if version == 0 and engine.dialect.name == "sqlite" and inspect(connection).get_table_names():
            raise LedgerError(f"{where} is a database, but not a ledger of facta", "name another file")
        return version


def _version_in(connection: Connection) -> int:
    if not inspect(connection).has_table(VERSION_TABLE):
        return 0
    return connection.execute(text(f"SELECT MAX(number) FROM {VERSION_TABLE}")).scalar() or 0


def _explain(where: str, error: Exception) -> tuple[str, str]:
    reason = str(getattr(error, "orig", error)).strip().splitlines()[0]
    if "file is not a database" in reason:
        return f"{where} is not a ledger: it is not an SQLite file", "name another file"
    if "readonly" in reason or "unable to open" in reason:
        return f"the ledger {where} cannot be opened: {reason}", "check the rights of the file and its folder"
    return f"the ledger {hidden(where)} cannot be opened: {reason}", "check the address, the rights and the server"
