"""The gazetteer seen through one language's codebook and one report: names in any case of the language, and how the
report uses words. Which words of it are names of places is left to `toponyms`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, product

from anyascii import anyascii

from facta.codebook.demonyms import Demonyms
from facta.codebook.geography import Geography
from facta.codebook.incidents import Incidents
from facta.codebook.offices import Offices
from facta.extraction.context import Context
from facta.extraction.usage import Usage
from facta.extraction.words import Words
from facta.gazetteer import Entry, Gazetteer, Kind, key
from facta.records import NameKind
from facta.text import fold

SHELLING = ("heavy-weapons", "aerial", "drone")  # modes of deeds that are done to places
ACRONYM = 4  # letters of a word in capitals that is not inflected
GREAT = 500_000  # inhabitants of a town or region that speaks for its country
MOST_FORMS = 24  # dictionary forms tried for one inflected name


def _stands_for_land(entry: Entry) -> bool:
    return entry.kind in (Kind.COUNTRY, Kind.CAPITAL, Kind.AREA) or entry.population >= GREAT


def _one_capital(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The entries with one capital a country, the largest: Washington in New Jersey is a town."""
    first = {e.country: e for e in sorted(entries, key=lambda e: e.population) if e.kind is Kind.CAPITAL}
    return tuple(
        replace(e, kind=Kind.TOWN) if e.kind is Kind.CAPITAL and e is not first[e.country] else e for e in entries
    )


