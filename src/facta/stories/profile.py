"""From one report's Claims to what says which happening it is about: words, names, places, kinds of incident, days."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import log, sqrt

from facta.codebook.thresholds import StoryThresholds
from facta.records import Claims, NameKind, PassageRole, Vector
from facta.stories.entities import Entities
from facta.stories.spelling import latin

_WORD = re.compile(r"\w+(?:[-’'ʼ]\w+)*")
_FURNITURE = (PassageRole.PROMOTION, PassageRole.CREDIT, PassageRole.BYLINE)


@dataclass(frozen=True, slots=True)
class Profile:
    """What one report is about, as weights by feature; each kind of feature has length 1."""

    report: str
    published: date | None
    language: str
    words: Mapping[str, float]
    names: Mapping[str, float]
    places: Mapping[str, float]
    types: Mapping[str, float]
    vector: Vector | None = field(default=None, compare=False, repr=False)
    labels: Mapping[str, str] = field(default_factory=dict)


def profiles(everything: Sequence[Claims], entities: Entities, limits: StoryThresholds) -> list[Profile]:
    """One profile a report, rare features weighing more, in order of report id."""
    ordered = sorted(everything, key=lambda c: c.report.id)
    counted = [_features(claims, entities, limits) for claims in ordered]
    frequency: Counter[str] = Counter(
        f"{kind}:{key}" for kinds in counted for kind, all_of in kinds.items() for key in all_of
    )
    total = len(ordered) + limits.background
    made = []
    for claims, kinds in zip(ordered, counted, strict=True):
        weighed = {kind: _weigh(kind, features, frequency, total) for kind, features in kinds.items()}
        report = claims.report
        labels = _labels(claims, entities)
        vector = claims.vector
        made.append(Profile(report.id, report.published, report.language, **weighed, vector=vector, labels=labels))
    return made


def _features(claims: Claims, entities: Entities, limits: StoryThresholds) -> dict[str, Counter[str]]:
    names: Counter[str] = Counter()
    places: Counter[str] = Counter()
    for name in claims.names:
        entity = entities.of(claims.report.id, name.entity)
        if entity:
            (places if entity.kind is NameKind.PLACE else names)[entity.id] += 1
    return {
        "words": _words(claims, limits),
        "names": names,
        "places": places,
        "types": Counter(incident.type for incident in claims.incidents),
    }


def _words(claims: Claims, limits: StoryThresholds) -> Counter[str]:
    """Folded words that say something, furniture of the page left out."""
    report = claims.report
    furniture = [p.span for p in report.passages if p.role in _FURNITURE]
    counted: Counter[str] = Counter()
    for match in _WORD.finditer(report.text):
        if any(span.start <= match.start() < span.end for span in furniture):
            continue
        word = latin(match.group()).replace(" ", "")
        if (len(word) >= limits.letters and word not in limits.everyday) or (word.isdigit() and len(word) > 1):
            counted[word[: limits.stem]] += 1
    return counted


def _labels(claims: Claims, entities: Entities) -> dict[str, str]:
    found = (entities.of(claims.report.id, name.entity) for name in claims.names)
    return {entity.id: entity.name for entity in found if entity}


def _weigh(kind: str, features: Counter[str], frequency: Counter[str], total: int) -> dict[str, float]:
    """Weights of length 1: more for what a report says often, more for what few reports say."""
    raw = {key: (1 + log(n)) * log(total / frequency[f"{kind}:{key}"]) for key, n in sorted(features.items())}
    length = sqrt(sum(weight * weight for weight in raw.values())) or 1.0
    return {key: weight / length for key, weight in raw.items()}


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """How much two weighted sets share, 0 to 1."""
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    return sum(weight * many[key] for key, weight in few.items() if key in many)


def shared(one: Mapping[str, float], other: Mapping[str, float]) -> list[str]:
    """Features of both, the weightiest first."""
    both: Iterable[str] = (key for key in one if key in other)
    return sorted(both, key=lambda key: (-one[key] * other[key], key))
