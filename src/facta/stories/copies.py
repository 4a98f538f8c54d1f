"""From reports to the passages they share word for word: a wire block in a mixed article is found, a shared quotation
of one speaker is not a copy. Who wrote it first is left to the origins."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from facta.codebook.thresholds import CopyThresholds, thresholds
from facta.records import Claims, Form, Report, Span
from facta.text import fold

_WORD = re.compile(r"\w+")


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
class _Words:
    report: Report
    forms: tuple[str, ...]
    spans: tuple[Span, ...]

    @classmethod
    def of(cls, report: Report) -> _Words:
        found = [(fold(m.group()), Span(*m.span())) for m in _WORD.finditer(report.text)]
        return cls(report, tuple(form for form, _ in found), tuple(span for _, span in found))

    def span(self, first: int, count: int) -> Span:
        return Span(self.spans[first].start, self.spans[first + count - 1].end)


def shared_passages(everything: Sequence[Claims], limits: CopyThresholds | None = None) -> tuple[SharedPassage, ...]:
    """All passages that two reports share, longest runs only, in order of report ids and text."""
    limits = limits or thresholds().copies
    texts = [_Words.of(claims.report) for claims in sorted(everything, key=lambda c: c.report.id)]
    quoted = {claims.report.id: _direct_words(claims) for claims in everything}
    found = []
    for one, other in _candidates(texts, limits):
        for first, second, count in _runs(one.forms, other.forms, limits.shingle_words):
            span = one.span(first, count)
            long_enough = count >= limits.passage_words
            if long_enough and _share(span, quoted[one.report.id]) < limits.quoted_share:
                found.append(SharedPassage(one.report.id, span, other.report.id, other.span(second, count), count))
    return tuple(found)


def _direct_words(claims: Claims) -> list[Span]:
    return [span for s in claims.statements if s.form is Form.DIRECT for span in s.content]


def _share(span: Span, quoted: list[Span]) -> float:
    """Share of the span that lies within somebody's direct words."""
    inside = {i for q in quoted for i in range(max(q.start, span.start), min(q.end, span.end))}
    return len(inside) / max(1, len(span))


def _candidates(texts: list[_Words], limits: CopyThresholds) -> list[tuple[_Words, _Words]]:
    """Pairs of reports with a shingle in common, shingles that stand in very many reports left out."""
    size = limits.shingle_words
    holders: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for i, text in enumerate(texts):
        for start in range(len(text.forms) - size + 1):
            holders[text.forms[start : start + size]].add(i)
    telling = (sorted(held) for held in holders.values() if 1 < len(held) <= limits.common_shingle)
    pairs = {pair for held in telling for pair in combinations(held, 2)}
    return [(texts[i], texts[j]) for i, j in sorted(pairs)]


def _runs(one: tuple[str, ...], other: tuple[str, ...], size: int) -> list[tuple[int, int, int]]:
    """Longest equal runs (start in one, start in other, words), each word of `one` in at most one of them."""
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
