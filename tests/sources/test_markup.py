"""Saved web pages: the article with its headline, and what the page says of itself."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from facta.errors import BrokenMarkup
from facta.records import PassageRole
from tests.sources.builders import error_of, report_of, write

PARAGRAPHS = (
    "Both sides accused each other on Monday of breaking the truce in Marib, where at least three people died.",
    "The governor said that the firing began at dawn and that the truce “no longer exists”.",
    "The observer mission reported twelve explosions during the night and called for calm.",
)
MENU = '<nav><a href="/">Home</a> <a href="/world">World</a> <a href="/sport">Sport</a></nav>'


def page(head: str, title: str = "Truce broken in Marib") -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{title}</title>{head}</head><body>{MENU}'
        f"<article><h1>{title}</h1>{body}</article><footer>Legal notice. All rights reserved.</footer></body></html>"
    )


def linked(**data: object) -> str:
    text = json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", **data})
    return f'<script type="application/ld+json">{text}</script>'


def test_article_begins_with_its_headline_and_leaves_the_menu_behind(tmp_path: Path) -> None:
    report = report_of(write(tmp_path / "a.html", page("")))
    assert report.text.split("\n")[0] == "Truce broken in Marib"
    assert report.passages[0].role is PassageRole.HEADLINE
    assert all(paragraph in report.text for paragraph in PARAGRAPHS)
    assert "Sport" not in report.text
    assert "Legal notice" not in report.text


def test_linked_data_says_who_published_it_and_when(tmp_path: Path) -> None:
    head = linked(
        headline="Truce broken in Marib",
        datePublished="2024-05-06T23:30:00+03:00",
        dateModified="2024-05-08T08:00:00+03:00",
        publisher={"@type": "Organization", "name": "The Well"},
        inLanguage="en-GB",
        mainEntityOfPage={"@id": "https://well.example/marib"},
    )
    report = report_of(write(tmp_path / "a.htm", page(head)))
    assert (report.publisher, report.published) == ("The Well", date(2024, 5, 6))
    assert (report.url, report.language, report.title) == ("https://well.example/marib", "en", "Truce broken in Marib")


def test_article_is_found_in_a_graph_of_linked_data(tmp_path: Path) -> None:
    graph = {
        "@graph": [
            {"@type": "WebSite", "name": "x"},
            {"@type": ["ReportageNewsArticle"], "publisher": {"name": "The Well"}},
        ]
    }
    head = f'<script type="application/ld+json">{json.dumps(graph)}</script>'
    assert report_of(write(tmp_path / "a.html", page(head))).publisher == "The Well"


def test_meta_tags_fill_what_linked_data_leaves_open(tmp_path: Path) -> None:
    head = (
        '<script type="application/ld+json">{ broken</script>'
        '<meta property="og:site_name" content="The Well"><link rel="canonical" href="https://well.example/2">'
        '<meta property="article:published_time" content="2024-05-06T09:00:00Z">'
    )
    report = report_of(write(tmp_path / "a.xhtml", page(head)))
    assert (report.publisher, report.published, report.url) == ("The Well", date(2024, 5, 6), "https://well.example/2")


@pytest.mark.parametrize(
    "html",
    [
        "<html><body><div>Enable cookies</div></body></html>",
        "<html",
        "<html><head><title>x</title></head></html>",
        "<p>",
    ],
)
def test_page_without_an_article_is_broken_markup(tmp_path: Path, html: str) -> None:
    error = error_of(write(tmp_path / "a.html", html))
    assert isinstance(error, BrokenMarkup)
    assert "save" in error.remedy
