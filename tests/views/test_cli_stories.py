"""`facta stories merge|split|undo`: what a person decides on stories stands in the ledger and survives a rerun."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

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
from tests.stories.test_grouping import DAM, MATCH, VOTE

TEXTS = {"dam 1": DAM[0], "dam 2": DAM[1], "vote 1": VOTE[0], "vote 2": VOTE[1], "match": MATCH}


@pytest.fixture
def ledger(reader: Reader, gazetteer: Gazetteer, tmp_path: Path) -> Path:
    where = tmp_path / "facta.db"
    pipeline = Pipeline(Settings())
    vars(pipeline).update(reader=reader, gazetteer=gazetteer)
    with Ledger.open(str(where)) as opened:
        for name, text in TEXTS.items():
            report = Report.of(text, "en", path=f"reports/{name}.txt", published=date(2024, 3, 1))
            opened.add(pipeline.claims(report), pipeline.made_by)
        pipeline.recheck(opened)
    return where


def facta(ledger: Path, *arguments: str) -> str:
    result = CliRunner().invoke(app, ["stories", *arguments, "--ledger", str(ledger)], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def listed(ledger: Path) -> dict[str, dict[str, Any]]:
    """Stories by the names of their reports."""
    return {
        " ".join(sorted(Path(report["path"]).stem for report in story["reports"])): story
        for story in json.loads(facta(ledger, "--json"))
    }


def test_stories_are_merged_split_and_as_they_were_when_taken_back(ledger: Path) -> None:
    found = listed(ledger)
    assert set(found) == {"dam 1 dam 2", "match", "vote 1 vote 2"}
    facta(ledger, "merge", found["match"]["story"], found["vote 1 vote 2"]["story"], "--by", "ines", "--note", "strike")
    merged = listed(ledger)["match vote 1 vote 2"]
    assert any(reason.startswith("ines decided on ") and "(strike)" in reason for reason in merged["reasons"])
    facta(ledger, "split", merged["story"], "vote 1.txt", "--by", "omar")
    assert "vote 1" in listed(ledger)
    facta(ledger, "undo")
    facta(ledger, "undo")
    assert {name: story["story"] for name, story in listed(ledger).items()} == {
        name: story["story"] for name, story in found.items()
    }


def test_wrong_names_are_told(ledger: Path) -> None:
    found = listed(ledger)
    dam = found["dam 1 dam 2"]["story"]
    with pytest.raises(UsageError, match="one story already"):
        facta(ledger, "merge", dam, dam)
    with pytest.raises(UsageError, match="no report would be left"):
        facta(ledger, "split", dam, "dam 1.txt", "dam 2.txt")
    with pytest.raises(UsageError, match=r"0 reports of the story are called 'match\.txt'"):
        facta(ledger, "split", dam, "match.txt")
    with pytest.raises(UsageError, match="no such decision"):
        facta(ledger, "undo")
