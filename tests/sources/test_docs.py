"""docs/add-a-source.md is true: its table lists the readers, its reader runs, and its reports.toml is understood."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

from facta.settings import Settings
from facta.sources.known import Known
from facta.sources.readers import READERS
from tests.sources.builders import NEWS, report_of, write

DOCS = (Path(__file__).parents[2] / "docs" / "add-a-source.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    (found,) = re.findall(rf"```{language}\n(.*?)```", DOCS, re.DOTALL)
    return str(found)


def test_table_lists_the_readers_and_their_suffixes() -> None:
    rows = re.findall(r"^\| ((?:`\.\w+` ?)+) \| `([\w.]+)` \|", DOCS, re.MULTILINE)
    written = [(tuple(re.findall(r"`(\.\w+)`", suffixes)), name) for suffixes, name in rows]
    assert written == [(suffixes, f"{reader.__module__}.{reader.__name__}") for suffixes, reader in READERS]


def test_reader_of_the_example_runs() -> None:
    scope: dict[str, Any] = {}
    exec(compile(block("python"), "add-a-source.md", "exec"), scope)
    drafts = list(scope["read_bulletin"](io.BytesIO(f"{NEWS}\n\n{NEWS}".encode()), "a.bulletin", Settings()))
    assert [draft.source for draft in drafts] == ["a.bulletin:1", "a.bulletin:2"]
    assert drafts[0].known == Known(publisher="Morning Bulletin")


def test_reports_toml_of_the_example_is_understood(tmp_path: Path) -> None:
    write(tmp_path / "reports.toml", block("toml"))
    report = report_of(write(tmp_path / "bridge.txt", NEWS))
    assert (report.title, report.publisher, str(report.published)) == (
        "Bridge destroyed",
        "The Ferry Times",
        "2024-03-05",
    )
