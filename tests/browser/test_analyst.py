"""The whole path of an analyst in a browser: open, filter, read, follow the evidence, correct, see the verdict change,
take it back, print, hand on; with JavaScript and without it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from facta.ledger import Ledger
from tests.browser.site import Ids, Seen, Served, opened, serving

DENIED = "denied"


@dataclass(frozen=True)
class Dispute:
    """A denied deed of a small story: what is found of it, and the claims behind that."""

    story: str
    group: str
    claims: tuple[str, ...]

    @classmethod
    def of(cls, where: str) -> Dispute:
        with Ledger.open(where, create=False) as ledger:
            for story in sorted(ledger.stories(), key=lambda story: len(story.reports)):
                for finding in ledger.check(story.id).findings:
                    if finding.verdict == DENIED:
                        claims = dict.fromkeys(e.claim for e in finding.evidence if e.claim)
                        return cls(story.id, finding.group, tuple(claims))
        raise AssertionError("the bundled reports deny nothing")

    def stands(self, where: str) -> bool:
        """Whether one of its claims is still behind a verdict that says it is denied."""
        with Ledger.open(where, create=False) as ledger:
            findings = [f for story in ledger.stories() for f in ledger.check(story.id).findings]
        told = {e.claim for finding in findings if finding.verdict == DENIED for e in finding.evidence}
        return bool(told & set(self.claims))


@pytest.fixture
def own(copied: str, ids: Ids) -> Iterator[Served]:
    """A site whose ledger a test may change."""
    with serving(copied, ids) as site:
        yield site


def leave(seen: Seen) -> None:
    """Ends the visit; nothing may have gone wrong on the way."""
    seen.page.context.close()
    assert seen.wrong == []


@pytest.mark.parametrize("script", [True, False])
def test_from_the_list_to_the_evidence_to_another_verdict_and_back(browser: Browser, own: Served, script: bool) -> None:
    dispute = Dispute.of(own.where)
    seen = opened(browser, own, java_script_enabled=script)
    choose_story(seen, dispute)
    follow_evidence(seen.page, dispute)
    reject_until_it_changes(seen.page, own, dispute)
    seen.go("/review/log")
    log = seen.page.locator("main")
    expect(log).to_contain_text("rejected")
    expect(log).to_contain_text("the source says otherwise")
    log.get_by_role("button", name="Undo").first.click()
    expect(seen.page.locator(".outcome")).to_contain_text(DENIED)
    assert dispute.stands(own.where)
    leave(seen)


def choose_story(seen: Seen, dispute: Dispute) -> None:
    seen.go("/")
    page = seen.page
    before = page.locator("main ol.storylist > li").count()
    page.select_option("select[name=verdict]", DENIED)
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".chips")).to_contain_text(DENIED)
    assert 0 < page.locator("main ol.storylist > li").count() < before
    page.locator(f'main ol.storylist a[href="/stories/{dispute.story}"]').click()
    expect(page.locator("h1")).to_be_visible()


def follow_evidence(page: Page, dispute: Dispute) -> None:
    """From the row of the deed to its words in the report, and from there to the claim."""
    row = page.locator(f"#g-{dispute.group}")
    expect(row).to_contain_text(DENIED)
    row.locator("summary").first.click()
    row.locator("a.to-text").first.click()
    expect(page).to_have_url(re.compile("/reports/[0-9a-f]+#e-[0-9a-f]+$"))
    expect(page.locator("#text mark:target")).to_be_visible()
    claim = page.url.rpartition("#e-")[2]
    page.locator(f"#c-{claim} a.to-claim").click()
    expect(page).to_have_url(re.compile(f"/claims/{claim}$"))
    expect(page.locator("#chain")).to_be_visible()


def reject_until_it_changes(page: Page, own: Served, dispute: Dispute) -> None:
    for claim in dispute.claims:
        page.goto(f"{own.url}/claims/{claim}")
        page.fill("#review textarea[name=note]", "the source says otherwise")
        page.locator("#review").get_by_role("button", name="Reject").click()
        expect(page.locator(".outcome")).to_contain_text("rejected")
        if not dispute.stands(own.where):
            expect(page.locator(".outcome")).to_contain_text(DENIED)
            return
    raise AssertionError("the verdict stands without its evidence")


def test_a_claim_is_corrected_on_its_form_and_says_so_when_it_cannot_be(browser: Browser, own: Served) -> None:
    seen = opened(browser, own)
    seen.go(f"/claims/{own.ids.claim}/edit")
    page = seen.page
    page.get_by_label("Place").first.fill("Loja")
    page.get_by_role("button", name="Keep the correction").click()
    expect(page.locator(".outcome")).to_contain_text("corrected")
    expect(page.locator("#read")).to_contain_text("Loja, Ecuador")
    seen.go(f"/claims/{own.ids.claim}/edit")
    page.get_by_label("Words").fill("words that no report has")
    page.get_by_role("button", name="Keep the correction").click()
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_label("Words")).to_have_value("words that no report has")
    seen.wrong[:] = [each for each in seen.wrong if "422" not in each]
    leave(seen)


def test_a_missed_claim_is_added_by_selecting_its_words(browser: Browser, own: Served) -> None:
    seen = opened(browser, own, viewport={"width": 1180, "height": 900})
    seen.go(f"/reports/{own.ids.report}")
    page = seen.page
    page.evaluate("getSelection().selectAllChildren(document.querySelector('#text .passage'))")
    page.locator("#text").dispatch_event("mouseup")
    page.locator(".near a[data-kind=statement]").click()
    expect(page.get_by_label("Words")).not_to_have_value("")
    page.get_by_label("Speaker").fill("Peru")
    page.get_by_role("button", name="Add the claim").click()
    expect(page.locator(".outcome")).to_contain_text("added")
    leave(seen)


def test_the_second_person_sees_that_the_first_was_faster(browser: Browser, own: Served) -> None:
    first, second = opened(browser, own), opened(browser, own)
    for seen in (first, second):
        seen.go(f"/claims/{own.ids.claim}")
    first.page.locator("#review").get_by_role("button", name="Confirm").click()
    expect(first.page.locator(".outcome")).to_contain_text("confirmed")
    second.page.locator("#review").get_by_role("button", name="Reject").click()
    expect(second.page.locator("h1")).to_have_text("Somebody was faster")
    second.go(f"/claims/{own.ids.claim}")
    expect(second.page.locator("#review")).to_contain_text("confirmed")
    second.wrong[:] = [each for each in second.wrong if "409" not in each]
    leave(first)
    leave(second)


def test_a_dossier_prints_whole_and_is_handed_on_as_a_file(browser: Browser, served: Served) -> None:
    seen = opened(browser, served)
    dispute = Dispute.of(served.where)
    seen.go(f"/stories/{dispute.story}")
    printed = seen.page.pdf()
    assert printed.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) >= 2
    for name, start in (("one page", b"<!doctype html>"), ("Markdown", b"# ")):
        with seen.page.expect_download() as download:
            seen.page.locator(".handon").get_by_role("link", name=name).click()
        assert download.value.path().read_bytes().startswith(start)
        assert download.value.suggested_filename.startswith(f"dossier-{dispute.story}.")
    leave(seen)
