"""Fields that a person fills in: what they make of a claim, and what cannot be, told with its field and a remedy."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facta.errors import UsageError
from facta.ledger.rows import all_claims
from facta.records import (
    Act,
    Claim,
    Claims,
    Figure,
    Form,
    Incident,
    Pledge,
    Precision,
    Span,
    Statement,
    Status,
    Strength,
    When,
)
from facta.stories.corrections import body_of, claim_from, kind_of
from facta.views.forms import claim_form
from facta.views.review.editing import edited
from facta.views.review.fields import NAMES, fields_of
from facta.views.review.missed import missed
from tests.ledger.build import GOMA, TEXT, at, claims
from tests.views.test_forms import spans

READ = claims()
HIT, DIED = READ.incidents
SAID, TOLD = READ.statements
(PLEDGE,) = READ.pledges
(DEAD,) = READ.figures


def changed(claim: Claim, **values: str) -> Claim:
    return edited(READ, READ, claim, {name.rstrip("_"): value for name, value in values.items()})


@pytest.mark.parametrize("claim", all_claims(READ), ids=lambda c: type(c).__name__)
def test_fields_as_they_are_shown_change_nothing(claim: Claim) -> None:
    shown = fields_of(READ, claim)
    assert tuple(shown) == NAMES[type(claim).__name__.lower()]
    assert edited(READ, READ, claim, shown) == claim


INCIDENTS = [
    ({"type": "coerce"}, {"type": "COERCE", "mode": None}),  # no mode of the new type
    ({"type": "ASSAULT", "mode": "drone"}, {"mode": "drone"}),
    ({"mode": ""}, {"mode": None}),
    ({"status": "denied"}, {"status": Status.DENIED}),
    ({"hedged": "no", "historical": "yes"}, {"hedged": False, "historical": True}),
    ({"date": "2024-02-03"}, {"when": When(None, date(2024, 2, 3), date(2024, 2, 3))}),
    ({"date": "2024-02-03..2024-02-04"}, {"when": When(None, date(2024, 2, 3), date(2024, 2, 4))}),
    ({"date": "2024-02"}, {"when": When(None, date(2024, 2, 1), date(2024, 2, 29))}),
    ({"date": ""}, {"when": None}),
    ({"place": ""}, {"place": None}),
    ({"recipient": ""}, {"recipient": None}),
    ({"actor": "ama núñez"}, {"actor": SAID.speaker}),
    ({"actor": "the mayor"}, {"actor": TOLD.speaker}),
    ({"speaker": ""}, {"source": None, "status": Status.REPORTED}),
    ({"words": "Shells hit Goma; 12 died"}, {"text": at("Shells hit Goma; 12 died")}),
    ({"words": "hit Goma", "trigger": "hit"}, {"text": at("hit Goma")}),
    ({"words": "Shells"}, {"text": at("Shells"), "trigger": at("Shells")}),
]


@pytest.mark.parametrize(("values", "expected"), INCIDENTS)
def test_edit_of_a_deed(values: dict[str, str], expected: dict[str, Any]) -> None:
    assert edited(READ, READ, HIT, values) == replace(HIT, **expected)


def test_edit_of_a_statement() -> None:
    made = changed(TOLD, speaker="Colonel Ama Núñez", act="deny", form="direct", hedged="no", date="2024-02-05")
    assert isinstance(made, Statement)
    assert (made.act, made.form, made.hedged) == (Act.DENY, Form.DIRECT, False)
    assert made.speaker == SAID.speaker
    assert made.when == When(None, date(2024, 2, 5), date(2024, 2, 5))


def test_edit_of_a_pledge() -> None:
    made = changed(PLEDGE, type="CONCEDE", until="2024-02-12", strength="offers", negated="yes", condition="by Friday")
    assert isinstance(made, Pledge)
    assert (made.type, made.from_on, made.until_on) == ("CONCEDE", date(2024, 2, 9), date(2024, 2, 12))
    assert (made.strength, made.negated, made.condition) == (Strength.OFFERS, True, at("by Friday"))


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"value": "14"}, (14.0, 14.0, None)),  # "at least" stays at least
        ({"value": "14", "low": "12", "high": "15"}, (14.0, 12.0, 15.0)),
        ({"value": "", "low": "10", "high": "20"}, (None, 10.0, 20.0)),
        ({"value": "1 200", "low": ""}, (1200.0, None, None)),
    ],
)
def test_edit_of_a_figure(values: dict[str, str], expected: tuple[float | None, ...]) -> None:
    made = edited(READ, READ, DEAD, values)
    assert isinstance(made, Figure)
    assert (made.value, made.low, made.high) == expected


def test_place_is_resolved_through_the_gazetteer() -> None:
    made = changed(DIED, place="Goma")
    assert isinstance(made, Incident)
    assert made.place is not None
    assert (made.place.geonameid, made.place.precision, made.place.country) == (216281, Precision.TOWN, "CD")
    assert made.place.span == Span(at("Goma; 12").start, at("Goma; 12").start + 4)  # the mention that is nearest


def test_place_of_many_names_is_asked_for_by_number_or_country() -> None:
    with pytest.raises(UsageError, match=r"places are called 'Tripoli'.*geonameid"):
        changed(HIT, place="Tripoli")
    for made in (changed(HIT, place="Tripoli", geonameid="2210247"), changed(HIT, place="Tripoli, LY, town")):
        assert isinstance(made, Incident)
        assert made.place is not None
        assert (made.place.country, made.place.precision) == ("LY", Precision.TOWN)
        assert made.place.span == GOMA.span  # the words that were taken for another place


WRONG = [
    (HIT, {"type": "ASSULT"}, "type: .*did you mean ASSAULT"),
    (HIT, {"mode": "troops"}, "mode: "),
    (HIT, {"type": "AGREE", "mode": "aerial"}, "AGREE has no modes"),
    (HIT, {"status": "maybe"}, "status: "),
    (HIT, {"date": "yesterday"}, "date: .*YYYY-MM-DD"),
    (HIT, {"date": "2024-02-04..2024-02-03"}, "is after"),
    (HIT, {"place": "Xyzzyville"}, "no place 'Xyzzyville' in the gazetteer"),
    (HIT, {"geonameid": "999999999"}, "geonameid: "),
    (HIT, {"place": "Goma; Goma"}, "a deed has one place"),
    (HIT, {"actor": "Napoleon"}, "does not name 'Napoleon'"),
    (HIT, {"speaker": "Napoleon"}, "nothing in the report is read as said by 'Napoleon'"),
    (HIT, {"words": "Rockets hit Goma"}, "the report does not say"),
    (DIED, {"words": "o"}, "stand .* times in the text"),
    (HIT, {"words": "  "}, "the report does not say ''"),
    (HIT, {"start": "3", "end": "3"}, "is not in the text"),
    (HIT, {"start": "0", "end": "999999"}, "is not in the text"),
    (HIT, {"start": "-5", "end": "9"}, "is not in the text"),
    (HIT, {"start": "x", "end": "9"}, "whole numbers"),
    (HIT, {"trigger": "died"}, "not in the claim's words"),
    (HIT, {"hedged": "perhaps"}, "hedged: "),
    (HIT, {"value": "3"}, "an? incident has no field 'value'"),
    (DEAD, {"value": "many"}, "not a number"),
    (DEAD, {"value": "nan"}, "not a number"),
    (DEAD, {"value": "", "low": "", "high": ""}, "needs a number"),
    (DEAD, {"low": "20", "high": "10"}, "not between its bounds"),
    (DEAD, {"counts": "unicorns"}, "counts: "),
    (PLEDGE, {"from": "2024-02-09", "until": "2024-02-08"}, "is after"),
    (PLEDGE, {"type": "WITHDRAW"}, "type: "),
    (SAID, {"act": "shout"}, "act: "),
]


@pytest.mark.parametrize(("claim", "values", "message"), WRONG)
def test_what_cannot_be_is_told(claim: Claim, values: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message) as wrong:
        edited(READ, READ, claim, values)
    assert wrong.value.remedy


# ---- missed claims


def added(**values: str) -> Claim:
    return missed(READ, READ, values)


def test_missed_deed_takes_its_place_and_source_from_its_words() -> None:
    made = added(kind="incident", words="Withdrawal from Goma", type="RETREAT", actor="Ama Núñez")
    assert isinstance(made, Incident)
    assert (made.text, made.type, made.actor) == (at("Withdrawal from Goma"), "RETREAT", SAID.speaker)
    assert (made.source, made.status) == (SAID.id, Status.ATTRIBUTED)
    assert made.place is not None
    assert made.place.span == at("Goma")
    assert made.id == added(kind="incident", words="Withdrawal from Goma", type="RETREAT").id


def test_missed_figure_takes_its_number_from_its_words() -> None:
    without = replace(READ, figures=())
    made = missed(without, without, {"kind": "figure", "words": "12 died", "counts": "killed"})
    assert isinstance(made, Figure)
    assert (made.value, made.low, made.high) == (12.0, 12.0, 12.0)


def test_missed_statement_needs_its_speaker() -> None:
    with pytest.raises(UsageError, match="speaker: a missed statement needs it"):
        added(kind="statement", words="Shells hit Goma")
    made = added(kind="statement", words="Shells hit Goma", speaker="the mayor", act="accuse")
    assert isinstance(made, Statement)
    assert (made.act, made.content) == (Act.ACCUSE, (at("Shells hit Goma"),))


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"kind": "deed", "words": "Shells"}, "kind: "),
        ({"kind": "incident", "type": "ASSAULT"}, "which words say so"),
        ({"kind": "incident", "words": "Shells"}, "type: a missed incident needs it"),
        ({"kind": "incident", "words": "Shells hit Goma", "type": "ASSAULT"}, "has this incident already"),
        ({"kind": "incident", "words": "hit Goma", "type": "ASSAULT"}, "has this incident already"),
        ({"kind": "figure", "words": "12 died", "counts": "killed"}, "has this figure already"),
        ({"kind": "figure", "words": "Shells", "counts": "killed"}, "needs a number"),
        ({"kind": "pledge", "words": "Shells", "type": "RETREAT"}, "by: a missed pledge needs it"),
    ],
)
def test_what_cannot_be_missed_is_told(values: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        missed(READ, READ, values)


# ---- whatever is filled in

WORDS = ["Goma", "hit", "the mayor", "Ama Núñez", "ASSAULT", "aerial", "deny", "2024-02-03", "2024-02-03..2024-02-09"]
WORDS += ["7", "-1", "99999999", "yes", "no", "", " ", "; ", "Tripoli, LY, town", "216281", "\x00", "\ud800", "🕊", "("]
FIELDS = sorted({name for names in NAMES.values() for name in names})
filled = st.dictionaries(st.sampled_from(FIELDS), st.sampled_from(WORDS) | st.text(max_size=9), max_size=5)


@settings(deadline=None)
@given(number=st.integers(0, 5), values=filled)
def test_whatever_is_filled_in_makes_a_true_claim_or_is_told(number: int, values: dict[str, str]) -> None:
    claim = all_claims(READ)[number]
    known = {name: value for name, value in values.items() if name in fields_of(READ, claim)}
    try:
        made = edited(READ, READ, claim, known)
    except UsageError:
        return
    assert made.id == claim.id
    for start, end in spans(claim_form(made)):
        assert 0 <= start < end <= len(TEXT)
        assert TEXT[start:end].strip()
    assert claim_from(kind_of(made), body_of(made)) == made


@settings(deadline=None)
@given(kind=st.sampled_from(sorted(NAMES)), values=filled, words=st.sampled_from(["Friday", "hit Goma", "Colonel"]))
def test_whatever_was_missed_makes_a_true_claim_or_is_told(kind: str, values: dict[str, str], words: str) -> None:
    known = {name: value for name, value in values.items() if name in NAMES[kind]}
    try:
        made = missed(READ, READ, {"words": words, **known, "kind": kind})
    except UsageError:
        return
    assert all(0 <= start < end <= len(TEXT) for start, end in spans(claim_form(made)))
    assert claim_from(kind, body_of(made)) == made


def test_claims_are_of_the_text_that_the_tests_think_of() -> None:
    assert isinstance(READ, Claims)
    assert READ.report.text == TEXT
