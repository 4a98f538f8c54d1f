"""Plain text and Markdown: the report's text is the file's text, to the code point."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from facta.errors import BadDate, EmptyReport, NotText, ReportTooLong
from facta.records import PassageRole
from facta.settings import Settings
from facta.sources import Known, load
from tests.sources.builders import NEWS, error_of, loaded, report_of, write

AWKWARD = [
    "\ufeffThe mayor said that the market was hit.\r\nTwo people were hurt 🚑 in the night.\r\n",
    "The\u00a0mayor said that the “bridge” was hit.\u2028He was not there.\r\rThe end of it was near.",
    "The mayor said: \u202bقال العمدة\u202c, and the men left with the cafe\u0301 owner.\n\n\n",
]


@pytest.mark.parametrize("text", AWKWARD)
def test_text_is_the_file_unchanged(tmp_path: Path, text: str) -> None:
    file = write(tmp_path / "a.txt", text)
    with file.open(encoding="utf-8", newline="") as stream:
        assert report_of(file).text == text == stream.read()


def test_path_is_kept_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "in" / "a.txt", NEWS)
    monkeypatch.chdir(tmp_path)
    assert report_of("in/a.txt").path == "in/a.txt"
    assert report_of("in").path == "in/a.txt"


@pytest.mark.parametrize(
    ("text", "encoding", "language"),
    [
        ("Голова громади повідомив, що вночі місто обстріляли. Поранено п'ятеро людей.", "cp1251", "uk"),
        ("El alcalde dijo que la artillería atacó el pueblo. Murió un niño.", "cp1252", "es"),
        ("The mayor said that the bridge was hit.", "utf-16", "en"),
        ("Мер повідомив, що в місті є двоє загиблих.", "utf-32", "uk"),
    ],
)
def test_older_encodings_are_read_to_the_letter(tmp_path: Path, text: str, encoding: str, language: str) -> None:
    file = tmp_path / "old.txt"
    file.write_bytes(text.encode(encoding))
    report = report_of(file)
    assert (report.text, report.language) == (text, language)


@pytest.mark.parametrize(
    "data",
    [
        b"\x00\x01\x02binary" * 100,
        b"%PDF-1.7 the and of",
        b"PK\x03\x04 the and of",
        b"\xff\xfeT\x00h",  # half a letter of UTF-16
        "Мер заявив про обстріл міста".encode()[:-1] + b" the and of",  # UTF-8 with a torn letter
        bytes(range(1, 32)) * 20,
    ],
)
def test_bytes_that_are_no_text_are_refused(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(data)
    error = error_of(file)
    assert isinstance(error, NotText)
    assert str(file) in str(error)
    assert "UTF-8" in error.remedy


@pytest.mark.parametrize("text", ["", " \n\t\r\n", "\ufeff\n", "--- ... !!"])
def test_file_without_words_is_an_empty_report(tmp_path: Path, text: str) -> None:
    assert isinstance(error_of(write(tmp_path / "a.txt", text)), EmptyReport)


def test_twenty_megabytes_are_refused_without_being_read(tmp_path: Path) -> None:
    big = tmp_path / "big.txt"
    with big.open("wb") as stream:
        stream.truncate(20_000_000)
    error = error_of(big)
    assert isinstance(error, ReportTooLong)
    assert "2,000,000" in str(error)
    assert "FACTA_MAX_REPORT_CHARS" in error.remedy


def test_limit_counts_characters_not_bytes(tmp_path: Path) -> None:
    settings = Settings(max_report_chars=1000)
    fits = write(tmp_path / "a.txt", ("Мер міста заявив, що й це було. " * 40)[:1000])
    over = write(tmp_path / "b.txt", ("The mayor said that it was so. " * 40)[:1001])
    first, second = load([str(fits), str(over)], Known(), settings)
    assert getattr(first, "language", None) == "uk"
    assert isinstance(second, ReportTooLong)


def test_header_lines_are_understood_and_stay_in_the_text(tmp_path: Path) -> None:
    text = (
        "Title: Bridge destroyed\nPublisher: The Ferry Times\nPublished: 2024-03-05\nURL: https://ferry.example/1\n"
        "Language: en\n\n" + NEWS
    )
    report = report_of(write(tmp_path / "a.txt", text))
    assert report.text == text
    assert (report.title, report.publisher, report.published) == (
        "Bridge destroyed",
        "The Ferry Times",
        date(2024, 3, 5),
    )
    assert report.url == "https://ferry.example/1"
    assert [p.role for p in report.passages[:2]] == [PassageRole.HEADLINE, PassageRole.BYLINE]
    assert report.passages[-1].role is PassageRole.BODY


@pytest.mark.parametrize(
    ("header", "published"),
    [
        ("Fecha: 5 de marzo de 2024\nIdioma: español", date(2024, 3, 5)),
        ("Дата: 5 березня 2024\nМова: es", date(2024, 3, 5)),
        ("Published: Tue, 05 Mar 2024 10:00:00 +0200", date(2024, 3, 5)),
        ("---\ndate: 2024-03-05T23:59:00-08:00\n---", date(2024, 3, 5)),
    ],
)
def test_header_lines_may_be_in_any_of_the_languages(tmp_path: Path, header: str, published: date) -> None:
    report = report_of(write(tmp_path / "a.md", f"{header}\n\nEl alcalde dijo que los puentes fueron destruidos.\n"))
    assert (report.published, report.language) == (published, "es")


def test_header_with_a_wrong_date_is_an_error(tmp_path: Path) -> None:
    error = error_of(write(tmp_path / "a.txt", "Published: soon\n\n" + NEWS))
    assert isinstance(error, BadDate)
    assert "'soon'" in str(error)


def test_colon_in_the_first_sentence_is_no_header(tmp_path: Path) -> None:
    report = report_of(write(tmp_path / "a.txt", "Kyiv: the mayor said that the bridge was hit.\n"))
    assert (report.title, report.publisher) == ("Kyiv: the mayor said that the bridge was hit.", None)


def test_standard_input_is_read(tmp_path: Path) -> None:
    report = report_of("-", stdin=NEWS.encode())
    assert (report.path, report.text) == ("-", NEWS)
    assert [type(item).__name__ for item in loaded("-", stdin=b"")] == ["EmptyReport"]


def test_unknown_suffix_is_told_by_its_content(tmp_path: Path) -> None:
    assert report_of(write(tmp_path / "a.report", NEWS)).text == NEWS
    html = "<!DOCTYPE html><html><body><article>" + f"<p>{NEWS}</p>" * 3 + "</article></body></html>"
    assert "<p>" not in report_of(write(tmp_path / "page", html)).text
    assert report_of(write(tmp_path / "b", '{"text": "The mayor said that it was hit."}\n')).path == str(
        tmp_path / "b:1"
    )
