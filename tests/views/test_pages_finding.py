"""The pages with which something is found: the list of stories with its filters, the search, and how pages look."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.views.build import english, story
from tests.views.markup import Markup
from tests.views.pages import links, list_site, page, story_site, token

STORY = f"/stories/{story().check.story.id}"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    return story_site(tmp_path_factory.mktemp("finding"))


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    return list_site(tmp_path_factory.mktemp("many"), 60)


def chips(markup: Markup) -> list[str]:
    return [
        " ".join(e.text.split())
        for e in markup.elements
        if e.tag == "b" and "ul" in e.within and "form" not in e.within
    ]


# ---- stories


@pytest.mark.parametrize(
    ("query", "fits"),
    [
        ("q=market", True),
        ("q=zeppelin", False),
        ("place=Sudan", True),
        ("place=El+Obeid", True),
        ("place=Peru", False),
        ("language=ar", True),
        ("language=de", False),
        ("verdict=disputed", True),
        ("verdict=too+early", False),
        ("from=2024-05-08", True),
        ("from=2024-05-09", False),
        ("to=2024-05-06", False),
        ("q=market&verdict=disputed&language=es&from=2024-05-01&to=2024-05-31", True),
    ],
)
def test_stories_are_those_that_fit_every_filter(client: TestClient, query: str, fits: bool) -> None:
    assert (STORY in links(page(client, f"/?{query}"))) is fits


def test_each_filter_is_a_chip_that_leads_to_the_list_without_it(client: TestClient) -> None:
    found = links(page(client, "/?q=market&verdict=disputed&sort=contested"))
    assert "/?verdict=disputed&sort=contested" in found
    assert "/?q=market&sort=contested" in found


def test_filters_stay_in_the_form_and_the_order(client: TestClient) -> None:
    markup = page(client, "/?q=market&language=es")
    assert any(e.attributes.get("name") == "q" and e.attributes.get("value") == "market" for e in markup.elements)
    assert "/?q=market&language=es&sort=contested" in links(markup)


def test_a_list_that_nothing_fits_says_what_to_do(client: TestClient) -> None:
    markup = page(client, "/?q=zeppelin")
    assert "No story fits all of this" in markup.text
    assert "/search?q=zeppelin" in links(markup)


def test_an_empty_ledger_says_how_to_fill_it(tmp_path: Path) -> None:
    assert "facta read PATH" in page(list_site(tmp_path, 0), "/").text


@pytest.mark.parametrize("query", ["from=yesterday", "to=2024-13-01", "sort=loudest", "after=nonsense"])
def test_a_filter_that_means_nothing_is_refused_with_a_remedy(client: TestClient, query: str) -> None:
    assert client.get(f"/?{query}").status_code in (404, 422)


def test_pages_of_the_list_follow_each_other_without_gap_or_repetition(many: TestClient) -> None:
    found, path = list[str](), "/?language=en"
    for _ in range(9):
        shown = links(page(many, path))
        found += [link for link in shown if link.startswith("/stories/")]
        following = [link for link in shown if "after=" in link]
        if not following:
            break
        assert "language=en" in following[0]
        path = following[0]
    assert found == [f"/stories/story{number:011}" for number in range(58, -1, -2)]


# ---- search


def test_search_marks_the_words_in_texts_and_claims(client: TestClient) -> None:
    markup = page(client, "/search?q=convoy")
    assert {e.text for e in markup.elements if e.attributes.get("class") == "sought"} == {"convoy"}
    assert f"/claims/{english().incidents[2].id}" in links(markup)


def test_search_may_be_of_one_kind_and_language(client: TestClient) -> None:
    found = links(page(client, "/search?q=El+Obeid&kind=pledge&language=en"))
    claims = [link for link in found if link.startswith("/claims/")]
    assert claims == [f"/claims/{english().pledges[0].id}"]


def test_search_for_what_nothing_holds_says_what_to_try(client: TestClient) -> None:
    assert "Nothing holds all of these words" in page(client, "/search?q=zeppelin").text


def test_search_for_nothing_asks_for_words(client: TestClient) -> None:
    assert "Type a name" in page(client, "/search?q=+").text


def test_what_is_searched_for_is_shown_as_text(client: TestClient) -> None:
    markup = page(client, "/search?q=<script>alert(1)</script>")
    assert [e for e in markup.elements if e.tag == "script" and "src" not in e.attributes] == []


# ---- looks


@pytest.mark.parametrize("theme", ["light", "dark", "system"])
def test_theme_is_kept_for_the_browser(client: TestClient, theme: str) -> None:
    form = {"csrf": token(client), "theme": theme, "back": STORY}
    answer = client.post("/look", data=form, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, STORY)
    assert page(client, "/help").elements[0].attributes["data-theme"] == theme


def test_single_keys_can_be_switched_off(client: TestClient) -> None:
    client.post("/look", data={"csrf": token(client), "keys": "off"})
    assert page(client, "/").elements[0].attributes["data-keys"] == "off"
    client.post("/look", data={"csrf": token(client), "keys": "on"})
    assert page(client, "/").elements[0].attributes["data-keys"] == "on"


@pytest.mark.parametrize(
    "back", ["https://evil.example/", "//evil.example", "/\\evil.example", "", "javascript:alert(1)"]
)
def test_nobody_is_sent_to_another_site(client: TestClient, back: str) -> None:
    form = {"csrf": token(client), "theme": "light", "back": back}
    assert client.post("/look", data=form, follow_redirects=False).headers["location"] == "/"


def test_an_unknown_theme_is_refused(client: TestClient) -> None:
    assert client.post("/look", data={"csrf": token(client), "theme": "pink"}).status_code == 422
