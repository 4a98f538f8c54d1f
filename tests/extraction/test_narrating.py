"""On which day a deed happened: told once at the head of a paragraph, in another clause, or for a whole night."""

from __future__ import annotations

from datetime import date

import pytest

from tests.conftest import ClaimsOf

WEDNESDAY = date(2024, 5, 15)
TUESDAY, MONDAY = date(2024, 5, 14), date(2024, 5, 13)

CARRIED = [
    # language, text, trigger, the day or none
    ("en", "On Tuesday rebels entered the town. They burned the market.", "burned", TUESDAY),
    ("en", "Gunmen attacked the convoy on Monday. Two drivers were killed.", "killed", MONDAY),
    ("en", "Russian troops attacked Kupiansk on Tuesday. Ukrainian forces repelled the assault.", "repelled", TUESDAY),
    ("en", "Troops shelled the port on Monday. The troops then attacked the village.", "attacked", MONDAY),
    ("es", "Los guerrilleros entraron en la aldea el martes. Quemaron tres casas.", "Quemaron", TUESDAY),
    ("uk", "У вівторок бойовики увійшли в село. Вони спалили школу.", "спалили", TUESDAY),
    # a day of saying is no day of the deed
    ("en", "The governor said on Tuesday that he would stay. Rebels attacked the convoy.", "attacked", None),
    # another's deed, another paragraph, another tense, a time of its own
    ("en", "On Monday Israel bombed Rafah. Sudanese rebels attacked the port.", "attacked", None),
    ("en", "On Tuesday rebels entered the town.\n\nTroops attacked the village.", "attacked", None),
    ("en", "On Tuesday rebels entered the town. They have burned many markets.", "burned", None),
    ("en", "On Tuesday rebels entered the town. They had burned the market.", "burned", None),
    ("en", "On Tuesday rebels entered the town. They burned the market on Monday.", "burned", MONDAY),
]


@pytest.mark.parametrize(("language", "text", "trigger", "day"), CARRIED)
def test_day_told_once_holds_for_what_goes_on_from_it(
    claims_of: ClaimsOf, language: str, text: str, trigger: str, day: date | None
) -> None:
    found = next(i for i in claims_of(text, language, WEDNESDAY).incidents if i.trigger.of(text) == trigger)
    assert (found.when.start if found.when else None) == day


TOPICS = [
    ("As anger grew over a strike that killed ten, officials called for calm on Tuesday.", "strike"),
    ("On Tuesday protesters reacted to the bombing of the camp.", "bombing"),
]


@pytest.mark.parametrize(("text", "trigger"), TOPICS)
def test_day_of_the_talk_is_not_the_day_of_the_deed(claims_of: ClaimsOf, text: str, trigger: str) -> None:
    found = next(i for i in claims_of(text, "en", WEDNESDAY).incidents if i.trigger.of(text) == trigger)
    assert found.when is None


def test_day_told_of_the_attack_later_on_dates_it(claims_of: ClaimsOf) -> None:
    text = "Rebels attacked a prison, and officials called for calm.\n\nThe strike took place on Monday."
    found = next(i for i in claims_of(text, "en", WEDNESDAY).incidents if i.trigger.of(text) == "attacked")
    assert found.when is not None
    assert found.when.start == MONDAY


NIGHTS = [
    ("en", "Troops shelled the port all night."),
    ("en", "Troops shelled the port over the past 24 hours."),
    ("en", "Troops shelled the port in the last 24 hours."),
    ("en", "Troops shelled the port during the night."),
    ("en", "Troops shelled the port overnight."),
    ("es", "Las tropas bombardearon el puerto toda la noche."),
    ("es", "Las tropas bombardearon el puerto durante la noche."),
    ("es", "Las tropas bombardearon el puerto en las últimas 24 horas."),
    ("es", "Las tropas bombardearon el puerto durante toda la noche."),
    ("uk", "Війська обстрілювали порт усю ніч."),
    ("uk", "Війська обстрілювали порт упродовж ночі."),
    ("uk", "За останні 24 години війська обстріляли порт."),
    ("uk", "За минулу добу війська обстріляли порт."),
    ("uk", "Упродовж доби війська обстріляли порт."),
]


@pytest.mark.parametrize(("language", "text"), NIGHTS)
def test_night_and_last_day_begin_the_day_before(claims_of: ClaimsOf, language: str, text: str) -> None:
    (incident,) = claims_of(text, language, WEDNESDAY).incidents
    assert incident.when is not None
    assert (incident.when.start, incident.when.end) == (TUESDAY, WEDNESDAY)


SAID = [
    ("Chad committed on Monday to a withdrawal of its troops from the town.", "withdrawal", MONDAY),
    ("Moscow promised on Tuesday to withdraw its troops by June.", "withdraw", TUESDAY),
    ("Delegates recalled the talks in Doha last Monday.", "talks", MONDAY),
]


@pytest.mark.parametrize(("text", "trigger", "day"), SAID)
def test_promise_is_dated_by_its_day_and_talks_by_their_own(
    claims_of: ClaimsOf, text: str, trigger: str, day: date
) -> None:
    found = next(i for i in claims_of(text, "en", WEDNESDAY).incidents if i.trigger.of(text) == trigger)
    assert found.when is not None
    assert found.when.start == day


def test_announced_capture_is_no_plan(claims_of: ClaimsOf) -> None:
    text = "The army announced that its troops had captured the town of Bama."
    found = next(i for i in claims_of(text, "en", WEDNESDAY).incidents if i.trigger.of(text) == "captured")
    assert found.status.value == "attributed"
