"""The sets of when and where are sound, and their scorers count as their READMEs say."""

from __future__ import annotations

from datetime import date

import pytest

from facta.records import Place, Precision, Span, When
from quality.score_times import FOLDER as TIMES
from quality.score_times import Mark, days, expressions, share
from quality.score_where import FOLDER as PLACES
from quality.score_where import Label, labels, mentions
from quality.sentence_sets import LANGUAGES, WrongLabel, rows, spans

WHERE = "Shells fell on Goma and near Sake, M23 said."


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_stand_in_their_texts(language: str) -> None:
    times, places = rows(TIMES, language), rows(PLACES, language)
    assert len(times) == 25
    assert len(places) == 20
    for row in times:
        spans(row["text"], [str(words) for words, *_ in row["times"]])
    for row in places:
        spans(row["text"], [label.words for label in labels(row)])
    assert all(word in row["text"] for row in (*times, *places) for word in row["deeds"])


@pytest.mark.parametrize(
    ("label", "first", "last"),
    [
        (date(2024, 5, 3), date(2024, 5, 3), date(2024, 5, 3)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        (1964, date(1964, 1, 1), date(1964, 12, 31)),
        ([date(2024, 5, 3), date(2024, 5, 9)], date(2024, 5, 3), date(2024, 5, 9)),
    ],
)
def test_label_is_a_day_month_year_or_two_days(label: object, first: date, last: date) -> None:
    assert days(label) == (first, last)


def test_label_that_is_not_in_its_text_is_named() -> None:
    with pytest.raises(WrongLabel, match="'Bukavu' does not stand in"):
        spans(WHERE, ["Bukavu"])


def test_label_within_a_longer_one_is_found_outside_it() -> None:
    found = spans("In Kyiv region and Kyiv", ["Kyiv", "Kyiv region"])
    assert found == {"Kyiv region": Span(3, 14), "Kyiv": Span(19, 23)}


def test_wrong_days_count_against_both_precision_and_recall() -> None:
    row = {"text": "On Monday and on Friday.", "times": [["Monday", date(2024, 5, 13)], ["Friday", date(2024, 5, 10)]]}
    found = (
        When(Span(3, 9), date(2024, 5, 13), date(2024, 5, 13)),
        When(Span(17, 23), date(2024, 5, 17), date(2024, 5, 17)),
    )
    marks = list(expressions(row, found))
    assert [share(kind, marks) for kind in ("found", "days", "claimed")] == [1.0, 0.5, 0.5]


def test_days_where_nothing_stands_count_against_precision() -> None:
    row = {"text": "Theresa May spoke.", "times": []}
    may = (When(Span(8, 11), date(2024, 5, 1), date(2024, 5, 31)),)
    assert list(expressions(row, may)) == [
        Mark("claimed", "May", False, "got (datetime.date(2024, 5, 1), datetime.date(2024, 5, 31))")
    ]


def test_place_is_right_near_its_point_and_of_its_precision() -> None:
    row = {"text": WHERE, "places": [["Goma", "CD", "town", -1.68, 29.22], ["Sake", "CD", "near", -1.57, 29.05]]}
    goma = Place(Span(15, 19), "Goma", "CD", -1.6, 29.2, Precision.TOWN, 1)
    sake = Place(Span(29, 33), "Sake", "CD", -1.57, 29.05, Precision.TOWN, 2)
    marks = list(mentions(row, (goma, sake)))
    assert [share(kind, marks) for kind in ("found", "resolved", "precision")] == [1.0, 1.0, 0.5]


def test_unresolved_is_right_when_nothing_is_claimed() -> None:
    label = Label("Sake", "CD", Precision.UNRESOLVED)
    assert label.fits(Place(Span(0, 4), "Sake"))
    assert not label.fits(Place(Span(0, 4), "Sake", "CD", -1.57, 29.05, Precision.TOWN, 2))
