"""Takes a self-contained HTML page, gives it as a PDF, printed by a Chromium without a window or a network."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from facta.errors import FactaError

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PATIENCE = 180  # seconds: a dossier of 300 reports takes about 20 on a slow machine
ALONE = (
    "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--disable-default-apps", "--disable-quic",
    "--no-first-run", "--no-default-browser-check", "--metrics-recording-only", "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-pdf-header-footer",
)  # fmt: skip
CLOCK = re.compile(rb"(/(?:Creation|Mod)Date \(D:)\d{14}([^)]*\))")


def pdf(html: str, chromium: Path | None = None) -> bytes:
    """The page as it prints; the same page gives the same bytes. `chromium` names the program where it is not found
    by itself."""
    program = program_at(chromium)
    with TemporaryDirectory(prefix="facta-pdf-", ignore_cleanup_errors=True) as folder:
        page, printed = Path(folder, "page.html"), Path(folder, "page.pdf")
        page.write_text(html, encoding="utf-8", newline="")
        _print(program, Path(folder), page, printed)
        return CLOCK.sub(rb"\g<1>20000101000000\g<2>", printed.read_bytes())


def program_at(chromium: Path | None) -> str:
    """Where Chromium is; an error with the remedy when there is none."""
    found = shutil.which(chromium) if chromium else next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        what = f"{chromium} is no program" if chromium else "no Chromium is installed"
        remedy = "install Chromium (Debian: apt install chromium) or name it in FACTA_CHROMIUM; or print the HTML page"
        raise FactaError(f"a PDF is printed by Chromium, and {what}", remedy)
    return found


def _print(program: str, folder: Path, page: Path, printed: Path) -> None:
    """Run Chromium in a profile of its own, within the time there is."""
    root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    places = [f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={printed}", page.as_uri()]
    environment = {**os.environ, "HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "XDG_CACHE_HOME": str(folder)}
    try:
        done = subprocess.run(
            [program, *ALONE, *root, *places], env=environment, capture_output=True, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired as error:
        remedy = "print the HTML page from a browser"
        raise FactaError(f"Chromium did not print the page within {PATIENCE} seconds", remedy) from error
    except OSError as error:
        raise FactaError(f"{program} cannot be run: {error.strerror}", "name another in FACTA_CHROMIUM") from error
    if done.returncode or not printed.exists():
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise FactaError(
            f"Chromium printed nothing: {said[-1] if said else 'no reason'}", f"see whether {program} runs"
        )
