"""The reference story end to end: `facta read`, `facta dossier`, and what the ledger must then hold."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from facta.ledger import Ledger
from facta.records import CrossCheck, Finding

REFERENCE = Path(__file__).parents[3] / "shared/reference"
pytestmark = pytest.mark.skipif(not REFERENCE.is_dir(), reason="no labelled reports beside the checkout")

SPELLINGS = {"Alexander Fomín", "Alexander Fomin", "Formin"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("reference")
    facta = Path(sys.executable).with_name("facta")
    subprocess.run([facta, "read", REFERENCE, "--ledger", "x.db", "--quiet"], cwd=place, check=True)
    subprocess.run([facta, "dossier", "--ledger", "x.db", "--out", "dossier.html"], cwd=place, check=True)
    return place


@pytest.fixture(scope="module")
def ledger(folder: Path) -> Iterator[Ledger]:
    with Ledger.open(str(folder / "x.db")) as opened:
        yield opened


@pytest.fixture(scope="module")
def check(ledger: Ledger) -> CrossCheck:
    (story,) = ledger.stories()
    return ledger.check(story.id)


@pytest.fixture(scope="module")
def pledge(ledger: Ledger, check: CrossCheck) -> Finding:
    """The one finding on Russia's pledge to reduce military activity."""
    groups = {group.id: group for group in check.groups}
    by_claim = {p.id: p for claims in ledger.claims() for p in claims.pledges}

    def is_russias(finding: Finding) -> bool:
        pledges = [by_claim[c] for c in groups[finding.group].claims if c in by_claim]
        sides = {(p.by.side or "")[:3] for p in pledges if p.by}
        return "RUS" in sides and any(p.type == "RETREAT" and not p.negated for p in pledges)

    (found,) = [f for f in check.findings if f.kind == "pledge" and is_russias(f)]
    return found


def test_both_reports_are_one_story(check: CrossCheck) -> None:
    assert len(check.story.reports) == 2


def test_the_pledge_is_shown_in_the_wording_of_both_reports(ledger: Ledger, pledge: Finding) -> None:
    texts = {claims.report.id: claims.report.text for claims in ledger.claims()}
    quotes = [evidence.span.of(texts[evidence.report]) for evidence in pledge.evidence]
    assert {evidence.report for evidence in pledge.evidence} == set(texts)
    assert any("radically" in quote for quote in quotes)
    assert any("gradually" in quote or "significantly" in quote for quote in quotes)


def test_the_pledge_is_contradicted_place_by_place(pledge: Finding) -> None:
    assert pledge.verdict == "contradicted by reports"
    parts = {part.label: part for part in pledge.parts}
    assert {"Kyiv", "Chernihiv"} <= set(parts)
    assert parts["Kyiv"].verdict == "contradicted by reports"
    assert parts["Chernihiv"].verdict.startswith("contradicted by")
    assert len(parts["Chernihiv"].origins) >= 2


def test_the_shelling_of_chernihiv_has_two_origins(ledger: Ledger, check: CrossCheck) -> None:
    groups = [g for g in check.groups if g.type == "ASSAULT" and g.place and g.place.name == "Chernihiv"]
    assert max(group.counts.origins for group in groups) == 2


def test_both_spellings_of_the_town_are_one_point_on_the_map(ledger: Ledger) -> None:
    places = [p for claims in ledger.claims() for p in claims.places if p.name == "Chernihiv"]
    written = {p.span.of(claims.report.text) for claims in ledger.claims() for p in claims.places if p in places}
    assert any("Chernigov" in w for w in written)
    assert any("Chernihiv" in w for w in written)
    assert {(round(p.lat or 0, 1), round(p.lon or 0, 1)) for p in places} == {(51.5, 31.3)}


def test_three_spellings_are_one_person(ledger: Ledger) -> None:
    (person,) = [e for e in ledger.entities() if SPELLINGS & set(e.spellings)]
    assert set(person.spellings) >= SPELLINGS


def test_the_dossier_shows_pledge_and_verdict(folder: Path) -> None:
    page = (folder / "dossier.html").read_text(encoding="utf-8")
    assert "contradicted by reports" in page
    assert "radically" in page
