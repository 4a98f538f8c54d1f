"""Who "he", "we", "its mayor" and "his country" are, what is done by saying so, and words told inside a quotation."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from facta.records import Claims

ClaimsOf = Callable[..., Claims]

ACTS = [
    ("en", "Kenya's defence minister said Somali troops had shelled the market in Mandera.", "accuse"),
    ("en", "The Armenian army said its soldiers did not attack the village.", "deny"),
    ("en", "“You must withdraw your troops,” the envoy said.", "demand"),
    ("en", "Pakistan's president said there was no reason to believe India.", "doubt"),
    ("en", "“We will release the prisoners,” President Joseph Kabila said.", "promise"),
    ("en", "“There will be a response,” the Iranian commander said.", "threaten"),
    ("en", "“When will the road open?” the mayor said.", "ask"),
    ("en", "The UN said that 30 civilians died in Khartoum.", "assert"),
    ("es", "El ministro colombiano dijo que el ejército venezolano bombardeó el puente.", "accuse"),
    ("es", "“No es cierto”, dijo la ministra venezolana.", "deny"),
    ("uk", "Речник вірменської армії заявив, що азербайджанські війська обстріляли село.", "accuse"),
    ("uk", "«Це неправда», — сказав речник.", "deny"),
]


@pytest.mark.parametrize(("language", "text", "act"), ACTS)
def test_content_tells_the_act_when_the_cue_does_not(claims_of: ClaimsOf, language: str, text: str, act: str) -> None:
    assert claims_of(text, language).statements[0].act.value == act


def test_pronoun_at_the_head_of_a_paragraph_is_the_person_who_spoke_last(claims_of: ClaimsOf) -> None:
    text = (
        "“Nobody kept their word,” Mayor Omar Bakri told reporters.\n\n“The night was long,” he added.\n\n"
        "“Our hospital burned.”\n\nHe also reported that there was no water."
    )
    speakers = [s.speaker.name if s.speaker else None for s in claims_of(text).statements]
    assert speakers == ["Omar Bakri"] * 4


def test_that_never_speaks(claims_of: ClaimsOf) -> None:
    found = claims_of("The front moved again. That called for a pause.").statements
    assert all(s.speaker is None for s in found)


def test_we_and_us_are_the_speaker_and_his_country_is_the_speakers(claims_of: ClaimsOf) -> None:
    text = "Ethiopia's minister Hana Desta spoke. “Sudan attacked us,” Desta said."
    incident = next(i for i in claims_of(text).incidents if i.type == "ASSAULT")
    assert incident.actor is not None
    assert incident.actor.name == "Sudan"
    assert incident.recipient is not None
    assert incident.recipient.name == "Hana Desta"


def test_its_mayor_is_the_one_mayor_named_later(claims_of: ClaimsOf) -> None:
    text = "Kassala was shelled, its mayor said.\n\nMayor Omar Bakri said that the market burned."
    assert {s.speaker.name for s in claims_of(text).statements if s.speaker} == {"Omar Bakri"}


def test_words_told_inside_a_quotation_are_within_it(claims_of: ClaimsOf) -> None:
    text = "“Minister Desta lied to us. He said that no soldier would cross the border,” Mayor Omar Bakri said."
    outer, inner = claims_of(text).statements
    assert inner.within == outer.id
    assert inner.speaker is not None
    assert outer.speaker is not None
    assert inner.speaker.entity != outer.speaker.entity


@pytest.mark.parametrize(
    ("language", "text", "actor"),
    [
        ("en", "Sudan accused Ethiopia of shelling Kassala, despite the truce.", "Ethiopia"),
        ("es", "Colombia acusó a Venezuela de bombardear el puente.", "Venezuela"),
    ],
)
def test_whoever_is_accused_is_the_one_who_does_it(claims_of: ClaimsOf, language: str, text: str, actor: str) -> None:
    incident = next(i for i in claims_of(text, language).incidents if i.type == "ASSAULT")
    assert incident.actor is not None
    assert incident.actor.name == actor


def test_pronoun_for_which_nobody_is_found_names_no_speaker(claims_of: ClaimsOf) -> None:
    found = claims_of("They said that the bridge would be closed.").statements
    assert [s.speaker for s in found] == [None]
