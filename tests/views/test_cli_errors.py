"""Wrong input and wrong use: each has its message and exit code, and the rest is read."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.views.command import facta

GOOD = "Shells hit Juba on Monday, the mayor said.\n"


def spoil(folder: Path) -> None:
    """One input of each bad kind, and good ones first and last."""
    (folder / "a-good.txt").write_text(GOOD, encoding="utf-8")
    (folder / "b-empty.txt").write_bytes(b"")
    (folder / "c-binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "d-huge.txt").write_text("Words and words again. " * 900_000, encoding="utf-8")
    finnish = "Hallitus kertoi maanantaina, että joukot vetäytyvät kylästä ennen perjantaita ja palaavat kotiin. " * 4
    (folder / "e-finnish.txt").write_text(finnish, encoding="utf-8")
    (folder / "f-broken.html").write_text("<html><body><div><p", encoding="utf-8")
    good, undated = {"text": GOOD + "Nobody was hurt."}, {"text": GOOD, "published": "soon"}
    lines = [json.dumps(good), "{not json", json.dumps(undated)]
    (folder / "g-lines.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (folder / "h-dated.txt").write_text(GOOD + "It was quiet later.", encoding="utf-8")
    (folder / "i-good.txt").write_text(GOOD + "Two men died.", encoding="utf-8")
    entry = '[[report]]\nfile = "h-dated.txt"\npublished = "2024-13-45"\n'
    (folder / "reports.toml").write_text(entry, encoding="utf-8")


FAILURES = {
    "b-empty.txt": "is empty",
    "c-binary.txt": "text",
    "d-huge.txt": "long",
    "e-finnish.txt": "which facta does not read",
    "f-broken.html": "article",
    "g-lines.jsonl:2": "JSON",
    "g-lines.jsonl:3": "date",
    "h-dated.txt": "2024-13-45",
    "missing.txt": "; ",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What `facta read --json` says of a folder in which most is wrong."""
    folder = tmp_path_factory.mktemp("bad")
    (folder / "in").mkdir()
    spoil(folder / "in")
    done = facta("read", "in", "missing.txt", "--ledger", "x.db", "--json", "--lang", "en", cwd=folder)
    # the Finnish text is read apart, since --lang would hide its language
    apart = facta("read", "in/e-finnish.txt", "--ledger", "x.db", "--json", cwd=folder)
    return {
        "code": done.returncode,
        "apart": apart.returncode,
        "summary": json.loads(done.stdout),
        "stderr": done.stderr + apart.stderr,
    }


def test_the_good_inputs_are_read_and_the_code_is_1(told: dict[str, object]) -> None:
    summary = told["summary"]
    assert isinstance(summary, dict)
    assert (told["code"], told["apart"]) == (1, 1)
    assert summary["read"] == 4  # both good files, the good line, and the Finnish text that was called English


@pytest.mark.parametrize(("name", "words"), FAILURES.items())
def test_each_bad_input_is_told_with_its_reason(told: dict[str, object], name: str, words: str) -> None:
    lines = [line for line in str(told["stderr"]).splitlines() if name in line.split(": ")[0]]
    assert lines, told["stderr"]
    assert words in lines[0]
    assert ";" in lines[0]  # and what to do about it
    assert "Traceback" not in str(told["stderr"])


@pytest.mark.skipif(os.getuid() == 0, reason="root may read every folder")
def test_a_folder_without_rights_is_told(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    closed.chmod(0)
    done = facta("extract", "closed", "good.txt", cwd=tmp_path)
    assert done.returncode == 1
    assert "closed" in done.stderr
    assert len(done.stdout.splitlines()) == 1


WRONG_USE: list[tuple[tuple[str, ...], int, str]] = [
    (("extract", "a.txt", "--published", "30/31/2022"), 2, "write it as YYYY-MM-DD"),
    (("claims", "--kind", "incidnt", "--ledger", "no.db"), 2, "did you mean incident?"),
    (("claims", "--from", "yesterday", "--ledger", "no.db"), 2, "--from: 'yesterday' is not a date"),
    (("stories", "--ledger", "no.db"), 1, "there is no ledger at no.db; fill one with: facta read"),
    (("stories", "--ledger", "notes.txt"), 1, "notes.txt is not a ledger"),
    (("serve", "--host", "0.0.0.0"), 2, "can be reached by other machines"),
    (("export", "--format", "xls"), 2, "one of: jsonl, csv, geojson"),
    (("dossier", "nothing", "--ledger", "empty.db"), 2, "no stories yet"),
    (("why", "abc", "--ledger", "empty.db"), 2, "nothing in the ledger has the id 'abc'"),
    (("review", "add", "abc", "perhaps", "--ledger", "empty.db"), 2, "one of: confirm, reject, edit, note"),
    (("parse", "missing.txt"), 1, "missing.txt"),
    (("nonsense",), 2, "nonsense"),
    (("read",), 2, "PATH"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("wrong")
    (made / "a.txt").write_text(GOOD, encoding="utf-8")
    (made / "notes.txt").write_text("Not a database at all, but notes on one. " * 40, encoding="utf-8")
    from facta.ledger import Ledger

    Ledger.open(str(made / "empty.db")).close()
    return made


@pytest.mark.parametrize(("arguments", "code", "words"), WRONG_USE)
def test_wrong_use_is_told_with_a_remedy(folder: Path, arguments: tuple[str, ...], code: int, words: str) -> None:
    done = facta(*arguments, cwd=folder)
    assert done.returncode == code, done.stderr
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    assert not (folder / "no.db").exists()


def test_a_wrong_setting_is_told_by_the_name_of_its_variable(folder: Path) -> None:
    done = facta("extract", "a.txt", cwd=folder, FACTA_THREADS="many")
    assert done.returncode == 2
    assert "FACTA_THREADS" in done.stderr


def test_help_and_version_answer_without_loading_anything_heavy(folder: Path) -> None:
    assert facta("--version", cwd=folder).stdout.startswith("facta ")
    done = facta("--help", cwd=folder, PYTHONPROFILEIMPORTTIME="1")
    assert done.returncode == 0
    assert all(command in done.stdout for command in ("extract", "read", "dossier", "pledges", "codebook", "demo"))
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "typer" in loaded
    assert not loaded & {"numpy", "sqlalchemy", "pydantic", "onnxruntime", "trafilatura", "rich"}
