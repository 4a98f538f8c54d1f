"""Docs that cannot rot: commands, settings, errors and records are described, and the README's examples run."""

from __future__ import annotations

import dataclasses
import inspect
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import facta
from facta import errors, records
from facta.demo import reports_folder
from facta.settings import Settings

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ERRORS = [c for _, c in inspect.getmembers(errors, inspect.isclass) if issubclass(c, errors.FactaError)]
RECORDS = [c for _, c in inspect.getmembers(records, inspect.isclass) if dataclasses.is_dataclass(c)]


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.S)


def commands() -> list[str]:
    lines = [line for block in blocks("sh") for line in block.splitlines()]
    return [line.split(" #")[0].strip() for line in lines if line.startswith("facta ")]


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with some reports in it, in which the README's commands run in order."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "reports").mkdir()
    for file in [*sorted(reports_folder().glob("0[1-4]*.txt")), reports_folder() / "reports.toml"]:
        shutil.copy(file, folder / "reports")
    entries = (folder / "reports/reports.toml").read_text(encoding="utf-8").split("[[report]]")
    kept = [e for e in entries if re.search(r'file = "0[1-4]', e)]
    (folder / "reports/reports.toml").write_text("".join("[[report]]" + e for e in kept), encoding="utf-8")
    return folder


def test_commands_of_the_readme_run(workplace: Path) -> None:
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    chosen = [c for c in commands() if not c.startswith("facta serve")]
    assert len(chosen) >= 6
    for command in chosen:
        done = subprocess.run(shlex.split(command), cwd=workplace, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    assert (workplace / "dossier.html").stat().st_size > 10_000


def test_python_of_the_readme_runs(
    workplace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workplace)
    (code,) = blocks("python")
    exec(compile(code, "README.md", "exec"), {})
    assert capsys.readouterr().out.count("\n") > 3


def test_every_command_is_described() -> None:
    command = [sys.executable, "-m", "typer", "facta.views.cli", "utils", "docs", "--name", "facta"]
    written = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ | {"COLUMNS": "80"})
    kept = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
    assert kept.strip() == written.stdout.strip(), "docs/commands.md is stale; run `make docs`"


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_every_setting_is_described(name: str) -> None:
    assert Settings.model_fields[name].description
    assert f"`FACTA_{name.upper()}`" in (ROOT / "docs/settings.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.__name__)
def test_every_error_is_in_the_tree_and_says_when_it_is_raised(kind: type[errors.FactaError]) -> None:
    assert kind.__name__ in (errors.__doc__ or "")
    assert (kind.__doc__ or "").strip()


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_every_record_is_frozen_and_described(kind: type) -> None:
    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert not (kind.__doc__ or "").startswith(f"{kind.__name__}(")


def test_public_names_are_there() -> None:
    assert sorted(facta.__all__) == ["Known", "Ledger", "Pipeline", "Settings", "load"]
    assert all(getattr(facta, name) is not None for name in facta.__all__)


def test_version_is_the_package_version() -> None:
    assert f'version = "{facta.__version__}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", [*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md"], ids=lambda p: p.name)
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
