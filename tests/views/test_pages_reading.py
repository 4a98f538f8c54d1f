"""The pages that an analyst reads, over a real ledger: reports, claims with their chain, findings, people, places."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from facta.ledger import Ledger
from facta.records import Decision, Precision, Review, digest
from facta.stories.corrections import body_of
from facta.views.dossier.index import all_claims
from facta.views.dossier.rows import main_spans
from facta.views.placed import spotted
from tests.views.build import ARABIC, EL_OBEID, ENGLISH, KORDOFAN, KOSTI, SUDAN, arabic, english, spanish, story
from tests.views.pages import by_id, links, page, story_site

STORY = story().check.story.id


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    return story_site(tmp_path_factory.mktemp("reading"))


# ---- all pages


def test_every_link_of_every_page_leads_somewhere(client: TestClient) -> None:
    seen: dict[str, set[str]] = {}
    wanted, asked = ["/"], list[tuple[str, str, str]]()
    while wanted:
        path = wanted.pop()
        if path in seen:
            continue
        markup = page(client, path)
        seen[path] = {element.attributes["id"] for element in markup.elements if "id" in element.attributes}
        for link in links(markup):
            goal, _, anchor = link.split(":~:")[0].partition("#")
            if link.startswith(("/", "#")) and not link.startswith("/static/") and "/export" not in link:
                asked.append((path, goal or path, anchor))
                wanted.append(goal or path)
    assert len(seen) > 30
    assert [found for found in asked if found[2] and found[2] not in seen[found[1]]] == []


@pytest.mark.parametrize(
    "path", ["/", f"/stories/{STORY}", f"/reports/{english().report.id}", "/help", "/search?q=army"]
)
def test_no_page_has_style_or_script_of_its_own(client: TestClient, path: str) -> None:
    for element in page(client, path).elements:
        assert element.tag != "style"
        assert "style" not in element.attributes
        assert not [name for name in element.attributes if name.startswith("on")]
        assert element.tag != "script" or element.attributes["src"].startswith("/static/")


@pytest.mark.parametrize(
    "path",
    ["/", f"/stories/{STORY}", f"/reports/{english().report.id}", "/entities/e-army", "/places/379003", "/search"],
)
def test_ids_are_unique_and_headings_descend_by_one(client: TestClient, path: str) -> None:
    markup = page(client, path)
    ids = Counter(element.attributes["id"] for element in markup.elements if "id" in element.attributes)
    assert [name for name, count in ids.items() if count > 1] == []
    depths = [int(e.tag[1]) for e in markup.elements if e.tag in ("h1", "h2", "h3", "h4") and "dialog" not in e.within]
    assert depths[0] == 1
    assert depths.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(depths))


@pytest.mark.parametrize(
    "path", ["/claims/ffff", "/findings/ffff", "/entities/ffff", "/places/Nowhereville", "/reports/ff"]
)
def test_what_the_ledger_does_not_hold_is_said_to_be_missing(client: TestClient, path: str) -> None:
    page(client, path, 404)


# ---- reports


def test_report_has_a_row_for_each_claim_and_words_for_each_row(client: TestClient) -> None:
    markup = page(client, f"/reports/{english().report.id}")
    rows = {e.attributes["data-claim"] for e in markup.elements if "claimrow" in e.attributes.get("class", "").split()}
    marks = {e.attributes["data-claim"] for e in markup.elements if e.tag == "mark" and "data-claim" in e.attributes}
    assert rows == marks == {claim.id for claim in all_claims(english())}


def test_report_shows_its_text_to_the_letter(client: TestClient) -> None:
    (text,) = [e for e in page(client, f"/reports/{english().report.id}").elements if e.attributes.get("id") == "text"]
    assert text.text == ENGLISH


def test_arabic_report_keeps_its_language_and_direction(client: TestClient) -> None:
    (text,) = [e for e in page(client, f"/reports/{arabic().report.id}").elements if e.attributes.get("id") == "text"]
    assert (text.attributes["lang"], text.attributes["dir"]) == ("ar", "auto")
    assert text.text == ARABIC


# ---- claims


@pytest.mark.parametrize(
    "claim", all_claims(english()) + all_claims(spanish()) + all_claims(arabic()), ids=lambda c: c.id
)
def test_claim_shows_its_words_and_where_they_stand(client: TestClient, claim: object) -> None:
    report = next(c.report for c in (english(), spanish(), arabic()) if claim in all_claims(c))
    markup = page(client, f"/claims/{claim.id}")  # type: ignore[attr-defined]
    spans = main_spans(claim)  # type: ignore[arg-type]
    shown = "".join(e.text for e in markup.elements if e.tag == "mark")
    assert shown == "".join(span.of(report.text) for span in spans)
    assert f"Characters {spans[0].start} to {spans[-1].end}" in by_id(markup, "words")


def test_claim_names_everybody_on_whose_word_it_stands_up_to_the_outlet(client: TestClient) -> None:
    chain = by_id(page(client, f"/claims/{english().incidents[0].id}"), "chain")
    assert "UN" not in chain
    assert chain.index("Hala Bashir") < chain.index("Nile Desk")


def test_statement_begins_its_chain_with_whoever_says_it(client: TestClient) -> None:
    chain = by_id(page(client, f"/claims/{english().statements[1].id}"), "chain")
    assert chain.index("Hala Bashir") < chain.index("Nile Desk")


def test_claim_says_what_it_goes_back_to_and_where_that_stands(client: TestClient) -> None:
    origin = by_id(page(client, f"/claims/{english().incidents[0].id}"), "origin")
    assert "Hala Bashir, 7 May" in origin
    assert "party SDN OPP" in origin


def test_claim_shows_the_others_of_its_group_and_the_verdict_on_them(client: TestClient) -> None:
    hit, denied, fell = english().incidents[0], english().incidents[1], spanish().incidents[0]
    markup = page(client, f"/claims/{hit.id}")
    assert {f"/claims/{denied.id}", f"/claims/{fell.id}"} <= set(links(markup))
    assert "the mayor tells it, the army denies it" in markup.text


def test_claim_in_the_outlets_own_voice_says_so(client: TestClient) -> None:
    assert "in its own voice" in by_id(page(client, f"/claims/{arabic().incidents[0].id}"), "chain")


def test_statement_lists_what_rests_on_it(client: TestClient) -> None:
    told = english().statements[1]
    assert f"/claims/{english().incidents[0].id}" in links(page(client, f"/claims/{told.id}"))


def test_each_thing_read_in_a_claim_stands_beside_its_characters(client: TestClient) -> None:
    read = by_id(page(client, f"/claims/{english().pledges[0].id}"), "read")
    start = ENGLISH.index("sharply")
    assert f"“sharply” {start}–{start + 7}".replace("“", "").replace("”", "") in read


def test_claim_that_a_person_took_out_stays_to_be_looked_at(tmp_path: Path) -> None:
    claims, (hit, *_) = english(), english().incidents
    client, at = story_site(tmp_path), datetime(2024, 5, 9, tzinfo=UTC)
    with Ledger.open(str(tmp_path / "facta.db")) as ledger:
        ledger.add_review(
            Review(
                "r1", hit.id, Decision.REJECT, "ana", at, kind="incident", text=digest(claims.report.text),
                span=hit.text, before=body_of(hit), report=claims.report.id,
            )
        )  # fmt: skip
    markup = page(client, f"/claims/{hit.id}")
    assert "A person took this claim out" in markup.text
    assert "ana" in markup.text
    assert f"c-{hit.id}" not in [e.attributes.get("id") for e in page(client, f"/reports/{claims.report.id}").elements]


# ---- findings, people, places


def test_finding_shows_each_part_with_its_verdict_reason_and_evidence(client: TestClient) -> None:
    finding = story().check.findings[0]
    markup = page(client, f"/findings/{finding.id}")
    for part in finding.parts:
        assert part.verdict in markup.text
        assert part.reason in markup.text
        assert {f"/claims/{evidence.claim}" for evidence in part.evidence} <= set(links(markup))


def test_finding_shows_every_claim_that_it_compares(client: TestClient) -> None:
    finding = story().check.findings[1]
    group = next(group for group in story().check.groups if group.id == finding.group)
    assert {f"/claims/{claim}" for claim in group.claims} <= set(links(page(client, f"/findings/{finding.id}")))


def test_dossier_leads_to_findings_claims_people_places_and_reports(client: TestClient) -> None:
    found = set(links(page(client, f"/stories/{STORY}")))
    assert f"/findings/{story().check.findings[0].id}" in found
    assert f"/claims/{english().incidents[0].id}" in found
    assert {"/entities/e-army", "/places/379003", f"/reports/{spanish().report.id}"} <= found


def test_person_page_holds_what_the_person_says_and_does(client: TestClient) -> None:
    found = set(links(page(client, "/entities/e-army")))
    assert f"/claims/{english().pledges[0].id}" in found
    assert f"/claims/{english().incidents[0].id}" in found
    assert f"/claims/{english().statements[1].id}" not in found  # the mayor's words


def test_people_are_found_by_a_spelling_in_another_script(client: TestClient) -> None:
    assert "/entities/e-mayor" in links(page(client, "/entities?q=هالة بشير"))


@pytest.mark.parametrize("asked", ["379003", "El Obeid", "el obeid"])
def test_place_page_holds_the_deeds_there_and_the_pledges_that_name_it(client: TestClient, asked: str) -> None:
    markup = page(client, f"/places/{asked}")
    assert {f"/claims/{english().incidents[0].id}", f"/claims/{english().pledges[0].id}"} <= set(links(markup))
    assert f"/claims/{english().incidents[2].id}" not in links(markup)  # in Kosti
    assert any(element.attributes.get("class") == "town" for element in markup.elements)


def test_pledge_stands_on_the_page_of_every_place_that_it_names(tmp_path: Path) -> None:
    told = story()
    named = replace(told.claims[0], places=(EL_OBEID, KOSTI))
    client = story_site(tmp_path, replace(told, claims=(named, *told.claims[1:])))
    assert f"/claims/{english().pledges[0].id}" in links(page(client, "/places/371760"))


def test_place_is_drawn_no_nearer_than_it_is_known() -> None:
    town, region = spotted(EL_OBEID), spotted(KORDOFAN)
    assert town is not None
    assert town.radius is None
    assert region is not None
    assert region.radius
    assert spotted(SUDAN) is None
    assert KORDOFAN.precision is Precision.REGION
