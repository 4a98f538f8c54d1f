"""Opening: the schema grows from any earlier state, and what is no ledger is refused with its name."""

from __future__ import annotations

import os
import sqlite3
import stat
from pathlib import Path

import pytest
from sqlalchemy import Inspector, create_engine, inspect, text

from facta.errors import LedgerError
from facta.ledger import Ledger, migrations, tables
from facta.ledger.connect import hidden
from tests.ledger import build


def columns(where: str) -> dict[str, dict[str, bool]]:
    """By table, the columns and whether each may be empty."""
    engine = create_engine(where if "://" in where else f"sqlite:///{where}")
    looked = inspect(engine)
    found = {
        name: {
            c["name"]: bool(c["nullable"]) and c["name"] not in primary(looked, name) for c in looked.get_columns(name)
        }
        for name in looked.get_table_names()
        if name != migrations.VERSION_TABLE and not name.startswith("search")  # the index differs by database
    }
    engine.dispose()
    return found


def primary(looked: Inspector, name: str) -> list[str]:
    return looked.get_pk_constraint(name)["constrained_columns"]


def test_migrations_make_the_tables_that_queries_are_written_for(where: str) -> None:
    Ledger.open(where).close()
    written = {t.name: {c.name: bool(c.nullable) for c in t.columns} for t in tables.METADATA.tables.values()}
    assert columns(where) == written


def test_the_oldest_schema_is_brought_up_with_its_rows(where: str) -> None:
    engine = create_engine(where if "://" in where else f"sqlite:///{where}")
    with engine.begin() as connection:
        migrations.apply(connection, 0, up_to=1)
        connection.execute(
            text(
                "INSERT INTO reports (id, language, words, text, text_digest, made_by)"
                " VALUES ('r1', 'en', 2, 'Old words', 'd', 'facta 0')"
            )
        )
    engine.dispose()
    with Ledger.open(where, create=False) as ledger:
        assert [report.text for report in ledger.reports()] == ["Old words"]
        assert ledger.add(build.claims())
    assert inspected_indexes(where) >= {"claims_by_id", "reports_by_text"}


def inspected_indexes(where: str) -> set[str | None]:
    engine = create_engine(where if "://" in where else f"sqlite:///{where}")
    looked = inspect(engine)
    found = {index["name"] for name in looked.get_table_names() for index in looked.get_indexes(name)}
    engine.dispose()
    return found


def test_opening_twice_applies_each_step_once(where: str) -> None:
    for _ in range(2):
        with Ledger.open(where) as ledger:
            assert ledger.reports() == ()


def test_a_broken_step_leaves_nothing_behind(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = migrations.Step.statements
    monkeypatch.setattr(
        migrations.Step,
        "statements",
        lambda step, dialect: (
            [*broken(step, dialect), "CREATE NONSENSE"] if step.number == migrations.NEWEST else broken(step, dialect)
        ),
    )
    with pytest.raises(LedgerError):
        Ledger.open(where)
    assert columns(where) == {}


def test_steps_are_numbered_as_their_files() -> None:
    assert [int(name[:4]) for name in migrations.STEPS] == list(range(1, migrations.NEWEST + 1))


def test_a_ledger_of_a_newer_facta_is_refused(where: str) -> None:
    Ledger.open(where).close()
    engine = create_engine(where if "://" in where else f"sqlite:///{where}")
    with engine.begin() as connection:
        connection.execute(text(f"INSERT INTO {migrations.VERSION_TABLE} (number, file) VALUES (999, 'x')"))
    engine.dispose()
    with pytest.raises(LedgerError, match="newer facta") as error:
        Ledger.open(where)
    assert error.value.remedy == "upgrade facta"


def test_what_is_no_ledger_is_refused_by_name(tmp_path: Path) -> None:
    words = tmp_path / "notes.txt"
    words.write_text("These are notes, and long enough not to be taken for an empty database. " * 20, encoding="utf-8")
    with pytest.raises(LedgerError, match=r"notes\.txt is not a ledger: it is not an SQLite file"):
        Ledger.open(str(words))
    other = tmp_path / "music.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE songs (name TEXT)")
    with pytest.raises(LedgerError, match=r"music\.db is a database, but not a ledger of facta"):
        Ledger.open(str(other))
    with pytest.raises(LedgerError, match="is a folder"):
        Ledger.open(str(tmp_path))
    with pytest.raises(LedgerError, match=r"folder .* does not exist"):
        Ledger.open(str(tmp_path / "no" / "x.db"))
    with pytest.raises(LedgerError, match="there is no ledger at"):
        Ledger.open(str(tmp_path / "x.db"), create=False)
    assert not (tmp_path / "x.db").exists()


@pytest.mark.parametrize("address", ["postgres://x", "oracle://a@b/c", "mysql+nothing://a", "postgresql+psycopg://:x"])
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(LedgerError):
        Ledger.open(address)


def test_passwords_are_not_told() -> None:
    assert "secret" not in hidden("postgresql+psycopg://me:secret@example.org/x")


@pytest.mark.skipif(os.getuid() == 0, reason="root may write everywhere")
def test_a_ledger_without_rights_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    Ledger.open(str(path)).close()
    path.chmod(stat.S_IRUSR)
    with Ledger.open(str(path)) as ledger, pytest.raises(LedgerError, match="readonly"):
        ledger.add(build.claims())
