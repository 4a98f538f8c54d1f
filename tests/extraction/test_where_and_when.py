"""Where and when a deed happened, when the phrase that says so hangs on another word of the sentence."""

from __future__ import annotations

import pytest

from tests.conftest import ClaimsOf

PLACES = [
    # sentence, trigger, English name of the place
    ("Talks between the two sides in Doha ended without an agreement.", "Talks", "Doha"),
    ("The envoy will not discuss the fate of Crimea, annexed by Russia in 2014.", "annexed", "Crimea"),
    ("The camp lies near the front line in Donetsk, where fighting has intensified.", "fighting", "Donetsk"),
    ("An Indian warship carried out a patrol in the Gulf of Aden.", "patrol", "Gulf of Aden"),
    ("Talks between the army and the rebels will resume.", "Talks", None),
]


@pytest.mark.parametrize(("text", "trigger", "place"), PLACES)
def test_place_of_a_deed(claims_of: ClaimsOf, text: str, trigger: str, place: str | None) -> None:
    found = next(i for i in claims_of(text).incidents if i.trigger.of(text) == trigger)
    assert (found.place and found.place.name) == place


DAYS = [
    # sentence, trigger, first day (the report is of 15 May 2024)
    ("Since noon and throughout the night there were explosions in Beirut.", "explosions", "2024-05-14"),
    ("Since a pause in April there were no explosions in Beirut.", "explosions", None),
]


@pytest.mark.parametrize(("text", "trigger", "day"), DAYS)
def test_day_of_a_deed(claims_of: ClaimsOf, text: str, trigger: str, day: str | None) -> None:
    found = next(i for i in claims_of(text).incidents if i.trigger.of(text) == trigger)
    assert (str(found.when.start) if found.when else None) == day


def test_a_month_is_no_march(claims_of: ClaimsOf) -> None:
    kinds = {i.type for i in claims_of("It was the first quiet day since March, the governor of Lara said.").incidents}
    assert "PROTEST" not in kinds
    assert "PROTEST" in {i.type for i in claims_of("Teachers began a march through Caracas on Monday.").incidents}
