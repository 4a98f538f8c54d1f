"""From Claims to what says which happening each report is about: one row of weighed features (words, names, places,
numbers, kinds of incident) and the report's day. Comparing rows is left to `likeness`.

All kinds of feature share one row, each kind scaled to the square root of its weight. So the likeness of two reports is
the product of their rows, and the mean likeness of two groups is the product of the groups' sums: nothing has to be
compared pair by pair. Words count by their first letters in Latin spelling, so that "ministro", "minister" and
"міністр" meet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from facta.codebook.thresholds import StoryThresholds
from facta.records import Claims, NameKind, PassageRole, Report, Span, Vector
from facta.sources.dates import day
from facta.stories.entities import Entities
from facta.stories.spelling import latin
from facta.text import paragraphs

Keys = NDArray[np.int32]
Weights = NDArray[np.float32]
_WORD = re.compile(r"\w+(?:[-’'ʼ]\w+)*")
_NUMBER = re.compile(r"(?<![\w.,])\d[\d.,\u00a0\u202f ]*\d(?!\w)")
_THOUSANDS = re.compile(r"[.,\s](?=\d{3}(?!\d))")
_LETTERS = str.maketrans({"k": "c", "y": "i", "w": "v", "h": None})
_FURNITURE = (PassageRole.PROMOTION, PassageRole.CREDIT, PassageRole.BYLINE)
_DATE_CHARS, _DATE_LINES = 40, 4  # a line of its own near the top, such as "March 30, 2024", dates a report
KINDS = ("words", "names", "places", "numbers", "types")


@dataclass(frozen=True, slots=True)
class Profile:
    """What one report is about. `keys` are numbers of features, ascending; `weights` belong to them."""

    report: str
    day: date | None
    language: str
    keys: Keys = field(compare=False)
    weights: Weights = field(compare=False)
    vector: Vector | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Profiles:
    """The profiles of all reports in order of report id, and what their features are: (kind, key)."""

    rows: tuple[Profile, ...]
    features: tuple[tuple[str, str], ...]
    frequency: NDArray[np.int32] = field(compare=False)  # of each feature, in how many reports


def profiles(everything: Sequence[Claims], entities: Entities, limits: StoryThresholds) -> Profiles:
    """One profile a report; a feature that few reports have weighs more."""
    ordered = sorted(everything, key=lambda c: c.report.id)
    numbers: dict[tuple[str, str], int] = {}
    counted = [_counted(claims, entities, limits, numbers) for claims in ordered]
    frequency = np.zeros(max(1, len(numbers)), np.int32)
    for keys, _, _ in counted:
        frequency[keys] += 1
    rarity = np.log((len(ordered) + limits.background) / np.maximum(1, frequency))
    scale = np.sqrt([getattr(limits.weights, kind) for kind in KINDS])
    rows = []
    for claims, (keys, counts, kinds) in zip(ordered, counted, strict=True):
        weights = _weighed(counts.astype(np.float64) * rarity[keys], kinds, scale)
        report = claims.report
        rows.append(Profile(report.id, published(report), report.language, keys, weights, claims.vector))
    return Profiles(tuple(rows), tuple(numbers), frequency)


def _counted(
    claims: Claims, entities: Entities, limits: StoryThresholds, numbers: dict[tuple[str, str], int]
) -> tuple[Keys, Weights, NDArray[np.int8]]:
    """Numbers of the report's features, ascending, how much it says of each, and of which kind each is."""
    found = {
        numbers.setdefault((kind, key), len(numbers)): (1 + np.log(count), KINDS.index(kind))
        for kind, counts in _features(claims, entities, limits).items()
        for key, count in counts.items()
    }
    keys = sorted(found)
    return (
        np.array(keys, np.int32),
        np.array([found[key][0] for key in keys], np.float32),
        np.array([found[key][1] for key in keys], np.int8),
    )


def _weighed(raw: NDArray[np.float64], kinds: NDArray[np.int8], scale: NDArray[np.float64]) -> Weights:
    """Each kind of feature at the length that its weight gives it."""
    lengths = np.sqrt(np.bincount(kinds, raw * raw, len(KINDS)))
    return (raw * (scale / np.maximum(lengths, 1e-9))[kinds]).astype(np.float32)


def _features(claims: Claims, entities: Entities, limits: StoryThresholds) -> dict[str, Counter[str]]:
    names: Counter[str] = Counter()
    places: Counter[str] = Counter()
    for name in claims.names:
        entity = entities.of(claims.report.id, name.entity)
        if entity:
            (places if entity.kind is NameKind.PLACE else names)[entity.id] += 1
    told = [span.of(claims.report.text) for span in _told(claims.report)]
    return {
        "words": Counter(stem for text in told for m in _WORD.finditer(text) if (stem := _stem(m.group(), limits))),
        "names": names,
        "places": places,
        "numbers": Counter(number for text in told for number in numbers_in(text)),
        "types": Counter(incident.type for incident in claims.incidents),
    }


def _told(report: Report) -> Iterator[Span]:
    """The text without the furniture of the page."""
    start = 0
    for passage in report.passages:
        if passage.role in _FURNITURE:
            yield Span(start, max(start, passage.span.start))
            start = max(start, passage.span.end)
    yield Span(start, len(report.text))


def _stem(word: str, limits: StoryThresholds) -> str:
    return stem(word, limits.letters, limits.stem, limits.everyday)


@lru_cache(maxsize=262_144)
def stem(word: str, least: int, most: int, everyday: frozenset[str]) -> str:
    """The first letters of a word that says something, as languages share them; of any other word nothing."""
    form = latin(word).replace(" ", "")
    if len(form) < least or form in everyday or any(ch.isdigit() for ch in form):
        return ""
    return form.replace("ph", "f").translate(_LETTERS)[:most]


def numbers_in(text: str) -> Iterator[str]:
    """Numbers of two digits and more, the same in every language: "40,000", "40.000" and "40 000" are "40000"."""
    for match in _NUMBER.finditer(text):
        yield _THOUSANDS.sub("", match.group()).replace(",", ".").replace(" ", "")


def published(report: Report) -> date | None:
    """The day of publication, or the one that stands alone in a line near the top."""
    if report.published:
        return report.published
    for line in paragraphs(report.text)[:_DATE_LINES]:
        text = line.of(report.text)
        if len(text) <= _DATE_CHARS and any(ch.isdigit() for ch in text):
            try:
                return day(text)
            except ValueError:
                continue
    return None


def written(report: Report, stems: Sequence[str], limits: StoryThresholds) -> list[str]:
    """The first word of the report for each of the stems, as it is written."""
    wanted = dict.fromkeys(stems, "")
    for span in _told(report):
        for match in _WORD.finditer(span.of(report.text)):
            key = _stem(match.group(), limits)
            if wanted.get(key) == "":
                wanted[key] = match.group()
    return [word for word in wanted.values() if word]
