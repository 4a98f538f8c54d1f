"""From reports in several languages to those that are one text translated: most sentences of the shorter one have a
sentence of the other with the same anchors, one for one, and nearly all in the same order. Two desks that report one
event share some anchors as well, but seldom sentence by sentence. Which text is the original is left to the origins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path

from facta.codebook import Codebook
from facta.codebook.thresholds import CopyThresholds, Thresholds, thresholds
from facta.reading.sentences import sentence_spans
from facta.records import Claims, Span
from facta.stories.anchors import Anchors, lexicon
from facta.stories.copies import SharedPassage
from facta.stories.entities import Entities

_BACKGROUND = 10  # reports that are imagined beside those at hand, so that two alone have rare anchors too
_WORTH = 0.5  # what an anchor weighs at least
Pair = tuple[int, int, float]  # a sentence of one, a sentence of the other, and how alike their anchors are


@dataclass(frozen=True, slots=True)
class Translation:
    """Two reports that are one text in two languages, sentence beside sentence. `share` is the part of the shorter
    one's sentences that the other has in the same order, `likeness` how much their anchors agree."""

    one: str
    other: str
    share: float
    likeness: float
    passages: tuple[SharedPassage, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class _Text:
    claims: Claims
    sentences: tuple[Span, ...]
    anchors: tuple[frozenset[str], ...]
    all: frozenset[str]


def translations(
    everything: Sequence[Claims], entities: Entities, codebook: Codebook | None = None
) -> tuple[Translation, ...]:
    """All pairs of reports of different languages that are one text, in order of report ids."""
    rules = thresholds(codebook)
    folder = codebook.folder if codebook and isinstance(codebook.folder, Path) else None
    ordered = sorted(everything, key=lambda c: c.report.id)
    texts = [_read(claims, entities, rules, folder) for claims in ordered]
    worth = _worth(texts)
    found = []
    for i, one in enumerate(texts):
        for other in texts[i + 1 :]:
            if one.claims.report.language != other.claims.report.language:
                translation = _compared(one, other, worth, rules.copies)
                found += [translation] if translation else []
    return tuple(found)


def _read(claims: Claims, entities: Entities, rules: Thresholds, folder: Path | None) -> _Text:
    report = claims.report
    anchors = Anchors(claims, entities, lexicon(report.language, folder), rules.stories)
    sentences = tuple(sentence_spans(report.text, report.language))
    found = tuple(anchors.of(sentence) for sentence in sentences)
    return _Text(claims, sentences, found, frozenset().union(*found))


def _worth(texts: Sequence[_Text]) -> dict[str, float]:
    """What each anchor weighs: more when few reports have it."""
    counted = Counter(anchor for text in texts for anchor in text.all)
    total = len(texts) + _BACKGROUND
    return {anchor: max(_WORTH, log(total / count)) for anchor, count in counted.items()}


def _compared(one: _Text, other: _Text, worth: Mapping[str, float], limits: CopyThresholds) -> Translation | None:
    if len(one.all & other.all) < 2 * limits.aligned_sentences:  # spares comparing what has nearly nothing in common
        return None
    pairs = _in_order(_matched(one.anchors, other.anchors, worth, limits.sentence_likeness))
    shorter = min(len(one.sentences), len(other.sentences))
    if len(pairs) < limits.aligned_sentences:
        return None
    share, likeness = len(pairs) / shorter, sum(alike for *_, alike in pairs) / shorter
    if share < limits.aligned_share or likeness < limits.aligned_likeness:
        return None
    passages = tuple(_passage(one, other, i, j) for i, j, _ in pairs)
    reason = (
        f"{len(pairs)} of {shorter} sentences have one of the other report beside them, in the same order, "
        f"with the same {_told(one, other, pairs)}"
    )
    return Translation(one.claims.report.id, other.claims.report.id, share, likeness, passages, reason)


def _matched(
    ones: Sequence[frozenset[str]], others: Sequence[frozenset[str]], worth: Mapping[str, float], least: float
) -> list[Pair]:
    """Each sentence with at most one of the other report, the likest first, in order of the first report."""
    weighed = [[sum(sorted(worth[a] for a in anchors)) for anchors in side] for side in (ones, others)]
    scored = []
    for i, here in enumerate(ones):
        for j, there in enumerate(others):
            both = sum(sorted(worth[a] for a in here & there))
            alike = 2 * both / (weighed[0][i] + weighed[1][j]) if both else 0.0
            if alike >= least:
                scored.append((-alike, abs(i / len(ones) - j / len(others)), i, j))
    taken: dict[int, Pair] = {}
    used: set[int] = set()
    for alike, _, i, j in sorted(scored):
        if i not in taken and j not in used:
            taken[i] = (i, j, -alike)
            used.add(j)
    return [taken[i] for i in sorted(taken)]


def _in_order(pairs: Sequence[Pair]) -> list[Pair]:
    """The longest run of pairs that stand in the same order in both reports."""
    longest: list[tuple[int, int]] = []  # by pair: length of the run that ends with it, and the pair before
    for at, (_, j, _) in enumerate(pairs):
        before = [(longest[k][0], -k) for k in range(at) if pairs[k][1] < j]
        length, previous = max(before, default=(0, 1))
        longest.append((length + 1, -previous))
    run: list[Pair] = []
    at = max(range(len(pairs)), key=lambda k: (longest[k][0], -k), default=-1)
    while at >= 0:
        run.append(pairs[at])
        at = longest[at][1]
    return run[::-1]


def _passage(one: _Text, other: _Text, i: int, j: int) -> SharedPassage:
    words = len(one.sentences[i].of(one.claims.report.text).split())
    return SharedPassage(
        one.claims.report.id, one.sentences[i], other.claims.report.id, other.sentences[j], words, translated=True
    )


def _told(one: _Text, other: _Text, pairs: Sequence[Pair]) -> str:
    """What the aligned sentences share, in kinds of anchor."""
    kinds = Counter(anchor.split(" ")[0] for i, j, _ in pairs for anchor in one.anchors[i] & other.anchors[j])
    names = {"number": "numbers", "entity": "names", "name": "names", "country": "countries", "weekday": "days",
             "month": "dates", "quotation": "quotations", "deed": "deeds", "place": "places"}  # fmt: skip
    return ", ".join(sorted({names[kind] for kind in kinds if kind in names})) or "words"
