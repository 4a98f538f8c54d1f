"""From a parsed report to the names written in it: persons, organisations, places and groups, as token ranges.

Starts from the reader's names and the places, and adds what general rules can see: known institutions, acronyms,
capitalised last names of persons named elsewhere in the report, names behind titles and roles, peoples
("the Russians"). Who bears the names is left to `bearers`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from facta.codebook.offices import Offices
from facta.extraction.context import Context
from facta.extraction.declension import nominatives
from facta.extraction.lands import Lands
from facta.extraction.tree import Tree
from facta.records import NameKind, Place, Span
from facta.text import fold

_ACRONYM = re.compile(r"(?:[A-ZА-ЯІЇЄҐ]\.){2,}[A-ZА-ЯІЇЄҐ]?|[A-ZА-ЯІЇЄҐ][A-ZА-ЯІЇЄҐ&-]{1,7}\d?")
_LONGEST = 6  # words in the longest institution of the codebook


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """Tokens `first` to `last` (half-open) of a sentence are a name; `head` is the word the parse hangs it on."""

    sentence: int
    first: int
    last: int
    head: int
    kind: NameKind
    span: Span

    def covers(self, sentence: int, token: int) -> bool:
        return self.sentence == sentence and self.first <= token < self.last


def find_mentions(context: Context, places: tuple[Place, ...], lands: Lands) -> list[Mention]:
    """All names in text order; where two overlap, the longer one stays."""
    offices = context.codebook.page("offices", Offices)
    found: list[Mention] = []
    for tree in context.trees:
        found += _kept(
            [*_institutions(tree, offices), *_read(tree, offices, lands), *_peoples(tree, lands), *_acronyms(tree)]
        )
    found = [*found, *_placed(context, places, found)]
    surnames = {fold(_tokens(context, m)[-1]) for m in found if m.kind is NameKind.PERSON}
    for tree in context.trees:
        taken = {i for m in found if m.sentence == tree.index for i in range(m.first, m.last)}
        found += [m for m in _runs(tree, offices, surnames, lands) if not taken.intersection(range(m.first, m.last))]
    return sorted(found)


def mention(tree: Tree, first: int, last: int, kind: NameKind) -> Mention:
    """The mention of these tokens, headed by the one that hangs on a word outside."""
    inside = range(first, last)
    head = next((i for i in inside if tree.tokens[i].head not in inside), first)
    return Mention(tree.index, first, last, head, kind, Span(tree.tokens[first].start, tree.tokens[last - 1].end))


def _tokens(context: Context, found: Mention) -> list[str]:
    return [t.form for t in context.trees[found.sentence].tokens[found.first : found.last]]


def _kept(candidates: list[Mention]) -> list[Mention]:
    """Of overlapping candidates the longest, and of equally long ones the first."""
    chosen: list[Mention] = []
    for found in sorted(candidates, key=lambda m: m.first - m.last):
        if not any(c.first < found.last and found.first < c.last for c in chosen):
            chosen.append(found)
    return chosen


def _read(tree: Tree, offices: Offices, lands: Lands) -> Iterator[Mention]:
    """The reader's names without titles, roles and possessive marks at their ends."""
    titles = {fold(t) for t in offices.titles}
    for name in tree.sentence.names:
        first, last = name.first, name.last
        while first < last - 1 and (
            fold(tree.tokens[first].form) in titles or tree.tokens[first].upos in ("DET", "PUNCT")
        ):
            first += 1
        while last - 1 > first and (
            tree.tokens[last - 1].upos in ("PUNCT", "PART") or tree.relation(last - 1) == "case"
        ):
            last -= 1
        if name.kind is NameKind.PERSON:
            first = _past_roles(tree, first, last, offices)
            first = _past_country(tree, first, last, offices, lands)
        kind = name.kind
        if (
            kind is NameKind.PERSON
            and last - first > 1
            and lands.state(" ".join(t.form for t in tree.tokens[first:last]))
        ):
            kind = NameKind.PLACE
        if kind is NameKind.PERSON and last - first == 1 and _listed_town(tree, first, lands):
            kind = NameKind.PLACE
        if kind is NameKind.ORGANISATION and last - first == 1:
            first = _whole_body(tree, first, offices)
        if kind is NameKind.ORGANISATION:
            last = _with_owners(tree, first, last, offices, lands)
        if kind is NameKind.PERSON and last - first == 1 and _town_of_role(tree, first, offices, lands):
            kind = NameKind.PLACE
        if any(ch.isupper() for ch in tree.tokens[first].form) or kind is not NameKind.PERSON:
            yield mention(tree, first, last, kind)


