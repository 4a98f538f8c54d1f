"""What places that lie near each other add to each other's readings."""

from __future__ import annotations

from facta.extraction.neighbours import supports
from facta.gazetteer import Entry, Kind


def town(name: str, lat: float, lon: float, country: str = "US", admin1: str | None = None) -> Entry:
    return Entry(name, Kind.TOWN, lat, lon, country, admin1, None, 10_000)


NEAR, FAR = town("Paris", 36.3, -88.3, admin1="Tennessee"), town("Paris", 48.9, 2.3, "FR")
BESIDE = town("Buchanan", 36.4, -88.2, admin1="Tennessee")
SAME_STATE = town("Johnson City", 36.3, -82.4, admin1="Tennessee")


def test_reading_beside_another_name_gains_and_one_far_off_does_not() -> None:
    paris, _ = supports([("paris", {NEAR: 4.0, FAR: 4.0}), ("buchanan", {BESIDE: 4.0})])
    assert paris[NEAR] > 2.0
    assert paris[FAR] < 0.01


def test_same_state_helps_less_than_the_same_neighbourhood() -> None:
    beside, _ = supports([("paris", {NEAR: 4.0}), ("buchanan", {BESIDE: 4.0})])
    state, _ = supports([("paris", {NEAR: 4.0}), ("johnson city", {SAME_STATE: 4.0})])
    assert 0.0 < state[NEAR] < beside[NEAR]


def test_names_of_one_spelling_and_countries_do_not_speak_for_each_other() -> None:
    land = Entry("United States", Kind.COUNTRY, 36.3, -88.3, "US")
    one, two, country = supports([("paris", {NEAR: 4.0}), ("paris", {NEAR: 4.0}), ("united states", {land: 9.0})])
    assert one[NEAR] == two[NEAR] == 0.0
    assert country == {}


def test_no_names_give_nothing() -> None:
    assert supports([]) == []
    assert supports([("nowhere", {})]) == [{}]
