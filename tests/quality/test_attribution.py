"""The sets of statements by hand are sound, and their scorer counts as its README says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from facta.records import Act, Actor, Form, Span, Statement
from quality.attribution_set import FOLDER, Labelled, Said, WrongLabel, labelled
from quality.score_attribution import measures, pairs, same_name

CODES = ["es", "fr", "ru", "uk"]
LEAST = 80  # statements in a language
TEXT = "The mayor, Ana Ruiz, said the bridge was closed. She denied the rumour of a second flood."


def said(words: str, *speakers: str, act: Act = Act.ASSERT, optional: bool = False) -> Said:
    start = TEXT.index(words)
    return Said(speakers, None, (Span(start, start + len(words)),), act, Form.INDIRECT, optional)


def found(words: str, speaker: str | None, act: Act = Act.ASSERT) -> Statement:
    start = TEXT.index(words)
    actor = Actor(None, speaker) if speaker else None
    return Statement(words, actor, None, (Span(start, start + len(words)),), Form.INDIRECT, act)


def scores(labels: list[Said], guesses: list[Statement]) -> dict[str, float]:
    report = Labelled("en-01", "agency", date(2025, 5, 1), TEXT, tuple(labels))
    return measures(list(pairs(report, tuple(guesses))))


@pytest.mark.parametrize("code", CODES)
def test_set_is_large_and_each_content_stands_once_in_its_text(code: str) -> None:
    reports = labelled(FOLDER / f"{code}.yml")
    assert sum(not s.optional for r in reports for s in r.statements) >= LEAST
    assert len({r.id for r in reports}) == len(reports) >= 20


@pytest.mark.parametrize("code", CODES)
def test_set_has_every_act_form_and_kind_of_report(code: str) -> None:
    reports = labelled(FOLDER / f"{code}.yml")
    assert {s.act for r in reports for s in r.statements} == set(Act)
    assert {s.form for r in reports for s in r.statements} == set(Form)
    assert {r.kind for r in reports} == {"agency", "broadcaster", "communique", "interview", "telegram"}


def test_label_that_is_not_in_its_text_is_named(tmp_path: Path) -> None:
    said_once = "{speaker: A, content: c, act: deny, form: direct}"
    wrong = f"- {{id: x, kind: agency, published: 2025-05-01, text: A b., statements: [{said_once}]}}"
    (tmp_path / "xx.yml").write_text(wrong, encoding="utf-8")
    with pytest.raises(WrongLabel, match="x: 'c' stands 0 times"):
        labelled(tmp_path / "xx.yml")


def test_all_right_is_one() -> None:
    both = scores(
        [said("the bridge was closed", "Ana Ruiz"), said("the rumour of a second flood", "Ana Ruiz", act=Act.DENY)],
        [found("the bridge was closed", "Ana Ruiz"), found("the rumour of a second flood", "Ruiz", Act.DENY)],
    )
    assert set(both.values()) == {1.0}


def test_wrong_speaker_wrong_act_and_invention_cost_what_they_should() -> None:
    given = scores(
        [said("the bridge was closed", "Ana Ruiz", act=Act.DENY)],
        [found("the bridge was closed", "Juan Paz"), found("the rumour of a second flood", "Ana Ruiz")],
    )
    assert (given["content P"], given["content R"]) == (0.5, 1.0)
    assert given["content and speaker F1"] == given["act of the found"] == 0.0


def test_optional_statement_costs_nothing_found_or_missed() -> None:
    certain, open_one = said("the bridge was closed", "Ana Ruiz"), said("a second flood", "Ana Ruiz", optional=True)
    right = found("the bridge was closed", "Ana Ruiz")
    assert scores([certain, open_one], [right])["content F1"] == 1.0
    assert scores([certain, open_one], [right, found("a second flood", None)])["content F1"] == 1.0


def test_less_than_half_of_the_words_is_another_statement() -> None:
    assert scores([said("the bridge was closed", "Ana Ruiz")], [found("closed", "Ana Ruiz")])["content F1"] == 0.0


def test_nobody_is_right_only_where_nobody_is_named() -> None:
    assert scores([said("a second flood")], [found("a second flood", None)])["content and speaker F1"] == 1.0
    assert scores([said("a second flood")], [found("a second flood", "Ana Ruiz")])["content and speaker F1"] == 0.0
    assert (
        scores([said("a second flood", "Ana Ruiz")], [found("a second flood", None)])["content and speaker F1"] == 0.0
    )


SAME = [
    ("la ministra de Defensa, Ana Ruiz", "Ana Ruiz", True),
    ("Ruiz", "Ana Ruiz", True),
    ("Олега Савчука", "Олег Савчук", True),
    ("рятувальники", "рятувальників", True),
    ("Ministerio", "portavoz del Ministerio de Defensa", False),
    ("Ana Paz", "Ana Ruiz", False),
    ("Ivo Ruiz", "Ana Ruiz", False),
    ("el", "Ana Ruiz", False),
]


@pytest.mark.parametrize(("name", "accepted", "same"), SAME)
def test_name_is_the_same_in_another_case_or_part(name: str, accepted: str, same: bool) -> None:
    assert same_name(name, accepted) is same
