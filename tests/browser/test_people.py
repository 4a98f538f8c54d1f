"""Keys alone, a choice of language, signing in where others may come, and a report pasted in, in a browser."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from playwright.sync_api import Browser, Page, expect

from facta.ledger import Ledger
from facta.ledger.accounts import Account, Role
from facta.views.passwords import hashed
from tests.browser.looking import good
from tests.browser.site import Ids, Served, opened, serving

PASSWORD = "a heron by the river"
NEWS = """Two ferries stop after shots on Lake Tana
BAHIR DAR, Ethiopia - Gunmen fired at a ferry on Lake Tana on Sunday and wounded three people, the port said.
"No boat will leave before the army has left the shore," Harbour Master Tesfa Alemu told reporters.
"""


def test_everything_on_the_way_is_done_by_keys(browser: Browser, served: Served) -> None:
    seen = opened(browser, served, viewport={"width": 1180, "height": 900})
    page, press = seen.page, seen.page.keyboard.press
    seen.go("/")
    press("j")
    press("j")
    second = page.locator("main ol.storylist > li").nth(1)
    expect(second).to_be_focused()
    press("k")
    press("Enter")
    page.wait_for_url("**/stories/*")
    press("?")
    expect(page.locator("dialog#keys")).to_be_visible()
    press("Escape")
    expect(page.locator("dialog#keys")).to_be_hidden()
    press("/")
    expect(page.locator("#find")).to_be_focused()
    page.keyboard.type("Machala")
    press("Enter")
    page.wait_for_url("**/search?q=Machala")
    assert page.locator("mark.sought").count() > 0
    press("g")
    press("r")
    expect(page).to_have_url(re.compile("/review$"))
    page.context.close()
    assert seen.wrong == []


def test_keys_can_be_switched_off(browser: Browser, served: Served) -> None:
    seen = opened(browser, served)
    seen.go("/")
    seen.page.locator("details.menu summary").click()
    seen.page.get_by_role("button", name="Off").click()
    seen.page.keyboard.press("?")
    expect(seen.page.locator("dialog#keys")).to_be_hidden()
    seen.page.context.close()


def test_the_language_of_the_pages_is_chosen_and_kept(browser: Browser, served: Served) -> None:
    seen = opened(browser, served, java_script_enabled=False)
    seen.go("/help")
    seen.page.locator("details.menu summary").click()
    seen.page.get_by_role("button", name="Українська").click()
    expect(seen.page.locator("html")).to_have_attribute("lang", "uk")
    seen.go(served.at("/stories/{story}").removeprefix(served.url))
    expect(seen.page.locator("#promises h2")).to_have_text("Обіцянки проти дій")
    seen.page.context.close()
    assert seen.wrong == []


def test_a_browser_s_own_language_is_spoken_to_begin_with(browser: Browser, served: Served) -> None:
    seen = opened(browser, served, locale="uk-UA")
    seen.go("/")
    expect(seen.page.locator("h1")).to_have_text("Сюжети")
    seen.page.context.close()


def test_whoever_comes_to_a_shared_site_signs_in_first(browser: Browser, copied: str, ids: Ids) -> None:
    with_account(copied, "rosa", Role.READER)
    with serving(copied, ids, shared=True) as site:
        seen = opened(browser, site)
        page = seen.page
        seen.go(f"/claims/{ids.claim}")
        expect(page).to_have_url(re.compile("/sign-in"))
        good(page, "sign-in")
        page.reload()  # what was opened to be looked at is closed
        sign_in(page, "rosa", "something else")
        expect(page.get_by_role("alert")).to_be_visible()
        sign_in(page, "rosa", PASSWORD)
        expect(page).to_have_url(re.compile(f"/claims/{ids.claim}"))
        expect(page.locator("#review")).to_contain_text("a reviewer can decide")
        assert page.locator("#review form").count() == 0
        page.locator("details.menu summary").click()
        page.get_by_role("button", name="Sign out").click()
        seen.go("/")
        expect(page).to_have_url(re.compile("/sign-in"))
        page.context.close()
    assert [each for each in seen.wrong if "401" not in each] == []


def test_whoever_keeps_the_site_keeps_its_accounts(browser: Browser, copied: str, ids: Ids) -> None:
    with_account(copied, "ada", Role.ADMIN)
    with serving(copied, ids, shared=True) as site:
        seen = opened(browser, site)
        page = seen.page
        seen.go("/sign-in?next=/accounts")
        sign_in(page, "ada", PASSWORD)
        expect(page).to_have_url(re.compile("/accounts"))
        page.locator("#add-name").fill("reza")
        page.locator("#add-role").select_option("reviewer")
        page.locator("#add-password").fill(PASSWORD)
        page.locator("#add-password-again").fill(PASSWORD)
        page.get_by_role("button", name="Add", exact=True).click()
        expect(page.locator("main table").first).to_contain_text("reza")
        good(page, "accounts")
        page.context.close()
    assert seen.wrong == []


def with_account(where: str, name: str, role: Role) -> None:
    with Ledger.open(where, create=False) as ledger:
        ledger.accounts.add(Account(name, role, datetime.now(UTC), hashed(PASSWORD, name)))


def sign_in(page: Page, name: str, password: str) -> None:
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    page.locator("main").get_by_role("button", name="Sign in").click()


def test_a_pasted_report_is_read_and_found(browser: Browser, copied: str, ids: Ids) -> None:
    with serving(copied, ids) as site:
        seen = opened(browser, site)
        seen.go("/import")
        page = seen.page
        page.get_by_label("Text of one report").fill(NEWS)
        page.get_by_label("Publisher").fill("Lake Radio")
        page.get_by_label("Day of publication").fill("2024-05-20")
        page.get_by_role("button", name="Read it").click()
        expect(page).to_have_url(re.compile("/runs/"))
        expect(page.locator("#run-state")).to_have_text("done", timeout=120_000)
        page.locator("main").get_by_role("link", name="Two ferries stop").first.click()
        expect(page.locator("#text")).to_contain_text("Gunmen fired at a ferry")
        assert page.locator("#text mark.incident").count() > 0
        page.context.close()
    assert seen.wrong == []
