"""A recheck of what has changed gives the very ledger that a recheck of everything gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facta.crosscheck import Docket
from facta.ledger import Ledger
from facta.pipeline import Pipeline
from facta.records import Claims, CrossCheck, Decision, Review, Story, digest
from facta.settings import Settings
from facta.stories.decisions import asunder, together
from tests.crosscheck.builders import Draft
from tests.crosscheck.tales import GOVERNOR, MAYOR, MINISTER, OBSERVER, RUSSIANS

AT = datetime(2024, 5, 1, tzinfo=UTC)


def paper(publisher: str, published: str) -> Draft:
    return Draft(publisher, published)


FERRY = "Envoys had met aboard the Velna ferry under a monitor of the lake commission."
TALKS = (
    paper("A", "2024-02-29").pledge(MINISTER).own(FERRY).done(),
    paper("B", "2024-02-29").pledge(MINISTER, "to halt the shelling of").own(FERRY).done(),
)
BREACH = (
    paper("C", "2024-03-20").deed(by=MAYOR, actor=RUSSIANS, day="2024-03-19").own(FERRY).done(),
    paper("D", "2024-03-21").deed(by=OBSERVER, actor=RUSSIANS, day="2024-03-19", verb="bombarded").done(),
    paper("E", "2024-03-21").deed(by=GOVERNOR, actor=RUSSIANS, day="2024-03-19").figure("6 dead", 6, by=MAYOR).done(),
)
OTHERS = (
    paper("F", "2024-03-02").own("A flood carried off two bridges and a mill below the old town.").done(),
    paper("G", "2024-03-03").own("The flood that carried off two bridges below the old town has ebbed.").done(),
    paper("H", "2024-04-02").own("Voters chose a council of farmers and teachers in the coastal villages.").done(),
)
EVERYTHING = (*TALKS, *BREACH, *OTHERS)
TWO_STORIES = asunder([c.report.id for c in TALKS], [c.report.id for c in BREACH], "R. Editor", AT)
ONE_STORY = [together(a.report.id, b.report.id, "R. Editor", AT) for a, b in pairwise(BREACH)]
ONE_STORY.append(together(TALKS[0].report.id, TALKS[1].report.id, "R. Editor", AT))


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(Settings())


def filled(ledger: Ledger, everything: Sequence[Claims], reviews: Sequence[Review] = (TWO_STORIES, *ONE_STORY)) -> None:
    for review in reviews:
        ledger.add_review(review)
    for claims in everything:
        ledger.add(claims)


def fresh(pipeline: Pipeline, folder: str, everything: Sequence[Claims], reviews: Sequence[Review]) -> str:
    """The ledger of the same reports and decisions, checked once."""
    with Ledger.open(f"{folder}/fresh.db") as ledger:
        filled(ledger, everything, reviews)
        pipeline.recheck(ledger)
        return ledger.dump()


@settings(max_examples=25, deadline=None)
@given(
    st.permutations(EVERYTHING),
    st.lists(st.integers(1, len(EVERYTHING) - 1), max_size=3, unique=True),
    st.booleans(),
)
def test_reports_in_any_order_and_in_parts_give_the_ledger_of_all_at_once(
    pipeline: Pipeline, order: list[Claims], cuts: list[int], decided: bool
) -> None:
    reviews = (TWO_STORIES, *ONE_STORY) if decided else ()
    with TemporaryDirectory() as folder, Ledger.open(f"{folder}/x.db") as ledger:
        for start, end in zip([0, *sorted(cuts)], [*sorted(cuts), None], strict=True):
            filled(ledger, order[start:end], reviews if end is None else ())
            pipeline.recheck(ledger)
        assert ledger.dump() == fresh(pipeline, folder, EVERYTHING, reviews)


@pytest.fixture
def ledger(pipeline: Pipeline, tmp_path: Path) -> Ledger:
    opened = Ledger.open(str(tmp_path / "x.db"))
    filled(opened, EVERYTHING)
    pipeline.recheck(opened)
    return opened


def test_each_story_checked_alone_is_what_it_was(pipeline: Pipeline, ledger: Ledger) -> None:
    whole = ledger.dump()
    assert len(ledger.stories()) >= 4
    for story in ledger.stories():
        pipeline.recheck_stories(ledger, [story.id])
        assert ledger.dump() == whole
    pipeline.recheck_stories(ledger, [story.id for story in ledger.stories()])
    assert ledger.dump() == whole


def test_nothing_is_checked_again_while_nothing_changes(
    pipeline: Pipeline, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[str] = []
    check = Docket.check

    def counted(docket: Docket, story: Story) -> CrossCheck:
        checked.append(story.id)
        return check(docket, story)

    monkeypatch.setattr(Docket, "check", counted)
    pipeline.recheck(ledger)
    assert checked == []
    ledger.add(paper("I", "2024-03-21").deed(by=OBSERVER, actor=RUSSIANS, day="2024-03-19", place="Farovka").done())
    pipeline.recheck(ledger)
    assert 0 < len(checked) < len(ledger.stories())


def test_a_pledge_is_tried_by_the_next_story_of_its_thread(ledger: Ledger) -> None:
    talks, breach = (next(s for s in ledger.stories() if told[0].report.id in s.reports) for told in (TALKS, BREACH))
    assert breach.follows == talks.id
    check = ledger.check(talks.id)
    found = next(f for f in check.findings if f.kind == "pledge")
    assert found.verdict == "contradicted by reports"
    assert {e.report for e in found.evidence} == {*talks.reports, *breach.reports}
    assert {o for part in found.parts for o in part.origins} <= {origin.id for origin in check.origins}
    assert not any(f.kind == "pledge" for f in ledger.check(breach.id).findings)


def test_a_decision_on_a_pair_of_deeds_reaches_its_story_alone(pipeline: Pipeline, ledger: Ledger) -> None:
    before = {story.id: ledger.check(story.id) for story in ledger.stories()}
    ledger.add_review(Review("r1", "0123456789abcdef", Decision.REJECT, "R. Editor", AT))
    pipeline.recheck_stories(ledger, [next(iter(before))])
    assert {story.id: ledger.check(story.id) for story in ledger.stories()} == before


def test_a_correction_reaches_the_pledges_of_earlier_stories_as_a_full_recheck_would(
    pipeline: Pipeline, ledger: Ledger, tmp_path: Path
) -> None:
    breach = next(s for s in ledger.stories() if BREACH[0].report.id in s.reports)
    reviews: list[Review] = [TWO_STORIES, *ONE_STORY]
    for claims in BREACH:
        incident = claims.incidents[0]
        review = Review(digest(incident.id), incident.id, Decision.REJECT, "R. Editor", AT)
        reviews.append(replace(review, kind="incident", text=digest(claims.report.text), span=incident.text))
        ledger.add_review(reviews[-1])
    pipeline.recheck_stories(ledger, [breach.id])
    (found,) = (f for check in ledger.checks() for f in check.findings if f.kind == "pledge")
    assert found.verdict == "no deeds reported yet"
    once = ledger.dump()
    pipeline.recheck(ledger)
    assert ledger.dump() == once == fresh(pipeline, str(tmp_path), EVERYTHING, reviews)
