"""The scorer of types reads its sets as they are coded, and picks the pair's event."""

from __future__ import annotations

import pytest

from facta.records import Actor, Incident, Span
from quality.score_plover import Coded, early_root, macro, of_pair, unmarked, weis_root


def test_marks_of_the_pair_become_spans_of_the_bare_sentence() -> None:
    text, spans = unmarked("On Friday <s>Chad</s> praised <t>the envoy of Mali</t>.")
    assert text == "On Friday Chad praised the envoy of Mali."
    assert [spans[mark].of(text) for mark in "st"] == ["Chad", "the envoy of Mali"]


@pytest.mark.parametrize(
    ("code", "root"),
    [
        ("064", "SUPPORT"),
        ("102", "REQUEST"),
        ("190", "ASSAULT"),
        ("223", "ASSAULT"),
        ("023", ""),
        ("903", ""),
        ("345", ""),
    ],
)
def test_codes_of_weis_have_roots_and_made_up_ones_none(code: str, root: str) -> None:
    assert weis_root(code) == root


def test_names_of_an_early_plover_are_those_of_today() -> None:
    assert [early_root(name) for name in ("DEMAND", "SACTION", "ASSAULT", "CRIME")] == [
        "REQUEST", "SANCTION", "ASSAULT", "",
    ]  # fmt: skip


def deed(kind: str, trigger: int, actor: Span, recipient: Span) -> Incident:
    return Incident(kind, kind, None, Span(trigger, trigger + 1), Span(0, 9), Actor(actor, "A"), Actor(recipient, "R"))


def test_the_event_of_the_pair_is_the_one_between_its_parties() -> None:
    one, other = Span(0, 4), Span(20, 24)
    row = Coded("", "en", ("AID",), one, other)
    found = (deed("ACCUSE", 5, other, one), deed("AID", 10, one, other), deed("ASSAULT", 15, one, Span(40, 44)))
    chosen = of_pair(row, found)
    assert chosen is not None
    assert chosen.type == "AID"
    assert of_pair(row, ()) is None


def test_each_type_counts_alike() -> None:
    assert macro([("AID", "AID"), ("AID", "AID"), ("AID", "AID"), ("REJECT", "AID")]) == pytest.approx(6 / 7 / 2)
