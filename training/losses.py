"""From a batch and the network's word vectors to the loss of each task that the batch has targets for."""

from __future__ import annotations

import random

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor

from training.batches import IGNORE, Batch
from training.network import Network


def losses(
    network: Network, batch: Batch, words: Tensor, roles: dict[str, int], most: int, draw: random.Random
) -> dict[str, Tensor]:
    """Loss by task; roles are those of `most` predicates at most."""
    found: dict[str, Tensor] = {}
    known = batch.heads != IGNORE
    if known.any():
        found["arc"] = F.cross_entropy(network.arcs(words, batch.words)[known].float(), batch.heads[known])
        scores = network.relations(words, batch.heads.clamp(min=0))
        found["relation"] = F.cross_entropy(scores[known].float(), batch.relations[known])
        found["upos"] = F.cross_entropy(network.upos(words)[known].float(), batch.upos[known])
    if (batch.preds != IGNORE).any():
        found["predicate"] = _tags(network.pred(words), batch.preds)
        targets = _role_targets(batch, roles, most, draw)
        if targets:
            rows, predicates, gold = targets
            scores = network.roles(words, rows, predicates).float()
            found["role"] = F.cross_entropy(scores, gold, ignore_index=IGNORE)
    if (batch.names != IGNORE).any():
        found["name"] = _tags(network.name(words), batch.names)
    rated = ~batch.facts.isnan()
    if rated.any():
        found["fact"] = F.smooth_l1_loss(network.fact(words)[..., 0].float()[rated], batch.facts[rated])
    return found


def _tags(scores: Tensor, gold: Tensor) -> Tensor:
    return F.cross_entropy(scores.flatten(0, 1).float(), gold.flatten(), ignore_index=IGNORE)


def _role_targets(
    batch: Batch, roles: dict[str, int], most: int, draw: random.Random
) -> tuple[Tensor, Tensor, Tensor] | None:
    """Sentence and word of each drawn predicate [k], and the role of every word for it [k, w]."""
    pairs = [(i, p, arguments) for i, s in enumerate(batch.samples) for p, arguments in s.preds or []]
    if not pairs:
        return None
    pairs = draw.sample(pairs, most) if len(pairs) > most else pairs
    gold = torch.full((len(pairs), batch.words.size(1)), IGNORE)
    for k, (i, _, arguments) in enumerate(pairs):
        if not batch.samples[i].partial:
            gold[k, : len(batch.samples[i].words)] = 0
        for j, role in arguments:
            gold[k, j] = roles.get(role, IGNORE)
    return torch.tensor([p[0] for p in pairs]), torch.tensor([p[1] for p in pairs]), gold
