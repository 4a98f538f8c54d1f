"""From the name of an organisation in any case, script and language to what can be compared: which body or office of
the codebook it names, its country, and the sound of the stems of its words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from facta.codebook.bodies import Bodies, Body, Office
from facta.extraction.declension import stem
from facta.records import NameKind
from facta.stories.bearers import Bearer
from facta.stories.countries import Countries
from facta.stories.spelling import latin, skeleton, sound
from facta.text import fold

_WORD = re.compile(r"[^\W_]+(?:[.&'’ʼ-][^\W_]+)*")
_ACRONYM = re.compile(r"([A-ZА-ЯІЇЄҐ]{2,4})(?:а|у|ом|е|ы|и|і|ів|ов|ам|ами|ах|s)?")
_LONG = 6  # consonants that two spellings of a name of several words must share to be one


def _sound(word: str) -> str:
    """The sound of the stem; an acronym keeps every letter, whatever ending hangs on it."""
    acronym = _ACRONYM.fullmatch(word)
    return latin(acronym.group(1)) if acronym else sound(stem(word))


@dataclass(frozen=True, slots=True)
class Title:
    """What an organisation's name says. `key` is equal for names of one body, country aside."""

    key: str
    country: str | None = None
    body: Body | None = None
    office: Office | None = None

    @property
    def side(self) -> str | None:
        if self.body:
            return self.body.side
        if self.office:
            return f"{self.country} {self.office.sector}" if self.country else self.office.sector
        return None


class Titles:
    """Reads names of organisations by the codebook."""

    def __init__(self, bodies: Bodies, countries: Countries) -> None:
        self.bodies = bodies
        self.countries = countries
        self._links = frozenset(map(fold, bodies.links))
        self._forms = frozenset(map(fold, bodies.forms))
        self._known: dict[tuple[str, str], Title] = {}

    @cached_property
    def _body_of(self) -> dict[str, Body]:
        return {self.sound_of(self.words(n)): b for b in self.bodies.bodies for n in (b.name, *b.names)}

    @cached_property
    def _office_of(self) -> dict[str, Office]:
        return {self.sound_of(self.words(n)): o for o in self.bodies.offices for n in (o.name, *o.names)}

    def words(self, name: str) -> tuple[str, ...]:
        """The words that count: no articles, small words, or kinds of firm."""
        every = [word for word in _WORD.findall(name) if fold(word) not in self._links]
        told = [word for word in every if fold(word) not in self._forms]
        return tuple(told or every)

    @staticmethod
    def sound_of(words: tuple[str, ...]) -> str:
        """The sound of the stems, the same in all cases and in related languages."""
        return " ".join(_sound(word) for part in words for word in part.split("-"))

    def title(self, name: str, language: str) -> Title:
        """What the name says."""
        if (name, language) not in self._known:
            self._known[name, language] = self._read(name, language)
        return self._known[name, language]

    def _read(self, name: str, language: str) -> Title:
        words = self.words(name)
        whole = self.sound_of(words)
        body = self.bodies.body(name) or self._body_of.get(whole)
        if body:
            return Title(f"body {body.name}", None, body)
        country, rest = self.countries.split(words, language)
        if not rest:
            return Title(whole, country)
        office = self._office_of.get(whole if country is None else self.sound_of(rest))
        if office:
            return Title(f"office {office.name}", country, None, office)
        if country and (body := self._body_of.get(self.sound_of(rest))) and body.side.startswith(country):
            return Title(f"body {body.name}", None, body)
        return Title(self._loose(rest), country)

    def _loose(self, words: tuple[str, ...]) -> str:
        """For names of several words the consonants alone, since vowels differ between languages."""
        spoken = self.sound_of(words)
        bones = " ".join(skeleton(word) for word in spoken.split())
        return f"~ {bones}" if len(words) > 1 and len(bones) > _LONG else spoken or latin(" ".join(words))

    def of(self, bearer: Bearer) -> Title:
        """What the bearer's fullest name says, with the country of its side if the name has none; a body that only
        another spelling names counts too."""
        title = self.title(bearer.name, bearer.language)
        others = [self.title(spelling, bearer.language) for spelling in bearer.spellings]
        if not title.body and not title.office:
            title = next((t for t in others if t.body or (t.office and bearer.kind is not NameKind.GROUP)), title)
        country = title.country or next((t.country for t in others if t.country), None) or bearer.country
        if title.body and bearer.country and not title.body.side.startswith(bearer.country) and " " in title.body.side:
            return replace(title, body=None, key=self.sound_of(self.words(bearer.name)), country=country)
        return title if title.body else replace(title, country=country)
