"""How pairs of events on ECB+ are counted: which belong to gold, which facta joined, which are parts of one deed."""

from __future__ import annotations

from facta.records import Counts, CrossCheck, Group, Span, Story
from quality.score_deeds import Event, coded, found_pairs, gold_pairs


def event(key: str, report: str, chain: str) -> Event:
    return Event(key, "1", report, Span(0, 1), key, chain)


# Two reports on a shooting; one tells of the death in the same incident, the other in another that is joined.
EVENTS = [
    event("a shooting", "a", "shooting"),
    event("a killed", "a", "death"),
    event("b shot", "b", "shooting"),
    event("b died", "b", "death"),
    event("b fled", "b", "flight"),
    event("a fled", "a", "flight"),
]
TOLD = {"a shooting": ["a1"], "a killed": ["a1"], "b shot": ["b1"], "b died": ["b1"], "b fled": ["b2"]}


def joined(*claims: str) -> list[CrossCheck]:
    group = Group("g", "incident", "ASSAULT", "Assault", claims, (), Counts(2, 2, 2, 2))
    return [CrossCheck(Story("s", "s", ("a", "b")), (), (group,), ())]


def test_an_event_counts_when_half_of_its_mentions_are_told() -> None:
    assert coded(EVENTS, set(TOLD)) == {"shooting", "death", "flight"}
    assert coded(EVENTS, {"a killed"}) == {"death"}


def test_gold_are_pairs_across_reports_told_or_not() -> None:
    pairs = {("a shooting", "b shot"), ("a killed", "b died"), ("a fled", "b fled")}
    assert gold_pairs(EVENTS, set(TOLD)) == pairs


def test_other_triggers_of_deeds_that_share_an_event_are_parts() -> None:
    found = found_pairs(EVENTS, joined("a1", "b1"), TOLD)
    right = {("a shooting", "b shot"), ("a killed", "b died")}
    assert found.parts == {("a shooting", "b died"), ("a killed", "b shot")}
    assert found.pairs == right | found.parts


def test_deeds_without_a_common_event_are_no_parts() -> None:
    found = found_pairs(EVENTS, joined("a1", "b2"), TOLD)
    assert found.pairs == {("a shooting", "b fled"), ("a killed", "b fled")}
    assert found.parts == set()
