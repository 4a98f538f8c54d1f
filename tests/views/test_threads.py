"""A pledge of one story that is broken in a later one is shown in the dossiers of both, with the evidence of both."""

from __future__ import annotations

from pathlib import Path

import pytest

from facta.ledger import Ledger
from facta.pipeline import Pipeline
from facta.settings import Settings
from facta.views.dossier.page import Page, page_of
from facta.views.files import dossier_of
from facta.views.seen import seen_claims
from facta.views.threads import cited_reports, in_thread
from facta.views.why import why
from facta.views.why_forms import why_form
from tests.pipeline.test_recheck import BREACH, EVERYTHING, TALKS, filled


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    opened = Ledger.open(str(tmp_path / "x.db"))
    filled(opened, EVERYTHING)
    Pipeline(Settings()).recheck(opened)
    return opened


def page(ledger: Ledger, report: str) -> Page:
    story = ledger.story_of(report)
    assert story
    check = in_thread(ledger, ledger.check(story.id))
    reports = cited_reports(check)
    return page_of(check, seen_claims(ledger, reports), *ledger.entities_of(reports))


def test_the_earlier_story_shows_the_deeds_of_the_later_one(ledger: Ledger) -> None:
    shown = page(ledger, TALKS[0].report.id)
    (card,) = shown.pledges
    assert card.verdict
    assert card.verdict.text == "contradicted by reports"
    (part,) = card.parts
    assert {row.quote.report for row in part.evidence} == {claims.report.id for claims in BREACH}
    assert all(row.marks for row in part.evidence)
    assert card.strip
    assert {text.report.id for text in shown.outside} == {claims.report.id for claims in BREACH}
    assert (shown.head.reports, shown.head.origins) == (2, 1)
    assert not shown.deeds


def test_the_later_story_shows_the_pledge_and_where_it_was_made(ledger: Ledger) -> None:
    shown = page(ledger, BREACH[0].report.id)
    (card,) = shown.pledges
    talks = ledger.story_of(TALKS[0].report.id)
    assert shown.earlier == {card.group.id: talks}
    assert {row.quote.report for row in card.wordings} == {claims.report.id for claims in TALKS}
    assert all(row.marks for row in card.wordings)
    assert shown.head.origins == len(ledger.check(shown.story.id).origins)
    assert not {row.quote.report for row in shown.ungrouped} & {claims.report.id for claims in TALKS}


def test_a_story_outside_the_thread_shows_nothing_of_it(ledger: Ledger) -> None:
    shown = page(ledger, EVERYTHING[-1].report.id)
    assert not shown.pledges
    assert not shown.outside
    assert not shown.earlier


@pytest.mark.parametrize("form", ["html", "md"])
def test_a_dossier_that_is_handed_on_holds_the_reports_that_it_cites(ledger: Ledger, form: str) -> None:
    for told, other in ((TALKS, BREACH), (BREACH, TALKS)):
        story = ledger.story_of(told[0].report.id)
        assert story
        text = dossier_of(ledger, story, form).decode()
        assert "Reports of other stories in this thread" in text
        assert all(claims.report.id in text for claims in other)
        assert ("Promised in an earlier story" in text) == (told is BREACH)


def test_a_claim_that_tries_a_pledge_of_an_earlier_story_says_so(ledger: Ledger) -> None:
    form = why_form(why(ledger, BREACH[0].incidents[0].id))
    talks = ledger.story_of(TALKS[0].report.id)
    assert talks
    assert [found["kind"] for found in form["findings"] if found["story"] == talks.id] == ["pledge"]
    (finding,) = (f for f in ledger.check(talks.id).findings if f.kind == "pledge")
    (found,) = why_form(why(ledger, finding.id))["findings"]
    assert {quote["report"] for quote in found["evidence"]} == {c.report.id for c in (*TALKS, *BREACH)}
