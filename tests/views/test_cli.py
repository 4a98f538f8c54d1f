"""The command line as people and programs meet it: output, messages, exit codes."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from facta.ledger import Ledger
from tests.pipeline import reports
from tests.views.command import FACTA, environment, facta


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `reports/` and a ledger `x.db` filled from it."""
    made = tmp_path_factory.mktemp("cli")
    reports.fill(made / "reports")
    done = facta("read", "reports", "--ledger", "x.db", "--json", cwd=made)
    assert (done.returncode, done.stderr) == (0, "")
    summary = json.loads(done.stdout)
    assert (summary["read"], summary["known"], summary["failures"]) == (5, 0, [])
    assert summary["stories"] >= 3
    return made


def test_extract_prints_a_line_a_report_in_input_order(folder: Path) -> None:
    done = facta("extract", "reports/d-flood.txt", "reports/a-pledge.txt", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    flood, pledge = map(json.loads, done.stdout.splitlines())
    assert flood["report"]["path"] == "reports/d-flood.txt"
    assert (pledge["report"]["published"], pledge["report"]["publisher"]) == ("2023-05-15", "Lake Sevan Herald")
    text = reports.TEXTS["a-pledge.txt"]
    assert any("pull back every gun" in text[s:e] for row in pledge["statements"] for s, e in row["content"])


def test_extract_reads_standard_input_with_what_is_told_of_it(folder: Path) -> None:
    options = ("--published", "2024-05-15", "--publisher", "Me", "--lang", "en")
    done = facta("extract", "-", *options, cwd=folder, stdin="Shells hit Juba on Monday, the mayor said.")
    report = json.loads(done.stdout)["report"]
    assert done.returncode == 0
    assert (report["published"], report["publisher"], report["language"]) == ("2024-05-15", "Me", "en")


def test_reading_again_reads_nothing_and_changes_nothing(folder: Path) -> None:
    with Ledger.open(str(folder / "x.db")) as ledger:
        before = ledger.dump()
    done = facta("read", "reports", "--ledger", "x.db", cwd=folder)
    assert done.returncode == 0
    assert done.stdout.startswith("0 reports read")
    assert "5 in the ledger already" in done.stdout
    with Ledger.open(str(folder / "x.db")) as ledger:
        assert ledger.dump() == before


def listed(folder: Path, *arguments: object) -> list[dict[str, Any]]:
    done = facta(*arguments, "--json", cwd=folder, FACTA_LEDGER="x.db")
    assert (done.returncode, done.stderr) == (0, "")
    rows: list[dict[str, Any]] = json.loads(done.stdout)
    return rows


def test_stories_are_listed_with_their_reports(folder: Path) -> None:
    rows = listed(folder, "stories")
    assert all(list(row)[:3] == ["story", "title", "reports"] for row in rows)
    assert all(list(report)[:3] == ["id", "path", "url"] for row in rows for report in row["reports"])
    assert sum(len(row["reports"]) for row in rows) == 5


def test_claims_are_found_by_place_and_kind(folder: Path) -> None:
    rows = listed(folder, "claims", "--place", "kisumu", "--kind", "incident")
    assert {row["report"]["path"] for row in rows} <= {"reports/d-flood.txt"}
    statements = listed(folder, "claims", "--kind", "statement", "--from", "2023-05-20", "--to", "2023-05-22")
    assert {row["report"]["path"] for row in statements} == {"reports/b-shelled.txt"}
    assert all(row["quote"] in reports.TEXTS["b-shelled.txt"] for row in statements)


def test_pledges_have_verdict_reason_and_wordings(folder: Path) -> None:
    rows = listed(folder, "pledges")
    assert rows
    assert all(row["verdict"] and row["reason"] and row["wordings"] for row in rows)
    done = facta("pledges", cwd=folder, FACTA_LEDGER="x.db")
    assert rows[0]["verdict"].upper() in done.stdout


def test_tables_for_programs_are_lines_with_tabs(folder: Path) -> None:
    done = facta("claims", "--kind", "statement", "--ledger", "x.db", cwd=folder)
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    assert lines[0][:3] == ["claim", "kind", "type"]
    assert {len(line) for line in lines} == {9}


def test_a_dossier_is_written_and_named(folder: Path) -> None:
    done = facta("dossier", "--ledger", "x.db", "--out", "page.html", cwd=folder)
    assert done.returncode == 0
    assert done.stdout.startswith("page.html: story ")
    assert "the largest of" in done.stderr
    assert (folder / "page.html").read_text(encoding="utf-8").lstrip().lower().startswith("<!doctype html")


@pytest.mark.parametrize("form", ["jsonl", "csv", "geojson"])
def test_exports_go_to_a_file_or_to_standard_output(folder: Path, form: str) -> None:
    to_file = facta("export", "--format", form, "--ledger", "x.db", "--out", f"x.{form}", cwd=folder)
    assert (to_file.returncode, to_file.stdout) == (0, "")
    shown = facta("export", "--format", form, "--ledger", "x.db", cwd=folder)
    assert shown.stdout == (folder / f"x.{form}").read_text(encoding="utf-8")
    assert not list(folder.glob(".*.part"))


def test_an_export_comes_back_by_import(folder: Path) -> None:
    facta("export", "--ledger", "x.db", "--out", "all.jsonl", cwd=folder)
    done = facta("import", "all.jsonl", "--ledger", "y.db", cwd=folder)
    assert (done.returncode, done.stdout) == (0, "5 reports from all.jsonl are in y.db\n")
    with Ledger.open(str(folder / "x.db")) as one, Ledger.open(str(folder / "y.db")) as other:
        assert one.dump() == other.dump()


def test_a_review_is_kept_and_shown(folder: Path) -> None:
    claim = listed(folder, "claims", "--kind", "statement")[0]["id"]
    done = facta("review", "add", claim[:10], "reject", "-m", "not he", "--by", "Noor", "--ledger", "x.db", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    facta("read", "reports", "--again", "--ledger", "x.db", cwd=folder)
    (review,) = listed(folder, "review", "list", claim)
    assert (review["decision"], review["by"], review["note"]) == ("reject", "Noor", "not he")
    assert "reject by Noor" in facta("why", claim, "--ledger", "x.db", cwd=folder).stdout


def test_a_run_after_a_kill_gives_the_ledger_of_one_that_was_not_killed(folder: Path, tmp_path: Path) -> None:
    command = [FACTA, "read", str(folder / "reports"), "--ledger", "killed.db"]
    process = subprocess.Popen(command, cwd=tmp_path, env=environment(), stdout=subprocess.DEVNULL)
    path, until = tmp_path / "killed.db", time.monotonic() + 120
    while kept(path) < 1 and time.monotonic() < until:
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert 1 <= kept(path) <= 5
    for name in ("killed.db", "whole.db"):
        assert facta("read", folder / "reports", "--ledger", name, cwd=tmp_path).returncode == 0
    with Ledger.open(str(path)) as killed, Ledger.open(str(tmp_path / "whole.db")) as whole:
        assert killed.dump() == whole.dump()


def kept(path: Path) -> int:
    """How many reports a ledger holds, seen from outside; 0 while there is none."""
    if not path.exists():
        return 0
    try:
        with closing(sqlite3.connect(path, timeout=5)) as connection:
            number: int = connection.execute("SELECT COUNT(*) FROM reports").fetchone()[0]
            return number
    except sqlite3.OperationalError:
        return 0
