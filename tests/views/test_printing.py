"""A dossier as a PDF: printed by Chromium with all its words, the same twice, and told plainly where that cannot be."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from tempfile import gettempdir

import pytest

from facta.errors import FactaError
from facta.views import dossier, printing
from tests.views.build import Story3, story

HERE = any(shutil.which(name) for name in printing.NAMES)
needs_chromium = pytest.mark.skipif(not HERE, reason="no Chromium here; install Debian's package chromium")


@pytest.fixture(scope="module")
def told() -> Story3:
    return story()


@pytest.fixture(scope="module")
def printed(told: Story3) -> bytes:
    return printing.pdf(dossier.html(told.check, told.claims, told.entities))


def left_behind() -> set[str]:
    return {path.name for path in Path(gettempdir()).glob("facta-pdf-*")}


@needs_chromium
def test_the_same_page_is_printed_to_the_same_bytes(told: Story3, printed: bytes) -> None:
    assert printed.startswith(b"%PDF-")
    assert printing.pdf(dossier.html(told.check, told.claims, told.entities)) == printed


@needs_chromium
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="no pdftotext here")
def test_what_is_folded_away_on_the_page_is_printed(printed: bytes, tmp_path: Path) -> None:
    file = tmp_path / "dossier.pdf"
    file.write_bytes(printed)
    done = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True)
    text = done.stdout.decode()
    assert "Promises against deeds" in text
    assert "shelling the town" in text
    assert "Read next: ten photographs of the river" in text
    assert re.search(r"1 ?/ ?[0-9]", text)


@needs_chromium
def test_nothing_is_left_behind(told: Story3) -> None:
    before = left_behind()
    printing.pdf("<!doctype html><title>x</title>")
    assert left_behind() <= before


@needs_chromium
def test_printing_has_a_time_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "PATIENCE", 0.01)
    before = left_behind()
    with pytest.raises(FactaError, match="did not print"):
        printing.pdf("<!doctype html><title>x</title>")
    assert left_behind() <= before


def test_without_chromium_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(FactaError) as told:
        printing.program_at(None)
    assert "no Chromium is installed" in told.value.message
    assert "FACTA_CHROMIUM" in told.value.remedy
    with pytest.raises(FactaError, match="is no program"):
        printing.program_at(tmp_path / "nothing")


def test_a_program_that_prints_nothing_is_named(tmp_path: Path) -> None:
    false = shutil.which("false")
    assert false
    with pytest.raises(FactaError, match="printed nothing"):
        printing.pdf("<!doctype html>", Path(false))
