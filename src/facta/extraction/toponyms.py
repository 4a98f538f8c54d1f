"""Which words of a sentence name places: candidates with all that the gazetteer and the codebook know of them.

Words and the parse go in; candidates with their possible entries come out. Which entry is meant is left to `places`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from facta.codebook.demonyms import Demonyms
from facta.codebook.geography import Geography
from facta.codebook.offices import Offices
from facta.extraction.context import Context
from facta.extraction.tree import Tree
from facta.gazetteer import Entry, Gazetteer, Kind, key
from facta.records import NamedSpan, NameKind
from facta.text import fold

LONGEST = 6  # words of the longest name looked for
NOTED = 15_000  # inhabitants of a town that is recognised although the reader saw no name there
CITY = 50_000  # of a town taken at its word where the reader saw a person or organisation
METROPOLIS = 1_000_000  # below it, "Jackson" and "Austin" are persons
KNOWN_LOWER = 1_000_000  # inhabitants of a capital that is recognised in lower case
ACRONYM = 4  # letters of a word in capitals that is not inflected
MOST_FORMS = 24  # dictionary forms tried for one inflected name


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens `first` up to but not including `last` of a sentence, and the places they may name."""

    tree: Tree
    first: int
    last: int
    entries: tuple[Entry, ...]
    seen: bool  # the reader took it for a place as well

    @property
    def head(self) -> int:
        """The token on which the name hangs."""
        inside = range(self.first, self.last)
        return next((i for i in inside if self.tree.tokens[i].head not in inside), self.first)


class Atlas:
    """The gazetteer together with the places and endings of one language's codebook."""

    def __init__(self, gazetteer: Gazetteer, common: Geography, words: Geography, demonyms: Demonyms) -> None:
        self.gazetteer = gazetteer
        self.demonyms = demonyms
        self.words = words
        self.bodies: dict[str, str] = {}
        self.areas: dict[str, tuple[Entry, ...]] = {}
        for area in common.areas:
            entry = Entry(area.name, Kind(area.kind), area.lat, area.lon, area.country)
            for name in (area.name, *area.names):
                self.areas[key(name)] = (*self.areas.get(key(name), ()), entry)
        self.countries = {key(n): code for code, names in common.countries.items() for n in names}

    @classmethod
    def of(cls, context: Context) -> Atlas:
        common = context.codebook.common("geography", Geography)
        page = context.codebook.page
        atlas = cls(context.gazetteer, common, page("geography", Geography), page("demonyms", Demonyms))
        atlas.bodies = page("offices", Offices).sides
        return atlas

    def find(self, name: str) -> tuple[Entry, ...]:
        """All places of the name as it is written."""
        wanted = key(name)
        code = self.countries.get(wanted)
        country = self.gazetteer.country_by_code(code) if code else None
        found = (*((country,) if country else ()), *self.areas.get(wanted, ()), *self.gazetteer.lookup(name))
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
        return tuple(found)

    def dictionary_forms(self, word: str) -> list[str]:
        """What the word may be in the nominative, longer endings first."""
        forms = []
        for rule in sorted(self.words.endings, key=lambda rule: -len(rule.ending)):
            ending = fold(rule.ending)
            if word.endswith(ending) and len(word) - len(ending) >= 2:
                forms += [word[: -len(ending)] + fold(instead) for instead in rule.instead]
        return forms


def candidates(context: Context, atlas: Atlas, tree: Tree) -> Iterator[Candidate]:
    """Names of places in a sentence, the longest first at each word, none overlapping."""
    i = 0
    while i < len(tree.tokens):
        found = next(filter(None, (_candidate(context, atlas, tree, i, j) for j in _ends(atlas, tree, i))), None)
        if found:
            yield found
            i = found.last
        else:
            i += 1


def _ends(atlas: Atlas, tree: Tree, i: int) -> Iterator[int]:
    """Where a name that begins at token `i` may end, the furthest first."""
    end, ends = i, []
    while end < min(len(tree.tokens), i + LONGEST):
        token = tree.tokens[end]
        hyphen = token.form in "-–." and end > i and tree.tokens[end - 1].end == token.start
        if (not hyphen and not token.form[0].isalnum()) or (end > i and token.start > tree.tokens[end - 1].end + 1):
            break
        end += 1
        if not hyphen and (token.form[0].isupper() or end == i + 1 or atlas.words.has("region_words", token.form)):
            ends.append(end)
        elif not hyphen and not atlas.words.has("joining_words", token.form):
            break
    yield from reversed(ends)


