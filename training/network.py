"""The reader as a PyTorch module: an e5-small encoder cut to its lower layers, and one small head for each task.

In: word pieces `ids` and `mask` [b, t], `first` [b, w] position of each word's first piece, `words` [b, w].
Out, in the order of `OUTPUTS`: upos [b, w, 17], arc [b, w, w+1], deprel [b, w, r] for the best-scored head,
ner [b, w, 7], pred [b, w, 2], role [b, w, w] label of word j as an argument of word i, fact [b, w], vector [b, 384].
"""

from __future__ import annotations

import math
from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812 (the name that PyTorch's own documentation uses)
from torch import Tensor, nn

OUTPUTS = ("upos", "arc", "deprel", "ner", "pred", "role", "fact", "vector")
PIECES, POSITIONS = 250_037, 512  # of multilingual-e5-small
_FAR = -1e9  # stands for minus infinity in masks


class Layer(nn.Module):
    """One BERT encoder layer."""

    def __init__(self, hidden: int, heads: int, inner: int) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.out = (nn.Linear(hidden, hidden) for _ in range(4))
        self.norm = nn.LayerNorm(hidden, eps=1e-12)
        self.up, self.down = nn.Linear(hidden, inner), nn.Linear(inner, hidden)
        self.norm_out = nn.LayerNorm(hidden, eps=1e-12)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        q, k, v = self._split(self.query(x)), self._split(self.key(x)), self._split(self.value(x))
        weights = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(q.size(-1)) + bias, -1)
        mixed = (weights @ v).transpose(1, 2).reshape(x.shape)
        x = self.norm(self.out(mixed) + x)
        return self.norm_out(self.down(F.gelu(self.up(x))) + x)

    def _split(self, x: Tensor) -> Tensor:
        return x.view(x.size(0), x.size(1), self.heads, -1).transpose(1, 2)


class Biaffine(nn.Module):
    """Scores of pairs: `outputs` numbers for each pair of rows of two matrices."""

    def __init__(self, size: int, outputs: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(outputs, size + 1, size + 1) * 0.01)

    def forward(self, a: Tensor, b: Tensor) -> Tensor:
        """[b, outputs, x, y] for all rows x of `a` and y of `b`."""
        return self._left(a).transpose(1, 2) @ _with_one(b).transpose(1, 2).unsqueeze(1)

    def paired(self, a: Tensor, b: Tensor) -> Tensor:
        """[b, x, outputs] for row x of `a` with row x of `b` only."""
        return (self._left(a) * _with_one(b).unsqueeze(2)).sum(-1)

    def _left(self, a: Tensor) -> Tensor:
        """[b, x, outputs, size + 1]: as one matrix product, which is several times faster than a general sum."""
        outputs, rows, columns = self.weight.shape
        flat = _with_one(a) @ self.weight.permute(1, 0, 2).reshape(rows, outputs * columns)
        return flat.view(a.size(0), a.size(1), outputs, columns)


