"""Claims a page at a time are those of the whole list, in its order, on every database."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from facta.ledger import Ledger, Question, cursor
from facta.records import Decision, Review, digest
from tests.ledger import build

QUESTIONS = (
    Question(),
    Question(kind="incident"),
    Question(place="Goma"),
    Question(from_on=date(2024, 2, 5), to_on=date(2024, 2, 6)),
    Question(type="nothing"),
)


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """Reports with and without a day, more than are taken at once."""
    for number in range(45):
        day = date(2024, 1 + number % 3, 1 + number % 7) if number % 5 else None
        ledger.add(build.claims(build.report(publisher=f"Wire {number}", published=day)))
    return ledger


@pytest.mark.parametrize("limit", [1, 7, 1000])
def test_page_by_page_each_claim_comes_once_in_order(filled: Ledger, limit: int) -> None:
    for question in QUESTIONS:
        found, place = [], None
        while page := filled.claims_behind(question, place, limit):
            assert len(page) <= limit
            found += [(one.report, one.claim.id) for _, one in page]
            place = page[-1][0]
            if limit == 1 and len(found) == 30:
                break
        whole = [(one.report, one.claim.id) for one in filled.find(question)]
        assert len(set(found)) == len(found)
        assert set(found) == set(whole) or len(found) == 30
        assert [report for report, _ in found] == [report for report, _ in whole][: len(found)]


def test_a_place_survives_being_written(filled: Ledger) -> None:
    (*_, (place, _)) = filled.claims_behind(Question(), None, 10)
    assert cursor.read(cursor.written(place), (int, str, str, int, str, int)) == place


def test_reports_that_people_decided_on_can_be_left_out(filled: Ledger) -> None:
    report = filled.reports()[0]
    review = Review("v1", "c", Decision.REJECT, "ada", datetime(2024, 3, 1, tzinfo=UTC), kind="incident")
    assert len(filled.claims_behind(Question(report=report.id), None, 99, unreviewed=True)) > 3
    filled.add_review(Review("v2", "c", Decision.NOTE, "ada", review.at, kind="story", text=digest(report.text)))
    assert len(filled.claims_behind(Question(report=report.id), None, 99, unreviewed=True)) > 3
    filled.add_review(Review("v3", "c", Decision.REJECT, "ada", review.at, kind="incident", text=digest(report.text)))
    assert filled.claims_behind(Question(report=report.id), None, 99, unreviewed=True) == []
    assert len(filled.claims_behind(Question(report=report.id), None, 99)) > 3
