"""From the full start model to the vectors that the reader's vectors are trained towards: one for each sentence.

    python -m training.teach --corpora CORPORA/train --work WORK

Writes WORK/teacher.npz: `keys` (sentences) and `vectors` [n, 384], of length 1. From the start model's mean vector of
a sentence the mean of its language is taken out: what is left tells what the sentence is about, and hardly in which
language (of 500 sentences the nearest in another language is the translation for 99.6-99.9%, without it for far fewer).
Translations of one sentence share one vector, their mean.
"""

from __future__ import annotations

import argparse
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from training import start
from training.batches import Encoder
from training.network import Network
from training.samples import Sample, labels_of, read
from training.treebanks import translations

Vectors = NDArray[np.float32]
_LAYERS = 12  # of the start model
_SHORTEST, _LONGEST = 4, 60  # words


def start_vectors(settings: dict[str, Any], encoder: Encoder, arrays: dict[str, Any], samples: list[Sample]) -> Vectors:
    """Mean vectors of samples by the full start model, [n, 384], of length 1."""
    labels = {task: [*index] for task, index in encoder.index.items()}
    whole = Network(settings["network"] | {"layers": _LAYERS}, labels)
    start.fill(whole, arrays)
    order = sorted(range(len(samples)), key=lambda i: len(samples[i].words))
    found = np.zeros((len(samples), settings["network"]["hidden"]), np.float32)
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for at in range(0, len(order), 64):
            chosen = order[at : at + 64]
            batch = encoder.batch([samples[i] for i in chosen])
            found[chosen] = whole.eval().mean(batch.ids, batch.mask).float().numpy()
    return unit(found)


def centred(vectors: Vectors, languages: list[str]) -> Vectors:
    """The vectors less the mean of their language, at length 1."""
    found = np.zeros_like(vectors)
    for language in sorted(set(languages)):
        own = np.array([i for i, code in enumerate(languages) if code == language])
        found[own] = unit(vectors[own] - vectors[own].mean(0))
    return found


def shared(vectors: Vectors, keys: list[str], groups: list[list[str]]) -> Vectors:
    """The vectors, those of one sentence's translations replaced by their mean."""
    places = defaultdict[str, list[int]](list)
    for i, key in enumerate(keys):
        places[key].append(i)
    found = vectors.copy()
    for group in groups:
        own = [i for key in group for i in places[key]]
        if own:
            found[own] = unit(vectors[own].mean(0, keepdims=True))
    return found


def unit(rows: Vectors) -> Vectors:
    """Rows at length 1."""
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), 1e-9), np.float32)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True, help="folder with ud (translated treebanks)")
    parser.add_argument("--work", type=Path, required=True, help="the folder that prepare wrote")
    parser.add_argument("--settings", type=Path, default=Path(__file__).with_name("settings.toml"))
    given = parser.parse_args()
    settings = tomllib.loads(given.settings.read_text(encoding="utf-8"))
    samples = read(given.work / "train.jsonl")
    encoder = Encoder(Tokenizer.from_file(str(given.work / "tokenizer.json")), labels_of(samples))
    fit = [s for s in samples if _SHORTEST <= len(s.words) <= _LONGEST]
    known = {s.key: s for s in fit[:: max(1, len(fit) // settings["data"]["teacher"])]}
    groups = translations(given.corpora / "ud")
    translated = {key for group in groups for key in group}
    known |= {s.key: s for s in fit if s.key in translated}
    keys, chosen = list(known), list(known.values())
    arrays = dict(np.load(given.work / "start.npz"))
    vectors = centred(start_vectors(settings, encoder, arrays, chosen), [s.language for s in chosen])
    np.savez(given.work / "teacher.npz", keys=np.array(keys), vectors=shared(vectors, keys, groups))
    print(f"{len(keys)} sentences, {len(groups)} with translations")


if __name__ == "__main__":
    main()