def _candidate(context: Context, atlas: Atlas, tree: Tree, i: int, j: int) -> Candidate | None:
    text = context.text[tree.tokens[i].start : tree.tokens[j - 1].end]
    named = [n for n in tree.sentence.names if n.first < j and i < n.last]
    seen = any(n.kind is NameKind.PLACE for n in named)
    if not _may_begin(atlas, tree, i, j, seen):
        return None
    words = [(t.form, t.lemma) for t in tree.tokens[i:j] if t.form not in "-–."]
    entries = atlas.find_inflected(words) if len(words) == j - i else atlas.find(text)
    if len(text.replace(".", "")) <= 3 and not text.isupper() and not seen:
        return None
    if not text[0].isupper():
        entries = tuple(e for e in entries if _known_in_lower_case(e))
    if fold(text) in atlas.bodies:  # a movement or agency that is spelled as some town: "Hamás", "Hamm"
        entries = tuple(e for e in entries if e.kind in (Kind.COUNTRY, Kind.CAPITAL))
    entries = tuple(e for e in entries if e.kind is not Kind.DISTRICT or seen or e.population > NOTED)
    if not entries or not _is_name_of_place(atlas, tree, i, j, named, entries):
        return None
    return Candidate(tree, i, j, entries, seen)


def _may_begin(atlas: Atlas, tree: Tree, i: int, j: int, seen: bool) -> bool:
    form = tree.tokens[i].form
    if not form[0].isalpha() or (atlas.words.has("joining_words", form) and not form[0].isupper()):
        return False
    if form[0].isupper():
        alone = j == i + 1
        if alone and atlas.words.has("part_words", form):
            return False
        return not (alone and atlas.words.has("not_places", form) and not seen)
    return j == i + 1 and len(form) > 3 and not atlas.words.has("lower_case", form)


def _known_in_lower_case(entry: Entry) -> bool:
    return entry.kind is Kind.COUNTRY or (entry.kind is Kind.CAPITAL and entry.population > KNOWN_LOWER)


def _is_name_of_place(
    atlas: Atlas, tree: Tree, i: int, j: int, named: list[NamedSpan], entries: tuple[Entry, ...]
) -> bool:
    """Not part of a person's or organisation's name, and well enough known where the reader saw no name."""
    great = any(e.kind in (Kind.COUNTRY, Kind.CAPITAL, Kind.AREA, Kind.WATER) for e in entries)
    for name in named:
        whole = name.first >= i and name.last <= j
        if name.kind is NameKind.PLACE or (whole and (great or _stands_as_place(atlas, tree, i, name, entries))):
            continue
        return False
    return _is_known_enough(atlas, tree, i, j, bool(named), entries)


def _stands_as_place(atlas: Atlas, tree: Tree, i: int, name: NamedSpan, entries: tuple[Entry, ...]) -> bool:
    """Towns that the reader took for people or organisations: great ones, and others behind "in", "near" or "on"."""
    people = max(e.population for e in entries)
    before = tree.tokens[i - 1].form if i else ""
    placed = any(atlas.words.has(w, before) for w in ("locative_words", "target_words"))
    if name.kind is NameKind.PERSON:
        return people >= METROPOLIS or (placed and people >= CITY)
    return people >= (NOTED if placed else CITY)


def _is_known_enough(atlas: Atlas, tree: Tree, i: int, j: int, named: bool, entries: tuple[Entry, ...]) -> bool:
    """Nothing that follows makes it part of an organisation's name, and the reader or the census vouches for it."""
    great = any(e.kind in (Kind.COUNTRY, Kind.CAPITAL, Kind.AREA, Kind.WATER) for e in entries)
    after = tree.tokens[j] if j < len(tree.tokens) else None
    if after and after.form[0].isupper() and atlas.words.has("organisation_words", after.form):
        return False
    first = tree.tokens[i]
    if j == i + 1 and first.upos != "PROPN" and atlas.demonyms.country(first.form):
        return False
    if named:
        return True
    if j == i + 1 and first.upos not in ("PROPN", "ADJ", "X") and not great:
        return False
    return great or any(e.population >= NOTED for e in entries)
