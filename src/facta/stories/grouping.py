"""From all reports' Claims to stories: reports on one happening, joined by mean likeness, each join with its reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from heapq import heapify, heappop, heappush
from itertools import combinations

import numpy as np

from facta.codebook.thresholds import StoryThresholds, thresholds
from facta.records import Claims, Story, Vector, digest
from facta.stories.entities import Entities
from facta.stories.profile import Profile, cosine, profiles, shared

Pair = tuple[int, int]


def group(everything: Sequence[Claims], entities: Entities, limits: StoryThresholds | None = None) -> tuple[Story, ...]:
    """Every report in exactly one story; the same stories whatever the order of the reports."""
    limits = limits or thresholds().stories
    found = profiles(everything, entities, limits)
    likeness = Likeness(found, limits)
    clusters = _clusters(len(found), likeness, limits.same_story)
    by_report = {claims.report.id: claims for claims in everything}
    stories = [_story([found[i] for i in cluster], by_report) for cluster in clusters]
    return tuple(sorted(stories, key=lambda story: (_published(by_report[story.reports[0]]), story.id)))


class Likeness:
    """How alike two reports are, reckoned when first asked for."""

    def __init__(self, found: list[Profile], limits: StoryThresholds) -> None:
        self.found = found
        self.limits = limits
        self.mean = _mean([p.vector for p in found])
        self._known: dict[Pair, float] = {}

    def of(self, i: int, j: int) -> float:
        pair = (i, j) if i < j else (j, i)
        if pair not in self._known:
            self._known[pair] = self._reckon(self.found[pair[0]], self.found[pair[1]])
        return self._known[pair]

    def _reckon(self, one: Profile, other: Profile) -> float:
        """Weighted mean of the kinds of likeness that both reports can show; words only within a language."""
        weights = self.limits.weights
        parts = [(weights.names, cosine(one.names, other.names)) if one.names and other.names else (0.0, 0.0)]
        parts.append((weights.places, cosine(one.places, other.places)) if one.places and other.places else (0.0, 0.0))
        parts.append((weights.types, cosine(one.types, other.types)) if one.types and other.types else (0.0, 0.0))
        if one.language == other.language:
            parts.append((weights.words, cosine(one.words, other.words)))
        if one.vector is not None and other.vector is not None and self.mean is not None:
            parts.append((weights.vectors, _centred(one.vector, other.vector, self.mean)))
        total = sum(weight for weight, _ in parts)
        return self._in_time(one, other) * sum(w * value for w, value in parts) / total if total else 0.0

    def _in_time(self, one: Profile, other: Profile) -> float:
        if not one.published or not other.published:
            return 1.0
        days = abs((one.published - other.published).days)
        if days > 3 * self.limits.days_apart:
            return 0.0
        return 1.0 if days <= self.limits.days_apart else 0.5

    def candidates(self) -> list[Pair]:
        """Pairs that share a word, a name or a place which is not everywhere."""
        holders: dict[str, list[int]] = defaultdict(list)
        for i, profile in enumerate(self.found):
            for kind in (profile.words, profile.names, profile.places):
                for key in kind:
                    holders[key].append(i)
        telling = [held for held in holders.values() if len(held) <= self.limits.neighbours]
        return sorted({pair for held in telling for pair in combinations(held, 2) if self._in_reach(*pair)})

    def _in_reach(self, i: int, j: int) -> bool:
        one, other = self.found[i].published, self.found[j].published
        return not one or not other or abs((one - other).days) <= 3 * self.limits.days_apart


def _mean(vectors: Sequence[Vector | None]) -> Vector | None:
    known = [vector for vector in vectors if vector is not None]
    return np.mean(known, axis=0).astype(np.float32) if len(known) > 2 else None


def _centred(one: Vector, other: Vector, mean: Vector) -> float:
    """Cosine of what sets two reports apart from the average report; never below 0."""
    a, b = one - mean, other - mean
    length = float(np.linalg.norm(a) * np.linalg.norm(b))
    return max(0.0, float(a @ b) / length) if length else 0.0


def _clusters(count: int, likeness: Likeness, least: float) -> list[list[int]]:
    """Average link: the two likeliest groups are joined until no two are alike enough on average."""
    clusters = {i: [i] for i in range(count)}
    sums: dict[int, dict[int, float]] = {i: {} for i in range(count)}  # likeness of all pairs between two groups
    for i, j in likeness.candidates():
        sums[i][j] = sums[j][i] = likeness.of(i, j)
    waiting = [(-score, i, j) for i in sums for j, score in sums[i].items() if i < j and score >= least]
    heapify(waiting)
    while waiting:
        score, i, j = heappop(waiting)
        if i not in clusters or j not in clusters or -score != _mean_likeness(clusters, sums, i, j):
            continue  # one of the two has grown since
        _join(clusters, sums, i, j)
        for k in sums[i]:
            mean = _mean_likeness(clusters, sums, i, k)
            if mean >= least:
                heappush(waiting, (-mean, min(i, k), max(i, k)))
    return [sorted(cluster) for cluster in clusters.values()]


def _join(clusters: dict[int, list[int]], sums: dict[int, dict[int, float]], i: int, j: int) -> None:
    """Moves group `j` into group `i`."""
    clusters[i] += clusters.pop(j)
    for k, total in sums.pop(j).items():
        sums[k].pop(j)
        if k != i:
            sums[i][k] = sums[k][i] = sums[i].get(k, 0.0) + total


def _mean_likeness(clusters: dict[int, list[int]], sums: dict[int, dict[int, float]], i: int, j: int) -> float:
    return sums[i][j] / (len(clusters[i]) * len(clusters[j]))


def _published(claims: Claims) -> tuple[date, str]:
    return (claims.report.published or date.max, claims.report.id)


def _story(members: list[Profile], by_report: dict[str, Claims]) -> Story:
    ordered = sorted(members, key=lambda p: _published(by_report[p.report]))
    first = by_report[ordered[0].report]
    reasons = tuple(_reason(ordered, i, by_report) for i in range(1, len(ordered)))
    return Story(digest("story", first.report.id), _title(first), tuple(p.report for p in ordered), reasons)


def _title(claims: Claims) -> str:
    """The earliest report's own title, or its first line, cut at a word."""
    report = claims.report
    line = report.title or next((text for text in report.text.splitlines() if text.strip()), report.id)
    line = " ".join(line.split())
    return line if len(line) <= 120 else line[:120].rsplit(" ", 1)[0] + " …"


def _reason(ordered: list[Profile], i: int, by_report: dict[str, Claims]) -> str:
    """Why the report stands with an earlier one: what the two share that few others have."""
    this = ordered[i]
    best = max(ordered[:i], key=lambda p: (cosine(p.names, this.names) + cosine(p.words, this.words), p.report))
    names = [
        this.labels[key] for kind in ("names", "places") for key in shared(getattr(this, kind), getattr(best, kind))
    ]
    words = [] if this.language != best.language else shared(this.words, best.words)[:4]
    what = [f"names {', '.join(names[:6])}"] if names else []
    what += [f"words {', '.join(words)}"] if words else []
    days = this.published and best.published and abs((this.published - best.published).days)
    what += [f"{days} days apart"] if days is not None else []
    titles = f"{_title(by_report[this.report])} | {_title(by_report[best.report])}"
    return f"{titles}: {'; '.join(what) or 'alike on the whole'}"
