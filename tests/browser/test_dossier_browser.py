"""The dossier in a real browser: offline, with and without JavaScript, wide and narrow, light, dark, and attacked."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from facta.views import dossier
from tests.views.build import Story3, story
from tests.views.test_dossier_page import hostile


def file_of(told: Story3, folder: Path) -> Path:
    path = folder / "dossier.html"
    path.write_text(dossier.html(told.check, told.claims, told.entities), encoding="utf-8", newline="")
    return path


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return file_of(story(), tmp_path_factory.mktemp("dossier"))


def opened(browser: Browser, file: Path, **options: object) -> tuple[Page, list[str]]:
    """The page in a fresh context, and a list that fills with what goes wrong: requests, errors, dialogues."""
    page = browser.new_context(**options).new_page()  # type: ignore[arg-type]
    wrong: list[str] = []
    page.on("request", lambda request: wrong.append(request.url) if request.url != file.as_uri() else None)
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", lambda dialog: wrong.append(dialog.message))
    page.goto(file.as_uri())
    return page, wrong


def test_page_opens_without_a_request_or_an_error(browser: Browser, file: Path) -> None:
    page, wrong = opened(browser, file)
    assert page.title().endswith("facta dossier")
    page.wait_for_timeout(200)
    assert [each for each in wrong if not each.startswith("data:")] == []


def test_style_and_script_run_under_the_policy(browser: Browser, file: Path) -> None:
    page, _ = opened(browser, file)
    assert page.evaluate("getComputedStyle(document.querySelector('.mast h1')).fontWeight") == "600"
    page.hover(".text mark.statement")
    assert page.locator("mark.lit").count() > 0


@pytest.mark.parametrize("width", [320, 360, 800, 1400, 2560])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_sticks_out_sideways(browser: Browser, file: Path, width: int, scheme: str) -> None:
    page, _ = opened(browser, file, viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("script", [True, False])
def test_a_mark_on_the_strip_jumps_to_the_evidence(browser: Browser, file: Path, script: bool) -> None:
    page, _ = opened(browser, file, java_script_enabled=script)
    page.locator(".strip a").first.click()
    page.wait_for_timeout(600)
    target = page.locator("mark:target")
    assert target.inner_text() == "shells had hit the market of El Obeid"
    box, height = target.bounding_box(), page.viewport_size["height"] if page.viewport_size else 0
    assert box is not None
    assert 0 <= box["y"] <= height


@pytest.mark.parametrize("script", [True, False])
def test_an_arrow_in_the_text_opens_the_row(browser: Browser, file: Path, script: bool) -> None:
    page, _ = opened(browser, file, java_script_enabled=script)
    page.locator(".to-row.incident").first.click()
    page.wait_for_timeout(600)
    row = page.locator(".claim:target")
    assert row.is_visible()
    assert "Hala Bashir" in row.inner_text()


def test_text_of_each_report_is_the_same_in_the_browser(browser: Browser, tmp_path: Path) -> None:
    told = hostile()
    page, _ = opened(browser, file_of(told, tmp_path))
    texts = page.evaluate("[...document.querySelectorAll('.report .text')].map((node) => node.textContent)")
    assert texts == [claims.report.text for claims in told.claims]


def test_hostile_text_does_nothing(browser: Browser, tmp_path: Path) -> None:
    page, wrong = opened(browser, file_of(hostile(), tmp_path))
    page.wait_for_timeout(200)
    assert page.locator("script").count() == 1
    assert page.locator("img").count() == 0
    assert [each for each in wrong if not each.startswith("data:")] == []


def test_kinds_of_evidence_can_be_switched_off_without_javascript(browser: Browser, file: Path) -> None:
    page, _ = opened(browser, file, java_script_enabled=False)
    figure = page.locator(".text mark.figure").first
    shadow = "(node) => getComputedStyle(node).boxShadow"
    assert figure.evaluate(shadow) != "none"
    page.uncheck("#k-figure")
    assert figure.evaluate(shadow) == "none"


def test_printing_shows_what_is_folded_away(browser: Browser, file: Path) -> None:
    page, _ = opened(browser, file, java_script_enabled=False)
    folded = page.locator(".deed .claim").first
    assert not folded.is_visible()
    page.emulate_media(media="print")
    assert folded.is_visible()


def test_everything_can_be_reached_by_keyboard(browser: Browser, file: Path) -> None:
    page, _ = opened(browser, file)
    reached = set()
    for _ in range(200):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.closest('section')?.id ?? ''"))
    assert {"promises", "deeds", "speakers", "figures", "origins", "reports"} <= reached