class Atlas:
    """The gazetteer together with the places and endings of the codebook, and the report's use of words."""

    def __init__(
        self, gazetteer: Gazetteer, common: Geography, words: Geography, demonyms: Demonyms, usage: Usage
    ) -> None:
        self.gazetteer = gazetteer
        self.usage = usage
        self.demonyms = demonyms
        self.words = words
        written = sorted((here for here, _ in words.transcription), key=len, reverse=True)
        self.transcription = re.compile("|".join(written)) if written else None
        self.bodies: dict[str, str] = {}
        self.shelling: Words | None = None
        self.lands: frozenset[str] = frozenset()
        self.areas: dict[str, tuple[Entry, ...]] = {}
        for area in common.areas:
            entry = Entry(area.name, Kind(area.kind), area.lat, area.lon, area.country)
            for name in (area.name, *area.names):
                self.areas[key(name)] = (*self.areas.get(key(name), ()), entry)
        self.abbreviations = {form: name for name, forms in words.abbreviations.items() for form in forms}
        self.points = {name: frozenset(map(key, forms)) for name, forms in words.compass.items()}
        self.countries = {key(n): code for code, names in common.countries.items() for n in names}

    @classmethod
    def of(cls, context: Context) -> Atlas:
        common = context.codebook.common("geography", Geography)
        page = context.codebook.page
        words, demonyms = page("geography", Geography), page("demonyms", Demonyms)
        atlas = cls(context.gazetteer, common, words, demonyms, Usage.of(context))
        atlas.lands = frozenset(atlas._lands(context))
        atlas.bodies = page("offices", Offices).sides
        triggers = [t for t in page("incidents", Incidents).triggers if t.mode in SHELLING]
        atlas.shelling = Words(w for t in triggers for w in (*t.verbs, *t.nouns) if not (t.subject or t.object))
        return atlas

    def _lands(self, context: Context) -> Iterator[str]:
        """The countries that the report names, by themselves, their people, their capitals, great towns or regions."""
        for tree in context.trees:
            for token in tree.tokens:
                if len(token.form) > ACRONYM and (code := self.demonyms.country(token.form, token.lemma)):
                    yield code
            tokens = (t for t in tree.tokens if len(t.form) >= ACRONYM and t.form[0].isupper())
            forms = [form for t in tokens for form in (t.form, t.lemma)]
            spans = (tree.span(range(n.first, n.last)) for n in tree.sentence.names if n.kind is NameKind.PLACE)
            for form in dict.fromkeys((*forms, *(span.of(context.text) for span in spans))):
                yield from (e.country for e in self.find(form) if e.country and _stands_for_land(e))

    def find(self, name: str) -> tuple[Entry, ...]:
        """All places of the name as it is written; "Minn." is Minnesota alone."""
        if name in self.abbreviations:
            return tuple(e for e in self.gazetteer.lookup(self.abbreviations[name]) if e.kind is Kind.REGION)
        wanted = key(name)
        code = self.countries.get(wanted)
        country = self.gazetteer.country_by_code(code) if code else None
        areas, listed = self.areas.get(wanted, ()), self.gazetteer.lookup(name)
        if areas:  # "England" is none of the names of the United Kingdom
            listed = tuple(e for e in listed if e.kind is not Kind.COUNTRY or key(e.name) == wanted)
        found = (*((country,) if country else ()), *areas, *_one_capital(listed))
        return tuple(dict.fromkeys(found))

    def find_inflected(self, words: list[tuple[str, str]]) -> tuple[Entry, ...]:
        """All places of a name given as (form, lemma) of its words, in any case of the language."""
        found = dict.fromkeys(self.find(" ".join(form for form, _ in words)))
        acronym = len(words) == 1 and words[0][0].isupper() and len(words[0][0]) <= ACRONYM
        if self.words.endings and not acronym:
            forms = [[key(form), key(lemma), *self.dictionary_forms(key(form))] for form, lemma in words]
            for number, choice in enumerate(product(*(dict.fromkeys(f) for f in forms))):
                if number >= MOST_FORMS * len(words):
                    break
                found |= dict.fromkeys(self.find(" ".join(choice)))
        if not found and not acronym:
            found |= dict.fromkeys(self._pointed(words))
        if not found and self.transcription is not None and not acronym:
            for choice in (tuple(form for form, _ in words), tuple(lemma for _, lemma in words)):
                found |= dict.fromkeys(self.find(self.transcribed(" ".join(choice))))
        return tuple(found)

    def _pointed(self, words: list[tuple[str, str]]) -> tuple[Entry, ...]:
        """Divisions named by a point of the compass, "Darfour-Nord", "Північне Ківу": as English writes them."""
        spelled = key(" ".join(form for form, _ in words)).split()
        for size in range(1, len(spelled)):
            for point, rest in ((spelled[:size], spelled[size:]), (spelled[-size:], spelled[:-size])):
                english = self._compass(point)
                if english and (divisions := self._divisions(english, rest)):
                    return divisions
        return ()

    def _divisions(self, english: str, rest: list[str]) -> tuple[Entry, ...]:
        """The divisions of an English point of the compass and a name in any case of the language."""
        choices = product(*([word, self.transcribed(word), *self.dictionary_forms(word)] for word in rest))
        names = (f"{english} {anyascii(' '.join(choice))}" for choice in islice(choices, MOST_FORMS))
        found = (e for name in names for e in self.gazetteer.lookup(name))
        return tuple(dict.fromkeys(e for e in found if e.kind in (Kind.REGION, Kind.DISTRICT)))

    def _compass(self, point: list[str]) -> str | None:
        forms = {" ".join(point)} if len(point) > 1 else {point[0], *self.dictionary_forms(point[0])}
        return next((name for name, own in self.points.items() if forms & own), None)

    def transcribed(self, name: str) -> str:
        """The name with the letters by which English writes the sounds of other scripts: "Wowtschansk" is Vovchansk."""
        pattern, letters = self.transcription, dict(self.words.transcription)
        return pattern.sub(lambda m: letters[m.group()], key(name)) if pattern is not None else name

    def dictionary_forms(self, word: str) -> list[str]:
        """What the word may be in the nominative, longer endings first."""
        forms = []
        for rule in sorted(self.words.endings, key=lambda rule: -len(rule.ending)):
            ending = fold(rule.ending)
            if word.endswith(ending) and len(word) - len(ending) >= 2:
                forms += [word[: -len(ending)] + fold(instead) for instead in rule.instead]
        return forms
