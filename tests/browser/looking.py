"""Looks at a page: pictures at several widths, what axe finds, and by how much it is too wide."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import FloatRect, Page

PICTURES = Path(__file__).resolve().parents[2] / "out" / "screenshots"
WIDTHS = (360, 1180, 2560)
TALLEST = 3000  # pixels of a picture
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
OPEN_ALL = "document.querySelectorAll('details').forEach((d) => { d.open = true; })"
WIDER = "document.documentElement.scrollWidth - innerWidth"


def pictures(page: Page, name: str) -> dict[int, int]:
    """Pictures of the page at each width; gives by how many pixels it is too wide there, and at 320 with all open."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    wider = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        wider[width] = page.evaluate(WIDER)
        height = min(TALLEST, page.evaluate("document.documentElement.scrollHeight"))
        clip = FloatRect(x=0, y=0, width=width, height=height)
        page.screenshot(path=PICTURES / f"{name}-{width}.png", full_page=True, clip=clip)
    page.set_viewport_size({"width": 320, "height": 800})
    page.evaluate(OPEN_ALL)
    return wider | {320: page.evaluate(WIDER)}


def faults(page: Page) -> list[str]:
    """What axe finds against WCAG 2.2 A and AA, and of the colours again in the dark."""
    page.set_viewport_size({"width": 1180, "height": 900})
    page.emulate_media(color_scheme="light")
    found = _axe(page, "light", WCAG)
    page.emulate_media(color_scheme="dark")
    return found + _axe(page, "dark", COLOURS)


def _axe(page: Page, scheme: str, rules: dict[str, Any]) -> list[str]:
    return [
        f"{scheme} {one['id']}: {node['html'][:160]} {node['failureSummary'][:240]}"
        for one in Axe().run(page, options=rules).response["violations"]
        for node in one["nodes"][:3]
    ]


def good(page: Page, name: str) -> None:
    """Nothing sticks out sideways at any width, and axe finds nothing."""
    found = faults(page)
    page.emulate_media(color_scheme="light")
    wider = pictures(page, name)
    assert {width: by for width, by in wider.items() if by > 0} == {}
    assert found == []
