"""A page of the site shows the first rows of a large story and counts the others; a file has them all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from facta.ledger import Ledger
from facta.records import Claims, CrossCheck, Entity
from facta.views.dossier import html
from facta.views.dossier.index import all_claims
from facta.views.dossier.page import Page, page_of
from facta.views.dossier.room import ALL, FIRST, Room, Rows, cut
from facta.views.server import app
from quality.big_ledger import fill
from quality.invented import World
from quality.invented_checks import cross_check

REPORTS = 40


@pytest.fixture(scope="module")
def large() -> tuple[CrossCheck, list[Claims], tuple[Entity, ...]]:
    """A story of many reports, and all entities."""
    world = World(people=100)
    tale = world.tale(deeds=40)
    claims = list(world.reports(tale, REPORTS))
    return cross_check(tale.title, claims, {entity.id: entity for entity in world.entities}), claims, world.entities


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    where = tmp_path_factory.mktemp("large") / "facta.db"
    fill(str(where), REPORTS)
    with TestClient(app(str(where)), base_url="http://localhost") as client:
        client.headers["x-ledger"] = str(where)
        yield client


def ids_of(claims: Iterable[Claims]) -> set[str]:
    return {claim.id for one in claims for claim in all_claims(one)}


def lists(page: Page) -> dict[str, Rows[Any]]:
    """Every list of the page that may be cut."""
    found: dict[str, Rows[Any]] = {
        name: value for name in Page.__dataclass_fields__ if isinstance(value := getattr(page, name), Rows)
    }
    found |= {f"deed {deed.group.id}": deed.claims for deed in page.deeds if deed.listed}
    found |= {f"card {card.group.id}": card.wordings for card in page.pledges}
    found |= {f"chart {chart.group.id}": chart.bars for chart in page.charts}
    found |= {f"speaker {speaker.name}": speaker.sayings for speaker in page.speakers}
    return found | {"graph": page.provenance.reports, "origins": page.provenance.others}


def test_rows_that_are_left_out_are_counted() -> None:
    assert cut("abc", None, str.upper) == ("A", "B", "C")
    some = cut("abcde", 2, str.upper)
    assert (some, some.left, some.total) == (("A", "B"), 3, 5)
    assert cut("a", 2, lambda _: None) == ()


def test_a_cut_page_counts_what_the_whole_one_shows(large: tuple[CrossCheck, list[Claims], tuple[Entity, ...]]) -> None:
    whole = lists(page_of(*large, room=ALL))
    page = page_of(*large, whole=False, room=Room(members=2, listed=3, evidence=2, drawn=4))
    first = lists(page)
    assert any(rows.left for rows in first.values())
    assert all(rows.left == 0 for rows in whole.values())
    assert {name: rows.total for name, rows in first.items()} == {name: whole[name].total for name in first}
    flat = [name for name in first if name not in ("pledges", "speakers", "charts", "wordings", "graph")]
    assert all(first[name] == whole[name][: len(first[name])] for name in flat)
    assert len(page.deeds) == len(page_of(*large).deeds)
    assert max(len(rows) for rows in first.values()) <= 4


def test_head_and_drawings_are_those_of_the_whole_story(
    large: tuple[CrossCheck, list[Claims], tuple[Entity, ...]],
) -> None:
    whole, first = page_of(*large), page_of(*large, whole=False, room=FIRST)
    assert first.head == whole.head
    assert first.time_line is not None
    assert whole.time_line is not None
    assert [(dot.x, dot.y) for dot in first.time_line.dots] == [(dot.x, dot.y) for dot in whole.time_line.dots]
    assert [card.who for card in first.pledges] == [card.who for card in whole.pledges][: len(first.pledges)]


def test_a_file_that_is_handed_on_has_every_claim(large: tuple[CrossCheck, list[Claims], tuple[Entity, ...]]) -> None:
    page = html(*large)
    assert "?all=1" not in page
    ids = ids_of(large[1])
    assert ids == set(re.findall(r'id="c-([0-9a-f]+)"', page))


def test_the_site_shows_the_first_rows_and_leads_to_all(client: TestClient) -> None:
    with Ledger.open(client.headers["x-ledger"], create=False) as ledger:
        story = max(ledger.stories(), key=lambda story: len(story.reports))
        claims = ledger.claims_of_many(story.reports)
    ids = ids_of(claims)
    first, every = (client.get(f"/stories/{story.id}{asked}").text for asked in ("", "?all=1"))
    shown = set(re.findall(r'id="c-([0-9a-f]+)"', first))
    assert "?all=1" in first
    assert shown < ids
    assert set(re.findall(r'id="c-([0-9a-f]+)"', every)) == ids
    assert 'class="left"' not in every


def test_a_ledger_can_be_filled_anywhere(tmp_path: Path) -> None:
    fill(str(tmp_path / "small.db"), 5)
    with Ledger.open(str(tmp_path / "small.db")) as ledger:
        assert ledger.counts()["reports"] == 5
        assert ledger.counts()["claims"] == 100
        for found in ledger.search("withdraw", kind="pledge").hits:
            assert "withdraw" in found.quote
