"""Decisions on a whole ledger: two people at once, reruns, the queue and the log, over both databases."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facta.errors import Conflict, UsageError
from facta.ledger import Ledger, Question
from facta.pipeline import Pipeline
from facta.records import Claims, Decision, Review
from facta.stories.standing import standing
from facta.views.review import (
    Change,
    differences,
    history,
    queue,
    review_of,
    reviews_on,
    seen_claim,
    settle,
    state_of,
    target_of,
    undo_of,
)
from tests.ledger import build
from tests.review.conftest import at, decide, machine, undo
from tests.review.test_verdicts_change import SHELLED, deed


def ids(ledger: Ledger) -> list[str]:
    """Everything that waits, page by page."""
    found: list[str] = []
    after = None
    while True:
        page = queue(ledger, after, limit=3)
        found += [item.target for item in page.items]
        if page.next is None:
            return found
        after = page.next


def test_the_second_of_two_people_sees_that_it_changed(each_ledger: Ledger, pipeline: Pipeline) -> None:
    target = deed(each_ledger, SHELLED)
    seen = state_of(each_ledger, target)
    assert state_of(each_ledger, target) == seen
    decide(each_ledger, pipeline, target, Decision.REJECT, by="ines", seen=seen)
    with pytest.raises(Conflict, match="ines decided on it") as clash:
        decide(each_ledger, pipeline, target, Decision.CONFIRM, by="omar", seen=seen)
    assert [review.by for review in clash.value.reviews] == ["ines"]
    decide(each_ledger, pipeline, target, Decision.CONFIRM, by="omar", seen=state_of(each_ledger, target))


def test_a_note_and_an_undo_change_the_state_as_well(ledger: Ledger, pipeline: Pipeline) -> None:
    target = deed(ledger, SHELLED)
    states = [state_of(ledger, target)]
    note = decide(ledger, pipeline, target, Decision.NOTE, note="look at the day")
    states.append(state_of(ledger, target))
    undo(ledger, pipeline, note)
    states.append(state_of(ledger, target))
    assert len(set(states)) == 3


def test_state_changes_when_the_machine_reads_otherwise(ledger: Ledger, pipeline: Pipeline, read: list[Claims]) -> None:
    target = deed(ledger, SHELLED)
    seen = state_of(ledger, target)
    reread(ledger, pipeline, read, target, mode="aerial")
    assert state_of(ledger, target) != seen
    with pytest.raises(Conflict, match="the machine reads it anew"):
        decide(ledger, pipeline, target, Decision.CONFIRM, seen=seen)


def reread(ledger: Ledger, pipeline: Pipeline, read: list[Claims], target: str, **known: object) -> None:
    """A rerun that reads one deed otherwise, or not at all."""
    (claims,) = [c for c in read if any(i.id == target for i in c.incidents)]
    changed = tuple(replace(i, **known) if i.id == target else i for i in claims.incidents)  # type: ignore[arg-type]
    kept = changed if known else tuple(i for i in claims.incidents if i.id != target)
    ledger.add(replace(claims, incidents=kept), "facta, other rules")
    pipeline.recheck(ledger)


def test_a_rerun_overwrites_no_decision_and_tells_where_it_differs(
    each_ledger: Ledger, pipeline: Pipeline, read: list[Claims]
) -> None:
    target, hit = deed(each_ledger, SHELLED), deed(each_ledger, "Shells hit Sotk")
    decide(each_ledger, pipeline, target, Decision.CONFIRM)
    decide(each_ledger, pipeline, hit, Decision.EDIT, values={"mode": "aerial"})
    assert differences(each_ledger) == ()
    confirmed = seen_claim(each_ledger, target).claim
    reread(each_ledger, pipeline, read, target, mode="primitive")
    assert seen_claim(each_ledger, target).claim == confirmed
    (difference,) = differences(each_ledger)
    assert (difference.target, [change.name for change in difference.changes]) == (target, ["mode"])
    reread(each_ledger, pipeline, read, target)
    assert seen_claim(each_ledger, target).claim == confirmed
    (gone,) = differences(each_ledger)
    assert "no longer reads it" in gone.sentence


def test_the_queue_begins_with_what_is_contested_and_loses_what_is_decided(
    each_ledger: Ledger, pipeline: Pipeline
) -> None:
    every = queue(each_ledger, limit=100)
    assert every.next is None
    priorities = [item.priority for item in every.items]
    assert priorities == sorted(priorities)
    assert priorities[0] == 1
    assert all(item.why.endswith(".") and item.quote and item.story for item in every.items)
    assert ids(each_ledger) == [item.target for item in every.items]
    assert len(set(ids(each_ledger))) == len(every.items)
    first = every.items[0].target
    decision = decide(each_ledger, pipeline, first, Decision.CONFIRM)
    assert first not in ids(each_ledger)
    undo(each_ledger, pipeline, decision)
    assert ids(each_ledger) == [item.target for item in every.items]


def test_a_page_of_the_queue_follows_the_one_before_although_that_was_decided(
    ledger: Ledger, pipeline: Pipeline
) -> None:
    whole = ids(ledger)
    first = queue(ledger, limit=2)
    for item in first.items:
        decide(ledger, pipeline, item.target, Decision.CONFIRM)
    assert [item.target for item in queue(ledger, first.next, limit=2).items] == whole[2:4]


@pytest.mark.parametrize("place", ["nonsense", "WzksMSwiIl0", "WzEsMSwy"])
def test_broken_place_in_the_queue_or_log_is_told(ledger: Ledger, place: str) -> None:
    with pytest.raises(UsageError, match="no place in this list"):
        queue(ledger, place)
    with pytest.raises(UsageError, match="no place in this list"):
        history(ledger, place)


def test_the_log_is_newest_first_and_tells_who_took_what_back(each_ledger: Ledger, pipeline: Pipeline) -> None:
    target = deed(each_ledger, SHELLED)
    rejection = decide(each_ledger, pipeline, target, Decision.REJECT, by="ines")
    edited = decide(each_ledger, pipeline, target, Decision.EDIT, by="ines", values={"mode": "drone"})
    back = undo(each_ledger, pipeline, rejection, by="omar")
    log = history(each_ledger).entries
    assert [entry.review.id for entry in log] == [back.id, edited.id, rejection.id]
    assert [entry.stands for entry in log] == [True, True, False]
    assert log[2].taken_back is not None
    assert log[2].taken_back.by == "omar"
    assert [(c.name, c.before, c.after) for c in log[1].changes] == [("mode", "heavy-weapons", "drone")]
    first = history(each_ledger, limit=2)
    assert [e.review.id for e in history(each_ledger, first.next).entries] == [rejection.id]
    with pytest.raises(UsageError, match="omar took this back"):
        undo_of(each_ledger, rejection.id, "ines", at())


def test_stories_and_entities_are_joined_and_parted(each_ledger: Ledger, pipeline: Pipeline) -> None:
    before = machine(each_ledger)
    one, two, *_ = sorted(each_ledger.stories(), key=lambda s: -len(s.reports))
    joined = decide(each_ledger, pipeline, one.id, Decision.MERGE, values={"with": two.id})
    (story,) = [s for s in each_ledger.stories() if set(one.reports) <= set(s.reports)]
    assert set(two.reports) <= set(story.reports)
    assert joined in reviews_on(each_ledger, target_of(each_ledger, story.id))
    out = decide(each_ledger, pipeline, story.id, Decision.SPLIT, values={"reports": two.reports[0]})
    assert two.reports[0] not in next(s for s in each_ledger.stories() if one.reports[0] in s.reports).reports
    undo(each_ledger, pipeline, out)
    undo(each_ledger, pipeline, joined)
    assert machine(each_ledger) == before


WRONG: list[tuple[str, Decision, dict[str, object], str]] = [
    ("claim", Decision.NOTE, {}, "a note needs words"),
    ("claim", Decision.EDIT, {}, "nothing is changed"),
    ("claim", Decision.EDIT, {"values": {"type": "WAR"}}, "type: "),
    ("claim", Decision.MERGE, {}, "with: one with what"),
    ("claim", Decision.MERGE, {"values": {"with": "zzz"}}, "nothing in the ledger has the id"),
    ("claim", Decision.ADD, {}, "added to a report, not to a claim"),
    ("claim", Decision.UNDO, {}, "taken back by its own id"),
    ("story", Decision.REJECT, {}, "neither confirmed nor rejected"),
    ("story", Decision.EDIT, {}, "a story is not edited"),
    ("story", Decision.SPLIT, {}, "which reports"),
    ("story", Decision.SPLIT, {"values": {"reports": "abc"}}, "is not in the story"),
    ("story", Decision.MERGE, {"values": {"with": "STORY"}}, "one story already"),
    ("finding", Decision.SPLIT, {}, "a finding is not parted"),
    ("report", Decision.CONFIRM, {}, "decide on its claims"),
]


@pytest.mark.parametrize(("kind", "decision", "known", "message"), WRONG)
def test_what_cannot_be_decided_is_told(
    ledger: Ledger, kind: str, decision: Decision, known: dict[str, object], message: str
) -> None:
    story = max(ledger.stories(), key=lambda s: len(s.reports))
    targets = {"claim": deed(ledger, SHELLED), "story": story.id, "report": story.reports[0]}
    targets["finding"] = ledger.check(story.id).findings[0].id
    values = {name: story.id if value == "STORY" else value for name, value in known.pop("values", {}).items()}  # type: ignore[attr-defined]
    with pytest.raises(UsageError, match=message) as wrong:
        review_of(ledger, Change(targets[kind], decision, "ines", at(), values=values))
    assert wrong.value.remedy


@pytest.mark.parametrize("name", ["", "no such id", "\x00", "%", "_"])
def test_unknown_ids_are_told(each_ledger: Ledger, name: str) -> None:
    with pytest.raises(UsageError, match="nothing in the ledger has the id"):
        target_of(each_ledger, name)
    with pytest.raises(UsageError, match="no decision"):
        each_ledger.review(name)


steps = st.lists(st.tuples(st.sampled_from(["confirm", "reject", "edit", "undo"]), st.integers(0, 40)), max_size=6)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sequence=steps)
def test_any_decisions_taken_back_leave_the_machines_ledger(
    ledger: Ledger, pipeline: Pipeline, sequence: list[tuple[str, int]]
) -> None:
    before, read = machine(ledger), ledger.claims()
    targets = [found.claim.id for found in ledger.find(Question())]
    made: list[Review] = []
    for what, number in sequence:
        if what != "undo":
            target = targets[number % len(targets)]
            hedged = fields(ledger, target)
            values = {"values": hedged} if what == "edit" else {}
            made.append(decide(ledger, pipeline, target, Decision(what), **values))
        elif held := standing(ledger.reviews()):
            made.append(undo(ledger, pipeline, held[number % len(held)]))
    assert ledger.claims() == read
    assert {review.id for review in made} <= {review.id for review in ledger.reviews()}
    while held := standing(ledger.reviews()):
        settle(ledger, pipeline, undo_of(ledger, held[-1].id, "omar", at()))
    assert machine(ledger) == before


def fields(ledger: Ledger, target: str) -> dict[str, str]:
    """A change that every kind of claim can have."""
    claim = seen_claim(ledger, target).shown
    name = "approximate" if hasattr(claim, "approximate") else "hedged"
    return {name: "no" if getattr(claim, name) else "yes"}


def test_the_queue_has_what_is_not_resolved_and_what_is_hedged(where: str) -> None:
    read = build.claims()
    with Ledger.open(where) as opened:
        opened.add(read)
        build.keep_checks(opened, read)
        because = {item.target: item.because for item in queue(opened, limit=100).items}
    hit, died = read.incidents
    assert because == {
        hit.id: "contested",
        died.id: "unresolved-place",
        read.pledges[0].id: "unresolved-place",
        read.statements[1].id: "unresolved-name",
    }
