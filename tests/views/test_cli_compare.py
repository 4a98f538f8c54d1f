"""facta compare: what two reports of a ledger agree on, where they differ, and what only one tells."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from facta.errors import UsageError
from facta.gazetteer import Gazetteer
from facta.ledger import Ledger
from facta.pipeline import Pipeline
from facta.reading import Reader
from facta.records import Report
from facta.settings import Settings
from facta.views.cli import app

ONE = "Rebels shelled the port of Goma on Monday, killing 12 people, Governor Ana Lind said. Officials met in Bukavu."
OTHER = "Rebels shelled the port of Goma on Monday and killed 20 people, a hospital said."


@pytest.fixture(scope="module")
def ledger(reader: Reader, gazetteer: Gazetteer, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    where = tmp_path_factory.mktemp("compare") / "facta.db"
    pipeline = Pipeline(Settings())
    vars(pipeline).update(reader=reader, gazetteer=gazetteer)
    reports = [
        Report.of(text, "en", publisher=publisher, published=date(2024, 3, 5))
        for publisher, text in (("Gazette", ONE), ("Herald", OTHER))
    ]
    with Ledger.open(str(where)) as opened:
        for report in reports:
            opened.add(pipeline.claims(report), pipeline.made_by)
        pipeline.recheck(opened)
    return where, [report.id for report in reports]


def run(where: Path, *arguments: str) -> str:
    result = CliRunner().invoke(app, ["compare", *arguments, "--ledger", str(where)])
    assert result.exit_code == 0, result.output
    return result.output


def test_the_same_deed_is_agreed_and_its_toll_is_not(ledger: tuple[Path, list[str]]) -> None:
    where, ids = ledger
    told = run(where, *ids)
    for words in ("Goma", "12", "20"):
        assert words in told


def test_json_says_where_each_row_stands_and_what_each_report_tells(ledger: tuple[Path, list[str]]) -> None:
    where, ids = ledger
    found = json.loads(run(where, *ids, "--json"))
    rows = found["rows"]
    assert all(row["first"] or row["second"] for row in rows)
    [toll] = [row for row in rows if row["kind"] == "figure" and row["first"] and row["second"]]
    assert toll["standing"] == "differ"


def test_a_report_that_is_not_there_is_named(ledger: tuple[Path, list[str]]) -> None:
    where, ids = ledger
    with pytest.raises(UsageError, match="no report 'nothing' in the ledger"):
        CliRunner().invoke(app, ["compare", ids[0], "nothing", "--ledger", str(where)], catch_exceptions=False)
