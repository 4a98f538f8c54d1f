"""What the network gives in full precision for a few sentences, as JSON that tests hold the exported model against."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import torch

from training.batches import Encoder
from training.network import Network
from training.samples import Sample

SENTENCES = Path(__file__).with_suffix(".toml")


def write_golden(network: Network, encoder: Encoder, path: Path) -> None:
    """One object a sentence: words, and for each output the best labels or the rounded numbers."""
    rows = []
    for line in tomllib.loads(SENTENCES.read_text(encoding="utf-8"))["sentences"]:
        words = line.split(" ")
        batch = encoder.batch([Sample("", words)])
        with torch.no_grad():
            upos, arc, deprel, ner, pred, role, fact, vector = network(batch.ids, batch.mask, batch.first, batch.words)
        best = {"upos": upos, "arc": arc, "deprel": deprel, "ner": ner, "pred": pred}
        row = {name: scores[0].argmax(-1).tolist() for name, scores in best.items()}
        numbers = {"fact": fact[0], "vector": vector[0]}
        row |= {name: [round(float(x), 4) for x in values] for name, values in numbers.items()}
        rows.append({"words": words, "role": role[0].tolist(), **row})
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    path.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
