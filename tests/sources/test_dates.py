"""Dates as publishers write them become days; what could be two days or none is refused."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from facta.sources.dates import day


@pytest.mark.parametrize(
    "value",
    [
        date(2024, 3, 5),
        datetime(2024, 3, 5, 23, 30, tzinfo=UTC),
        "2024-03-05",
        "20240305",
        "2024-03-05T23:59:59-08:00",
        "2024-03-05 10:00",
        "05.03.2024",
        "05.03.2024 10:00",
        "Tue, 05 Mar 2024 10:00:00 GMT",
        "5 March 2024",
        "March 5, 2024",
        "5 de marzo de 2024",
        "5 березня 2024",
        "5 березня 2024 року",
    ],
)
def test_date_is_read(value: object) -> None:
    assert day(value) == date(2024, 3, 5)


def test_month_first_is_read_where_only_that_is_possible() -> None:
    assert day("03/25/2024") == day("25/03/2024") == date(2024, 3, 25)
    assert day("03/03/2024") == date(2024, 3, 3)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "soon",
        "yesterday",
        "2024",
        "March 2024",
        "Tuesday",
        "2024-13-40",
        "31.02.2024",
        "03/04/2024",
        1709600000,
        None,
        [],
    ],
)
def test_what_is_no_single_date_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="date"):
        day(value)
