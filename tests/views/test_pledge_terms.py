"""How far a promise binds, its terms and whose account it is, in the lines for people and the forms for programs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from facta.records import Actor, Strength
from facta.views.dossier.rows import _tags, term_text
from facta.views.forms import pledge_form
from facta.views.lists import _terms
from tests.views.build import spanish

CLAIMS = spanish()
REPORT, PLEDGE = CLAIMS.report, CLAIMS.pledges[0]
ENVOY = Actor(None, "the envoy")

DAYS = [
    (date(2024, 2, 9), None, "from 9 Feb 2024"),
    (None, date(2024, 2, 9), "by 9 Feb 2024"),
    (date(2024, 2, 9), date(2024, 2, 11), "9–11 Feb 2024"),
    (None, None, ""),
]


@pytest.mark.parametrize(("start", "end", "words"), DAYS)
def test_term_says_which_end_is_known(start: date | None, end: date | None, words: str) -> None:
    assert term_text(replace(PLEDGE, from_on=start, until_on=end)) == words


def test_form_has_strength_and_teller() -> None:
    form = pledge_form(replace(PLEDGE, strength=Strength.SIGNS, told_by=ENVOY))
    assert form["strength"] == "signs"
    assert form["told_by"] is not None
    assert form["told_by"]["name"] == "the envoy"


def test_proposal_told_by_another_is_marked_so() -> None:
    tags = _tags(replace(PLEDGE, strength=Strength.PROPOSES, told_by=ENVOY))
    assert tags == ("proposed", "as told by the envoy")
    assert _tags(PLEDGE) == ()


def test_line_says_to_whom_and_whose_account() -> None:
    assert _terms(REPORT, PLEDGE) == ""
    told = replace(PLEDGE, to=Actor(None, "Chad"), told_by=ENVOY)
    assert _terms(REPORT, told) == " to Chad, as told by the envoy"
