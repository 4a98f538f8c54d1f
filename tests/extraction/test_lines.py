"""Speech set off by its layout: labelled lines, interviews, posts and block quotations, each with its speaker."""

from __future__ import annotations

import pytest

from facta.records import Act, Form, Statement
from tests.conftest import ClaimsOf

Said = list[tuple[str | None, str]]

LAYOUTS: list[tuple[str, str, Said]] = [
    # A line with a name before it, as live pages and headlines have them.
    ("en", "Felix Tshisekedi: the rebels must leave Goma\n", [("Felix Tshisekedi", "the rebels must leave Goma")]),
    # A post copied with its handle, and one with its signature.
    ("en", "@OmarBakri: The market is burning again.\n", [("@OmarBakri", "The market is burning again.")]),
    (
        "en",
        "The bridge at Larache is gone. Nobody was hurt. — Hanna Berg (@hannaberg) May 3, 2024\n",
        [("Hanna Berg", "The bridge at Larache is gone. Nobody was hurt.")],
    ),
    # Posts copied out of a channel: a header, and what was posted below it.
    (
        "en",
        "Mayor of Beni, [03.05.2024 10:15]\nShells hit the school at dawn.\n\n"
        "Mayor of Beni, [03.05.2024 11:40]\nThe road is open.\n",
        [("Mayor of Beni", "Shells hit the school at dawn."), ("Mayor of Beni", "The road is open.")],
    ),
    # A block quotation without marks behind a cue and a colon.
    (
        "en",
        "The governor, Ana Silva, wrote on Telegram:\n\nThe pumping station works again. Water will be back tonight.\n",
        [("Ana Silva", "The pumping station works again. Water will be back tonight.")],
    ),
    # One that ">" sets off.
    (
        "en",
        "President Joseph Kabila said:\n\n> We will not sign a paper that nobody keeps.\n",
        [("Joseph Kabila", "We will not sign a paper that nobody keeps.")],
    ),
    # Questions and answers: who answers is the one person named before.
    (
        "en",
        "The aid group's director in Tigray, Hana Desta, spoke to us by phone.\n\nQ: Is the road open?\n\n"
        "A: Two lorries passed on Monday.\n\nThe rest still wait.\n\nQ: And the clinics?\n\nA: They have no fuel.\n",
        [
            (None, "Is the road open?"),
            ("Hana Desta", "Two lorries passed on Monday. … The rest still wait."),
            (None, "And the clinics?"),
            ("Hana Desta", "They have no fuel."),
        ],
    ),
    # A transcript: short labels are the persons named before.
    (
        "en",
        "Senator Rosa Quispe met the host, Ivo Kranjc.\n\nKRANJC: Will the army leave?\n\nQUISPE: It has left.\n\n"
        "KRANJC: All of it?\n\nQUISPE: All but one unit.\n",
        [
            ("Ivo Kranjc", "Will the army leave?"),
            ("Rosa Quispe", "It has left."),
            ("Ivo Kranjc", "All of it?"),
            ("Rosa Quispe", "All but one unit."),
        ],
    ),
]  # fmt: skip


def said(text: str, statements: tuple[Statement, ...]) -> Said:
    return [(s.speaker.name if s.speaker else None, " … ".join(c.of(text) for c in s.content)) for s in statements]


@pytest.mark.parametrize(("language", "text", "expected"), LAYOUTS)
def test_layout_tells_who_speaks(claims_of: ClaimsOf, language: str, text: str, expected: Said) -> None:
    found = said(text, claims_of(text, language).statements)
    assert [one for one in found if one in expected] == expected, found


def test_name_behind_a_quotation_is_its_speaker(claims_of: ClaimsOf) -> None:
    text = "“We have had no water since May, and nobody tells us why.” — Omar Bakri, farmer in Kassala\n"
    assert said(text, claims_of(text).statements) == [
        ("Omar Bakri", "We have had no water since May, and nobody tells us why.")
    ]


def test_quotation_below_a_cue_and_a_colon_is_that_speakers(claims_of: ClaimsOf) -> None:
    text = "“It is over,” Hana Desta said.\n\nMayor Omar Bakri added:\n\n“The road to Kassala is open again.”\n"
    assert said(text, claims_of(text).statements)[-1] == ("Omar Bakri", "The road to Kassala is open again.")


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine war: five questions about the grain corridor\n",  # what a headline is about
        "Gaza: hospitals without fuel\n",
        "Note: all times are local.\n",
        "What we know so far: three bridges are down.\n",
    ],
)
def test_topic_before_a_colon_speaks_not(claims_of: ClaimsOf, text: str) -> None:
    assert claims_of(text).statements == ()


def test_question_in_an_interview_asks(claims_of: ClaimsOf) -> None:
    text = "Hana Desta spoke to us.\n\nQ: Is the road open?\n\nA: It is.\n\nQ: Since when?\n\nA: Since Monday.\n"
    acts = [s.act for s in claims_of(text).statements if s.speaker is None]
    assert acts == [Act.ASK, Act.ASK]


def test_interview_with_two_people_leaves_the_answers_unresolved(claims_of: ClaimsOf) -> None:
    text = (
        "Hana Desta and Omar Bakri spoke to us.\n\nQ: Is the road open?\n\nA: It is.\n\n"
        "Q: Since when?\n\nA: Since Monday.\n"
    )
    answers = [s.speaker for s in claims_of(text).statements if s.speaker is not None]
    assert {(a.entity, a.candidates) for a in answers} == {(None, ("Hana Desta", "Omar Bakri"))}


def test_quotation_behind_a_label_is_the_labels_and_direct(claims_of: ClaimsOf) -> None:
    text = "“We are tired,” Omar Bakri said.\n\nHana Desta: “Nobody came to help us in Kassala.”\n"
    last = claims_of(text).statements[-1]
    assert last.speaker is not None
    assert last.speaker.name == "Hana Desta"
    assert last.form is Form.DIRECT
    assert last.content[0].of(text) == "Nobody came to help us in Kassala."
