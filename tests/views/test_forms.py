"""The JSON of `facta extract` has the published keys, in their order, and spans that are the words."""

from __future__ import annotations

import json
from typing import Any

import pytest

from facta.views.forms import Form, claims_form, number_form
from tests.ledger import build

PLACE = ("span", "name", "country", "lat", "lon", "precision", "geonameid")
PUBLISHED: dict[str, tuple[str, ...]] = {
    "report": ("id", "path", "title", "language", "published", "publisher", "words"),
    "statements": ("id", "speaker", "cue", "content", "form", "act", "hedged", "within"),
    "incidents": (
        *("id", "type", "mode", "trigger", "actor", "recipient", "place", "when", "status"),
        *("hedged", "historical", "source"),
    ),
    "pledges": (*("id", "by", "to", "text", "act", "type", "degree", "place", "from", "until", "condition", "source"),),
    "figures": (*("id", "text", "value", "low", "high", "approximate", "counts", "unit", "place", "as_of", "source"),),
    "names": ("span", "kind", "entity"),
    "passages": ("span", "role"),
}


@pytest.fixture
def form() -> Form:
    return claims_form(build.claims())


def test_parts_stand_in_the_published_order(form: Form) -> None:
    assert list(form) == list(PUBLISHED)


@pytest.mark.parametrize("part", PUBLISHED)
def test_published_keys_come_first_and_in_order(form: Form, part: str) -> None:
    rows = [form[part]] if part == "report" else form[part]
    assert rows
    for row in rows:
        assert tuple(row)[: len(PUBLISHED[part])] == PUBLISHED[part]


def test_inner_objects_have_the_published_keys(form: Form) -> None:
    speaker, incident = form["statements"][0]["speaker"], form["incidents"][0]
    assert tuple(speaker)[:4] == ("span", "name", "entity", "side")
    assert tuple(incident["actor"])[:2] == ("span", "name")
    assert tuple(incident["place"])[:7] == PLACE
    assert tuple(incident["when"]) == ("span", "start", "end")


def test_values_are_plain_and_survive_json(form: Form) -> None:
    assert json.loads(json.dumps(form)) == form


def test_unknown_things_are_null_and_whole_numbers_whole(form: Form) -> None:
    figure = form["figures"][0]
    assert (figure["value"], figure["high"], figure["as_of"]) == (12, None, None)
    assert isinstance(figure["value"], int)
    assert number_form(0.5) == 0.5
    assert form["pledges"][0]["from"] == "2024-02-09"


def spans(value: Any) -> list[list[int]]:
    """Every pair of numbers anywhere in a value."""
    if isinstance(value, dict):
        return [span for key in value for span in spans(value[key])]
    if isinstance(value, list):
        is_span = len(value) == 2 and all(type(number) is int for number in value)
        return [value] if is_span else [span for one in value for span in spans(one)]
    return []


def test_spans_are_the_words(form: Form) -> None:
    start, end = form["statements"][0]["content"][0]
    assert build.TEXT[start:end] == "Withdrawal from Goma by Friday"
    assert all(0 <= start < end <= len(build.TEXT) for start, end in spans(form))
    assert len(spans(form)) > 20
