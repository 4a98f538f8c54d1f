"""From the model's files to a session, word pieces and label names. Feeding it and decoding are left to reading."""

from __future__ import annotations

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray
from sentencepiece import SentencePieceProcessor

from facta.errors import ModelError

Arrays = dict[str, NDArray[Any]]

REMEDY = "install facta again, or restore the files of facta/model/data"
MOST_PIECES = 12  # of one word; training cuts longer words (addresses, mostly) at the same length
UNKNOWN = 3  # the piece that stands for a word of which the vocabulary knows nothing
_CACHED_WORDS = 100_000


def bundled() -> Path:
    """The folder of the model that comes with the package."""
    return Path(str(files("facta.model"))) / "data"


@dataclass(frozen=True)
class Manifest:
    """What `manifest.json` says: files with size and digest, label names by output, how many pieces a call may hold.

    `relations` are the dependency relations that each language's treebanks have."""

    files: dict[str, dict[str, Any]]
    labels: dict[str, tuple[str, ...]]
    languages: tuple[str, ...]
    outputs: tuple[str, ...]
    pieces_a_call: int
    relations: dict[str, frozenset[str]]

    @classmethod
    def load(cls, folder: Path) -> Manifest:
        path = folder / "manifest.json"
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
            return cls(
                files=data["files"],
                labels={name: tuple(values) for name, values in data["labels"].items()},
                languages=tuple(data["languages"]),
                outputs=tuple(data["outputs"]),
                pieces_a_call=int(data["pieces_a_call"]),
                relations={code: frozenset(names) for code, names in data.get("relations", {}).items()},
            )
        except FileNotFoundError as error:
            raise ModelError(f"{path} is missing", REMEDY) from error
        except (ValueError, KeyError, TypeError) as error:
            raise ModelError(f"{path} is not a reader manifest ({error!r})", REMEDY) from error


class Model:
    """A loaded reader model. `run` is a pure function of its inputs."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        self.folder = folder
        self.manifest = Manifest.load(folder)
        self.labels = self.manifest.labels
        self.languages = self.manifest.languages
        for name, known in self.manifest.files.items():
            _check_size(folder / name, int(known["bytes"]))
        with ThreadPoolExecutor(1) as beside:  # both take a third of a second, and neither needs the other
            vocabulary = beside.submit(_vocabulary, folder / "pieces.model")
            self.session = _session(folder / "reader.onnx", threads)
            self.vocabulary: SentencePieceProcessor = vocabulary.result()
        self._pieces: dict[str, tuple[int, ...]] = {}

    @classmethod
    def load(cls, threads: int = 1, folder: Path | None = None) -> Model:
        """The bundled model, or the one in `folder`; raises ModelError when its files do not fit the manifest."""
        return cls(folder or bundled(), threads)

    def verify(self) -> None:
        """Compares every file with its digest in the manifest: slower than loading, so only on demand."""
        for name, known in self.manifest.files.items():
            digest = hashlib.sha256((self.folder / name).read_bytes()).hexdigest()
            if digest != known["sha256"]:
                raise ModelError(f"{self.folder / name} is damaged: its sha256 is not the manifest's", REMEDY)

    def pieces(self, word: str) -> tuple[int, ...]:
        """The word's piece ids, as if a space stood before it; never empty."""
        known = self._pieces.get(word)
        if known is None:
            if len(self._pieces) >= _CACHED_WORDS:
                self._pieces.clear()
            known = tuple(self.vocabulary.encode(word)[:MOST_PIECES]) or (UNKNOWN,)
            self._pieces[word] = known
        return known

    def run(
        self, ids: NDArray[np.int64], mask: NDArray[np.int64], first: NDArray[np.int64], words: NDArray[np.int64]
    ) -> Arrays:
        """The model's outputs by name, for a batch of sentences padded to one length."""
        values = self.session.run(None, {"ids": ids, "mask": mask, "first": first, "words": words})
        return dict(zip(self.manifest.outputs, values, strict=True))


def _check_size(path: Path, expected: int) -> None:
    if not path.is_file():
        raise ModelError(f"{path} is missing", REMEDY)
    if path.stat().st_size != expected:
        raise ModelError(f"{path} has {path.stat().st_size} bytes, and the manifest says {expected}", REMEDY)


def _vocabulary(path: Path) -> SentencePieceProcessor:
    try:
        return SentencePieceProcessor(model_file=str(path))
    except (OSError, RuntimeError) as error:
        raise ModelError(f"{path} cannot be loaded ({error})", REMEDY) from error


def _session(path: Path, threads: int) -> Any:
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # waiting threads would burn a core
    try:
        return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime's own exceptions share no base class
        raise ModelError(f"{path} cannot be loaded ({error})", REMEDY) from error
