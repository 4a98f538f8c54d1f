"""From reports to the passages they share word for word: a wire block in a mixed article is found, a shared quotation
of one speaker is not a copy. Who wrote it first is left to the origins.

Reports are compared when they share a shingle (some words in a row), found by sorting all shingles' numbers: no pair of
reports is looked at for nothing, and none is missed, as estimates of likeness miss a block inside a long article. What
is then called shared is compared word for word."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from facta.codebook.thresholds import CopyThresholds, thresholds
from facta.records import Claims, Form, Report, Span
from facta.text import fold

_WORD = re.compile(r"\w+")
_PRIME = 0x9E3779B97F4A7C15
Numbers = NDArray[np.uint64]
Run = tuple[int, int, int]  # where equal words begin in one text, and in the other, and how many they are


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """The same words in the same order in two reports, or a sentence and its translation."""

    one: str
    one_span: Span
    other: str
    other_span: Span
    words: int
    translated: bool = False


@dataclass(frozen=True, slots=True)
class Copy:
    """Two reports that are one text, or nearly: `likeness` is the share of all their shingles that both have (Jaccard),
    `of_one` and `of_other` the share of each one's own."""

    one: str
    other: str
    likeness: float
    of_one: float
    of_other: float


@dataclass(frozen=True)
class _Words:
    report: Report
    forms: tuple[str, ...]
    spans: tuple[Span, ...]

    @classmethod
    def of(cls, report: Report) -> _Words:
        found = [(fold(m.group()), Span(*m.span())) for m in _WORD.finditer(report.text)]
        return cls(report, tuple(form for form, _ in found), tuple(span for _, span in found))

    def shingles(self, size: int) -> Numbers:
        """A number for every `size` words in a row, the same for the same words."""
        ids = self._ids
        if len(ids) < size:
            return np.zeros(0, np.uint64)
        found = np.zeros(len(ids) - size + 1, np.uint64)
        for step in range(size):
            found = (found * np.uint64(_PRIME)) ^ (ids[step : len(ids) - size + 1 + step] + np.uint64(step))
        return np.asarray(found ^ (found >> np.uint64(29)), np.uint64)

    @cached_property
    def _ids(self) -> Numbers:
        return np.array([crc32(form.encode()) for form in self.forms], np.uint64) * np.uint64(_PRIME)

    def span(self, first: int, count: int) -> Span:
        return Span(self.spans[first].start, self.spans[first + count - 1].end)


def shared_passages(everything: Sequence[Claims], limits: CopyThresholds | None = None) -> tuple[SharedPassage, ...]:
    """All passages that two reports share, longest runs only, in order of report ids and text."""
    limits = limits or thresholds().copies
    texts = [_Words.of(claims.report) for claims in sorted(everything, key=lambda c: c.report.id)]
    quoted = {claims.report.id: _direct_words(claims) for claims in everything}
    found = []
    needed = limits.passage_words // limits.shingle_words  # a passage has at least so many, however it was edited
    for one, other in _candidates(texts, limits, needed):
        runs = _runs(one.forms, other.forms, limits.shingle_words)
        for first, last, words in _bridged(runs, limits.edited_words):
            span = one.span(first[0], last[0] + last[2] - first[0])
            if words >= limits.passage_words and _share(span, quoted[one.report.id]) < limits.quoted_share:
                there = other.span(first[1], last[1] + last[2] - first[1])
                found.append(SharedPassage(one.report.id, span, other.report.id, there, words))
    return tuple(found)


def _bridged(runs: Sequence[Run], most: int) -> Iterator[tuple[Run, Run, int]]:
    """First and last of runs that follow each other in both texts with few words between, and their words together:
    a desk that changes a word copies all the same."""
    together: list[Run] = []
    for run in runs:
        gaps = [run[side] - (together[-1][side] + together[-1][2]) for side in (0, 1)] if together else []
        if together and not all(0 <= gap <= most for gap in gaps):
            yield together[0], together[-1], sum(words for *_, words in together)
            together = []
        together.append(run)
    if together:
        yield together[0], together[-1], sum(words for *_, words in together)


def _direct_words(claims: Claims) -> list[Span]:
    return [span for s in claims.statements if s.form is Form.DIRECT for span in s.content]


def _share(span: Span, quoted: list[Span]) -> float:
    """Share of the span that lies within somebody's direct words."""
    inside = {i for q in quoted for i in range(max(q.start, span.start), min(q.end, span.end))}
    return len(inside) / max(1, len(span))


def whole_copies(everything: Sequence[Claims], limits: CopyThresholds | None = None) -> tuple[Copy, ...]:
    """All pairs of reports of which one is the other's text, whole or shortened, in order of report ids."""
    limits = limits or thresholds().copies
    texts = [_Words.of(claims.report) for claims in sorted(everything, key=lambda c: c.report.id)]
    found = (_compared(one, other, limits.copy_words) for one, other in _candidates(texts, limits, 1))
    return tuple(c for c in found if c.likeness >= limits.copy_share or max(c.of_one, c.of_other) >= limits.part_share)


def _compared(one: _Words, other: _Words, size: int) -> Copy:
    ones, others = np.unique(one.shingles(size)), np.unique(other.shingles(size))
    both = len(np.intersect1d(ones, others, assume_unique=True))
    every = max(1, len(ones) + len(others) - both)
    return Copy(one.report.id, other.report.id, both / every, both / max(1, len(ones)), both / max(1, len(others)))


def _candidates(texts: list[_Words], limits: CopyThresholds, needed: int) -> Iterator[tuple[_Words, _Words]]:
    """Pairs of reports with so many shingles in common, shingles that stand in very many reports left out."""
    rows = [np.unique(text.shingles(limits.shingle_words)) for text in texts]
    if not rows:
        return
    numbers = np.concatenate(rows)
    holders = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    order = np.argsort(numbers, kind="stable")
    numbers, holders = numbers[order], holders[order]
    ends = np.flatnonzero(np.diff(numbers)) + 1
    starts, stops = np.concatenate([[0], ends]), np.concatenate([ends, [len(numbers)]])
    telling = (stops - starts > 1) & (stops - starts <= limits.common_shingle)
    held = Counter(tuple(holders[a:b].tolist()) for a, b in zip(starts[telling], stops[telling], strict=True))
    shared: Counter[tuple[int, int]] = Counter()
    for group, count in held.items():
        for pair in combinations(group, 2):
            shared[pair] += count
    yield from ((texts[i], texts[j]) for (i, j), count in sorted(shared.items()) if count >= needed)


def _runs(one: tuple[str, ...], other: tuple[str, ...], size: int) -> list[Run]:
    """Longest equal runs, each word of `one` in at most one of them."""
    starts: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j in range(len(other) - size + 1):
        starts[other[j : j + size]].append(j)
    runs = []
    i = 0
    while i <= len(one) - size:
        best = max(((_length(one, other, i, j), -j) for j in starts.get(one[i : i + size], ())), default=None)
        if best is None:
            i += 1
            continue
        runs.append((i, -best[1], best[0]))
        i += best[0]
    return runs


def _length(one: tuple[str, ...], other: tuple[str, ...], i: int, j: int) -> int:
    count = 0
    while i + count < len(one) and j + count < len(other) and one[i + count] == other[j + count]:
        count += 1
    return count
