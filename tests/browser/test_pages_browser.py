"""Every page in a real browser: at three widths, light and dark, without a fault that axe finds, without noise."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, FloatRect, Page

from tests.browser.site import PAGES, Served, opened

PICTURES = Path(__file__).resolve().parents[2] / "out" / "screenshots"
WIDTHS = (360, 1180, 2560)
TALLEST = 3000  # pixels of a picture
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
OPEN_ALL = "document.querySelectorAll('details').forEach((d) => { d.open = true; })"
WIDER = "document.documentElement.scrollWidth - innerWidth"


@pytest.mark.parametrize("name", PAGES)
def test_page_fits_every_width_makes_no_noise_and_pleases_axe(browser: Browser, served: Served, name: str) -> None:
    seen = opened(browser, served, viewport={"width": 320, "height": 800})
    answer = seen.page.goto(served.at(PAGES[name]))
    assert answer is not None
    assert answer.status == (404 if name == "missing" else 200)
    wider = pictures(seen.page, name)
    faults = [fault for scheme in ("light", "dark") for fault in axe(seen.page, scheme)]
    seen.page.set_viewport_size({"width": 320, "height": 800})
    seen.page.evaluate(OPEN_ALL)
    wider[320] = seen.page.evaluate(WIDER)
    seen.page.context.close()
    assert {width: by for width, by in wider.items() if by > 0} == {}
    assert faults == []
    assert seen.wrong == []


def pictures(page: Page, name: str) -> dict[int, int]:
    """Pictures of the page at each width, and by how many pixels it is too wide there."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    wider = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        wider[width] = page.evaluate(WIDER)
        height = min(TALLEST, page.evaluate("document.documentElement.scrollHeight"))
        clip = FloatRect(x=0, y=0, width=width, height=height)
        page.screenshot(path=PICTURES / f"{name}-{width}.png", full_page=True, clip=clip)
    return wider


def axe(page: Page, scheme: Literal["light", "dark"]) -> list[str]:
    """What axe finds against WCAG 2.2 A and AA."""
    page.set_viewport_size({"width": 1180, "height": 900})
    page.emulate_media(color_scheme=scheme)
    found = Axe().run(page, options=WCAG).response["violations"]
    return [
        f"{scheme} {one['id']}: {node['html'][:160]} {node['failureSummary'][:240]}"
        for one in found
        for node in one["nodes"][:3]
    ]
