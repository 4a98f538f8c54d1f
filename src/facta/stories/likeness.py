"""From profiles to how alike reports and groups of reports are: products of their rows, less for what is far in time.
Which are compared is left to `nearest`, which are joined to `linking`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from facta.codebook.thresholds import StoryThresholds
from facta.stories.profile import Keys, Profiles, Weights

Floats = NDArray[np.float32]
Days = tuple[int, int] | None  # first and last day, as ordinals; none when unknown


@dataclass(frozen=True, slots=True)
class Bundle:
    """What one report, or a group of reports together, is about: sums of features and vectors, and its days, which
    `dated` of its reports give."""

    size: int
    dated: int
    keys: Keys
    weights: Weights
    vector: Floats
    days: Days

    def with_(self, other: Bundle) -> Bundle:
        """Both together."""
        keys, places = np.unique(np.concatenate([self.keys, other.keys]), return_inverse=True)
        weights = np.bincount(places, np.concatenate([self.weights, other.weights]), len(keys))
        vector = self.vector + other.vector
        size, dated = self.size + other.size, self.dated + other.dated
        return Bundle(size, dated, keys, weights.astype(np.float32), vector, _together(self.days, other.days))


class Likeness:
    """The rows of all reports, and products of them."""

    def __init__(self, profiles: Profiles, limits: StoryThresholds) -> None:
        self.profiles = profiles
        self.limits = limits
        self.vectors = _centred([row.vector for row in profiles.rows]) * np.float32(np.sqrt(limits.weights.vectors))
        # Rare features weigh the more the more reports there are, and likeness grows with them.
        scale = np.log(len(profiles.rows) + limits.background) / np.log(limits.settled + limits.background)
        self.same_story = limits.same_story * min(1.0, float(scale))
        self.same_thread = limits.same_thread * min(1.0, float(scale))
        self._scratch = np.zeros(max(1, len(profiles.features)), np.float32)

    def bundle(self, report: int) -> Bundle:
        """One report as a bundle."""
        row = self.profiles.rows[report]
        days = (row.day.toordinal(),) * 2 if row.day else None
        return Bundle(1, int(days is not None), row.keys, row.weights, self.vectors[report], days)

    def means(self, one: Bundle, others: Sequence[Bundle]) -> list[float]:
        """The mean likeness of the reports of one bundle to those of each other one, less for what is far in time."""
        products = self.products(one, others)
        return [self.in_time(one, other) * mean for mean, other in zip(products, others, strict=True)]

    def products(self, one: Bundle, others: Sequence[Bundle]) -> list[float]:
        """The same whatever the time between them."""
        if not others:
            return []
        self._scratch[one.keys] = one.weights
        lengths = np.array([len(other.keys) for other in others])
        products = self._scratch[np.concatenate([o.keys for o in others])] * np.concatenate([o.weights for o in others])
        self._scratch[one.keys] = 0
        ends = np.concatenate([[0], np.cumsum(products, dtype=np.float64)])
        stops = np.cumsum(lengths)
        sums = ends[stops] - ends[stops - lengths]
        sums += np.array([other.vector for other in others]) @ one.vector
        return [float(total) / (one.size * other.size) for total, other in zip(sums, others, strict=True)]

    def in_time(self, one: Bundle, other: Bundle) -> float:
        """What the days between two groups leave of their likeness; reports without a day are near to all."""
        if one.days is None or other.days is None:
            return 1.0
        apart = max(0, one.days[0] - other.days[1], other.days[0] - one.days[1])
        if apart <= self.limits.days_apart:
            return 1.0
        left = 0.0 if apart > 3 * self.limits.days_apart else 0.5
        return 1 - (1 - left) * one.dated * other.dated / (one.size * other.size)


def _together(one: Days, other: Days) -> Days:
    if one is None or other is None:
        return one or other
    return min(one[0], other[0]), max(one[1], other[1])


def _centred(vectors: Sequence[Floats | None]) -> Floats:
    """Unit vectors of what sets each report apart from the average one; zeros where a report has no vector."""
    known = [vector for vector in vectors if vector is not None]
    if len(known) < 3:  # two reports differ from their mean in opposite directions, whatever they say
        return np.zeros((len(vectors), len(known[0]) if known else 1), np.float32)
    blank = np.zeros_like(known[0])
    rows = np.array([blank if vector is None else vector for vector in vectors], np.float32)
    there = np.array([vector is not None for vector in vectors])
    rows[there] -= rows[there].mean(axis=0)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, 1e-9), np.float32)
