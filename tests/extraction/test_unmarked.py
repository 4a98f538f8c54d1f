"""Cues thrown into their sentence, what others vouch for, and the moods of hearsay and of reported speech."""

from __future__ import annotations

import pytest

from tests.conftest import ClaimsOf

PARTED: list[tuple[str, str, str, list[str]]] = [
    # (language, text, speaker, contents): the cue stands between commas, and what is said on both sides of it.
    ("en", "The dam, the engineers said, had been weakened.", "engineers", ["The dam", "had been weakened"]),
    (
        "en",
        "The talks in Doha, President Joao Lourenco said on Monday, would go on for a week.",
        "Joao Lourenco",
        ["The talks in Doha", "would go on for a week"],
    ),
    (
        "en",
        "At least six villages, according to the United Nations, were burned in March.",
        "United Nations",
        ["At least six villages", "were burned in March"],
    ),
    ("en", "As the Red Cross said, the hospital has no fuel.", "Red Cross", ["the hospital has no fuel"]),
    (
        "en",
        "The hospital, as the Red Cross has pointed out, has no fuel.",
        "Red Cross",
        ["The hospital", "has no fuel"],
    ),
    # What follows a whole sentence goes on with the saying and is not said.
    (
        "en",
        "The bridge was blown up at dawn, Mayor Hanna Berg said, adding that nobody was hurt.",
        "Hanna Berg",
        ["The bridge was blown up at dawn"],
    ),
    ("es", "El puente, según la alcaldía, reabrirá el lunes.", "alcaldía", ["El puente", "reabrirá el lunes"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "speaker", "contents"), PARTED)
def test_content_has_a_span_on_each_side_of_its_cue(
    claims_of: ClaimsOf, language: str, text: str, speaker: str, contents: list[str]
) -> None:
    found = [
        (s.speaker.name if s.speaker else None, [c.of(text) for c in s.content])
        for s in claims_of(text, language).statements
    ]
    assert any(speaker in (name or "") and spans == contents for name, spans in found), found


@pytest.mark.parametrize(
    "text",
    [
        "The minister could announce the withdrawal.",
        "The envoy plans to accuse Rwanda of backing the rebels.",
        "The general will say that the war is over.",
        "The army declined to say how many soldiers had died.",
    ],
)
def test_what_is_only_possible_planned_or_refused_has_not_been_said(claims_of: ClaimsOf, text: str) -> None:
    cues = [s.cue.of(text) for s in claims_of(text).statements if s.cue]
    assert not {"announce", "accuse", "say"} & set(cues)


def test_passive_accusation_keeps_its_content_without_an_accuser(claims_of: ClaimsOf) -> None:
    text = "Peacekeepers were accused of abandoning the camp."
    (statement,) = claims_of(text).statements
    assert statement.speaker is None
    assert statement.content[-1].of(text).endswith("abandoning the camp")


HEARSAY = [
    (
        "es",
        "El ejército habría matado a veinte civiles en Arauca.",
        "El ejército habría matado a veinte civiles en Arauca",
    ),
    ("es", "El buque habría cruzado la frontera.", "El buque habría cruzado la frontera"),
]


@pytest.mark.parametrize(("language", "text", "content"), HEARSAY)
def test_mood_of_hearsay_makes_a_hedged_statement_of_nobody(
    claims_of: ClaimsOf, language: str, text: str, content: str
) -> None:
    (statement,) = claims_of(text, language).statements
    assert (statement.speaker, statement.hedged) == (None, True)
    assert statement.content[0].of(text) == content


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Si hubiera llovido, el puente habría caído."),
        ("es", "El puente se abrió el lunes."),
    ],
)
def test_condition_is_no_hearsay(claims_of: ClaimsOf, language: str, text: str) -> None:
    assert claims_of(text, language).statements == ()


def test_future_in_what_was_said_is_no_hedge(claims_of: ClaimsOf) -> None:
    text = "El ministro dijo que el ejército se retiraría de la ciudad."
    (statement,) = claims_of(text, "es").statements
    assert not statement.hedged


def test_speakers_who_say_what_they_think_make_one_statement(claims_of: ClaimsOf) -> None:
    text = "Mayor Hanna Berg said that she believes that the truce will hold."
    assert len(claims_of(text).statements) == 1
