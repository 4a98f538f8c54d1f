"""From likeness to groups of reports: the two likeliest groups are joined until no two are alike enough on average.
What people decided stands over likeness: what they parted never meets, and what they joined is one in the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from heapq import heapify, heappop, heappush

from facta.stories.likeness import Bundle, Likeness

Pair = tuple[int, int]
Near = Mapping[int, Iterable[tuple[int, float]]]  # the reports most like each report


class Linking:
    """Groups of reports, named by their lowest number, while they grow."""

    def __init__(
        self, likeness: Likeness, members: Iterable[int], near: Near, joined: Iterable[Pair], parted: Iterable[Pair]
    ) -> None:
        self.likeness = likeness
        self.groups = {member: [member] for member in members}
        self.bundles = {member: likeness.bundle(member) for member in self.groups}
        self.means: dict[int, dict[int, float]] = {member: {} for member in self.groups}
        self.parted: dict[int, set[int]] = {member: set() for member in self.groups}
        for one, other in parted:
            if one in self.groups and other in self.groups:
                self.parted[one].add(other)
                self.parted[other].add(one)
        for one, found in near.items():
            for other, mean in found:
                if one in self.groups and other in self.groups:
                    self.means[one][other] = self.means[other][one] = mean
        self.joined = list(joined)

    def run(self, least: float) -> list[list[int]]:
        """The groups when no two are alike enough on average, each in order."""
        waiting = [(-mean, i, j) for i, found in self.means.items() for j, mean in found.items() if i < j]
        waiting = [entry for entry in waiting if -entry[0] >= least]
        heapify(waiting)
        while waiting:
            mean, i, j = heappop(waiting)
            if self.means.get(i, {}).get(j) != -mean or j in self.parted[i]:
                continue  # one of the two has grown since, or a person parted them
            self._join(i, j)
            for k, grown in self.means[i].items():
                if grown >= least:
                    heappush(waiting, (-grown, min(i, k), max(i, k)))
        for one, other in self.joined:
            self._join_decided(one, other)
        return [sorted(group) for _, group in sorted(self.groups.items())]

    def _join_decided(self, one: int, other: int) -> None:
        held = [name for name, group in self.groups.items() for report in (one, other) if report in group]
        if len(held) == 2 and held[0] != held[1] and held[1] not in self.parted[held[0]]:
            self._join(min(held), max(held))

    def _join(self, i: int, j: int) -> None:
        """Moves group `j` into group `i` and reckons the likeness of both to what either was near."""
        self.groups[i] += self.groups.pop(j)
        self.bundles[i] = self.bundles[i].with_(self.bundles.pop(j))
        for k in self.parted.pop(j):
            self.parted[k].discard(j)
            self.parted[k].add(i)
            self.parted[i].add(k)
        around = sorted({*self.means[i], *self.means[j]} - {i, j})
        for k in self.means.pop(j):
            self.means[k].pop(j, None)
        found: list[Bundle] = [self.bundles[k] for k in around]
        self.means[i] = dict(zip(around, self.likeness.means(self.bundles[i], found), strict=True))
        for k, mean in self.means[i].items():
            self.means[k][i] = mean


def near_enough(near: Iterator[list[tuple[int, float]]], least: float) -> dict[int, list[tuple[int, float]]]:
    """Each report's nearest ones, without those so unlike it that no company could make them one story."""
    return {report: [(other, mean) for other, mean in found if mean >= least] for report, found in enumerate(near)}
