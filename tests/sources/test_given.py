"""What was handed over, not found in a file, becomes reports without a path."""

from __future__ import annotations

from datetime import date

import pytest

from facta.errors import EmptyReport, SourceError, UnsupportedLanguage
from facta.records import Report
from facta.settings import Settings
from facta.sources import Known, given

TEXT = "Shelling stops near Stepanakert\nThe defence ministry said on Monday that the guns had fallen silent.\n"


NOTHING = Known()


def only(name: str, data: bytes | str, known: Known = NOTHING) -> Report | SourceError:
    (made,) = given(name, data, known, Settings())
    return made


def test_a_pasted_text_stays_as_it_is_and_has_no_path() -> None:
    made = only("pasted text", TEXT, Known(publisher="Hill Post", published=date(2020, 11, 10)))
    assert isinstance(made, Report)
    assert (made.text, made.path, made.publisher, made.language) == (TEXT, None, "Hill Post", "en")
    assert made.title == "Shelling stops near Stepanakert"


def test_a_pasted_text_is_no_markup_and_no_record() -> None:
    made = only("pasted text", "<p>The army said it would <b>leave</b> the town by Friday, its spokesman told us.</p>")
    assert isinstance(made, Report)
    assert made.text.startswith("<p>")


def test_bytes_are_read_as_a_file_of_their_name() -> None:
    lines = '{"text": "The rebels said on Monday that they would leave Goma by Friday."}\n{"title": "no text"}\n'
    first, second = given("two.jsonl", lines.encode(), Known(language="en"), Settings())
    assert isinstance(first, Report)
    assert first.path is None
    assert isinstance(second, SourceError)
    assert second.source == "two.jsonl:2"


@pytest.mark.parametrize(
    ("data", "kind"), [("", EmptyReport), (" \n ", EmptyReport), ("Þetta er íslenska.", UnsupportedLanguage)]
)
def test_what_is_no_report_is_named(data: str, kind: type[SourceError]) -> None:
    made = only("note", data)
    assert isinstance(made, kind)
    assert made.source == "note"
