"""Every page in a real browser: at four widths, light and dark, without a fault that axe finds, without noise."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.looking import WIDER, good
from tests.browser.site import PAGES, Served, opened


@pytest.mark.parametrize("name", PAGES)
def test_page_fits_every_width_makes_no_noise_and_pleases_axe(browser: Browser, served: Served, name: str) -> None:
    seen = opened(browser, served, viewport={"width": 1180, "height": 900})
    answer = seen.page.goto(served.at(PAGES[name]))
    assert answer is not None
    assert answer.status == (404 if name == "missing" else 200)
    good(seen.page, name)
    seen.page.context.add_cookies([{"name": "language", "value": "uk", "url": served.url}])
    seen.page.reload()  # at 320 pixels: words of another language may be longer
    assert seen.page.evaluate(WIDER) <= 0
    assert seen.page.locator("html").get_attribute("lang") == "uk"
    seen.page.context.close()
    assert seen.wrong == []
