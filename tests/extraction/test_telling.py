"""Which deeds a sentence tells: no abilities, conditions or backgrounds, and harm together with what brought it."""

from __future__ import annotations

import pytest

from tests.conftest import ClaimsOf

TOLD = [
    # sentence, triggers of the incidents that it tells
    # what something is for, or what somebody could do, is no deed
    ("Tripoli has the right to attack the militia.", []),
    ("Hezbollah has missiles that could hit Haifa.", []),
    ("The rebels retreated with rifles supplied by Eritrea.", ["retreated"]),
    # a mere condition of another deed; one that names its doer tells a supposed deed of its own
    ("Islamabad will bomb the camps if attacked.", ["bomb"]),
    ("Islamabad will bomb the camps if India attacks its soldiers.", ["bomb", "attacks"]),
    ("If rebels attack the port, ships cannot sail.", ["attack"]),
    # what another deed is about
    ("The two governments agreed to exchange prisoners.", ["agreed to"]),
    ("The bishop called for an investigation by military prosecutors.", ["called for"]),
    ("Paris provided military support for Chad.", ["provided"]),
    # whoever does it is not said to have done it
    ("Qatar will not sell gas to states that impose sanctions.", []),
    # a war that only dates or frames something
    ("Prices doubled since the invasion of Tigray.", []),
    ("The army said fighting broke out in Omdurman on Monday.", ["fighting"]),
    # harm and what brings it are one deed
    ("Two soldiers were killed and five wounded in an air strike on Marib.", ["killed"]),
    ("The air strike killed two soldiers.", ["air strike"]),
    ("Gunmen attacked a convoy near Gao, killing four soldiers.", ["attacked"]),
    ("Rebels shelled the port and arrested three officials.", ["shelled", "arrested"]),
    # the same words in other senses
    ("The talks took place in Geneva, officials said.", ["talks"]),
    ("The minister took part in the war against Eritrea.", []),
    ("The quake injured five villagers near Herat, the mayor said.", []),
    ("The junta will slash spending.", []),
    ("The rebel army met the requirements of the commission.", []),
]


@pytest.mark.parametrize(("text", "triggers"), TOLD)
def test_sentence_tells_these_deeds_and_no_more(claims_of: ClaimsOf, text: str, triggers: list[str]) -> None:
    assert [i.trigger.of(text) for i in claims_of(text).incidents] == triggers


STATUSES = [
    ("Troops moved in to retake the town of Goma.", "retake", "planned"),
    ("The offensive to capture Hodeidah began at dawn.", "capture", "planned"),
    ("The army used helicopters to attack the camp.", "attack", "reported"),
    ("Bolivia was the first country to recognise the rebel government.", "recognise", "reported"),
    ("The mission received reports of the murder of ten villagers in Ituri.", "murder", "attributed"),
]


@pytest.mark.parametrize(("text", "trigger", "status"), STATUSES)
def test_aims_are_planned_and_hearsay_attributed(claims_of: ClaimsOf, text: str, trigger: str, status: str) -> None:
    found = {i.trigger.of(text): str(i.status) for i in claims_of(text).incidents}
    assert found.get(trigger) == status, found


ACTORS = [
    # sentence, trigger, actor, recipient
    ("Five people were killed and seven injured in the camp in Rafah.", "killed", None, "people"),
    ("Norway announced plans to supply air defence systems to Lithuania.", "supply", "Norway", None),
    ("Iran opened an investigation into the strikes on the embassy.", "strikes", None, "embassy"),
    ("The Azeri president held a phone call with his Armenian counterpart on Friday.", "call", "president", None),
]


@pytest.mark.parametrize(("text", "trigger", "actor", "recipient"), ACTORS)
def test_actor_and_recipient(
    claims_of: ClaimsOf, text: str, trigger: str, actor: str | None, recipient: str | None
) -> None:
    found = next(i for i in claims_of(text).incidents if trigger in i.trigger.of(text))
    assert (found.actor is None) if actor is None else (found.actor and actor in found.actor.name)
    assert recipient is None or (found.recipient and recipient in found.recipient.name)


def test_harm_is_evidence_of_the_deed(claims_of: ClaimsOf) -> None:
    text = "Three miners were killed and nine wounded when a drone hit a mine in Kalemie."
    deed = claims_of(text).incidents[0]
    assert [span.of(text) for span in deed.evidence] == ["wounded"]


def test_a_day_is_nobody(claims_of: ClaimsOf) -> None:
    text = "The two presidents held a phone call on Thursday."
    assert all(i.recipient is None for i in claims_of(text).incidents)
