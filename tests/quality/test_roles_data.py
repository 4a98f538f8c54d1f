"""The hand-made role sets: every word exists, every label is known; and the scorer counts as told."""

from __future__ import annotations

from pathlib import Path

import pytest

from facta.records import Role, Sentence, Span, Token
from quality import role_sets
from quality.role_sets import Annotated, BadAnnotation, languages, load
from quality.score_roles import Count, count_predicates, count_roles, misses


def test_there_is_a_set_for_each_language_that_has_no_roles_in_training() -> None:
    assert languages() == ["de", "es", "fr", "ru", "uk"]


@pytest.mark.parametrize("language", languages())
def test_each_set_has_sixty_sentences_whose_words_exist(language: str) -> None:
    sentences = load(language)
    assert len({sentence.text for sentence in sentences}) == len(sentences) >= 60
    for sentence in sentences:
        assert sentence.predicates, sentence.text
        assert not sentence.left_out & set(sentence.predicates), sentence.text
        for predicate, arguments in sentence.predicates.items():
            assert not any(predicate in argument.words for argument in arguments), sentence.text


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("He left.\n  gone: ARG0=He", "xx.txt:2: gone is not in: He left ."),
        ("He left.\n  left: ARG0=He#2", "He#2 is not in"),
        ("He left.\n  left: AGENT=He", "not LABEL=word: AGENT=He"),
        ("He left.\n  left ARG0=He", "no colon"),
        ("He left.\n  left: ARG0=He\n  left:", "xx.txt:3: left is annotated twice"),
        ("He left. She came.\n", "xx.txt:1: more than one sentence"),
    ],
)
def test_a_wrong_line_is_named(lines: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "xx.txt").write_text(lines, encoding="utf-8")
    monkeypatch.setattr(role_sets, "FOLDER", tmp_path)
    with pytest.raises(BadAnnotation, match=message.replace(".", r"\.")):
        load("xx")


GOLD = """They who left had sold and burned cars there.
  left: ARG0=They ARG0?=who
  sold: ARG0=They ARG1|ARG2=cars
  burned: ARG0=They|who ARGM-LOC=there
  ~ had
"""


@pytest.fixture
def gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Annotated:
    (tmp_path / "xx.txt").write_text(GOLD, encoding="utf-8")
    monkeypatch.setattr(role_sets, "FOLDER", tmp_path)
    return load("xx")[0]


def parsed(gold: Annotated, *roles: tuple[str, str, str]) -> Sentence:
    """A sentence whose predicates are those of the roles, and "had"."""
    tokens = tuple(Token(i, i + 1, form, form, "X", i - 1, "dep") for i, form in enumerate(gold.words))
    at = gold.words.index
    found = tuple(Role(at(p), at(a), label) for p, label, a in roles)
    return Sentence(Span(0, 1), tokens, tuple(sorted({r.predicate for r in found} | {at("had")})), found)


def counted(gold: Annotated, sentence: Sentence, core: bool = False) -> tuple[int, int, int]:
    count = Count()
    count_roles(gold, sentence, count, core)
    return count.gold, count.found, count.right


def test_alternatives_are_right_and_what_is_optional_is_not_counted(gold: Annotated) -> None:
    sentence = parsed(gold, ("left", "ARG0", "They"), ("left", "ARG0", "who"), ("sold", "ARG2", "cars"))
    assert counted(gold, sentence) == (5, 2, 2)


def test_an_argument_counts_once(gold: Annotated) -> None:
    sentence = parsed(gold, ("burned", "ARG0", "who"), ("burned", "ARG0", "They"), ("burned", "ARG1", "cars"))
    assert counted(gold, sentence) == (5, 2, 1)


def test_core_roles_leave_places_and_times_aside(gold: Annotated) -> None:
    assert counted(gold, parsed(gold, ("burned", "ARGM-LOC", "there"), ("sold", "ARG0", "They")), True) == (4, 1, 1)


def test_words_left_out_are_no_predicates(gold: Annotated) -> None:
    count = Count()
    count_predicates(gold, parsed(gold, ("had", "ARG0", "They"), ("cars", "ARG0", "They")), count)
    assert (count.gold, count.found, count.right) == (3, 1, 0)
    assert (count.precision, count.recall, count.f1) == (0.0, 0.0, 0.0)


def test_misses_are_told_in_words(gold: Annotated) -> None:
    told = misses(gold, parsed(gold, ("left", "ARG0", "They"), ("sold", "ARG1", "there"), ("sold", "ARG0", "They")))
    assert told is not None
    assert told.missing == ("burned:", "sold: ARG1|ARG2=cars", "burned: ARG0=They|who", "burned: ARGM-LOC=there")
    assert told.extra == ("sold: ARG1=there",)