def _town_of_role(tree: Tree, i: int, offices: Offices, lands: Lands) -> bool:
    """Whether a single name is the place of an office ("мера Харкова Ігоря Терехова", "the mayor of Harare") or a
    capital that speaks."""
    if lands.state(tree.tokens[i].form, tree.tokens[i].lemma) or lands.is_land(tree.tokens[i]):
        return True
    if tree.relation(i) == "nmod" and tree.child(i, "case") is None and lands.is_declined_place(tree.tokens[i]):
        body = tree.tokens[tree.tokens[i].head]  # "поліція Тирасполя"
        if {fold(body.form), fold(body.lemma)} & offices.body_sectors.keys():
            return True
    if tree.relation(i) == "nmod" and tree.child(i, "case") is not None:
        office = tree.tokens[tree.tokens[i].head]
        held = {fold(office.form), fold(office.lemma)} & offices.role_sectors.keys()
        return bool(held) and lands.is_place(tree.tokens[i])
    named = i + 1 < len(tree.tokens) and tree.tokens[i + 1].upos == "PROPN"
    known = lands.is_place(tree.tokens[i]) or lands.is_declined_place(tree.tokens[i])
    return named and _introduced(tree, i, offices) and known


def _listed_town(tree: Tree, i: int, lands: Lands) -> bool:
    """Whether a single name that the gazetteer knows stands in one list with a place."""
    others = [tree.tokens[i].head] if tree.relation(i) == "conj" else []
    others += tree.all_children(i, "conj")
    return lands.is_place(tree.tokens[i]) and any(lands.located(tree.tokens[j]) for j in others if j >= 0)


def _whole_body(tree: Tree, i: int, offices: Offices) -> int:
    """The first token of a body's name of which the reader saw the last word: "Kenyan General Staff"."""
    lasts = {body.rpartition(" ")[2] for body in offices.body_sectors}
    first = i
    while fold(tree.tokens[i].form) in lasts and first > 0:
        before = tree.tokens[first - 1]
        if not before.form[0].isupper() or tree.relation(first - 1) not in ("amod", "compound", "nmod"):
            break
        first -= 1
    return first


def _with_owners(tree: Tree, first: int, last: int, offices: Offices, lands: Lands) -> int:
    """The end of a body's name with what it is of, where the reader saw its first word, or two names: "Міністерство
    [оборони Перу]", "МЗС [Польщі]", "Генштаб [ВСУ]"."""
    if not any(_is_body(tree, i, offices) for i in range(first, last)):
        return last
    end = last
    while end < len(tree.tokens) and _hangs(tree, first, end):
        owner = tree.tokens[end]
        if lands.state(owner.form, owner.lemma) or lands.is_land(owner) or fold(owner.form) in offices.sides:
            return end + 1
        end += 1
    return last


def _hangs(tree: Tree, first: int, i: int) -> bool:
    """Whether the word is a genitive that hangs on the name begun at `first`."""
    genitive = tree.relation(i) in ("nmod", "flat", "appos", "amod") and tree.tokens[i].upos in ("NOUN", "PROPN", "ADJ")
    inside = first <= tree.tokens[i].head < i or (tree.relation(i) == "amod" and tree.tokens[i].head == i + 1)
    return genitive and inside and tree.child(i, "case") is None


def _is_body(tree: Tree, i: int, offices: Offices) -> bool:
    """Whether the word, in any case, names a kind of body."""
    token = tree.tokens[i]
    words = {fold(token.form), fold(token.lemma), *map(fold, nominatives(token.form))}
    return not words.isdisjoint(offices.body_sectors)


def _past_roles(tree: Tree, first: int, last: int, offices: Offices) -> int:
    """The first token of a person's name behind a role that the reader took for a part of it."""
    while first < last - 1 and fold(tree.tokens[first].form) in offices.role_sectors:
        first += 1
    return first


