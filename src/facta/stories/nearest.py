"""From the rows of all reports to each report's nearest ones, without comparing every pair: those that share its rarest
features, near in time, and those whose vectors lie nearest."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from facta.stories.likeness import Floats, Likeness

Numbers = NDArray[np.int64]
_EXACT = 3_000  # reports up to which all vectors are compared; an index pays off above
_DIMENSIONS = 64  # of vectors in the index: the directions in which reports differ most
_BLOCK = 1_000


def nearest(likeness: Likeness) -> Iterator[list[tuple[int, float]]]:
    """For each report in turn the reports most like it, with their likeness, by number."""
    limits = likeness.limits
    sharing = Sharing(likeness)
    beside = _by_vector(likeness.vectors, limits.neighbours // 2)
    for report in range(len(likeness.profiles.rows)):
        found = np.union1d(sharing.of(report), beside[report])
        others = [int(other) for other in found if other != report and other >= 0]
        means = likeness.means(likeness.bundle(report), [likeness.bundle(other) for other in others])
        ranked = sorted(zip(others, means, strict=True), key=lambda pair: (-pair[1], pair[0]))
        yield [(other, mean) for other, mean in ranked[: limits.neighbours] if mean > 0]


class Sharing:
    """Which reports have a feature, in order of time: who shares a report's rarest features with it."""

    def __init__(self, likeness: Likeness) -> None:
        rows = likeness.profiles.rows
        self.limits = likeness.limits
        self.rows = rows
        self.frequency = likeness.profiles.frequency
        days = [row.day.toordinal() if row.day else 0 for row in rows]
        self.by_day = np.argsort(np.array(days), kind="stable")
        self.place = np.empty(len(rows), np.int64)
        self.place[self.by_day] = np.arange(len(rows))
        holders = np.repeat(self.place, [len(row.keys) for row in rows]).astype(np.int32)
        keys = np.concatenate([row.keys for row in rows]) if rows else np.zeros(0, np.int32)
        order = np.lexsort((holders, keys))
        self.holders = holders[order]
        self.starts = np.concatenate([[0], np.cumsum(self.frequency)])

    def of(self, report: int) -> Numbers:
        """The reports that share most of the report's telling features, by weight."""
        row = self.rows[report]
        shared = np.flatnonzero(self.frequency[row.keys] > 1)
        telling = shared[np.argsort(-row.weights[shared], kind="stable")[: self.limits.telling]]
        if not len(telling):
            return np.zeros(0, np.int64)
        parts = [self._near(int(row.keys[i]), int(self.place[report])) for i in telling]
        weights = np.repeat(row.weights[telling] ** 2, [len(part) for part in parts])
        places, where = np.unique(np.concatenate(parts), return_inverse=True)
        scores = np.bincount(where, weights)
        best = np.argsort(-scores, kind="stable")[: self.limits.neighbours + 1]
        return np.asarray(self.by_day[places[best]], np.int64)

    def _near(self, key: int, place: int) -> NDArray[np.int32]:
        """Reports with the feature; of very many, those nearest in time."""
        held = self.holders[self.starts[key] : self.starts[key + 1]]
        most = self.limits.sharing
        if len(held) <= most:
            return held
        middle = int(np.searchsorted(held, place))
        first = min(max(0, middle - most // 2), len(held) - most)
        return held[first : first + most]


def _by_vector(vectors: Floats, count: int) -> Numbers:
    """For each row the numbers of the rows nearest by their product, itself perhaps among them; -1 where none are."""
    if not vectors.any() or count < 1:
        return np.full((len(vectors), 1), -1)
    count = min(count + 1, len(vectors))
    if len(vectors) > _EXACT:
        return _indexed(_reduced(vectors), count)
    found = [np.argsort(-(vectors[i : i + _BLOCK] @ vectors.T), axis=1, kind="stable")[:, :count]
             for i in range(0, len(vectors), _BLOCK)]  # fmt: skip
    return np.concatenate(found)


def _reduced(vectors: Floats) -> Floats:
    """The rows in the directions in which they differ most."""
    _, directions = np.linalg.eigh(vectors.T @ vectors)
    return np.ascontiguousarray(vectors @ directions[:, -_DIMENSIONS:], np.float32)


def _indexed(vectors: Floats, count: int) -> Numbers:
    """The same through an index: nearly always the nearest, in nearly linear time. One thread, so that every run
    builds the same index."""
    from usearch.index import Index

    index = Index(ndim=vectors.shape[1], metric="ip", dtype="f32", connectivity=12, expansion_add=32)
    index.add(np.arange(len(vectors), dtype=np.uint64), vectors, threads=1)
    return np.asarray(index.search(vectors, count, threads=1).keys, np.int64).reshape(len(vectors), -1)
