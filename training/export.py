"""Writes a training run as the files that the wheel ships: reader.onnx, pieces.model, manifest.json.

python -m training.export --work WORK --run RUN --to FOLDER --version 2 --golden tests/model/golden.json
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

from training.batches import Encoder
from training.golden import write_golden
from training.network import OUTPUTS, Network
from training.quantise import quantise
from training.samples import read
from training.vocabulary import cut, sentencepiece

INPUTS = ("ids", "mask", "first", "words")
FEWEST = 5  # times that a relation stands in a language's trees, to be known there
PIECES_A_CALL = (
    1  # one sentence a call: in larger batches the last digits of vectors differ, and little speed is gained
)
SOURCES = [
    "multilingual-e5-small (MIT)",
    "UD English-EWT with PropBank roles (CC BY-SA 4.0)",
    "Universal Dependencies treebanks of es, ru, uk, fr, de, ar and PUD (each under its own open licence)",
    "Universal NER hr, sr, sk, pt, da, en, de (CC BY-SA 4.0)",
    "WNUT 2017 (CC BY 4.0), Wikigold (CC BY 4.0), factRuEval 2016 (MIT)",
    "UDS-IH2 factuality (MIT)",
]


def load(run: Path, settings: dict[str, Any], kept: list[int]) -> tuple[Network, dict[str, list[str]]]:
    """The trained network with the cut vocabulary, and its labels."""
    labels = json.loads((run / "labels.json").read_text(encoding="utf-8"))
    state = torch.load(run / "checkpoint.pt", map_location="cpu")["network"]
    state["embed.weight"] = state["embed.weight"][torch.tensor(kept)]
    network = Network(settings["network"], labels, pieces=len(kept))
    network.load_state_dict(state)
    return network.eval(), labels


def spread(network: Network, encoder: Encoder, work: Path, count: int) -> None:
    """Takes the mean of many sentences out of the vectors: otherwise all point nearly the same way."""
    samples = [s for s in read(work / "train.jsonl") if s.heads and 6 <= len(s.words) <= 45]
    total = torch.zeros(network.vector.weight.size(0))
    chosen = samples[:: max(1, len(samples) // count)]
    with torch.no_grad():
        for at in range(0, len(chosen), 32):
            batch = encoder.batch(chosen[at : at + 32])
            _, vectors = network.encode(batch.ids, batch.mask, batch.first, unit=False)
            total += vectors.sum(0)
        network.vector.bias -= total / len(chosen)


def write_full(network: Network, path: Path) -> None:
    """Exports in full precision, with free sizes of batch, pieces and words."""
    ids = torch.randint(4, 1000, (2, 9))
    first, ones = torch.tensor([[1, 3, 4, 6], [1, 2, 5, 7]]), torch.ones(2, 4, dtype=torch.long)
    axes = {"ids": {0: "b", 1: "t"}, "mask": {0: "b", 1: "t"}, "first": {0: "b", 1: "w"}, "words": {0: "b", 1: "w"}}
    axes |= {name: {0: "b", 1: "w"} for name in OUTPUTS}
    axes |= {"arc": {0: "b", 1: "w", 2: "h"}, "role": {0: "b", 1: "w", 2: "a"}, "vector": {0: "b"}}
    torch.onnx.export(
        network, (ids, torch.ones_like(ids), first, ones), str(path), input_names=[*INPUTS], output_names=[*OUTPUTS],
        dynamic_axes=axes, opset_version=20, dynamo=False,
    )  # fmt: skip


def relations(work: Path, languages: list[str]) -> dict[str, list[str]]:
    """The relations that each trained language's trees have, without those of a few sentences."""
    counts = {language: Counter[str]() for language in languages}
    for sample in read(work / "train.jsonl"):
        if sample.language in counts:
            counts[sample.language].update(sample.relations or [])
    return {code: sorted(name for name, n in found.items() if n >= FEWEST) for code, found in counts.items()}


def manifest(
    folder: Path, labels: dict[str, list[str]], settings: dict[str, Any], pieces: int, version: str
) -> dict[str, Any]:
    """What the reader must know of the files, and what people must know of the model."""
    files = {}
    for name in ("reader.onnx", "pieces.model"):
        content = (folder / name).read_bytes()
        files[name] = {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
    return {
        "name": "facta-reader", "version": version, "licence": "MIT", "files": files, "inputs": [*INPUTS],
        "outputs": [*OUTPUTS], "languages": settings["languages"], "layers": settings["network"]["layers"],
        "vocabulary": pieces, "pieces_a_call": PIECES_A_CALL, "labels": labels, "sources": SOURCES,
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True, help="the folder that prepare wrote")
    parser.add_argument("--run", type=Path, required=True, help="the folder of the training run")
    parser.add_argument("--to", type=Path, required=True, help="folder for the three files")
    parser.add_argument("--version", required=True, help="the model's version, for the manifest")
    parser.add_argument("--golden", type=Path, help="file for the outputs that tests compare with")
    parser.add_argument("--settings", type=Path, default=Path(__file__).with_name("settings.toml"))
    given = parser.parse_args()
    settings = tomllib.loads(given.settings.read_text(encoding="utf-8"))
    tokenizer = json.loads((given.work / "tokenizer.json").read_text(encoding="utf-8"))
    kept = cut(tokenizer)
    network, labels = load(given.run, settings, kept)
    given.to.mkdir(parents=True, exist_ok=True)
    (given.to / "pieces.model").write_bytes(sentencepiece(tokenizer))
    encoder = Encoder(Tokenizer.from_str(json.dumps(tokenizer)), labels)
    spread(network, encoder, given.work, settings["data"]["spread"])
    if given.golden:
        write_golden(network, encoder, given.golden)
    with tempfile.TemporaryDirectory() as folder:
        write_full(network, Path(folder) / "full.onnx")
        quantise(Path(folder) / "full.onnx", given.to / "reader.onnx")
    written = manifest(given.to, labels, settings, len(kept), given.version)
    written["relations"] = relations(given.work, settings["languages"])
    (given.to / "manifest.json").write_text(json.dumps(written, indent=1, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
