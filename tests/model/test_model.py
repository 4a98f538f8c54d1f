"""The model's files are checked, and what is wrong with them is said."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from facta.errors import ModelError
from facta.model import Model
from facta.model.model import MOST_PIECES, bundled


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the bundled model that a test may spoil."""
    return Path(shutil.copytree(bundled(), tmp_path / "model"))


def test_the_bundled_files_fit_their_manifest(reader: object) -> None:
    Model.load().verify()


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "pieces.model").unlink()
    with pytest.raises(ModelError, match=r"pieces\.model is missing; install facta again"):
        Model.load(folder=folder)


def test_a_file_of_another_size_is_refused(folder: Path) -> None:
    with (folder / "pieces.model").open("ab") as file:
        file.write(b" ")
    with pytest.raises(ModelError, match="the manifest says"):
        Model.load(folder=folder)


def test_a_damaged_file_of_the_same_size_is_found_on_demand(folder: Path) -> None:
    path = folder / "pieces.model"
    path.write_bytes(path.read_bytes().replace(b"<pad>", b"<dap>"))
    with pytest.raises(ModelError, match="damaged"):
        Model.load(folder=folder).verify()


@pytest.mark.parametrize("content", ["", "{}", json.dumps({"files": 3})])
def test_a_broken_manifest_is_refused(folder: Path, content: str) -> None:
    (folder / "manifest.json").write_text(content)
    with pytest.raises(ModelError, match="not a reader manifest"):
        Model.load(folder=folder)


def test_every_word_has_pieces() -> None:
    model = Model.load()
    assert all(0 < len(model.pieces(word)) <= MOST_PIECES for word in ("Київ", "\u200b", "北", "x" * 500))
