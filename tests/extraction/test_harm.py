"""Whom a deed harms where the words are few: bare numbers, verbs that share an object, headlines; and accidents."""

from __future__ import annotations

import pytest

from tests.conftest import ClaimsOf

HARM = [
    # sentence, all words that tell deeds, words of the recipient
    ("Police said the man shot three people, killing one, before he fled.", {"shot", "killing"}, "three people"),
    ("Gunman kills 3, wounds 7 at mosque in Lahore", {"kills"}, "3"),
    ("Three killed as rebels enter market in Goma", {"killed"}, "Three"),
    ("Rebels attacked and burned the clinic in Beni on Sunday.", {"attacked", "burned"}, "clinic in Beni"),
    ("A gunman shot and killed a nurse at a clinic in Nairobi.", {"shot", "killed"}, "nurse"),
    ("Man shot dead in Bogota street", {"shot dead"}, "Man"),
    ("Two farmers killed in raid on village in Plateau state", {"killed", "raid"}, "Two farmers"),
    ("Three people shot in mosque shooting in Lahore", {"shot", "shooting"}, "Three people"),
    ("Nine soldiers died in an ambush near Menaka, the army said.", {"died", "ambush"}, "Nine soldiers"),
]

NONE = [
    "Four people were killed in a car crash near Kano on Sunday, police said.",
    "A drunk driver hit and killed two women in Lagos.",
    "Twelve passengers died when a ferry capsized on the Congo River.",
]


@pytest.mark.parametrize(("text", "words", "recipient"), HARM)
def test_harm_is_one_deed_with_its_victims(claims_of: ClaimsOf, text: str, words: set[str], recipient: str) -> None:
    (incident,) = claims_of(text).incidents
    assert {span.of(text) for span in (incident.trigger, *incident.evidence)} == words
    assert incident.recipient is not None
    assert incident.recipient.name == recipient


@pytest.mark.parametrize("text", NONE)
def test_accident_is_no_assault(claims_of: ClaimsOf, text: str) -> None:
    assert not [incident for incident in claims_of(text).incidents if incident.type == "ASSAULT"]


def test_a_clause_with_a_full_stop_has_lost_no_auxiliary(claims_of: ClaimsOf) -> None:
    incidents = claims_of("The soldiers shot from the roof, a witness in Sittwe said.").incidents
    assert not [incident for incident in incidents if incident.recipient and "soldiers" in incident.recipient.name]


def test_the_launch_of_a_weapon_is_part_of_its_strike(claims_of: ClaimsOf) -> None:
    text = "The observers said that a drone launched from Chad had struck the fuel depot in Adre on 12 May."
    assert [incident.trigger.of(text) for incident in claims_of(text).incidents] == ["struck"]


def test_man_before_a_verb_is_no_island(claims_of: ClaimsOf) -> None:
    (incident,) = claims_of("Man charged with arson over fire in Wellington").incidents
    assert incident.recipient is not None
    assert incident.recipient.side == "CVL"
