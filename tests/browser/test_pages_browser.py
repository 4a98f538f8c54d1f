"""Every page in a real browser: at four widths, light and dark, without a fault that axe finds, without noise."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.looking import good
from tests.browser.site import PAGES, Served, opened


@pytest.mark.parametrize("name", PAGES)
def test_page_fits_every_width_makes_no_noise_and_pleases_axe(browser: Browser, served: Served, name: str) -> None:
    seen = opened(browser, served, viewport={"width": 1180, "height": 900})
    answer = seen.page.goto(served.at(PAGES[name]))
    assert answer is not None
    assert answer.status == (404 if name == "missing" else 200)
    good(seen.page, name)
    seen.page.context.close()
    assert seen.wrong == []
