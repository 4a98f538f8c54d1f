"""Which words of a sentence name places: candidates with all that the gazetteer and the codebook know of them.

Words and the parse go in; candidates with their possible entries come out. Which entry is meant is left to `places`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from facta.extraction.atlas import Atlas
from facta.extraction.context import Context
from facta.extraction.placenames import is_name_of_place
from facta.extraction.tree import Tree
from facta.extraction.usage import is_common_word
from facta.gazetteer import Entry, Kind
from facta.records import NamedSpan, NameKind, Span
from facta.text import fold

ACRONYM = 4  # letters of a word in capitals that is a country or no place
CLOSING = ("region_words", "water_words", "ending_words")  # lower-case words that may end a name
LONGEST = 6  # words of the longest name looked for
NOTED = 15_000  # inhabitants of a town that is recognised although the reader saw no name there
KNOWN_LOWER = 1_000_000  # inhabitants of a capital that is recognised in lower case


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

    @property
    def span(self) -> Span:
        return self.tree.span(range(self.first, self.last))


def given(context: Context, atlas: Atlas, tree: Tree, span: Span) -> Candidate | None:
    """A name that is known to be a place's, with the places it may name; nothing when it stands in another sentence."""
    inside = tree.at(span)
    if not inside:
        return None
    words = [(tree.tokens[i].form, tree.tokens[i].lemma) for i in inside if tree.tokens[i].form not in "-–."]
    text = context.text[tree.tokens[inside[0]].start : tree.tokens[inside[-1]].end]
    entries = tuple(
        dict.fromkeys((*atlas.find(span.of(context.text)), *atlas.find(text), *atlas.find_inflected(words)))
    )
    if len(words) == 1 and (code := atlas.demonyms.country(*words[0])):  # "Malian"
        country = atlas.gazetteer.country_by_code(code)
        entries = (country,) if country else entries
    return Candidate(tree, inside[0], inside[-1] + 1, entries, True)


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
        glued = end > i and tree.tokens[end - 1].end == token.start
        hyphen = token.form in "-–." and glued
        if (not hyphen and not token.form[0].isalnum()) or (end > i and token.start > tree.tokens[end - 1].end + 1):
            break
        end += 1
        closes = any(atlas.words.has(w, token.form, token.lemma) for w in CLOSING)
        if not hyphen and (any(ch.isupper() for ch in token.form) or end == i + 1 or closes):
            ends.append(end)
        elif not hyphen and not glued and not atlas.words.has("joining_words", token.form):
            break
    yield from reversed(ends)


def _candidate(context: Context, atlas: Atlas, tree: Tree, i: int, j: int) -> Candidate | None:
    text = context.text[tree.tokens[i].start : tree.tokens[j - 1].end]
    if (short := _abbreviation(atlas, tree, text, j)) is not None:
        return Candidate(tree, i, j, atlas.find(short), True) if _follows_town(tree, i) else None
    named = [n for n in tree.sentence.names if n.first < j and i < n.last]
    seen = any(n.kind is NameKind.PLACE for n in named)
    if not _may_begin(atlas, tree, i, j, seen):
        return None
    words = [(t.form, t.lemma) for t in tree.tokens[i:j] if t.form not in "-–."]
    entries = tuple(dict.fromkeys((*atlas.find(text), *atlas.find_inflected(words))))
    if len(text.replace(".", "")) <= 3 and not text.isupper() and not seen:
        return None
    if not text[0].isupper() and j == i + 1:
        entries = tuple(e for e in entries if _known_in_lower_case(e)) if _may_be_lower(atlas, tree, i, named) else ()
    if not text[0].isupper() and j > i + 1:  # "mar Rojo"
        entries = tuple(e for e in entries if e.kind in (Kind.AREA, Kind.WATER))
    if text.isupper() and len(text) <= ACRONYM and any(t.form.islower() for t in tree.tokens):
        entries = tuple(e for e in entries if e.kind is Kind.COUNTRY)
    if _is_half(atlas, tree, i, j):
        return None
    if fold(text) in atlas.bodies:  # a movement or agency that is spelled as some town: "Hamás", "Hamm"
        entries = tuple(e for e in entries if e.kind in (Kind.COUNTRY, Kind.CAPITAL))
    entries = tuple(e for e in entries if e.kind is not Kind.DISTRICT or seen or e.population > NOTED)
    if not entries or not is_name_of_place(atlas, tree, i, j, named, entries):
        return None
    return Candidate(tree, i, j, entries, seen)


def _abbreviation(atlas: Atlas, tree: Tree, text: str, j: int) -> str | None:
    """The text as an abbreviation of a division, its point included where that ends the sentence as well."""
    dotted = f"{text}." if j < len(tree.tokens) and tree.tokens[j].form == "." else text
    return next((form for form in (text, dotted) if form in atlas.abbreviations), None)


def _follows_town(tree: Tree, i: int) -> bool:
    """Whether a name and a comma stand before the word: "Paris, Ky.", "Orlando, FL"."""
    return i > 1 and tree.tokens[i - 1].form == "," and tree.tokens[i - 2].form[0].isupper()


def _may_begin(atlas: Atlas, tree: Tree, i: int, j: int, seen: bool) -> bool:
    form = tree.tokens[i].form
    if not form[0].isalpha() or (atlas.words.has("joining_words", form) and not form[0].isupper()):
        return False
    if form[0].isupper():
        alone = j == i + 1
        if alone and atlas.words.has("part_words", form):
            return False
        return not (alone and atlas.words.has("not_places", form) and not seen)
    if j > i + 1:
        return atlas.words.has("water_words", form) and tree.tokens[j - 1].form[0].isupper()
    return len(form) > 3 and not atlas.words.has("lower_case", form)


def _is_half(atlas: Atlas, tree: Tree, i: int, j: int) -> bool:
    """Is the word a piece of a hyphenated name, "Nord" of "Nord-Darfur", and not one of two places, "Iran-Israel"?"""
    for hyphen, beside in ((i - 1, i - 2), (j, j + 1)):
        if not 0 <= beside < len(tree.tokens) or tree.tokens[hyphen].form not in "-–":
            continue
        joined, other = tree.tokens[hyphen], tree.tokens[beside]
        left, right = (other, tree.tokens[i]) if beside < i else (tree.tokens[j - 1], other)
        touching = joined.start == left.end and joined.end == right.start
        if touching and other.form[0].isupper():
            return not any(e.kind in (Kind.COUNTRY, Kind.CAPITAL) for e in atlas.find(other.form))
    return False


def _may_be_lower(atlas: Atlas, tree: Tree, i: int, named: list[NamedSpan]) -> bool:
    """Is the word written with a capital elsewhere in the report, or no other word and taken for a name here?"""
    token = tree.tokens[i]
    taken = bool(named) or token.upos == "PROPN"
    common = is_common_word(token.form.capitalize(), atlas.usage.language)
    return fold(token.form) in atlas.usage.capital or (taken and not common)


def _known_in_lower_case(entry: Entry) -> bool:
    return entry.kind is Kind.COUNTRY or (entry.kind is Kind.CAPITAL and entry.population > KNOWN_LOWER)
