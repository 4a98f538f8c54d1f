"""From one sentence to what stays when it is translated: numbers in digits and words, days and months, countries, names
in any script, kinds of deed and of speech, words that languages share. How sentences are aligned is left to
`translating`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from facta.codebook import Codebook
from facta.codebook.demonyms import Demonyms
from facta.codebook.numbers import Numbers
from facta.codebook.thresholds import StoryThresholds
from facta.codebook.times import Times
from facta.records import Claims, Form, Span
from facta.stories.entities import Entities
from facta.stories.profile import stem
from facta.stories.spelling import skeleton
from facta.text import fold

_WORD = re.compile(r"\w+(?:[-’'ʼ]\w+)*")
_NUMBER = re.compile(r"(?<![\w.,])\d(?:[\d.,\u00a0\u202f ]*\d)?(?!\d)")
_THOUSANDS = re.compile(r"[.,\s](?=\d{3}(?!\d))")
_STEM = 5
_NAME = 4  # consonants of a capitalised word that are compared


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words of one language that the codebook has in every language."""

    numbers: Numbers
    demonyms: Demonyms
    calendar: tuple[tuple[re.Pattern[str], str], ...]

    @classmethod
    def of(cls, codebook: Codebook) -> Lexicon:
        times = codebook.page("times", Times)
        calendar = [
            (re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE), f"{kind} {number}")
            for kind, rows in (("weekday", times.weekdays), ("month", times.months))
            for number, forms in enumerate(rows)
        ]
        return cls(codebook.page("numbers", Numbers), codebook.page("demonyms", Demonyms), tuple(calendar))


@lru_cache(maxsize=32)
def lexicon(language: str, folder: Path | None) -> Lexicon:
    return Lexicon.of(Codebook.load(language, folder))


class Anchors:
    """Finds the anchors of the sentences of one report."""

    def __init__(self, claims: Claims, entities: Entities, words: Lexicon, limits: StoryThresholds) -> None:
        self.text = claims.report.text
        self.words = words
        self.limits = limits
        self.marked = sorted(_marked(claims, entities), key=lambda pair: (pair[0], pair[1]))

    def of(self, sentence: Span) -> frozenset[str]:
        """All anchors of a sentence."""
        written = sentence.of(self.text)
        found = {anchor for span, anchor in self.marked if sentence.start <= span.start < sentence.end}
        found.update(_numbers(written, self.words.numbers))
        found.update(anchor for pattern, anchor in self.words.calendar if pattern.search(written))
        for match in _WORD.finditer(written):
            found.update(self._word(match.group()))
        return frozenset(found)

    def _word(self, word: str) -> Iterator[str]:
        if any(ch.isdigit() for ch in word):
            return
        country = self.words.demonyms.country(word)
        if country:
            yield f"country {country}"
        shared = stem(word, self.limits.letters, _STEM, self.limits.everyday)
        if shared:
            yield f"word {shared}"
        bones = skeleton(word)[:_NAME] if word[0].isupper() else ""
        if len(bones) > 1:
            yield f"name {bones}"


def _marked(claims: Claims, entities: Entities) -> Iterator[tuple[Span, str]]:
    """What extraction has found: bearers, deeds, kinds of speech, what is counted, and places."""
    for name in claims.names:
        entity = entities.of(claims.report.id, name.entity)
        if entity:
            yield name.span, f"entity {entity.id}"
    for place in claims.places:
        if place.country:
            yield place.span, f"country {place.country}"
        if place.geonameid:
            yield place.span, f"place {place.geonameid}"
    for incident in claims.incidents:
        yield incident.trigger, f"deed {incident.type}"
    for figure in claims.figures:
        yield figure.text, f"counts {figure.counts}"
        if figure.value is not None:
            yield figure.text, f"number {figure.value:g}"
    for statement in claims.statements:
        first = statement.cue or statement.content[0]
        yield first, f"act {statement.act}"
        if statement.form is not Form.INDIRECT:
            yield statement.content[0], "quotation"


def _numbers(text: str, words: Numbers) -> Iterator[str]:
    scales: Mapping[str, float] = words.folded_scales
    for match in _NUMBER.finditer(text):
        digits = _THOUSANDS.sub("", match.group()).replace(",", ".").replace("\u202f", "").replace(" ", "")
        try:
            value = float(digits)
        except ValueError:  # 10.30.22 is no number
            yield f"number {digits}"
            continue
        behind = _WORD.match(text, match.end() + 1)
        yield f"number {value * scales.get(fold(behind.group()), 1) if behind else value:g}"
    for match in _WORD.finditer(text):
        spelt = words.folded_words.get(fold(match.group()))
        if spelt is not None and spelt > 1:
            yield f"number {spelt:g}"
