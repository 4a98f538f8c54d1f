"""Hostile texts in a real browser: whatever a ledger holds or an address says, none of it runs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from facta.views.server.roles import ROLES
from tests.browser.site import Ids, Served, serving
from tests.safety.site import Made, made
from tests.safety.test_hostile_text import ALL

PAGES = sorted(
    path
    for method, path in (key.split(" ", 1) for key in ROLES)
    if method == "GET" and not path.startswith(("/api/v1/", "/static/")) and ".{form}" not in path
)
WATCH = "window.ran = []; window.pwn = () => ran.push('pwn'); window.alert = (said) => ran.push(String(said));"
TOUCH = """() => {
  document.querySelectorAll('details').forEach((one) => { one.open = true; });
  document.querySelectorAll('a, button, input, select, textarea, summary, mark, [tabindex]').forEach((one) => {
    one.focus();
    one.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
  });
  const links = [...document.querySelectorAll('a')].filter((one) => one.protocol === 'javascript:');
  return [...window.ran, ...links.map(String)];
}"""


@pytest.fixture(scope="module")
def spoiled(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return made(tmp_path_factory.mktemp("hostile"), f" {ALL}")


@pytest.fixture(scope="module")
def hostile(spoiled: Made) -> Iterator[Served]:
    own = spoiled.ids
    with serving(spoiled.where, Ids(own.story, own.report, own.claim, own.finding, own.entity, own.run)) as site:
        yield site


@pytest.mark.parametrize("path", PAGES)
def test_nothing_that_a_ledger_holds_or_an_address_says_runs(
    browser: Browser, hostile: Served, spoiled: Made, path: str
) -> None:
    context = browser.new_context()
    context.add_init_script(WATCH)
    page = context.new_page()
    wrong: list[str] = []
    page.on(
        "console", lambda message: wrong.append(message.text) if "Content Security Policy" in message.text else None
    )
    page.on("dialog", lambda dialog: wrong.append(dialog.message))
    page.on(
        "request", lambda request: None if request.url.startswith((hostile.url, "data:")) else wrong.append(request.url)
    )
    for address in (
        spoiled.ids.path(path),
        spoiled.ids.path(path) + "?q=%3Cscript%3Epwn()%3C/script%3E&verdict=%22%3E%3Cimg%20src=x%20onerror=pwn()%3E",
    ):
        page.goto(hostile.url + address)
        assert page.evaluate(TOUCH) == []
    context.close()
    assert wrong == []


def test_what_runs_would_be_seen(browser: Browser) -> None:
    page = browser.new_context().new_page()
    page.add_init_script(WATCH)
    page.goto("about:blank")
    page.set_content("<input autofocus onfocus=pwn()><a href='javascript:pwn()'>x</a><img src=x onerror=pwn()>")
    page.wait_for_timeout(200)
    assert set(page.evaluate(TOUCH)) >= {"pwn", "javascript:pwn()"}
    page.context.close()
