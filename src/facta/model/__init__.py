"""The shipped reader model: its files, checked against the manifest, as a tokenizer and an ONNX session."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import onnxruntime as ort
from tokenizers import Tokenizer


@dataclass(frozen=True, slots=True)
class Model:
    """A loaded reader: `labels` by output name, `session` and `tokenizer` ready to run."""

    labels: dict[str, tuple[str, ...]]
    languages: tuple[str, ...]
    tokenizer: Tokenizer
    session: Any

    @classmethod
    def load(cls, threads: int = 1) -> Model:
        folder = files("facta.model") / "data"
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        options = ort.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        session = ort.InferenceSession(str(folder / "reader.onnx"), options, providers=["CPUExecutionProvider"])
        return cls(
            labels={name: tuple(values) for name, values in manifest["labels"].items()},
            languages=tuple(manifest["languages"]),
            tokenizer=Tokenizer.from_file(str(folder / "tokenizer.json")),
            session=session,
        )
