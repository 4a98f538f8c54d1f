"""From trees and a model's guesses to names: the tree says where a name begins and ends, all guesses together its kind.

A name is a run of proper nouns that the tree joins; the guesses over one spelling, in all sentences, are counted
together. What neither tells stays unknown (`?`), and is neither learned nor unlearned.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from training.counts import spans
from training.samples import NAMES, UNKNOWN_NAME, Sample

Chances = NDArray[np.float64]  # of no name, person, organisation, place, [4]
KINDS = ("O", "PER", "ORG", "LOC")
_JOINING = ("flat", "compound", "goeswith", "fixed")
_SURE_OF_NONE, _SURE_OF_KIND, _OWN = 0.75, 0.55, 0.5


def chances(scores: NDArray[np.float32]) -> NDArray[np.float64]:
    """Chances of the four kinds for each word [w, 4] from scores of tags [w, 7]."""
    powers = np.exp(scores.astype(np.float64) - scores.max(-1, keepdims=True))
    powers /= powers.sum(-1, keepdims=True)
    kinds = [[i for i, tag in enumerate(NAMES) if tag.partition("-")[2] == kind or tag == kind] for kind in KINDS]
    return np.stack([powers[:, own].sum(-1) for own in kinds], -1)


def guessed(scores: NDArray[np.float32]) -> set[tuple[int, int, str]]:
    """Names as the model alone sees them."""
    return spans([NAMES[k] for k in scores.argmax(-1)])


def candidates(sample: Sample, model: set[tuple[int, int, str]]) -> Iterator[tuple[int, int]]:
    """First and last + 1 of each name: runs of proper nouns, widened or cut to what the model sees there."""
    for first, last in _runs(sample):
        over = [(a, b, kind) for a, b, kind in model if a < last and first < b]
        if len(over) == 1:
            a, b, kind = over[0]
            title = kind == "PER" and b == last and a > first
            if title or (a <= first and last <= b):
                first, last = a, b
        yield first, last


def _runs(sample: Sample) -> Iterator[tuple[int, int]]:
    upos, first = sample.upos or [], 0
    while first < len(upos):
        last = first + 1
        if upos[first] == "PROPN":
            while last < len(upos) and (step := _step(sample, first, last)):
                last += step
            yield first, last
        first = last


def _step(sample: Sample, first: int, at: int) -> int:
    """How many words further a name that begins at `first` goes on: 1 for a joined proper noun, 2 over a hyphen."""
    upos = sample.upos or []
    if upos[at] == "PROPN" and _tied(sample, first, at):
        return 1
    hyphen = sample.words[at] in ("-", "–") and at + 1 < len(upos) and upos[at + 1] == "PROPN"
    return 2 if hyphen and _tied(sample, first, at + 1) else 0


def _tied(sample: Sample, first: int, at: int) -> bool:
    """Whether word `at` and one of the words from `first` on hang together within one name."""
    heads, relations = sample.heads or [], sample.relations or []
    inside = range(first, at)
    down = heads[at] - 1 in inside and relations[at].partition(":")[0] in _JOINING
    up = any(heads[k] - 1 >= at and relations[k].partition(":")[0] in _JOINING for k in inside)
    return down or up


class Votes:
    """What all sentences say of one spelling."""

    def __init__(self) -> None:
        self.sums: dict[str, Chances] = defaultdict(lambda: np.zeros(4))

    def add(self, spelling: str, found: Chances) -> None:
        self.sums[spelling] += found

    def settled(self, spelling: str, own: Chances) -> Chances:
        """The chances at one place, half from there and half from all places."""
        every = self.sums[spelling]
        return _OWN * own + (1 - _OWN) * every / max(every.sum(), 1e-9)


def tags(
    sample: Sample,
    places: Sequence[tuple[int, int]],
    own: Sequence[Chances],
    votes: Votes,
    model: set[tuple[int, int, str]],
) -> list[str]:
    """BIO tags of a sentence; unknown where no kind is sure, and where the model alone sees a name."""
    alone = {i for first, last, _ in model for i in range(first, last)}
    found = [UNKNOWN_NAME if i in alone else "O" for i in range(len(sample.words))]
    for (first, last), chance in zip(places, own, strict=True):
        settled = votes.settled(" ".join(sample.words[first:last]), chance)
        best = int(settled[1:].argmax()) + 1
        sure, none = settled[best] >= _SURE_OF_KIND, settled[0] >= _SURE_OF_NONE
        for i in range(first, last):
            named = f"{'B' if i == first else 'I'}-{KINDS[best]}"
            found[i] = named if sure else "O" if none else UNKNOWN_NAME
    return found
