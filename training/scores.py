"""Dev scores of a network on samples: parse, predicates and roles, names, factuality; percent, and Pearson r."""

from __future__ import annotations

from collections import Counter

import torch
from torch import Tensor

from training.batches import Batch, Encoder, grouped
from training.counts import Facts, compare, spans, table
from training.network import Network
from training.samples import NAMES, Sample

_PIECES, _LONGEST = 6000, 400  # of a batch when scoring


def score(network: Network, encoder: Encoder, labels: dict[str, list[str]], samples: list[Sample]) -> dict[str, float]:
    """Scores by measure; only of the tasks that the samples have."""
    counts, facts = Counter[str](), Facts()
    network.eval()
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for group in grouped(encoder, samples, _PIECES, _LONGEST):
            batch = encoder.batch(group)
            words, _ = network.encode(batch.ids, batch.mask, batch.first)
            _parse(counts, network, batch, words)
            _names(counts, network, batch, words)
            _roles(counts, network, batch, words, labels["role"])
            strengths = network.fact(words)[..., 0].float()
            for i, sample in enumerate(group):
                rated = (sample.facts or {}).items()
                facts += [(value, float(strengths[i, j])) for j, value in rated if j < len(sample.words)]
    network.train()
    return table(counts, facts)


def _parse(counts: Counter[str], network: Network, batch: Batch, words: Tensor) -> None:
    known = batch.heads >= 0
    heads = network.arcs(words, batch.words).argmax(-1)
    relations = network.relations(words, heads).argmax(-1)
    right = (heads == batch.heads) & known
    counts["words"] += int(known.sum())
    counts["uas"] += int(right.sum())
    counts["las"] += int((right & (relations == batch.relations)).sum())
    counts["upos"] += int(((network.upos(words).argmax(-1) == batch.upos) & known).sum())


def _names(counts: Counter[str], network: Network, batch: Batch, words: Tensor) -> None:
    tags = network.name(words).argmax(-1)
    for i, sample in enumerate(batch.samples):
        if sample.names is not None:
            found = spans([NAMES[tag] for tag in tags[i, : len(sample.words)].tolist()])
            compare(counts, "names", spans(sample.names), found)


def _roles(counts: Counter[str], network: Network, batch: Batch, words: Tensor, roles: list[str]) -> None:
    predicates = network.pred(words).argmax(-1)
    for i, sample in enumerate(batch.samples):
        if sample.preds is None or sample.partial:
            continue
        order = predicates[i, : len(sample.words)].nonzero()[:, 0].tolist()
        found = set[tuple[int, int, str]]()
        if order:
            best = network.roles(words, torch.full((len(order),), i), torch.tensor(order)).argmax(1)
            cells = [(k, j, int(best[k, j])) for k in range(len(order)) for j in range(len(sample.words))]
            found = {(order[k], j, roles[role]) for k, j, role in cells if role}
        compare(counts, "predicates", {p for p, _ in sample.preds}, set(order))
        compare(counts, "roles", {(p, j, role) for p, arguments in sample.preds for j, role in arguments}, found)
