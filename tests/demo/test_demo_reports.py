"""The demo reports are read without an error, are what the demo promises, and say that they are invented."""

from __future__ import annotations

from collections import Counter

import pytest

from facta.codebook import Codebook
from facta.codebook.credits import find_credits
from facta.demo import reports_folder
from facta.pipeline import Pipeline
from facta.records import Report
from facta.settings import Settings
from facta.sources import Known, load
from facta.sources.language import detect

NOTICE = {"en": "(Written for facta; the events are invented)", "es": "(Escrito para facta; los hechos son inventados)"}
NOTICE["uk"] = "(Написано для facta; події вигадані)"


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    found = list(load([str(reports_folder())], Known(), Settings()))
    assert all(isinstance(item, Report) for item in found), found
    return [item for item in found if isinstance(item, Report)]


def test_there_are_enough_in_three_languages_by_six_publishers(reports: list[Report]) -> None:
    assert len(reports) >= 18
    assert len({report.publisher for report in reports}) == 6
    assert min(Counter(report.language for report in reports)[language] for language in ("en", "es", "uk")) >= 4


def test_each_is_short_dated_addressed_and_says_that_it_is_invented(reports: list[Report]) -> None:
    for report in reports:
        assert 75 <= report.words <= 220, report.path
        assert report.published
        assert report.url
        assert ".example/" in report.url
        assert report.text.rstrip().endswith(NOTICE[report.language]), report.path
        assert report.passages[0].role.value == "headline"
        assert detect(report.text, Codebook.load("en")) == report.language


def test_one_wire_is_printed_twice_with_different_credits_and_once_in_a_mixed_article(reports: list[Report]) -> None:
    def credited(report: Report) -> set[str]:
        credits = find_credits(report.text, Codebook.load(report.language))
        return {c.agency for c in credits if c.kind == "text"}

    block = "What we heard in Machala is not in line with the promise made in Brasília"
    printed = [report for report in reports if block in report.text]
    assert len({report.publisher for report in printed}) == 3
    assert all(credited(report) == {"Meridian Wire"} for report in printed)


def test_a_photo_of_the_agency_is_no_text_of_it(reports: list[Report]) -> None:
    (release,) = (report for report in reports if "Foto: Meridian Wire" in report.text)
    assert {c.kind for c in find_credits(release.text, Codebook.load("es"))} == {"photo"}


def test_one_post_is_quoted_in_three_languages(reports: list[Report]) -> None:
    quotes = {
        "en": "They shelled us for three hours",
        "es": "Nos bombardearon durante tres horas",
        "uk": "Нас обстрілювали три години",
    }
    for language, quote in quotes.items():
        (report,) = (report for report in reports if quote in report.text)
        assert (report.language, "Telegram" in report.text) == (language, True)


def test_no_promise_is_said_after_its_report() -> None:
    pipeline = Pipeline(Settings())
    for report in load([str(reports_folder())], Known(), Settings()):
        assert isinstance(report, Report)
        days = [p.said.start for p in pipeline.claims(report).pledges if p.said and p.said.start]
        assert all(report.published and day <= report.published for day in days), report.path
