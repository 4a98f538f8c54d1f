"""Exports say what the ledger holds, in forms that other programs read, and JSON Lines comes back without loss."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from facta.errors import BadRecord
from facta.ledger import Ledger
from facta.records import Decision, Review
from facta.views.exports import EXPORTS, restore
from facta.views.exports.table import COLUMNS
from tests.ledger import build


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(str(tmp_path / "full.db")) as opened:
        claims = build.claims(build.report(publisher='Kivu "Courier", Goma'))
        opened.add(claims, "facta 9")
        opened.add(build.claims(build.report(build.TEXT + "\r\n\u2028end", path=None)), "facta 8")
        build.keep_checks(opened, claims)
        note = Review("r1", claims.pledges[0].id, Decision.NOTE, "Aïcha", datetime(2024, 2, 7, tzinfo=UTC), "ask her")
        opened.add_review(note)
        yield opened


def written(ledger: Ledger, form: str) -> str:
    return "".join(EXPORTS[form](ledger))


def test_json_lines_come_back_without_loss(ledger: Ledger, tmp_path: Path) -> None:
    text = written(ledger, "jsonl")
    with Ledger.open(str(tmp_path / "again.db")) as again:
        assert restore(io.StringIO(text, newline="\n"), "x.jsonl", again) == 2
        assert again.dump() == ledger.dump()
        assert again.reviews() == ledger.reviews()
        assert written(again, "jsonl") == text


@pytest.mark.parametrize(
    "line", ["not JSON", "[1]", '{"record": "story"}', '{"record": "riddle"}', '{"record": "format", "format": "x"}']
)
def test_a_line_that_is_none_is_told_with_its_number(tmp_path: Path, line: str) -> None:
    with Ledger.open(str(tmp_path / "x.db")) as empty:
        with pytest.raises(BadRecord, match=r"x\.jsonl:2: not a line of facta's own export"):
            restore(['{"record": "format", "format": "facta 1"}\n', line], "x.jsonl", empty)
        assert empty.reports() == ()


def test_csv_has_a_row_a_claim_with_words_and_offsets(ledger: Ledger) -> None:
    rows = list(csv.DictReader(io.StringIO(written(ledger, "csv"), newline="")))
    assert list(rows[0]) == list(COLUMNS)
    assert len(rows) == 12
    texts = {report.id: report.text for report in ledger.reports()}
    for row in rows:
        assert texts[row["report_id"]][int(row["evidence_start"]) : int(row["evidence_end"])] == row["evidence"]
    (pledge, _) = [row for row in rows if row["kind"] == "pledge"]
    assert (pledge["actor"], pledge["type"], pledge["place"], pledge["date_start"]) == (
        "Ama Núñez",
        "RETREAT",
        "Goma",
        "2024-02-09",
    )
    figure = next(row for row in rows if row["kind"] == "figure")
    assert (figure["value"], figure["low"], figure["high"], figure["speaker"]) == ("12", "12", "", "the mayor")


def features(ledger: Ledger) -> list[dict[str, Any]]:
    collection = json.loads(written(ledger, "geojson"))
    assert collection["type"] == "FeatureCollection"
    found: list[dict[str, Any]] = collection["features"]
    return found


def test_geojson_puts_longitude_first_and_leaves_unresolved_places_without_geometry(ledger: Ledger) -> None:
    found = features(ledger)
    assert len({feature["id"] for feature in found}) == len(found) == 10
    goma = [f for f in found if f["properties"]["place"] == "Goma"]
    assert goma[0]["geometry"] == {"type": "Point", "coordinates": [29.222, -1.678]}
    unresolved = [f for f in found if f["properties"]["precision"] == "unresolved"]
    assert [f["geometry"] for f in unresolved] == [None] * 4
    assert unresolved[0]["properties"]["candidates"] == ["Goma", "Gomera"]


def test_an_empty_ledger_gives_valid_files(tmp_path: Path) -> None:
    with Ledger.open(str(tmp_path / "x.db")) as empty:
        assert features(empty) == []
        assert written(empty, "csv").count("\r\n") == 1
        assert written(empty, "jsonl").count("\n") == 1
