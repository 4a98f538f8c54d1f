"""Folders: what is read, in which order, and what `reports.toml` adds; what cannot be read is named and passed over."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

from facta.errors import BadDate, BadRecord, EmptyReport, SourceError, UnreadableSource
from facta.records import Report
from facta.sources import Known
from tests.sources.builders import NEWS, error_of, loaded, report_of, write


def paths(found: list[Report | SourceError], root: Path) -> list[str]:
    names = [item.source if isinstance(item, SourceError) else str(item.path) for item in found]
    return [os.path.relpath(name, root) for name in names]


def test_folder_is_read_by_name_with_its_folders(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.txt", "sub/deeper/d.txt", "z.txt", ".hidden.txt", ".git/x.txt"):
        write(tmp_path / name, NEWS)
    assert paths(loaded(tmp_path), tmp_path) == ["a.md", "b.txt", "sub/c.txt", "sub/deeper/d.txt", "z.txt"]


def test_other_data_beside_reports_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", NEWS)
    write(tmp_path / "README.md", NEWS)
    write(tmp_path / "notes.md", "# Notes\n\n| who | what |\n|---|---|\n| mayor | said |\n")
    write(tmp_path / "labels.jsonl", '{"id": 1, "span": [0, 3]}\n')
    for name in ("index.json", "score.py", "page_files/menu.js", "page_files/logo.png", "x.db-wal", "x.db-shm"):
        write(tmp_path / name, "x")
    assert paths(loaded(tmp_path), tmp_path) == ["a.txt"]


def test_file_that_is_named_is_read_whatever_it_is(tmp_path: Path) -> None:
    assert report_of(write(tmp_path / "README.md", NEWS)).text == NEWS
    assert isinstance(error_of(write(tmp_path / "labels.jsonl", '{"id": 1}\n')), BadRecord)


def test_reports_toml_says_what_is_known_of_files(tmp_path: Path) -> None:
    write(
        tmp_path / "reports.toml",
        '[[report]]\nfile = "a.txt"\noutlet = "The Well"\npublished = 2024-03-05\nurl = "https://well.example"\n'
        'title = "Bridge"\nlanguage = "en"\ncolour = "ignored"\n\n'
        '[[report]]\nfile = "sub/b.txt"\npublished = "2024-03-06"\n',
    )
    for name in ("a.txt", "c.txt", "sub/b.txt"):
        write(tmp_path / name, NEWS)
    a, c, b = (item for item in loaded(tmp_path) if isinstance(item, Report))
    assert (a.publisher, a.published, a.title, a.url) == (
        "The Well",
        date(2024, 3, 5),
        "Bridge",
        "https://well.example",
    )
    assert (c.publisher, c.published) == (None, None)
    assert b.published == date(2024, 3, 6)
    assert report_of(tmp_path / "a.txt").publisher == "The Well"


def test_command_line_holds_over_reports_toml_and_that_over_header_lines(tmp_path: Path) -> None:
    write(tmp_path / "reports.toml", '[[report]]\nfile = "a.txt"\npublisher = "Toml"\npublished = 2024-03-05\n')
    write(tmp_path / "a.txt", f"Publisher: Header\nPublished: 2020-01-01\nURL: https://h.example\n\n{NEWS}")
    report = report_of(tmp_path, known=Known(published=date(2023, 1, 1)))
    assert (report.publisher, report.published, report.url) == ("Toml", date(2023, 1, 1), "https://h.example")


def test_entry_with_a_wrong_date_stops_its_own_file_only(tmp_path: Path) -> None:
    write(tmp_path / "reports.toml", '[[report]]\nfile = "a.txt"\npublished = "soon"\n')
    write(tmp_path / "a.txt", NEWS)
    write(tmp_path / "b.txt", NEWS)
    first, second = loaded(tmp_path)
    assert isinstance(first, BadDate)
    assert "reports.toml, entry 1 (a.txt)" in str(first)
    assert isinstance(second, Report)


def test_broken_reports_toml_is_named_once_with_its_line_and_the_files_are_read(tmp_path: Path) -> None:
    write(tmp_path / "reports.toml", '[[report]]\nfile = "a.txt"\npublished = = 3\n')
    write(tmp_path / "a.txt", NEWS)
    write(tmp_path / "b.txt", NEWS)
    first, *rest = loaded(tmp_path)
    assert isinstance(first, BadRecord)
    assert first.source == f"{tmp_path / 'reports.toml'}:3"
    assert paths(rest, tmp_path) == ["a.txt", "b.txt"]


def test_entry_without_a_file_is_named(tmp_path: Path) -> None:
    write(tmp_path / "reports.toml", '[[report]]\npublisher = "A"\n')
    first, second = loaded(write(tmp_path / "a.txt", NEWS))
    assert isinstance(first, BadRecord)
    assert "entry 1" in str(first)
    assert isinstance(second, Report)


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    write(tmp_path / "sub" / "a.txt", NEWS)
    (tmp_path / "sub" / "up").symlink_to(tmp_path)
    assert paths(loaded(tmp_path), tmp_path) == ["sub/a.txt"]


def test_what_cannot_be_opened_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("nowhere")
    os.mkfifo(tmp_path / "b.txt")
    write(tmp_path / "c.txt", NEWS)
    first, second, third = loaded(
        tmp_path,
    )
    assert isinstance(first, UnreadableSource)
    assert isinstance(second, UnreadableSource)
    assert isinstance(third, Report)


def test_missing_file_address_and_empty_folder_are_named(tmp_path: Path) -> None:
    assert "does not exist" in str(error_of(tmp_path / "nothing.txt"))
    assert "save the page" in error_of("https://news.example/a").remedy
    assert isinstance(error_of(tmp_path), EmptyReport)


def test_inputs_keep_their_order_with_errors_in_place(tmp_path: Path) -> None:
    good = write(tmp_path / "good.txt", NEWS)
    found = loaded(good, tmp_path / "nothing.txt", good)
    assert [type(item) for item in found] == [Report, UnreadableSource, Report]


WITHOUT_RIGHTS = """
import os, sys
from facta.settings import Settings
from facta.sources import Known, load
list(load([os.path.join(sys.argv[1], "e.txt")], Known(), Settings()))  # all modules are loaded while they can be
if os.geteuid() == 0:  # whom rights do not stop
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
for item in load([sys.argv[1]], Known(), Settings()):
    print(type(item).__name__, getattr(item, "source", None) or item.path)
"""


def test_folder_and_file_without_rights_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    for above in (tmp_path, *tmp_path.parents[:3]):
        above.chmod(0o755)
    closed = tmp_path / "closed"
    write(closed / "a.txt", NEWS)
    write(tmp_path / "d.txt", NEWS).chmod(0)
    write(tmp_path / "e.txt", NEWS)
    closed.chmod(0)
    try:
        run = subprocess.run(
            [sys.executable, "-c", WITHOUT_RIGHTS, str(tmp_path)], capture_output=True, text=True, check=True
        )
    finally:
        closed.chmod(0o700)
    assert run.stdout.splitlines() == [
        f"UnreadableSource {closed}",
        f"UnreadableSource {tmp_path / 'd.txt'}",
        f"Report {tmp_path / 'e.txt'}",
    ]
