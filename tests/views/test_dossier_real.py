"""Dossiers of reports that went all the way through the house: the promises of the page hold for real claims too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from facta.demo import reports_folder
from facta.ledger import Ledger
from facta.pipeline import Pipeline
from facta.settings import Settings
from facta.sources import Known, load
from facta.views import dossier
from facta.views.dossier.index import all_claims
from tests.views.markup import Markup, parse


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger.open(str(tmp_path_factory.mktemp("real") / "demo.db")) as opened:
        settings = Settings()
        list(Pipeline(settings).read(load([str(reports_folder())], Known(), settings), opened))
        yield opened


@pytest.fixture(scope="module")
def pages(ledger: Ledger) -> dict[str, Markup]:
    """The page of each story, by its id."""
    entities, links = ledger.entities(), ledger.entity_links()
    return {
        check.story.id: parse(
            dossier.html(check, [ledger.claims_of(report) for report in check.story.reports], entities, links)
        )
        for check in ledger.checks()
    }


def test_each_report_stands_on_its_page_to_the_letter(ledger: Ledger, pages: dict[str, Markup]) -> None:
    for story in ledger.stories():
        texts = [e.text for e in pages[story.id].elements if e.attributes.get("class") == "text"]
        assert sorted(texts) == sorted(ledger.report(report).text for report in story.reports)


def test_ids_are_unique_and_links_lead_somewhere(pages: dict[str, Markup]) -> None:
    for page in pages.values():
        ids = Counter(e.attributes["id"] for e in page.elements if "id" in e.attributes)
        links = [e.attributes["href"] for e in page.elements if e.tag in ("a", "use") and "rel" not in e.attributes]
        assert [name for name, count in ids.items() if count > 1] == []
        assert [link for link in links if link.removeprefix("#") not in ids] == []
        assert not page.crossed


def test_every_claim_has_its_row_and_its_evidence(ledger: Ledger, pages: dict[str, Markup]) -> None:
    for story in ledger.stories():
        ids = {e.attributes.get("id") for e in pages[story.id].elements}
        for report in story.reports:
            for claim in all_claims(ledger.claims_of(report)):
                assert {f"c-{claim.id}", f"e-{claim.id}"} <= ids


def test_every_quote_is_sliced_from_a_report(ledger: Ledger, pages: dict[str, Markup]) -> None:
    for story in ledger.stories():
        texts = [ledger.report(report).text for report in story.reports]
        for quote in (e.text for e in pages[story.id].elements if e.tag in ("blockquote", "q")):
            assert any(all(piece in text for piece in quote.split(" […] ")) for text in texts), quote


def test_no_folder_of_this_machine_is_on_a_page(pages: dict[str, Markup]) -> None:
    folder = str(Path(str(reports_folder())))
    assert [page for page in pages.values() if folder in page.text] == []
