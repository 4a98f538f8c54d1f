"""From samples to tensors: word pieces, batches of like length, and the targets of every task."""

from __future__ import annotations

import random
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor

from training.samples import Sample
from training.tree_roles import SURELY_NO_PREDICATE

IGNORE = -100
MOST_PIECES = 12  # of one word, as in the reader
_MOST_IN_SENTENCE = 250
_UNKNOWN = 3


@dataclass(slots=True)
class Batch:
    """Inputs and targets of some sentences, [b, t] and [b, w]; targets a sentence does not have are IGNORE or NaN."""

    samples: list[Sample]
    ids: Tensor
    mask: Tensor
    first: Tensor
    words: Tensor
    heads: Tensor
    relations: Tensor
    upos: Tensor
    names: Tensor
    preds: Tensor
    facts: Tensor


class Encoder:
    """Word pieces of words, each word on its own, as the shipped reader takes them."""

    def __init__(self, tokenizer: Tokenizer, labels: dict[str, list[str]]) -> None:
        self.tokenizer = tokenizer
        self.pieces: dict[str, list[int]] = {}
        self.index = {task: {label: i for i, label in enumerate(values)} for task, values in labels.items()}

    def encode(self, words: list[str]) -> tuple[list[int], list[int]]:
        """Piece ids of a sentence, and the place of each word's first piece among them."""
        ids, first = [0], list[int]()
        for word in words:
            if word not in self.pieces:
                self.pieces[word] = self.tokenizer.encode(word, add_special_tokens=False).ids[:MOST_PIECES] or [
                    _UNKNOWN
                ]
            first.append(len(ids))
            ids += self.pieces[word]
        return [*ids, 2], first

    def batch(self, samples: list[Sample]) -> Batch:
        """The samples padded to one length."""
        encoded = [self.encode(sample.words) for sample in samples]
        b, t, w = len(samples), max(len(ids) for ids, _ in encoded), max(len(s.words) for s in samples)
        ids, mask = torch.ones(b, t, dtype=torch.long), torch.zeros(b, t, dtype=torch.long)
        first, words = torch.zeros(b, w, dtype=torch.long), torch.zeros(b, w, dtype=torch.long)
        heads, relations, upos, names, preds = (torch.full((b, w), IGNORE) for _ in range(5))
        facts = torch.full((b, w), float("nan"))
        batch = Batch(samples, ids, mask, first, words, heads, relations, upos, names, preds, facts)
        for i, (sample, (own, places)) in enumerate(zip(samples, encoded, strict=True)):
            n = len(sample.words)
            ids[i, : len(own)], mask[i, : len(own)] = torch.tensor(own), 1
            first[i, :n], words[i, :n] = torch.tensor(places), 1
            self._targets(batch, i, sample)
        return batch

    def _targets(self, batch: Batch, i: int, sample: Sample) -> None:
        n = len(sample.words)
        if sample.heads is not None:
            relations, upos = sample.relations or [], sample.upos or []
            batch.heads[i, :n] = torch.tensor(sample.heads)
            batch.relations[i, :n] = torch.tensor([self.index["deprel"].get(r, 0) for r in relations])
            batch.upos[i, :n] = torch.tensor([self.index["upos"].get(u, len(self.index["upos"]) - 1) for u in upos])
        if sample.names is not None:
            batch.names[i, :n] = torch.tensor([self.index["ner"].get(tag, IGNORE) for tag in sample.names])
        if sample.preds is not None:
            batch.preds[i, :n] = torch.tensor(_predicates(sample))
        for j, value in (sample.facts or {}).items():
            if j < n:
                batch.facts[i, j] = value


def _predicates(sample: Sample) -> list[int]:
    """1 for predicates, 0 for other words, IGNORE where a tree alone does not tell."""
    if sample.partial:
        known = {"VERB": 1} | dict.fromkeys(SURELY_NO_PREDICATE, 0)
        return [known.get(upos, IGNORE) for upos in sample.upos or []]
    places = {place for place, _ in sample.preds or []}
    return [int(i in places) for i in range(len(sample.words))]


def grouped(encoder: Encoder, samples: list[Sample], pieces: int, longest: int) -> list[list[Sample]]:
    """Sentences of like length together, up to `pieces` word pieces with padding; overlong sentences are left out."""
    sized = sorted((len(encoder.encode(s.words)[0]), i) for i, s in enumerate(samples) if len(s.words) <= longest)
    groups: list[list[Sample]] = [[]]
    for size, i in sized:
        if size > _MOST_IN_SENTENCE:
            continue
        if groups[-1] and size * (len(groups[-1]) + 1) > pieces:
            groups.append([])
        groups[-1].append(samples[i])
    return [group for group in groups if group]


def shuffled(
    encoder: Encoder, samples: list[Sample], pieces: int, longest: int, draw: random.Random
) -> list[list[Sample]]:
    """Groups in random order, with sentences of the same length mixed anew each epoch."""
    mixed = list(samples)
    draw.shuffle(mixed)
    groups = grouped(encoder, mixed, pieces, longest)
    draw.shuffle(groups)
    return groups
