"""Two reports side by side, pairs of deeds on which a person decides, and headlines, on claims built by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from facta.codebook import Codebook
from facta.crosscheck import check
from facta.crosscheck.comparing import Standing, compare
from facta.crosscheck.unsure import KIND
from facta.records import Claims, CrossCheck, Decision, Group, Passage, PassageRole, Review, Span, Story
from facta.stories import resolve
from tests.crosscheck.builders import Draft
from tests.crosscheck.tales import MAYOR, MINISTER, RUSSIANS, paper, told

CODEBOOK = Codebook.load("en")


def checked(everything: list[Claims], reviews: tuple[Review, ...] = ()) -> CrossCheck:
    story = Story("s", "a story", tuple(sorted(c.report.id for c in everything)))
    return check(story, everything, resolve(everything), CODEBOOK, reviews)


def standings(one: Draft, other: Draft) -> dict[str, Standing]:
    found = compare(one.done(), other.done(), CODEBOOK)
    return {f"{row.group.kind} {row.group.type}": row.standing for row in found.rows}


def test_two_reports_agree_on_a_deed_differ_on_a_toll_and_tell_more_each() -> None:
    one = paper("A").deed(by=MAYOR, actor=RUSSIANS).figure("12 killed", 12, by=MAYOR)
    other = paper("B").deed(by=MAYOR, actor=RUSSIANS).figure("30 killed", 30, by=MINISTER).pledge(MINISTER)
    assert standings(one, other) == {
        "incident ASSAULT": Standing.AGREE,
        "figure killed": Standing.DIFFER,
        "pledge RETREAT": Standing.ONLY_SECOND,
    }


def test_a_headline_with_another_number_than_its_report_is_shown() -> None:
    claims = paper("A").figure("40 killed", 40).figure("14 killed", 14, by=MAYOR).done()
    head = claims.figures[0].text
    passages = (Passage(head, PassageRole.HEADLINE), Passage(Span(head.end, len(claims.report.text)), PassageRole.BODY))
    claims = replace(claims, report=replace(claims.report, passages=passages))
    found = [finding for finding in checked([claims]).findings if finding.kind == "headline"]
    assert [finding.verdict for finding in found] == ["headline differs"]
    assert '"40 killed"' in found[0].reason
    assert '"14 killed"' in found[0].reason


def vague() -> list[Claims]:
    """Two deeds without place and day, of which one report names no actor: as likely two as one."""
    drafts = (
        told("A", MAYOR, place=None, day=None),
        told("B", MINISTER, place=None, day=None, verb="bombarded", actor=None),
    )
    return [draft.done() for draft in drafts]


def pair_of(result: CrossCheck) -> Group:
    (pair,) = (group for group in result.groups if group.kind == KIND)
    return pair


def review(target: str, decision: Decision) -> Review:
    return Review("r", target, decision, "me", datetime(2024, 5, 1, tzinfo=UTC))


def deeds(result: CrossCheck) -> list[int]:
    return sorted(len(group.claims) for group in result.groups if group.kind == "incident")


def test_a_person_joins_a_pair_of_deeds_that_was_unsure() -> None:
    everything = vague()
    result = checked(everything)
    pair = pair_of(result)
    assert deeds(result) == [1, 1]
    assert set(pair.claims) == {claims.incidents[0].id for claims in everything}
    assert "both ASSAULT (0.43)" in pair.reasons[0]
    assert deeds(checked(everything, (review(pair.id, Decision.CONFIRM),))) == [2]


def test_a_rejected_pair_stays_apart_and_is_not_shown_again() -> None:
    everything = vague()
    pair = pair_of(checked(everything))
    again = checked(everything, (review(pair.id, Decision.REJECT),))
    assert deeds(again) == [1, 1]
    assert not [group for group in again.groups if group.kind == KIND]
