"""Which deeds told in several reports are one: what speaks for it, what against it, and what contradicts it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facta.codebook import Codebook
from facta.crosscheck import check
from facta.records import Claims, Figure, Group, Status, Story
from facta.stories import resolve
from tests.crosscheck.builders import Draft
from tests.crosscheck.tales import paper

PATROL = ("a patrol", "COL MIL")
FRONT = ("Alto Front", "COL REB")
GUNMEN = ("gunmen", "UAF")
HERDERS = ("herders", None)


def deed(publisher: str, verb: str = "shelled", **known: object) -> Draft:
    """A report of one deed without place and day, of which no more is known than is said."""
    return paper(publisher).deed(verb=verb, **{"place": None, "day": None, **known})  # type: ignore[arg-type]


def groups(*drafts: Draft) -> list[Group]:
    return grouped([draft.done() for draft in drafts])


def grouped(everything: list[Claims]) -> list[Group]:
    story = Story("s", "a story", tuple(sorted(claims.report.id for claims in everything)))
    result = check(story, everything, resolve(everything), Codebook.load("en"))
    return [group for group in result.groups if group.kind == "incident"]


def sizes(*drafts: Draft) -> list[int]:
    return sorted(len(group.claims) for group in groups(*drafts))


def toll(claims: Claims, count: int) -> Figure:
    """How many the only deed of the report killed."""
    return Figure("f", claims.incidents[0].text, count, count, count, "killed")


ONE = [
    ("told by one word", deed("A", "attack"), deed("B", "attacked")),
    (
        "done to the same people, by words for one act",
        deed("A", "killed", recipient=HERDERS),
        deed("B", "murdered", recipient=HERDERS),
    ),
    ("of one kind, by words for one act", deed("A", "shot", mode="firearms"), deed("B", "gunfire", mode="firearms")),
    ("in one place, by words for two acts", deed("A", place="Orlets"), deed("B", "wounded", place="Orlets")),
    (
        "of two types, by words for one act",
        deed("A", "captured", recipient=HERDERS),
        deed("B", "arrested", kind="COERCE", mode="arrest", recipient=HERDERS),
    ),
    (
        "done by somebody with a name, and by somebody without",
        deed("A", "ambushed", actor=FRONT, recipient=PATROL),
        deed("B", "ambush", actor=GUNMEN, recipient=PATROL),
    ),
]

TWO = [
    ("nothing else is known", deed("A"), deed("B", "wounded")),
    ("of other kinds", deed("A", "attack", mode="firearms"), deed("B", "attack", mode="abduct")),
    (
        "a march and a riot",
        deed("A", "protest", kind="PROTEST", mode="demo"),
        deed("B", "protest", kind="PROTEST", mode="riot"),
    ),
    ("in two towns", deed("A", place="Orlets"), deed("B", place="Farovka")),
    ("on two days", deed("A", day="2024-03-01"), deed("B", day="2024-03-05")),
    (
        "of two types, by words for two acts",
        deed("A", "shot", recipient=HERDERS),
        deed("B", "arrested", kind="COERCE", recipient=HERDERS),
    ),
    ("one was not done", deed("A", "attack"), deed("B", "attacked", status=Status.NEGATED, mode="drone")),
]


@pytest.mark.parametrize(("why", "one", "other"), ONE, ids=[row[0] for row in ONE])
def test_two_reports_tell_one_deed(why: str, one: Draft, other: Draft) -> None:
    assert sizes(one, other) == [2], why


@pytest.mark.parametrize(("why", "one", "other"), TWO, ids=[row[0] for row in TWO])
def test_two_reports_tell_two_deeds(why: str, one: Draft, other: Draft) -> None:
    assert sizes(one, other) == [1, 1], why


def test_two_parties_of_the_conflict_did_not_do_one_deed() -> None:
    army, rebels = ("the army", "COL MIL"), FRONT
    clashes = [deed(name, "shelled", actor=army, recipient=rebels, day="2024-02-01") for name in ("C", "D")]
    one, other = deed("A", "attack", actor=army), deed("B", "attack", actor=rebels)
    assert sizes(one, other, *clashes) == [1, 1, 2]


def test_far_more_of_the_same_is_counted_in_another_deed() -> None:
    one = deed("A", "killed", recipient=("6 people", None))
    alike, other = (deed(name, "killed", recipient=(f"{count} people", None)) for name, count in (("B", 7), ("C", 140)))
    tolls = [
        replace(claims, figures=(toll(claims, count),))
        for claims, count in ((one.done(), 6), (alike.done(), 7), (other.done(), 140))
    ]
    assert sorted(len(group.claims) for group in grouped(tolls)) == [1, 2]


def test_one_wrong_place_parts_no_large_group() -> None:
    drafts = [deed(name, "attack", place="Orlets") for name in ("A", "B", "C", "D", "E", "F")]
    vague = [deed(name, "attack", recipient=HERDERS) for name in ("G", "H", "I", "J", "K", "L")]
    assert sizes(*drafts, *vague) == [12]
    assert sizes(*drafts, *vague, deed("M", "attack", place="Farovka", recipient=HERDERS)) == [13]


def test_a_deed_without_a_place_joins_neither_of_two_towns() -> None:
    towns = [deed(name, place=place) for name, place in (("A", "Orlets"), ("B", "Farovka"))]
    assert sizes(*towns, deed("C", recipient=HERDERS)) == [1, 1, 1]


def test_groups_do_not_depend_on_the_order_of_reports() -> None:
    drafts = [deed(name, verb, recipient=HERDERS) for name, verb in (("A", "attack"), ("B", "raid"), ("C", "attacked"))]
    assert {group.claims for group in groups(*drafts)} == {group.claims for group in groups(*reversed(drafts))}
