"""Neighbours are found without comparing every pair, and means of groups are those of their pairs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import numpy as np
import pytest

from facta.codebook.thresholds import thresholds
from facta.records import Claims
from facta.stories import resolve
from facta.stories.likeness import Likeness
from facta.stories.nearest import _by_vector, nearest
from facta.stories.profile import numbers_in, profiles, published, stem
from tests.stories.builders import telling
from tests.stories.test_grouping import DAM, MATCH, VOTE


def likeness_of(everything: list[Claims]) -> Likeness:
    limits = thresholds().stories
    return Likeness(profiles(everything, resolve(everything), limits), limits)


@pytest.fixture
def likeness() -> Likeness:
    chance = np.random.default_rng(3)
    texts = (*DAM, *VOTE, MATCH)
    days = [date(2024, 3, 1) + timedelta(days=9 * i) for i in range(len(texts))]
    told = [telling(text, f"paper {i}", day) for i, (text, day) in enumerate(zip(texts, days, strict=True))]
    return likeness_of([replace(claims, vector=chance.normal(size=8).astype(np.float32)) for claims in told])


def test_mean_of_groups_is_the_mean_of_their_pairs(likeness: Likeness) -> None:
    single = [likeness.bundle(i) for i in range(6)]
    one, other = single[0].with_(single[3]).with_(single[5]), single[1].with_(single[4])
    pairs = [likeness.products(single[i], [single[j]])[0] for i, j in product((0, 3, 5), (1, 4))]
    assert likeness.products(one, [other])[0] == pytest.approx(np.mean(pairs), abs=1e-6)


def test_what_is_far_in_time_is_less_alike_and_what_has_no_day_is_near_to_all() -> None:
    texts = ((DAM[0], date(2024, 3, 1)), (DAM[1], date(2024, 3, 3)), (DAM[1], date(2024, 3, 30)),
             (DAM[1], date(2023, 3, 1)), (DAM[1], None))  # fmt: skip
    everything = [telling(text, f"paper {i}", day) for i, (text, day) in enumerate(texts)]
    found = likeness_of(everything)
    numbers = {row.report: i for i, row in enumerate(found.profiles.rows)}
    first, *others = (found.bundle(numbers[claims.report.id]) for claims in everything)
    assert [found.in_time(first, other) for other in others] == [1.0, 0.5, 0.0, 1.0]


def test_each_reports_nearest_is_of_its_own_story() -> None:
    everything = [telling(text, f"paper {i}") for i, text in enumerate((*DAM, *VOTE))]
    found = likeness_of(everything)
    story = {c.report.id: i < len(DAM) for i, c in enumerate(everything)}
    rows = [row.report for row in found.profiles.rows]
    for report, near in zip(rows, nearest(found), strict=True):
        assert story[rows[near[0][0]]] is story[report]


def test_the_index_finds_nearly_all_that_comparing_every_pair_finds_and_the_same_each_time() -> None:
    chance = np.random.default_rng(5)
    centres = chance.normal(size=(320, 24))
    rows = np.repeat(centres, 10, axis=0) + 0.3 * chance.normal(size=(3200, 24))
    vectors = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    indexed = _by_vector(vectors, 5)
    exact = np.argsort(-(vectors @ vectors.T), axis=1)[:, :6]
    shares = [len(set(a) & set(b)) / 6 for a, b in zip(indexed.tolist(), exact.tolist(), strict=True)]
    assert np.mean(shares) > 0.95
    assert np.array_equal(indexed, _by_vector(vectors, 5))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("40,000 men and 3.5 tonnes", ["40000", "3.5"]),
        ("40.000 hombres y 3,5 toneladas", ["40000", "3.5"]),
        ("40 000 людей, 5 машин", ["40000"]),
        ("in 1,250,000 homes", ["1250000"]),
    ],
)
def test_numbers_are_the_same_in_every_language(text: str, numbers: list[str]) -> None:
    assert list(numbers_in(text)) == numbers


def test_words_meet_across_languages_and_everyday_ones_say_nothing() -> None:
    limits = thresholds().stories

    def key(word: str) -> str:
        return stem(word, limits.letters, limits.stem, limits.everyday)

    assert len({key(word) for word in ("ministro", "minister", "міністр", "Ministère")}) == 1
    assert key("general") == key("generales") == key("генерал")
    assert key("yesterday") == key("men") == key("2024") == ""


def test_a_date_that_stands_alone_near_the_top_dates_a_report() -> None:
    assert published(telling("Airport shut\nMarch 3, 2024\nSnow fell.", published=None).report) == date(2024, 3, 3)
    assert published(telling("Airport shut on March 3, 2024 by snow that fell.", published=None).report) is None
    assert published(telling("Airport shut\n\nMarch 3, 2024\nSnow.", published=date(2024, 3, 4)).report) == date(
        2024, 3, 4
    )
