"""JSON Lines: one report a line; a line that is wrong is named and the others are read."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from facta.errors import BadDate, BadRecord, EmptyReport, ReportTooLong, SourceError
from facta.settings import Settings
from facta.sources import Known, load
from tests.sources.builders import NEWS, error_of, loaded, report_of, write


def test_fields_and_their_other_names_are_understood(tmp_path: Path) -> None:
    first = {"text": NEWS, "title": "Bridge", "publisher": "A", "published": "2024-03-05", "url": "u", "language": "en"}
    second = {
        "content": NEWS,
        "headline": "Bridge",
        "source": {"name": "A"},
        "date": "5 March 2024",
        "link": "u",
        "lang": "en-GB",
    }
    file = write(tmp_path / "a.jsonl", "\n".join(map(json.dumps, (first, second))))
    one, two = (item for item in loaded(file) if not isinstance(item, SourceError))
    assert (one.path, two.path) == (f"{file}:1", f"{file}:2")
    assert (one.text, one.title, one.publisher, one.published, one.url) == (NEWS, "Bridge", "A", date(2024, 3, 5), "u")
    assert one.id == two.id
    assert (two.title, two.published, two.language) == ("Bridge", date(2024, 3, 5), "en")


def test_bad_lines_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    lines = [
        json.dumps({"text": NEWS}),
        "not json",
        "",
        '{"text": ""}',
        "[1]",
        '{"text": 7}',
        '{"text": "x", "date": "soon"}',
    ]
    file = write(tmp_path / "a.jsonl", "\n".join([*lines, json.dumps({"text": NEWS, "publisher": "B"})]))
    found = loaded(file)
    errors = [item for item in found if isinstance(item, SourceError)]
    assert [(type(e), e.source) for e in errors] == [
        (BadRecord, f"{file}:2"),
        (BadRecord, f"{file}:4"),
        (BadRecord, f"{file}:5"),
        (BadRecord, f"{file}:6"),
        (BadDate, f"{file}:7"),
    ]
    assert [item.path for item in found if not isinstance(item, SourceError)] == [f"{file}:1", f"{file}:8"]


def test_number_is_no_date(tmp_path: Path) -> None:
    error = error_of(write(tmp_path / "a.jsonl", json.dumps({"text": NEWS, "published": 1709600000})))
    assert isinstance(error, BadDate)


def test_line_that_is_too_long_is_skipped_whole(tmp_path: Path) -> None:
    long = json.dumps({"text": "word " * 5000})
    file = write(tmp_path / "a.jsonl", f"{long}\n{json.dumps({'text': NEWS})}\n")
    first, second = load([str(file)], Known(), Settings(max_report_chars=1000))
    assert isinstance(first, ReportTooLong)
    assert getattr(second, "path", None) == f"{file}:2"


def test_standard_input_may_hold_json_lines() -> None:
    data = "".join(json.dumps({"text": NEWS, "publisher": name}) + "\n" for name in "AB").encode()
    reports = [item for item in loaded("-", stdin=data) if not isinstance(item, SourceError)]
    assert [(r.path, r.publisher) for r in reports] == [("-:1", "A"), ("-:2", "B")]


def test_command_line_holds_over_the_line(tmp_path: Path) -> None:
    file = write(tmp_path / "a.jsonl", json.dumps({"text": NEWS, "publisher": "A", "published": "2024-03-05"}))
    report = report_of(file, known=Known(publisher="B", published=date(2024, 1, 1)))
    assert (report.publisher, report.published) == ("B", date(2024, 1, 1))


def test_empty_file_is_an_error(tmp_path: Path) -> None:
    assert isinstance(error_of(write(tmp_path / "a.jsonl", "")), EmptyReport)
