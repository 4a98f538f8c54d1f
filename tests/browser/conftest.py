"""Fixtures of the tests in a browser: one browser, a ledger of the bundled reports, a server that nobody changes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from typer.testing import CliRunner

from facta.demo import reports_folder
from facta.ledger import Ledger
from facta.views.cli import app as command
from tests.browser.site import CHROMIUM, QUIET, Ids, Served, serving


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium here; install Debian's package chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the bundled reports as `facta read` makes it."""
    where = tmp_path_factory.mktemp("browser") / "facta.db"
    done = CliRunner().invoke(command, ["read", str(reports_folder()), "--ledger", str(where), "--quiet"])
    assert done.exit_code == 0, done.output
    return where


@pytest.fixture
def copied(filled: Path, tmp_path: Path) -> str:
    """A copy of the ledger for a test that changes it."""
    target = tmp_path / "facta.db"
    with closing(sqlite3.connect(filled)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
    return str(target)


@pytest.fixture(scope="session")
def ids(filled: Path) -> Ids:
    with Ledger.open(str(filled), create=False) as ledger:
        return Ids.of(ledger)


@pytest.fixture(scope="session")
def served(filled: Path, ids: Ids) -> Iterator[Served]:
    """The site that tests only look at."""
    with serving(str(filled), ids) as site:
        yield site
