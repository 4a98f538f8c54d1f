"""Every ledger test runs over SQLite and over a real PostgreSQL server, where one is installed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest

from facta.ledger import Ledger
from tests.ledger import cluster

NUMBERS = count(1)


@pytest.fixture(scope="session")
def socket() -> Iterator[str]:
    if reason := cluster.missing():
        pytest.skip(reason)
    with cluster.server() as folder:
        yield folder


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a ledger that does not exist yet."""
    if request.param == "sqlite":
        return str(tmp_path / "ledger.db")
    folder, name = request.getfixturevalue("socket"), f"ledger_{next(NUMBERS)}"
    with psycopg.connect(f"host={folder} user=facta dbname=postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    return f"postgresql+psycopg://facta@/{name}?host={folder}"


@pytest.fixture
def ledger(where: str) -> Iterator[Ledger]:
    with Ledger.open(where) as opened:
        yield opened
