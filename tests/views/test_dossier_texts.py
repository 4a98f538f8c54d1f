"""The marked text of a report is the report's text, whatever the text and however its evidence overlaps."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from facta.records import Passage, PassageRole, Span
from facta.views.dossier.index import all_claims
from facta.views.dossier.texts import ORDER, Mark, blocks, highlights, render
from tests.views.build import english, story
from tests.views.markup import parse

LETTERS = "ab <>&\"'\n\r\t\u00a0\u200f\ufeff\u0301éЖ大قم🕊️\U0001f1fa\U0001f1e6"
texts = st.text(st.sampled_from(LETTERS), max_size=60)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Passage], list[Mark]]:
    """A text with passages that may overlap and marks that may cross each other and the passages' ends."""
    text = draw(texts)
    spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda p: Span(min(p), max(p)))
    passages = [Passage(span, PassageRole.BODY) for span in draw(st.lists(spans, max_size=4))]
    kinds = draw(st.lists(st.tuples(spans, st.sampled_from(ORDER)), max_size=9))
    marks = [Mark(span, f"c{number}", kind, kind) for number, (span, kind) in enumerate(kinds)]
    return text, passages, marks


@given(marked_texts())
def test_marked_text_has_exactly_the_characters_of_the_report(case: tuple[str, list[Passage], list[Mark]]) -> None:
    text, passages, marks = case
    assert parse(render(text, passages, marks)).text == text


@given(marked_texts())
def test_marks_nest_and_each_covers_its_own_characters(case: tuple[str, list[Passage], list[Mark]]) -> None:
    text, passages, marks = case
    page = parse(render(text, passages, marks))
    assert not page.crossed
    assert not page.open
    usable = [mark for mark in marks if mark.span.start < mark.span.end <= len(text)]
    for mark in usable:
        pieces = [e.text for e in page.elements if e.attributes.get("data-claim") == mark.claim]
        assert "".join(pieces) == mark.span.of(text)
    anchors = Counter(e.attributes["id"] for e in page.elements if "id" in e.attributes)
    assert anchors == Counter(f"e-{mark.claim}" for mark in usable)


@given(marked_texts())
def test_blocks_cover_the_text_once_and_in_order(case: tuple[str, list[Passage], list[Mark]]) -> None:
    text, passages, _ = case
    at = 0
    for span, role in blocks(text, passages):
        assert span.start == at
        assert len(span) > 0
        assert role is not None or not span.of(text).strip()
        at = span.end
    assert at == len(text)


def test_crossing_marks_are_split_and_only_the_first_piece_carries_the_anchor() -> None:
    marks = [Mark(Span(0, 5), "one", "statement", ""), Mark(Span(3, 8), "two", "figure", "")]
    page = parse(render("abcdefgh", [], marks))
    pieces = [(e.attributes["data-claim"], e.text, e.attributes.get("id")) for e in page.elements if e.tag == "mark"]
    assert pieces == [("one", "abcde", "e-one"), ("two", "de", "e-two"), ("two", "fgh", None)]


def test_a_mark_of_two_paragraphs_is_split_between_them() -> None:
    passages = [Passage(Span(0, 3), PassageRole.BODY), Passage(Span(4, 7), PassageRole.BODY)]
    page = parse(render("abc\ndef", passages, [Mark(Span(1, 6), "one", "pledge", "")]))
    assert [e.text for e in page.elements if e.tag == "mark"] == ["bc", "\n", "de"]


def test_promotion_and_credits_keep_their_role_and_nothing_is_deleted() -> None:
    claims = english()
    page = parse(render(claims.report.text, claims.report.passages, highlights(claims)))
    roles = {e.attributes["class"]: e.text for e in page.elements if "role-" in e.attributes.get("class", "")}
    assert roles["passage role-promotion"].startswith("Read next")
    assert page.text == claims.report.text


def test_every_claim_of_a_report_has_one_anchor() -> None:
    for claims in story().claims:
        page = parse(render(claims.report.text, claims.report.passages, highlights(claims)))
        wanted = all_claims(claims)
        anchors = sorted(e.attributes["id"] for e in page.elements if "id" in e.attributes)
        assert anchors == sorted(f"e-{claim.id}" for claim in wanted)
