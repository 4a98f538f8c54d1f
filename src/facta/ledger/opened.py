"""An engine on a ledger in, transactions for reading and writing out. What is asked in them is left to others."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from facta.errors import LedgerError
from facta.ledger.connect import connect


class Opened:
    """An open ledger. Safe to share between threads; many may read while one writes."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @classmethod
    def open(cls, where: str, create: bool = True) -> Self:
        """The ledger in an SQLite file, or at a database URL such as `postgresql+psycopg://user@host/name`."""
        return cls(connect(str(where), create))

    def close(self) -> None:
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with _explained(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with _explained(), self._engine.execution_options(writing=True).begin() as connection:
            yield connection


@contextmanager
def _explained() -> Iterator[None]:
    """The database's own complaints as `LedgerError`."""
    try:
        yield
    except DBAPIError as error:
        reason = str(error.orig).strip().splitlines()[0]
        remedy = "check the disk, the rights, and whether another program holds the ledger"
        raise LedgerError(f"the ledger could not be used: {reason}", remedy) from error
