"""What goes into a ledger comes out as it was, once, on every database."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, date, datetime

import numpy as np
import pytest

from facta.errors import UsageError
from facta.ledger import Ledger, Question
from facta.records import Claims, Decision, Failure, Review, Span, digest
from tests.ledger import build

NOON = datetime(2024, 2, 7, 12, tzinfo=UTC)


def test_claims_come_out_as_they_went_in(ledger: Ledger) -> None:
    claims = build.claims()
    assert ledger.add(claims) is True
    (stored,) = ledger.claims()
    assert stored == claims
    assert stored.vector is not None
    assert claims.vector is not None
    assert stored.vector.dtype == np.float32
    assert stored.vector.tolist() == claims.vector.tolist()
    assert ledger.report(claims.report.id) == claims.report


def test_a_report_without_claims_or_facts_comes_out_as_it_went_in(ledger: Ledger) -> None:
    bare = Claims(replace(build.report("x"), path=None, published=None, publisher=None, title=None))
    ledger.add(bare)
    assert ledger.claims() == (bare,)


def test_reading_twice_changes_nothing(ledger: Ledger) -> None:
    claims = build.claims()
    ledger.add(claims)
    before = ledger.dump()
    assert ledger.add(claims) is False
    assert ledger.dump() == before


def test_a_report_read_by_other_rules_is_read_anew(ledger: Ledger) -> None:
    claims = build.claims()
    ledger.add(claims, "facta 1")
    assert ledger.has(claims.report, "facta 1")
    assert not ledger.has(claims.report, "facta 2")
    assert ledger.add(replace(claims, figures=()), "facta 2") is True
    assert ledger.claims() == (replace(claims, figures=()),)


def test_better_knowledge_of_a_report_takes_the_place_of_the_earlier_rows(ledger: Ledger) -> None:
    poor = build.claims(build.report(publisher=None, published=None))
    rich = build.claims(build.report(url="https://example.org/goma"))
    assert poor.report.id != rich.report.id
    ledger.add(poor)
    assert not ledger.has(rich.report)
    ledger.add(rich)
    assert ledger.claims() == (rich,)
    assert ledger.has(poor.report)


def test_one_text_of_two_publishers_is_two_reports(ledger: Ledger) -> None:
    here, there = build.claims(), build.claims(build.report(publisher="Lake Post"))
    ledger.add(here)
    ledger.add(there)
    assert {claims.report.publisher for claims in ledger.claims()} == {"Kivu Courier", "Lake Post"}


def test_order_of_reading_does_not_show(ledger: Ledger) -> None:
    late, early, undated = (
        build.claims(build.report(text, published=day, path=None))
        for text, day in (
            (build.TEXT, date(2024, 3, 1)),
            (build.TEXT + "!", date(2024, 1, 1)),
            (build.TEXT + "?", None),
        )
    )
    for claims in (undated, late, early):
        ledger.add(claims)
    assert ledger.claims() == (early, late, undated)
    assert [report.id for report in ledger.reports()] == [c.report.id for c in (early, late, undated)]


def test_checks_come_out_as_they_went_in_and_replace_the_earlier_ones(ledger: Ledger) -> None:
    claims = build.claims()
    ledger.add(claims)
    entities, checks, links = build.check(claims)
    ledger.replace_checks(entities, checks, links)
    before = ledger.dump()
    ledger.replace_checks(entities, checks, links)
    assert ledger.dump() == before
    assert ledger.entities() == entities
    assert ledger.entity_links() == links
    assert ledger.checks() == checks
    assert ledger.check(checks[0].story.id[:6]) == checks[0]
    ledger.replace_checks((), ())
    assert ledger.checks() == ()


def test_a_replaced_report_takes_the_stories_that_point_into_it_along(ledger: Ledger) -> None:
    claims = build.claims()
    ledger.add(claims)
    build.keep_checks(ledger, claims)
    ledger.add(build.claims(build.report(url="https://example.org/1")))
    assert ledger.stories() == ()


def test_an_unknown_story_is_told_with_near_ones(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="no stories yet"):
        ledger.story("x")
    claims = build.claims()
    ledger.add(claims)
    entities, checks, links = build.check(claims)
    ledger.replace_checks(entities, checks, links)
    with pytest.raises(UsageError, match="no story 'zzz'") as error:
        ledger.story("zzz")
    assert checks[0].story.id in error.value.remedy


def review(of: Claims, note: str = "seen it") -> Review:
    pledge = of.pledges[0]
    text = digest(of.report.text)
    return Review(digest(note), pledge.id, Decision.CONFIRM, "Aïcha", NOON, note, "pledge", text, pledge.text)


def test_reviews_survive_rereading_and_rechecking(ledger: Ledger) -> None:
    poor = build.claims(build.report(publisher=None))
    ledger.add(poor)
    ledger.add_review(review(poor))
    ledger.add_review(review(poor))
    rich = build.claims()
    ledger.add(rich)
    build.keep_checks(ledger, rich)
    assert ledger.reviews() == (review(poor),)
    assert ledger.reviews(rich.pledges[0].id) == (review(poor),)
    assert ledger.reviews(rich.figures[0].id) == ()


QUESTIONS = [
    (Question(), {"statement": 2, "incident": 2, "pledge": 1, "figure": 1}),
    (Question(kind="incident"), {"incident": 2}),
    (Question(speaker="nunez"), {"statement": 1, "pledge": 1}),
    (Question(speaker="Nunyes"), {"statement": 1, "pledge": 1}),
    (Question(speaker="the mayor"), {"statement": 1, "incident": 1, "figure": 1}),
    (Question(actor="núñez"), {"pledge": 1}),
    (Question(act="promise"), {"statement": 1}),
    (Question(type="assault"), {"incident": 2}),
    (Question(type="killed"), {"figure": 1}),
    (Question(place="north kivu"), {"incident": 1, "pledge": 1, "figure": 1}),
    (Question(place="GOMA", kind="incident"), {"incident": 2}),
    (Question(place="%"), {}),
    (Question(status="attributed"), {"incident": 1}),
    (Question(from_on=date(2024, 2, 7)), {"pledge": 1}),
    (Question(to_on=date(2024, 2, 5)), {"incident": 1}),
    (Question(story="", kind="pledge"), {"pledge": 1}),
    (Question(kind="pledge", act="promise"), {}),
]


@pytest.mark.parametrize(("question", "expected"), QUESTIONS)
def test_every_part_of_a_question_must_fit(ledger: Ledger, question: Question, expected: dict[str, int]) -> None:
    claims = build.claims()
    ledger.add(claims)
    build.keep_checks(ledger, claims)
    found = ledger.find(question)
    assert {kind: sum(f.kind == kind for f in found) for kind in {f.kind for f in found}} == expected


def test_found_words_are_those_of_the_span_beyond_the_first_plane(ledger: Ledger) -> None:
    ledger.add(build.claims())
    for found in ledger.find(Question()):
        assert found.quote == found.span.of(build.TEXT)
        assert found.span != Span(0, 0)


def test_failures_are_logged_and_left_out_of_the_dump(ledger: Ledger) -> None:
    before = ledger.dump()
    ledger.log_failure(Failure("a.txt", "is empty", "give text"), NOON)
    assert ledger.failures() == (Failure("a.txt", "is empty", "give text"),)
    assert ledger.dump() == before


def test_many_read_while_one_writes(ledger: Ledger) -> None:
    ledger.add(build.claims())
    seen: list[int] = []
    readers = [threading.Thread(target=lambda: seen.append(len(ledger.claims()))) for _ in range(4)]
    for reader in readers:
        reader.start()
    for number in range(5):
        ledger.add(build.claims(build.report(f"{build.TEXT} {number}", path=None)))
    for reader in readers:
        reader.join()
    assert len(seen) == 4
    assert all(1 <= number <= 6 for number in seen)
    assert len(ledger.claims()) == 6
