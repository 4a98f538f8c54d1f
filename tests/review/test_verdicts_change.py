"""What people decide on claims shows in verdicts, through the real cross-check, until it is taken back."""

from __future__ import annotations

import pytest

from facta.ledger import Ledger, Question
from facta.pipeline import Pipeline
from facta.records import Decision, Group, Incident
from facta.views.review import fields_of, seen_claim, seen_claims, seen_found, settle, undo_of
from tests.review.conftest import at, decide, machine, undo


def deed(ledger: Ledger, words: str) -> str:
    """The id of the deed whose clause holds the words."""
    found = [f for f in ledger.find(Question(kind="incident")) if words in f.quote]
    assert len(found) == 1, [f.quote for f in found]
    return found[0].claim.id


def pledge_verdict(ledger: Ledger) -> str:
    """The verdict on the pledge to withdraw from Sotk."""
    (found,) = [f for c in ledger.checks() for f in c.findings if f.kind == "pledge" and len(c.story.reports) == 3]
    return found.verdict


def deed_groups(ledger: Ledger) -> list[Group]:
    return [g for c in ledger.checks() for g in c.groups if g.kind == "incident" and len(c.story.reports) == 3]


SHELLED = "Armenian artillery shelled"


def test_rejecting_the_deed_that_breaks_a_pledge_changes_its_verdict(each_ledger: Ledger, pipeline: Pipeline) -> None:
    before, verdict = machine(each_ledger), pledge_verdict(each_ledger)
    assert verdict.startswith("contradicted")
    rejections = [
        decide(each_ledger, pipeline, deed(each_ledger, words), Decision.REJECT, note="misread")
        for words in (SHELLED, "bombardeó el sábado", "Shells hit Sotk")
    ]
    assert not pledge_verdict(each_ledger).startswith("contradicted")
    for rejection in rejections:
        undo(each_ledger, pipeline, rejection, by="omar")
    assert pledge_verdict(each_ledger) == verdict
    assert machine(each_ledger) == before


def test_checking_a_story_alone_gives_what_checking_all_gives(ledger: Ledger, pipeline: Pipeline) -> None:
    decide(ledger, pipeline, deed(ledger, SHELLED), Decision.REJECT)
    alone = machine(ledger)
    pipeline.recheck(ledger)
    assert machine(ledger) == alone


def test_confirming_changes_no_row_of_the_machine(ledger: Ledger, pipeline: Pipeline) -> None:
    before = machine(ledger)
    decide(ledger, pipeline, deed(ledger, SHELLED), Decision.CONFIRM)
    pipeline.recheck(ledger)
    assert machine(ledger) == before


def test_a_missed_deed_counts(ledger: Ledger, pipeline: Pipeline) -> None:
    told = [seen_claim(ledger, deed(ledger, words)) for words in (SHELLED, "bombardeó el sábado", "Shells hit Sotk")]
    for seen in told:
        decide(ledger, pipeline, seen.id, Decision.REJECT)
    assert not pledge_verdict(ledger).startswith("contradicted")
    reviews = []
    for seen in told:  # what the machine had read, as if it had missed it
        values = {name: value for name, value in fields_of(seen.claims, seen.shown).items() if name != "speaker"}
        report = seen.claims.report.id
        reviews.append(decide(ledger, pipeline, report, Decision.ADD, values={**values, "kind": "incident"}))
    assert pledge_verdict(ledger).startswith("contradicted")
    added = seen_claim(ledger, reviews[0].target)
    assert isinstance(added.claim, Incident)
    assert added.machine is None
    for name in ("type", "mode", "trigger", "text", "actor", "recipient", "place", "status", "source"):
        assert getattr(added.claim, name) == getattr(told[0].shown, name), name
    for review in reviews:
        undo(ledger, pipeline, review)
    assert not pledge_verdict(ledger).startswith("contradicted")


def together(ledger: Ledger, one: str, other: str) -> bool:
    """Whether two claims are told to be one deed."""
    return any({one, other} <= set(group.claims) for group in deed_groups(ledger))


def test_deeds_are_parted_and_joined_and_as_they_were_when_taken_back(each_ledger: Ledger, pipeline: Pipeline) -> None:
    before = machine(each_ledger)
    largest = max(deed_groups(each_ledger), key=lambda group: len(group.claims))
    one, two, *others = largest.claims
    out = decide(each_ledger, pipeline, one, Decision.SPLIT)
    assert not any(together(each_ledger, one, other) for other in (two, *others))
    assert all(together(each_ledger, two, other) for other in others)
    pipeline.recheck(each_ledger)
    assert not together(each_ledger, one, two)
    group = next(group for group in deed_groups(each_ledger) if one in group.claims)
    joined = decide(each_ledger, pipeline, group.id, Decision.MERGE, values={"with": two})
    assert all(together(each_ledger, one, other) for other in (two, *others))
    undo(each_ledger, pipeline, joined)
    assert not together(each_ledger, one, two)
    undo(each_ledger, pipeline, out)
    assert machine(each_ledger) == before


def test_an_undo_can_be_taken_back(ledger: Ledger, pipeline: Pipeline) -> None:
    target = deed(ledger, SHELLED)
    rejection = decide(ledger, pipeline, target, Decision.REJECT)
    back = undo(ledger, pipeline, rejection)
    assert seen_claim(ledger, target).claim is not None
    settle(ledger, pipeline, undo_of(ledger, back.id, "omar", at()))
    assert seen_claim(ledger, target).claim is None


def test_found_claims_are_as_people_left_them(each_ledger: Ledger, pipeline: Pipeline) -> None:
    target, other = deed(each_ledger, SHELLED), deed(each_ledger, "Shells hit Sotk")
    decide(each_ledger, pipeline, other, Decision.REJECT)
    decide(each_ledger, pipeline, target, Decision.EDIT, values={"mode": "firearms", "date": "2023-05-19"})
    found = {f.claim.id: f for f in seen_found(each_ledger, Question(kind="incident", type="assault"))}
    assert other not in found
    (claims,) = seen_claims(each_ledger, [found[target].report])
    assert found[target].claim == next(i for i in claims.incidents if i.id == target)
    untouched = {f.claim.id for f in each_ledger.find(Question(kind="incident", type="assault"))} - {other}
    assert set(found) == untouched
    assert seen_found(each_ledger, Question(id=other)) == ()


@pytest.mark.parametrize("kind", ["statement", "incident", "pledge", "figure"])
def test_without_decisions_claims_are_the_machines(ledger: Ledger, kind: str) -> None:
    assert seen_found(ledger, Question(kind=kind)) == ledger.find(Question(kind=kind))
