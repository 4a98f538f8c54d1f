"""From a sentence's words to model inputs: long sentences in overlapping windows, windows of one length in batches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

MOST_WORDS = 110  # the longest sentences of training; longer ones are read in windows
MOST_PIECES = 400  # the model has positions for 510
OVERLAP = 24  # words that a window shares with the one before it

START, PAD, END = 0, 1, 2
Pieces = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """Words `first` up to `last` of sentence number `sentence`; it decides about `own_first` up to `own_last`."""

    sentence: int
    first: int
    last: int
    own_first: int
    own_last: int
    pieces: tuple[Pieces, ...]

    @property
    def size(self) -> int:
        """Number of pieces, start and end included."""
        return sum(map(len, self.pieces)) + 2


def windows(sentence: int, pieces: Sequence[Pieces]) -> list[Window]:
    """The windows of one sentence: one, unless it is too long for a single call. Each word is owned by one of them."""
    spans = list(_spans(pieces))
    cuts = [0, *((a[1] + b[0]) // 2 for a, b in pairwise(spans)), len(pieces)]
    return [
        Window(sentence, first, last, cuts[k], cuts[k + 1], tuple(pieces[first:last]))
        for k, (first, last) in enumerate(spans)
    ]


def _spans(pieces: Sequence[Pieces]) -> Iterator[tuple[int, int]]:
    first = 0
    while True:
        last, size = first, 0
        while last < len(pieces) and last - first < MOST_WORDS and size + len(pieces[last]) <= MOST_PIECES:
            size += len(pieces[last])
            last += 1
        yield first, last
        if last >= len(pieces):
            return
        first = max(last - OVERLAP, first + 1)


def batches(waiting: Sequence[Window], most_pieces: int) -> Iterator[list[Window]]:
    """Windows of the same size together, no batch above `most_pieces` unless one window alone is.

    Nothing is padded: with padding the last digits of a sum, and so now and then a choice, vary with the company."""
    batch: list[Window] = []
    for window in sorted(waiting, key=lambda w: (w.size, w.sentence, w.first)):
        if batch and (window.size != batch[0].size or window.size * (len(batch) + 1) > most_pieces):
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch


def inputs(batch: Sequence[Window]) -> dict[str, NDArray[np.int64]]:
    """The arrays that the model takes, padded to the longest window of the batch."""
    height, width = len(batch), max(w.size for w in batch)
    words = max(len(w.pieces) for w in batch)
    ids = np.full((height, width), PAD, np.int64)
    mask = np.zeros((height, width), np.int64)
    first = np.zeros((height, words), np.int64)
    present = np.zeros((height, words), np.int64)
    for row, window in enumerate(batch):
        flat = [START]
        for k, pieces in enumerate(window.pieces):
            first[row, k] = len(flat)
            flat.extend(pieces)
        flat.append(END)
        ids[row, : len(flat)] = flat
        mask[row, : len(flat)] = 1
        present[row, : len(window.pieces)] = 1
    return {"ids": ids, "mask": mask, "first": first, "words": present}
