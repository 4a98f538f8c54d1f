"""Figures that tell a part, an increment or a running total are compared with their own kind alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facta.codebook import Codebook
from facta.crosscheck import check
from facta.records import Claims, Scope, Story
from facta.stories import resolve
from tests.crosscheck.tales import MAYOR, MINISTER, paper


def scoped(claims: Claims, scope: Scope | None) -> Claims:
    return replace(claims, figures=tuple(replace(figure, scope=scope) for figure in claims.figures))


def groups_of(one: Scope | None, other: Scope | None) -> int:
    """In how many groups two tolls of one place and day end up."""
    reports = [
        scoped(paper("A").figure("12 killed", 12, by=MAYOR).done(), one),
        scoped(paper("B").figure("9 killed", 9, by=MINISTER).done(), other),
    ]
    story = Story("s", "a story", tuple(sorted(claims.report.id for claims in reports)))
    found = check(story, reports, resolve(reports), Codebook.load("en"))
    return len([group for group in found.groups if group.kind == "figure"])


@pytest.mark.parametrize(
    ("one", "other", "groups"),
    [
        (None, None, 1),
        (None, Scope.CUMULATIVE, 1),
        (None, Scope.EXCLUSIVE, 1),
        (None, Scope.PART, 2),
        (Scope.CUMULATIVE, Scope.PART, 2),
        (Scope.CUMULATIVE, Scope.EXCLUSIVE, 2),
    ],
)
def test_only_counts_of_one_scope_are_set_beside_each_other(
    one: Scope | None, other: Scope | None, groups: int
) -> None:
    assert groups_of(one, other) == groups
    assert groups_of(other, one) == groups
