"""People's decisions laid over a report's claims: what stands, what a rerun may change, what an undo brings back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from facta.ledger.rows import all_claims
from facta.records import Act, Claim, Claims, Decision, Figure, Incident, Review, Span, Statement, Status, digest
from facta.stories.corrections import added_id, body_of, corrected, edits_of, kind_of, words_of
from facta.stories.standing import standing, undoing
from tests.ledger.build import GOMA, at, claims, renamed, report

NOON = datetime(2024, 3, 1, 12, tzinfo=UTC)
READ = claims()
HIT, DIED = READ.incidents
SAID, TOLD = READ.statements


def review(claim: Claim, decision: Decision, after: Claim | None = None, minute: int = 0, of: Claims = READ) -> Review:
    """A decision on a claim as the person sees it."""
    return Review(
        id=digest(claim.id, decision, minute, after and body_of(after)),
        target=claim.id,
        decision=decision,
        by="ines",
        at=NOON + timedelta(minutes=minute),
        kind=kind_of(claim),
        text=digest(of.report.text),
        span=words_of(claim),
        before=body_of(claim) if decision is not Decision.ADD else None,
        after=body_of(after) if after else None,
        report=of.report.id,
    )


def edit(claim: Claim, after: Claim, minute: int = 0) -> Review:
    return review(claim, Decision.EDIT, after, minute)


def incident(of: Claims, identifier: str = HIT.id) -> Incident:
    return next(i for i in of.incidents if i.id == identifier)


def test_rejected_claim_is_out_and_edited_one_is_changed() -> None:
    changed = edit(HIT, replace(HIT, mode="firearms", place=None))
    seen = corrected(READ, [review(DIED, Decision.REJECT), changed])
    assert seen.incidents == (replace(HIT, mode="firearms", place=None),)
    assert seen.statements == READ.statements
    assert edits_of(READ, [changed]) == {HIT.id: (changed,)}


def test_edits_add_up_and_each_can_be_taken_back() -> None:
    first = edit(HIT, replace(HIT, mode="firearms"))
    second = edit(replace(HIT, mode="firearms"), replace(HIT, mode="firearms", hedged=False), 1)
    assert incident(corrected(READ, [first, second])) == replace(HIT, mode="firearms", hedged=False)
    back = undoing(first, "omar", NOON + timedelta(minutes=2))
    assert incident(corrected(READ, [first, second, back])) == replace(HIT, hedged=False)


def test_rejected_claim_comes_back_confirmed_or_edited() -> None:
    rejection = review(HIT, Decision.REJECT)
    assert HIT in corrected(READ, [rejection, review(HIT, Decision.CONFIRM, HIT, 1)]).incidents
    assert incident(corrected(READ, [rejection, edit(HIT, replace(HIT, mode="aerial"), 1)])).mode == "aerial"


def test_a_note_changes_nothing() -> None:
    assert corrected(READ, [replace(review(HIT, Decision.NOTE), before=None)]) == READ


def test_claims_on_the_word_of_a_rejected_statement_stand_on_the_one_around_it() -> None:
    seen = corrected(READ, [review(TOLD, Decision.REJECT)])
    assert incident(seen).source == SAID.id
    assert incident(seen).status is Status.ATTRIBUTED
    assert seen.figures[0].source == SAID.id


def test_claims_without_any_statement_are_the_outlets_own() -> None:
    seen = corrected(READ, [review(TOLD, Decision.REJECT), review(SAID, Decision.REJECT)])
    assert (incident(seen).source, incident(seen).status) == (None, Status.REPORTED)
    assert seen.pledges[0].source is None


def test_confirmed_claim_outlives_a_rerun_that_reads_otherwise_or_not_at_all() -> None:
    confirmed = review(HIT, Decision.CONFIRM, HIT)
    otherwise = replace(READ, incidents=(replace(HIT, mode="aerial", place=None), DIED))
    assert incident(corrected(otherwise, [confirmed])) == HIT
    assert corrected(replace(READ, incidents=(DIED,)), [confirmed]).incidents == (HIT, DIED)


def test_edit_outlives_a_rerun_that_reads_other_fields_otherwise() -> None:
    changed = edit(HIT, replace(HIT, place=None))
    otherwise = replace(READ, incidents=(replace(HIT, mode="aerial"), DIED))
    assert incident(corrected(otherwise, [changed])) == replace(HIT, mode="aerial", place=None)


def test_decisions_find_their_claims_when_the_report_has_another_id() -> None:
    other = renamed(READ, publisher="Lake Herald")
    moved = replace(other, incidents=tuple(replace(i, id=f"other {i.id}") for i in READ.incidents))
    reviews = [review(DIED, Decision.REJECT), edit(HIT, replace(HIT, mode="firearms"))]
    assert corrected(moved, reviews).incidents == (replace(HIT, id=f"other {HIT.id}", mode="firearms"),)


def test_decision_on_one_of_two_deeds_of_a_clause_spares_the_other() -> None:
    twin = replace(HIT, id="twin", trigger=at("Goma; 12"), type="COERCE")
    both = replace(READ, incidents=(HIT, twin))
    rejection = review(HIT, Decision.REJECT)
    assert corrected(both, [rejection]).incidents == (twin,)
    renumbered = replace(both, incidents=(replace(HIT, id="a"), replace(twin, id="b")))
    assert [i.id for i in corrected(renumbered, [rejection]).incidents] == ["b"]


def test_added_claim_stands_in_text_order_and_in_the_place_of_a_later_reading() -> None:
    missed = Incident("", "RETREAT", None, at("Withdrawal"), at("Withdrawal from Goma"), place=GOMA)
    missed = replace(missed, id=added_id(READ.report.id, missed))
    added = review(missed, Decision.ADD, missed)
    seen = corrected(READ, [added])
    assert seen.incidents == (missed, HIT, DIED)
    read_now = replace(READ, incidents=(replace(missed, id="read", type="CONCEDE"), HIT, DIED))
    assert corrected(read_now, [added]).incidents == (missed, HIT, DIED)
    assert corrected(read_now, [added, undoing(added, "omar", NOON)]) == read_now


def test_claims_below_an_added_statement_that_a_rerun_reads_stay_below_it() -> None:
    missed = Statement("", SAID.speaker, None, (at("Shells hit Goma"),), SAID.form, Act.ASSERT)
    missed = replace(missed, id=added_id(READ.report.id, missed))
    read = replace(missed, id="read")
    later = replace(READ, statements=(*READ.statements, read), incidents=(replace(HIT, source="read"), DIED))
    assert incident(corrected(later, [review(missed, Decision.ADD, missed)])).source == missed.id


def test_decision_on_words_outside_the_text_adds_nothing() -> None:
    beyond = replace(HIT, id="x", text=Span(5, 99_999), trigger=Span(5, 9))
    assert corrected(READ, [review(beyond, Decision.ADD, beyond)]) == READ


def test_decisions_on_another_text_change_nothing() -> None:
    other = claims(report(f"{READ.report.text} Nothing more is known."))
    assert corrected(other, [review(HIT, Decision.REJECT)]) == other


# ---- any sequence of decisions and undos

EDITS: dict[str, Callable[[Claim], Claim]] = {
    "hedge": lambda c: replace(c, approximate=False) if isinstance(c, Figure) else replace(c, hedged=not c.hedged),
    "root": lambda c: replace(c, within=None) if isinstance(c, Statement) else replace(c, source=None),
}
steps = st.lists(
    st.tuples(
        st.sampled_from(["confirm", "reject", "edit", "undo"]), st.integers(0, 20), st.sampled_from(sorted(EDITS))
    ),
    max_size=12,
)


def decided(sequence: list[tuple[str, int, str]]) -> list[Review]:
    """The decisions of a sequence, each on a claim as it stands then, or on an earlier decision."""
    made: list[Review] = []
    for minute, (what, number, how) in enumerate(sequence):
        if what == "undo":
            if made:
                made.append(undoing(made[number % len(made)], "omar", NOON + timedelta(minutes=minute)))
            continue
        read = all_claims(READ)[number % len(all_claims(READ))]
        seen = next((c for c in all_claims(corrected(READ, made)) if c.id == read.id), read)
        after = {"confirm": seen, "edit": EDITS[how](seen)}.get(what)
        made.append(replace(review(seen, Decision(what), after, minute), span=words_of(read)))
    return made


@given(steps)
def test_no_decision_loses_a_claim_that_nobody_rejected(sequence: list[tuple[str, int, str]]) -> None:
    made = decided(sequence)
    last = {r.target: r.decision for r in standing(made)}
    kept = {claim.id for claim in all_claims(READ) if last.get(claim.id) is not Decision.REJECT}
    seen = corrected(READ, made)
    assert {claim.id for claim in all_claims(seen)} == kept
    assert claims() == READ


@given(steps)
def test_when_all_is_taken_back_the_machines_claims_stand(sequence: list[tuple[str, int, str]]) -> None:
    made = decided(sequence)
    for minute in range(len(made), 0, -1):
        for one in standing(made):
            made.append(undoing(one, "omar", NOON + timedelta(days=1, minutes=minute)))
    assert standing(made) == []
    assert corrected(READ, made) == READ
