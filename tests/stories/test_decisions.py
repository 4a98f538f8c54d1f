"""What a person joins or parts stays so, whatever the machine finds, and can be taken back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from facta.records import Claims, Review
from facta.stories import group, resolve
from facta.stories.decisions import asunder, together
from facta.stories.standing import undoing
from tests.stories.builders import telling
from tests.stories.test_grouping import DAM, MATCH, VOTE

AT = datetime(2024, 3, 9, 8, tzinfo=UTC)


@pytest.fixture
def reports() -> list[Claims]:
    texts = (*DAM, *VOTE, MATCH)
    return [telling(text, f"paper {i}", date(2024, 3, 1) + timedelta(days=i % 3)) for i, text in enumerate(texts)]


def found(reports: list[Claims], *reviews: Review) -> set[frozenset[int]]:
    numbers = {claims.report.id: i for i, claims in enumerate(reports)}
    stories = group(reports, resolve(reports), reviews=reviews)
    return {frozenset(numbers[report] for report in story.reports) for story in stories}


def test_the_machine_finds_three_stories(reports: list[Claims]) -> None:
    assert found(reports) == {frozenset({0, 1, 2}), frozenset({3, 4}), frozenset({5})}


def test_stories_that_a_person_joins_are_one_and_say_who_said_so(reports: list[Claims]) -> None:
    review = together(reports[0].report.id, reports[5].report.id, "ines", AT, "the match was for the flooded")
    assert found(reports, review) == {frozenset({0, 1, 2, 5}), frozenset({3, 4})}
    stories = group(reports, resolve(reports), reviews=[review])
    said = [reason for story in stories for reason in story.reasons if "ines decided on 2024-03-09" in reason]
    assert said == ["ines decided on 2024-03-09 (the match was for the flooded) that they are one story"]


def test_reports_that_a_person_parts_stay_apart(reports: list[Claims]) -> None:
    ids = [claims.report.id for claims in reports]
    review = asunder([ids[1]], [ids[0], ids[2]], "ines", AT)
    assert frozenset({1}) in found(reports, review)


def test_a_later_report_does_not_bring_parted_ones_together(reports: list[Claims]) -> None:
    ids = [claims.report.id for claims in reports]
    review = asunder([ids[2]], [ids[0], ids[1]], "ines", AT)
    later = telling(f"{DAM[0]} {DAM[2]}", "another paper", date(2024, 3, 5))
    for story in found([*reports, later], review):
        assert not {0, 2} <= story
        assert not {1, 2} <= story


def test_the_later_of_two_decisions_holds_and_one_taken_back_does_not(reports: list[Claims]) -> None:
    ids = [claims.report.id for claims in reports]
    join = together(ids[3], ids[5], "ines", AT)
    part = asunder([ids[5]], [ids[3], ids[4]], "omar", AT + timedelta(hours=1))
    back = undoing(part, "ines", AT + timedelta(hours=2))
    assert found(reports, join, part) == found(reports)
    assert found(reports, join, part, back) == {frozenset({0, 1, 2}), frozenset({3, 4, 5})}


def test_a_decision_on_reports_that_are_gone_changes_nothing(reports: list[Claims]) -> None:
    assert found(reports, together("gone", "lost", "ines", AT), asunder(["gone"], ["lost"], "ines", AT)) == found(
        reports
    )