def _past_country(tree: Tree, first: int, last: int, offices: Offices, lands: Lands) -> int:
    """The first token of a person's full name behind the country of the office or its body: "президент Конго Фелікс
    Чісекеді", "речник уряду Судану Алі Хасан"."""
    country = tree.tokens[first]
    body = tree.tokens[first - 1] if first else country
    held = _introduced(tree, first, offices) or {fold(body.form), fold(body.lemma)} & offices.body_sectors.keys()
    if last - first > 2 and held and lands.state(country.form, country.lemma):
        return first + 1
    return first


def _institutions(tree: Tree, offices: Offices) -> Iterator[Mention]:
    forms = [fold(t.form) for t in tree.tokens]
    lemmas = [fold(t.lemma) for t in tree.tokens]
    for first in range(len(forms)):
        for last in range(min(len(forms), first + _LONGEST), first, -1):
            word = " ".join(forms[first:last])
            known = word in offices.sides or " ".join(lemmas[first:last]) in offices.sides
            if last == first + 1 and tree.tokens[first].upos in ("PROPN", "NOUN"):
                known = known or any(fold(case) in offices.sides for case in nominatives(tree.tokens[first].form))
            if known and any(t.form[0].isupper() for t in tree.tokens[first:last]):  # "Белый дом"
                bare = tree.tokens[first].upos == "DET" and " ".join(forms[first + 1 : last]) in offices.sides
                yield mention(tree, first + bare, last, NameKind.ORGANISATION)
                break


def _acronyms(tree: Tree) -> Iterator[Mention]:
    capitals = sum(t.form.isupper() for t in tree.tokens)
    if capitals * 2 > len(tree.tokens):  # a heading in capitals
        return
    for i, token in enumerate(tree.tokens):
        if token.upos in ("PROPN", "NOUN") and _ACRONYM.fullmatch(token.form):
            yield mention(tree, i, i + 1, NameKind.ORGANISATION)


def _peoples(tree: Tree, lands: Lands) -> Iterator[Mention]:
    for i, token in enumerate(tree.tokens):
        if lands.people(token) and not _modifies(tree, i):
            yield mention(tree, i, i + 1, NameKind.GROUP)


def _modifies(tree: Tree, i: int) -> bool:
    """Whether the word stands before a noun that it describes ("Russian forces")."""
    head = tree.tokens[i].head
    return tree.relation(i) in ("amod", "compound", "nmod") and head > i


def _placed(context: Context, places: tuple[Place, ...], found: list[Mention]) -> Iterator[Mention]:
    """Places that no other name covers."""
    for tree in context.trees:
        taken = {i for m in found if m.sentence == tree.index for i in range(m.first, m.last)}
        for place in places:
            if tree.sentence.span.covers(place.span):
                inside = tree.at(place.span)
                if inside and not taken.intersection(inside):
                    yield replace(mention(tree, inside[0], inside[-1] + 1, NameKind.PLACE), span=place.span)


def _runs(tree: Tree, offices: Offices, surnames: set[str], lands: Lands) -> Iterator[Mention]:
    """Runs of proper nouns that the reader did not name: last names known as such, and names behind a role or title."""
    i = 0
    while i < len(tree.tokens):
        j = i
        while j < len(tree.tokens) and tree.tokens[j].upos == "PROPN" and tree.tokens[j].form[0].isupper():
            j += 1
        if j > i:
            first = _past_roles(tree, i, j, offices)
            place = j - first == 1 and lands.is_place(tree.tokens[first])
            if fold(tree.tokens[j - 1].form) in surnames or (not place and _introduced(tree, first, offices)):
                yield mention(tree, first, j, NameKind.PERSON)
        i = max(j, i + 1)


def _introduced(tree: Tree, first: int, offices: Offices) -> bool:
    """Whether a title or a role noun stands right before the word."""
    if first == 0:
        return False
    before = tree.tokens[first - 1]
    if before.form == "." and first > 1:
        before = tree.tokens[first - 2]
    words = {fold(before.form), fold(before.lemma)}
    return bool(words & {fold(t) for t in offices.titles} or words & offices.role_sectors.keys())
