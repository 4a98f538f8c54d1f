"""The ledger's schema as a list of numbered steps, each a file of SQL. Steps are only ever added at the end.

A step whose databases need different words, such as a full-text index, has a file for each: its name holds `*`."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

from sqlalchemy import Connection, text

STEPS = (
    "0001_first.sql",
    "0002_lookups.sql",
    "0003_story_lines.sql",
    "0004_search.*.sql",
    "0005_corrections.sql",
    "0006_accounts.sql",
    "0007_runs.sql",
    "0008_open_claims.*.sql",
)
NEWEST = len(STEPS)
VERSION_TABLE = "facta_schema"


@dataclass(frozen=True, slots=True)
class Step:
    """One migration: its number (from 1), its file and the statements in it."""

    number: int
    file: str

    def statements(self, dialect: str) -> list[str]:
        """The statements for a database, such as `sqlite` or `postgresql`."""
        sql = (files(__package__) / self.file.replace("*", dialect)).read_text(encoding="utf-8")
        code = "\n".join(line.partition("--")[0] for line in sql.splitlines())
        return [statement.strip() for statement in code.split(";") if statement.strip()]


def apply(connection: Connection, version: int, up_to: int = NEWEST) -> None:
    """Take the schema from `version` (0: nothing there) to `up_to`, within the connection's transaction."""
    if version == 0:
        connection.execute(text(f"CREATE TABLE IF NOT EXISTS {VERSION_TABLE} (number INTEGER PRIMARY KEY, file TEXT)"))
    for number in range(version + 1, up_to + 1):
        step = Step(number, STEPS[number - 1])
        for statement in step.statements(connection.dialect.name):
            connection.exec_driver_sql(statement)
        connection.execute(
            text(f"INSERT INTO {VERSION_TABLE} (number, file) VALUES (:number, :file)"),
            {"number": step.number, "file": step.file},
        )
