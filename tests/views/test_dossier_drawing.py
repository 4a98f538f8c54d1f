"""Scales, numbers and maps: positions follow from days, values and degrees, and pretend nothing."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facta.records import Counts, Group, Place, Precision, Span
from facta.views.dossier.atlas import atlas_of
from facta.views.dossier.days import MOST_TICKS, Scale, days
from facta.views.dossier.deeds import Deed
from facta.views.dossier.room import Rows
from facta.views.interface import ENGLISH
from facta.views.map import Borders, Frame
from facta.views.map.frame import HEIGHT, LEAST_KM, WIDTH


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2022, 3, 29), date(2022, 3, 29), "29 Mar 2022"),
        (date(2022, 3, 29), date(2022, 3, 30), "29–30 Mar 2022"),
        (date(2022, 3, 29), date(2022, 4, 2), "29 Mar – 2 Apr 2022"),
        (date(2021, 12, 30), date(2022, 1, 2), "30 Dec 2021 – 2 Jan 2022"),
        (None, date(2022, 1, 2), "2 Jan 2022"),
        (None, None, ""),
    ],
)
def test_days_write_what_they_share_once(start: date | None, end: date | None, words: str) -> None:
    assert days(start, end) == words


@given(st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.integers(0, 3000))
def test_scale_keeps_order_and_writes_few_days(first: date, length: int) -> None:
    last = date.fromordinal(first.toordinal() + length)
    scale = Scale(first, last)
    ticks = scale.ticks()
    assert 1 <= len(ticks) <= MOST_TICKS + 1
    assert [tick.x for tick in ticks] == sorted(tick.x for tick in ticks)
    assert 0 < scale.x(first) <= scale.x(last) < 100


@pytest.mark.parametrize(
    ("value", "text"), [(4_100_000.0, "4,100,000"), (0.5, "0.5"), (12.0, "12"), (None, ""), (1.25e6, "1,250,000")]
)
def test_numbers_are_written_alike_in_every_locale(value: float | None, text: str) -> None:
    assert ENGLISH.number(value) == text


@pytest.mark.parametrize(
    ("lat", "lon", "country"),
    [(51.5, 31.3, "UA"), (31.5, 34.47, "PS"), (15.6, 32.5, "SD"), (12.1, -86.3, "NI"), (39.8, 46.75, "AZ")],
)
def test_a_frame_around_one_place_shows_its_country(lat: float, lon: float, country: str) -> None:
    frame = Frame.around([(lat, lon)])
    assert frame.km == LEAST_KM
    assert country in {land.code for land in Borders.load().within(frame)}


@given(
    st.lists(
        st.tuples(st.floats(-60, 70, allow_nan=False), st.floats(-170, 170, allow_nan=False)), min_size=1, max_size=5
    )
)
def test_a_frame_holds_all_its_places(points: list[tuple[float, float]]) -> None:
    frame = Frame.around(points)
    assert all(frame.holds(lat, lon) for lat, lon in points)


def test_scale_bar_is_as_long_as_it_says() -> None:
    frame = Frame.around([(50.0, 30.0), (52.0, 34.0)])
    km, units = frame.scale_bar()
    south, north = frame.place(50.0, 30.0), frame.place(50.0 + km / 111.2, 30.0)
    assert south[1] - north[1] == pytest.approx(units, rel=0.001)


def test_land_stays_near_the_frame() -> None:
    for land in Borders.load().within(Frame.around([(54.0, 37.0)])):
        numbers = [int(n) for n in land.path.replace("M", " ").replace("L", " ").replace("Z", " ").split()]
        assert all(-25 <= x <= WIDTH + 25 for x in numbers[::2])
        assert all(-25 <= y <= HEIGHT + 25 for y in numbers[1::2])


def deed_at(place: Place) -> Deed:
    group = Group(place.name, "incident", "ASSAULT", place.name, (), (), Counts(1, 1, 1), place=place)
    return Deed(1, group, place.name, "", None, "", (), Rows(), True, False)


@pytest.mark.parametrize(
    ("precision", "drawn", "circle"),
    [
        (Precision.POINT, True, False),
        (Precision.TOWN, True, False),
        (Precision.DISTRICT, True, True),
        (Precision.REGION, True, True),
        (Precision.NEAR, True, True),
        (Precision.COUNTRY, False, False),
        (Precision.UNRESOLVED, False, False),
    ],
)
def test_a_place_is_drawn_as_precisely_as_it_is_known(precision: Precision, drawn: bool, circle: bool) -> None:
    town = Place(Span(0, 1), "Goma", "CD", -1.68, 29.22, Precision.TOWN, 1)
    place = Place(Span(0, 1), "Masisi", "CD", -1.4, 28.8, precision, 2)
    atlas = atlas_of([deed_at(town), deed_at(place)])
    assert atlas is not None
    spots = {spot.place.name: spot.radius is not None for spot in atlas.spots}
    assert ("Masisi" in spots) == drawn
    assert spots.get("Masisi", False) == circle
    assert drawn or "Masisi" in {listed.name for listed in atlas.listed}


def test_a_far_capital_is_listed_and_does_not_shrink_the_map() -> None:
    near = [Place(Span(0, 1), f"P{n}", "SD", 13.0 + n / 5, 30.0, Precision.TOWN, n) for n in range(3)]
    far = Place(Span(0, 1), "Geneva", "CH", 46.2, 6.1, Precision.TOWN, 99)
    atlas = atlas_of([deed_at(place) for place in (*near, far)])
    assert atlas is not None
    assert [listed.reason for listed in atlas.listed] == ["outside the map"]


def test_labels_of_neighbouring_places_do_not_cover_each_other() -> None:
    towns = [Place(Span(0, 1), f"Town {n}", "UA", 50.50 + n / 100, 30.2, Precision.TOWN, n) for n in range(6)]
    atlas = atlas_of([deed_at(town) for town in towns])
    assert atlas is not None
    heights = sorted(spot.label_y for spot in atlas.spots)
    assert all(lower - upper > 3 for upper, lower in pairwise(heights))
