"""A codebook's mistakes are named with file and line; the bundled codebook has none."""

from __future__ import annotations

import shutil
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

import facta.codebook
from facta.codebook import Codebook
from facta.codebook.check import PAGES, check
from facta.codebook.incidents import Incidents
from facta.codebook.load import bundled
from facta.codebook.plover import Plover
from facta.codebook.schema import Page


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "codebook"
    shutil.copytree(Path(str(bundled())), copy)
    return copy


def test_bundled_codebook_has_no_mistakes() -> None:
    assert [str(mistake) for mistake in check()] == []


def test_every_schema_of_a_file_is_checked() -> None:
    """A module that says it is the schema of a file has a class in `PAGES`."""
    checked = {kind.schema.__module__ for kind in PAGES}
    for module in iter_modules(facta.codebook.__path__):
        found = import_module(f"facta.codebook.{module.name}")
        pages = [value for value in vars(found).values() if isinstance(value, type) and issubclass(value, Page)]
        if (found.__doc__ or "").startswith("Schema of") and any(p.__module__ == found.__name__ for p in pages):
            assert found.__name__ in checked, f"{found.__name__} is not in PAGES"


MISTAKES = [
    ("type: RETREAT", "type: RETREATS", "no PLOVER type 'RETREATS'"),
    ("mode: release", "mode: freedom", "RETREAT has no mode 'freedom'"),
    ("object: [prisoners, PERSON]", "object: [captives_of_war]", "no class named 'captives_of_war'"),
    ("object: [prisoners, PERSON]", "objekt: [prisoners]", "Extra inputs are not permitted"),
    ("verbs: [release, free, set free", "verbs: [release, release, free, set free", "'release' is there already"),
]


@pytest.mark.parametrize(("right", "wrong", "reason"), MISTAKES)
def test_mistake_is_told_with_its_reason(folder: Path, right: str, wrong: str, reason: str) -> None:
    file = folder / "en" / "incidents.yml"
    text = file.read_text(encoding="utf-8")
    assert right in text
    file.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    found = check(folder)
    assert any(reason in str(mistake) and mistake.file == str(file) for mistake in found), [str(m) for m in found]


def test_mistake_is_told_with_its_line(folder: Path) -> None:
    file = folder / "es" / "incidents.yml"
    lines = file.read_text(encoding="utf-8").splitlines()
    number = next(i for i, line in enumerate(lines, 1) if "mode: curfew" in line)
    lines[number - 1] = lines[number - 1].replace("mode: curfew", "mode: bedtime")
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert [mistake.line for mistake in check(folder)] == [number]


def test_broken_yaml_is_told_with_its_line(folder: Path) -> None:
    file = folder / "uk" / "hedges.yml"
    file.write_text("hedges: [нібито]\nnegators: [не\npossible: [може]\n", encoding="utf-8")
    assert [(m.file, m.line) for m in check(folder)] == [(str(file), 3)]


def test_missing_page_and_unknown_file_are_told(folder: Path) -> None:
    (folder / "uk" / "pledges.yml").rename(folder / "uk" / "promises.yml")
    found = [str(mistake) for mistake in check(folder)]
    assert any("pledges.yml:1: the page is missing" in line for line in found)
    assert any("promises.yml:1: no page has this name" in line for line in found)


def test_no_and_on_are_words_in_a_list(folder: Path) -> None:
    (folder / "en" / "incidents.yml").write_text("light: [no, on, yes, off]\n", encoding="utf-8")
    assert Codebook.load("en", folder).page("incidents", Incidents).light == ("no", "on", "yes", "off")


@pytest.mark.parametrize(("language", "least"), [("en", 400), ("es", 200), ("uk", 200), ("fr", 250)])
def test_each_language_has_words_for_all_types(language: str, least: int) -> None:
    page = Codebook.load(language).page("incidents", Incidents)
    words = {(t.type, word) for t in page.triggers for word in (*t.verbs, *t.nouns)}
    assert len(words) >= least
    assert {kind for kind, _ in words} == set(Codebook.load(language).common("plover", Plover).types)
