"""The dossier of a story made by hand: what it shows, that its links lead somewhere, and that nothing in it acts."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from facta.records import Claims, CrossCheck, Group, Report, Story
from facta.views import dossier
from facta.views.dossier.index import all_claims
from tests.views.build import ENTITIES, Story3, report_of, story
from tests.views.markup import Markup, parse

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'>{{ 7*7 }}"


@pytest.fixture(scope="module")
def told() -> Story3:
    return story()


@pytest.fixture(scope="module")
def page(told: Story3) -> Markup:
    return parse(dossier.html(told.check, told.claims, told.entities))


def hostile() -> Story3:
    """The same story with text that attacks in every place that a report or a name can fill."""
    told = story()
    first = told.claims[0]
    report = replace(first.report, publisher=HOSTILE, title=HOSTILE, path=HOSTILE, url=f"javascript:{HOSTILE}")
    extra = report_of(f"{HOSTILE}\nplain", publisher=HOSTILE, title=HOSTILE)
    origins = tuple(replace(origin, label=HOSTILE, side=HOSTILE) for origin in told.check.origins)
    groups = tuple(replace(group, label=HOSTILE, reasons=(HOSTILE,)) for group in told.check.groups)
    findings = tuple(replace(finding, reason=HOSTILE) for finding in told.check.findings)
    named = replace(told.check.story, title=HOSTILE, reports=(*told.check.story.reports, extra.id), reasons=(HOSTILE,))
    check = CrossCheck(named, origins, groups, findings)
    entities = tuple(replace(entity, name=HOSTILE, spellings=(*entity.spellings, HOSTILE)) for entity in ENTITIES)
    return Story3(check, (replace(first, report=report), *told.claims[1:], Claims(extra)), entities)


def test_all_seven_parts_are_there(page: Markup) -> None:
    headings = [e.text for e in page.elements if e.tag in ("h1", "h2")]
    assert headings == [
        "Shells on El Obeid after a promise to scale down",
        "Promises against deeds",
        "Deeds",
        "Who says what",
        "Figures",
        "Where it comes from",
        "The reports",
    ]


def test_counts_stand_apart_and_are_never_one_number(page: Markup) -> None:
    counts = [(e.text.split()[0], e.tag) for e in page.elements if "counts" in e.within[:0] or e.tag in ("dt", "dd")]
    assert [word for word, tag in counts if tag == "dt"] == ["reports", "publishers", "languages", "origins"]
    assert [word for word, tag in counts if tag == "dd"] == ["3", "2", "3", "5"]


def test_a_pledge_shows_each_wording_in_its_own_language(page: Markup) -> None:
    quotes = [(e.attributes["lang"], e.text) for e in page.elements if e.tag == "blockquote"]
    assert ("en", "it would “sharply” scale down artillery fire around El Obeid and Kosti") in quotes
    assert ("es", "reduciría “gradualmente” los ataques cerca de El Obeid") in quotes


def test_every_quote_is_sliced_from_a_report(page: Markup, told: Story3) -> None:
    texts = [claims.report.text for claims in told.claims]
    quotes = [e.text for e in page.elements if e.tag in ("blockquote", "q")]
    assert quotes
    for quote in quotes:
        assert any(all(piece in text for piece in quote.split(" […] ")) for text in texts), quote


def test_verdict_by_place_comes_with_its_reason_and_evidence(page: Markup) -> None:
    rows = [e.text for e in page.elements if e.tag == "tr" and "tbody" in e.within]
    assert [row.startswith(name) for row, name in zip(rows, ("El Obeid", "Kosti"), strict=True)] == [True, True]
    assert "contradicted by one side only" in rows[0]
    assert "on the mayor’s word" in rows[0]
    assert "los proyectiles cayeron" in rows[0]


def test_ids_are_unique_and_every_link_leads_to_one(page: Markup) -> None:
    ids = Counter(e.attributes["id"] for e in page.elements if "id" in e.attributes)
    assert [name for name, count in ids.items() if count > 1] == []
    links = [e.attributes["href"] for e in page.elements if e.tag in ("a", "use")]
    assert len(links) > 60
    assert [link for link in links if not (link.startswith("#") and link[1:] in ids)] == []


def test_every_claim_has_a_row_and_a_place_in_the_text(page: Markup, told: Story3) -> None:
    ids = {e.attributes.get("id") for e in page.elements}
    for claims in told.claims:
        for claim in all_claims(claims):
            assert {f"c-{claim.id}", f"e-{claim.id}"} <= ids


def test_the_page_loads_nothing(page: Markup) -> None:
    loading = [(e.tag, k, v) for e in page.elements for k, v in e.attributes.items() if k in ("src", "srcset", "data")]
    assert loading == []
    assert [e.attributes for e in page.elements if e.tag == "link"] == [{"rel": "icon", "href": "data:,"}]
    style = next(e.text for e in page.elements if e.tag == "style")
    assert "url(" not in style
    assert "@import" not in style


def test_the_page_has_no_inline_handlers_or_styles(page: Markup) -> None:
    names = {name for e in page.elements for name in e.attributes}
    assert [name for name in names if name.startswith("on") or name == "style"] == []


def test_same_input_gives_the_same_bytes(told: Story3) -> None:
    again = story()
    assert dossier.html(told.check, told.claims, told.entities) == dossier.html(
        again.check, again.claims, again.entities
    )


def test_order_in_which_claims_are_given_does_not_matter(told: Story3) -> None:
    reversed_claims = tuple(reversed(told.claims))
    assert dossier.html(told.check, told.claims, told.entities) == dossier.html(
        told.check, reversed_claims, told.entities
    )


def test_hostile_text_stays_text() -> None:
    told = hostile()
    page = parse(dossier.html(told.check, told.claims, told.entities))
    assert sum(e.tag == "script" for e in page.elements) == 1
    assert [e for e in page.elements if e.tag == "img"] == []
    assert [e for e in page.elements if e.attributes.get("href", "").startswith("javascript")] == []
    assert not page.crossed
    assert page.text.count(HOSTILE) > 20


def test_hostile_text_stays_text_in_markdown() -> None:
    told = hostile()
    text = dossier.markdown(told.check, told.claims, told.entities)
    assert "<script>" not in text.replace("\\<", "")
    assert "\\<script\\>" in text


def test_region_is_drawn_as_a_region_and_never_as_a_spot(page: Markup) -> None:
    classes = [e.attributes.get("class") for e in page.elements if e.tag == "circle"]
    assert classes.count("region") == 1
    assert classes.count("town") == 2


def test_two_reports_of_one_origin_make_one_mark_on_the_strip(page: Markup) -> None:
    uses = [e for e in page.elements if e.tag == "use" and e.attributes.get("class", "").startswith("deed ")]
    assert [use.attributes["href"] for use in uses] == ["#m-square"]
    assert "Nile Desk, El Cauce" in page.text


def test_denial_stands_beside_what_it_denies(page: Markup) -> None:
    rows = [e.text for e in page.elements if e.tag == "li" and "saying" in e.attributes.get("class", "")]
    assert any("shelling the town" in row and "denies Shelling of the market of El Obeid" in row for row in rows)


@pytest.mark.parametrize(("written", "shown"), [("at least 12", "at least 12"), ("9 dead", "9"), ("15 personas", "15")])
def test_each_claimant_keeps_their_own_figure(page: Markup, written: str, shown: str) -> None:
    values = [e.text for e in page.elements if e.attributes.get("class") == "value"]
    assert shown in values


def test_a_story_without_claims_says_so_part_by_part() -> None:
    report = Report.of("Nothing here.", "en")
    page = parse(dossier.html(CrossCheck(Story("s", "Quiet", (report.id,))), [Claims(report)], ()))
    assert "No pledge was found in these reports." in page.text
    assert "No deed was found in these reports." in page.text
    assert "Nothing in these reports is found contested." in page.text


def test_claims_in_no_group_are_still_listed(told: Story3) -> None:
    check = replace(told.check, groups=tuple[Group, ...](), findings=())
    page = parse(dossier.html(check, told.claims, told.entities))
    ids = {e.attributes.get("id") for e in page.elements}
    for claims in told.claims:
        assert {f"c-{claim.id}" for claim in all_claims(claims)} <= ids


def test_markdown_has_the_same_verdicts_and_words(told: Story3) -> None:
    text = dossier.markdown(told.check, told.claims, told.entities)
    for words in ("contradicted by one side only", "**gradualmente**", "figures differ", "## Where it comes from"):
        assert words in text