def _with_one(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


class Network(nn.Module):
    """Encoder and heads. `sizes` is the table [network] of the settings, `labels` gives the labels of each task."""

    def __init__(self, sizes: dict[str, Any], labels: dict[str, list[str]], pieces: int = PIECES) -> None:
        super().__init__()
        hidden = sizes["hidden"]
        self.embed = nn.Embedding(pieces, hidden, padding_idx=1)
        self.position = nn.Embedding(POSITIONS, hidden)
        self.kind = nn.Parameter(torch.zeros(hidden))
        self.norm = nn.LayerNorm(hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(hidden, sizes["heads"], sizes["inner"]) for _ in range(sizes["layers"]))
        self.drop = nn.Dropout(sizes["word_dropout"])
        self.root = nn.Parameter(torch.zeros(hidden))
        self.arc_word, self.arc_head = nn.Linear(hidden, sizes["arc"]), nn.Linear(hidden, sizes["arc"])
        self.rel_word, self.rel_head = nn.Linear(hidden, sizes["relation"]), nn.Linear(hidden, sizes["relation"])
        self.role_pred, self.role_word = nn.Linear(hidden, sizes["role"]), nn.Linear(hidden, sizes["role"])
        self.arc, self.relation = Biaffine(sizes["arc"], 1), Biaffine(sizes["relation"], len(labels["deprel"]))
        self.role = Biaffine(sizes["role"], len(labels["role"]))
        self.upos, self.name = nn.Linear(hidden, len(labels["upos"])), nn.Linear(hidden, len(labels["ner"]))
        self.pred, self.fact = nn.Linear(hidden, 2), nn.Linear(hidden, 1)
        self.levels = sorted({0, sizes["layers"] // 2, sizes["layers"]})  # whose pieces make the vector
        self.weight = nn.ModuleList(nn.Linear(hidden, 1) for _ in self.levels)
        self.vector = nn.Linear(hidden * len(self.levels), hidden)
        self.embed.weight.requires_grad = False

    def encode(self, ids: Tensor, mask: Tensor, first: Tensor, unit: bool = True) -> tuple[Tensor, Tensor]:
        """Word vectors [b, w, h], and the vector of each sentence [b, h], of length 1 if `unit`."""
        outputs = self._outputs(ids, mask)
        x = outputs[-1]
        words = torch.gather(x, 1, first.unsqueeze(-1).expand(-1, -1, x.size(-1)))
        away = (1.0 - mask.unsqueeze(-1).float()) * _FAR
        pooled = [
            (torch.softmax(w(outputs[k]) + away, 1) * outputs[k]).sum(1)
            for w, k in zip(self.weight, self.levels, strict=True)
        ]
        vector = self.vector(torch.cat(pooled, -1))
        return self.drop(words), F.normalize(vector, dim=-1) if unit else vector

    def mean(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Mean of each sentence's pieces in the last layer [b, h]."""
        share = mask.unsqueeze(-1).float()
        return (self._outputs(ids, mask)[-1] * share).sum(1) / share.sum(1)

    def _outputs(self, ids: Tensor, mask: Tensor) -> list[Tensor]:
        """What goes into the first layer, and what comes out of each, [b, t, h]."""
        found = [self.norm(self.embed(ids) + self.position(torch.arange(ids.size(1))) + self.kind)]
        bias = (1.0 - mask[:, None, None, :].float()) * _FAR
        for layer in self.layers:
            found.append(layer(found[-1], bias))
        return found

    def arcs(self, words: Tensor, present: Tensor) -> Tensor:
        """Scores of heads [b, w, w+1]; column 0 is the root."""
        scores = self.arc(F.gelu(self.arc_word(words)), F.gelu(self.arc_head(self._with_root(words))))[:, 0]
        there = torch.cat([torch.ones_like(present[:, :1]), present], 1)
        return scores + _FAR * (1 - there[:, None, :].float())

    def relations(self, words: Tensor, heads: Tensor) -> Tensor:
        """Scores of relations [b, w, r] to the given heads (0 = root)."""
        above = F.gelu(self.rel_head(self._with_root(words)))
        chosen = torch.gather(above, 1, heads.unsqueeze(-1).expand(-1, -1, above.size(-1)))
        return self.relation.paired(F.gelu(self.rel_word(words)), chosen)

    def roles(self, words: Tensor, batch: Tensor, predicates: Tensor) -> Tensor:
        """Role scores [k, roles, w] of all words for predicate k in sentence `batch[k]`."""
        predicate = F.gelu(self.role_pred(words[batch, predicates])).unsqueeze(1)
        return self.role(predicate, F.gelu(self.role_word(words[batch])))[:, :, 0]

    def forward(self, ids: Tensor, mask: Tensor, first: Tensor, words: Tensor) -> tuple[Tensor, ...]:
        """What the exported model gives, in the order of `OUTPUTS`."""
        w, vector = self.encode(ids, mask, first)
        arc = self.arcs(w, words)
        role = self.role(F.gelu(self.role_pred(w)), F.gelu(self.role_word(w))).argmax(1)
        fact = self.fact(w)[..., 0]
        return self.upos(w), arc, self.relations(w, arc.argmax(-1)), self.name(w), self.pred(w), role, fact, vector

    def _with_root(self, words: Tensor) -> Tensor:
        return torch.cat([self.root.expand(words.size(0), 1, -1), words], 1)
