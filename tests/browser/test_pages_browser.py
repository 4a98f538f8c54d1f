"""Every page in a real browser: at three widths, light and dark, without a fault that axe finds, without noise."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.site import PAGES, Served, opened

PICTURES = Path(__file__).resolve().parents[2] / "out" / "screenshots"
WIDTHS = (360, 1180, 2560)
TALLEST = 6000  # pixels of a picture
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
OPEN_ALL = "document.querySelectorAll('details').forEach((d) => { d.open = true; })"
WIDER = "document.documentElement.scrollWidth - innerWidth"


@pytest.mark.parametrize("name", PAGES)
def test_page_fits_every_width_and_makes_no_noise(browser: Browser, served: Served, name: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    seen = opened(browser, served, viewport={"width": 320, "height": 800})
    seen.go(PAGES[name].format(**vars(served.ids)))
    seen.page.evaluate(OPEN_ALL)
    wider = {320: seen.page.evaluate(WIDER)}
    seen.page.reload()
    for width in WIDTHS:
        seen.page.set_viewport_size({"width": width, "height": 900})
        wider[width] = seen.page.evaluate(WIDER)
        height = min(TALLEST, seen.page.evaluate("document.documentElement.scrollHeight"))
        clip = {"x": 0, "y": 0, "width": width, "height": height}
        seen.page.screenshot(path=PICTURES / f"{name}-{width}.png", full_page=True, clip=clip)  # type: ignore[arg-type]
    assert {width: by for width, by in wider.items() if by > 0} == {}
    assert seen.wrong == []
    seen.page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(browser: Browser, served: Served, name: str, scheme: str) -> None:
    seen = opened(browser, served, viewport={"width": 1180, "height": 900}, color_scheme=scheme)
    seen.go(PAGES[name].format(**vars(served.ids)))
    found = Axe().run(seen.page, options=WCAG).response["violations"]
    assert [
        f"{one['id']}: {node['html'][:160]} {node['failureSummary'][:200]}"
        for one in found
        for node in one["nodes"][:3]
    ] == []
    seen.page.context.close()
