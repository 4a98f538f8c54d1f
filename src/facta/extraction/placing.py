"""Where the act named by a word of the sentence happens: its place mentions that stand as locations, not as actors.

Looked for in this order: what is hit, where the reader or an adposition puts it, the rest of its clause, the sentence
before in the same paragraph. A capital or country that speaks, decides, gives or is addressed is no location.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from facta.codebook.acts import Acts
from facta.codebook.geography import Geography
from facta.codebook.offices import Offices
from facta.codebook.speech import Speech
from facta.extraction.tree import Tree
from facta.extraction.words import Words
from facta.records import Place, Precision
from facta.text import fold

NOUN_LINKS = ("compound", "nmod", "amod", "appos", "flat", "conj", "name")
OTHER_CLAUSES = ("acl", "advcl", "ccomp", "csubj", "parataxis", "vocative", "xcomp")
CLIMBED = ("obj", "nsubj", "obl", "nmod", "compound", "xcomp", "conj", "advcl", "iobj", "amod", "appos")
FINENESS = (
    Precision.POINT,
    Precision.TOWN,
    Precision.NEAR,
    Precision.DISTRICT,
    Precision.REGION,
    Precision.COUNTRY,
    Precision.UNRESOLVED,
)
RECENT = 6  # mentions of towns among which "the city" is looked for
LINES_BACK = 3  # sentences of the paragraph in which a location is looked for when the sentence has none


def place_of(tree: Tree, token: int, places: tuple[Place, ...], seats: tuple[Place, ...] = ()) -> Place | None:
    """The place where the act named by `token` of `tree` happens, if the sentence says so."""
    return next(iter(places_of(tree, token, places, seats)), None)


def places_of(tree: Tree, token: int, places: tuple[Place, ...], seats: tuple[Place, ...] = ()) -> tuple[Place, ...]:
    """All the places that the nearest link to the act gives: "around Goma and Bukavu" gives two. `seats` are the
    towns of the mayors that the report names."""
    locations = Locations(tree, places, seats)
    ways = (locations.hit, locations.by_role, locations.by_adjunct, locations.by_clause, locations.fronted)
    found: tuple[Place, ...] = ()
    for way in ways:
        more = _in_order(way(token))
        if not found:
            found = more
        elif finer := tuple(p for p in more if all(is_finer(p, coarse) for coarse in found)):
            found = finer
    if found:
        return found
    return _before(tree, places) if not locations.here and _is_main(tree, token) else ()


def is_finer(one: Place, other: Place) -> bool:
    """Does the one lie in the other and say more exactly where: a town of the region, a region of the country?"""
    if FINENESS.index(one.precision) >= FINENESS.index(other.precision) or one.country != other.country:
        return False
    return other.admin1 is None or one.admin1 == other.admin1  # a country and a part of one have no division


def lies_within(tree: Tree, token: int) -> bool:
    """Does an adposition such as "in" stand before the noun, so that it is a place whatever its role?"""
    words = tree.codebook.page("geography", Geography) if tree.codebook else Geography()
    cases = [form for c in tree.all_children(token, "case") for form in (tree.tokens[c].form, tree.tokens[c].lemma)]
    return any(words.has("holding_words", form) and words.has("locative_words", form) for form in cases)


def _is_main(tree: Tree, token: int) -> bool:
    """Is the act told by the main clause itself, and not within what somebody says or what might be?"""
    chain = [token, *tree.ancestors(token)]
    modal = any(label == "ARGM-MOD" for i in chain for label, _ in tree.roles.get(i, ()))
    return not modal and not any(tree.relation(i) in OTHER_CLAUSES for i in chain)


def _in_order(places: Iterator[Place]) -> tuple[Place, ...]:
    """Each place once, countries left out beside towns and regions."""
    unique = list(dict.fromkeys(places))
    return tuple([p for p in unique if p.precision is not Precision.COUNTRY] or unique)


def _before(tree: Tree, places: tuple[Place, ...]) -> tuple[Place, ...]:
    """The one location of the nearest sentence before in the paragraph that has any."""
    here = tree
    for _ in range(LINES_BACK):
        if here.previous is None:
            return ()
        here = here.previous
        locations = Locations(here, places)
        if locations.here:
            standing = {p.name: p for p in locations.standing() if p.precision is not Precision.COUNTRY}
            exact = [p for p in standing.values() if p.precision is not Precision.NEAR] or list(standing.values())
            return tuple(exact) if len(exact) == 1 else ()
    return ()


class Locations:
    """The places of one sentence by token, and what ties them to its acts."""

    def __init__(self, tree: Tree, places: tuple[Place, ...], seats: tuple[Place, ...] = ()) -> None:
        self.tree = tree
        self.places = places
        self.seats = seats
        within = tree.sentence.span
        self.here = {i: place for place in places if within.covers(place.span) for i in tree.at(place.span)}

    @cached_property
    def words(self) -> Geography:
        return self.tree.codebook.page("geography", Geography) if self.tree.codebook else Geography()

    def hit(self, token: int) -> Iterator[Place]:
        """What the act is done to when that is itself a town or region: "shelled Nikopol", "X, seized in May"."""
        for j in self._objects(token):
            for place in self._at(j):
                if place.precision not in (Precision.COUNTRY, Precision.UNRESOLVED):
                    yield place
        head = self.tree.tokens[token].head
        if self.tree.relation(token) in ("acl", "advcl") and self.tree.child(token, "nsubj", "obj", "mark") is None:
            below = self.tree.relation(token) == "acl" and head in self.here
            described = head if below else self._just_before(token)
            yield from (p for p in self._at(described) if p.precision is not Precision.COUNTRY)

    def _just_before(self, token: int) -> int:
        """What stands before the comma of a participle: the reader may tie "the fate of X, seized in May" to fate."""
        first = min(self.tree.subtree(token))
        comma = first if self.tree.tokens[first].form == "," else first - 1
        found = comma > 0 and self.tree.tokens[comma].form == "," and comma - 1 in self.here
        return comma - 1 if found else token

    def by_role(self, token: int) -> Iterator[Place]:
        """Where the reader puts the act."""
        for label, j in self.tree.roles.get(token, ()):
            if label.endswith("LOC"):
                yield from self._phrase(j)
                yield from self._described(token, j)

    def _described(self, verb: int, j: int) -> Iterator[Place]:
        """The place that a relative clause tells of: "Sumy, where they had suffered losses"."""
        if self.tree.tokens[j].upos in ("ADV", "PRON") and self.tree.relation(verb) == "acl":
            head = self.tree.tokens[verb].head
            yield from (self._at(head) if head in self.here else self._under_noun(head))

    def _relative(self, verb: int) -> Iterator[Place]:
        """The same where the reader gave no role: the clause opens with an adverb ("where") beside the place."""
        head, first = self.tree.tokens[verb].head, min(self.tree.subtree(verb))
        opens = first if self.tree.tokens[first].upos != "PUNCT" else first + 1
        if self.tree.relation(verb) == "acl" and self.tree.tokens[opens].upos == "ADV":
            yield from (self._at(head) if head in self.here else self._under_noun(head))

    def by_adjunct(self, token: int) -> Iterator[Place]:
        """Adjuncts of the act and of what it is done to: "strikes on X", "the X attack", "bombed houses in X"."""
        for j in self.tree.all_children(token, "obl", "nmod", "advmod", "compound", "amod"):
            if self.tree.relation(j) in ("compound", "amod"):
                yield from (p for p in self._at(j) if p.precision is not Precision.COUNTRY)
            elif self._locative(j):
                yield from self._phrase(j)
            elif self.tree.relation(j) == "nmod" and j not in self.tree.predicates:
                yield from self._under_noun(j)  # "talks between the two sides in Doha"
        for j in self._objects(token):
            for k in (j, *self.tree.all_children(j, "conj")):
                if k not in self.tree.predicates:
                    yield from self._under_noun(k)

    def by_clause(self, token: int) -> Iterator[Place]:
        """The location of the verb on which the act depends, as long as no other clause lies between."""
        i, tree = token, self.tree
        for head in tree.ancestors(token):
            if tree.relation(i) not in CLIMBED or self._barred(i) or self._is_own_clause(i):
                return
            found = [*self.by_role(head), *self.by_adjunct(head), *self._passive_place(head), *self._relative(head)]
            if self._tells(head, i):
                found = [p for p in found if p.span.start > tree.tokens[token].start]
            if found:
                yield from found
                return
            i = head

    def _tells(self, verb: int, i: int) -> bool:
        """Is the word what a verb of speech tells of? A place before is that of the telling: "in X, they told of Y"."""
        page = self.tree.codebook.page("speech", Speech) if self.tree.codebook else Speech()
        told = self.tree.relation(i) in ("obl", "obj") and fold(self.tree.tokens[verb].lemma) in page.verbs_by_lemma
        return told and not self._locative(i)

    def _is_own_clause(self, i: int) -> bool:
        """Is the word a joined verb with somebody else as its subject: "X shelled Kobani, and Ankara summoned …"?"""
        return self.tree.relation(i) == "conj" and self.tree.child(i, "nsubj") is not None

    def fronted(self, token: int) -> Iterator[Place]:
        """The place with which the sentence opens holds for all of it: "In X, …"."""
        tokens = self.tree.tokens
        opening = next((i for i, t in enumerate(tokens) if t.upos != "PUNCT"), 0)
        head = tokens[opening].head
        if tokens[opening].upos == "ADP" and head > opening and token > head and self._locative(head):
            yield from self._at(head)

    def standing(self) -> Iterator[Place]:
        """All places of the sentence that stand as locations of anything."""
        for i in range(len(self.tree.tokens)):
            if i in self.here and (self._locative(i) or self.tree.tokens[i].deprel in ("obj", "nsubj:pass")):
                yield self.here[i]

    def _passive_place(self, verb: int) -> Iterator[Place]:
        for j in self.tree.children[verb]:
            if self.tree.tokens[j].deprel == "nsubj:pass":
                yield from (p for p in self._at(j) if p.precision is not Precision.COUNTRY)

    def _objects(self, token: int) -> list[int]:
        passive = [c for c in self.tree.children[token] if self.tree.tokens[c].deprel == "nsubj:pass"]
        return [*self.tree.all_children(token, "obj"), *passive]

    def _at(self, i: int) -> Iterator[Place]:
        """The place that the token itself names, with those joined to it: "the city of X", "X and Y", "the city"."""
        if i in self.here:
            yield self.here[i]
        elif antecedent := self._named_before(i):
            yield antecedent
        for j in self.tree.all_children(i, "conj", "appos", "flat"):
            if j in self.here:
                yield self.here[j]

    def _phrase(self, i: int) -> Iterator[Place]:
        """The places anywhere in the noun phrase of the token."""
        yield from self._at(i)
        for j in self.tree.subtree(i, leave=lambda c: c != i and self._leaves_phrase(c)):
            if j in self.here and j != i:
                yield self.here[j]

    def _leaves_phrase(self, i: int) -> bool:
        return self.tree.relation(i) in OTHER_CLAUSES or self._barred(i) or self._person(i)

    def _person(self, i: int) -> bool:
        """Is the token inside somebody's name or title? "the mayor of X" is not in X."""
        return any(n.first <= i < n.last and n.kind.value in ("person",) for n in self.tree.sentence.names)

    def _under_noun(self, i: int) -> Iterator[Place]:
        """Locative phrases that hang on a noun: "houses in X"."""
        for j in self.tree.all_children(i, "nmod", "obl"):
            if self._locative(j):
                yield from self._phrase(j)

    def _cases(self, i: int) -> list[str]:
        tokens = self.tree.tokens
        return [form for c in self.tree.all_children(i, "case") for form in (tokens[c].form, tokens[c].lemma)]

    def _owns(self, i: int) -> bool:
        """Is the word a possessive: "their", "su", "їхнє"?"""
        token = self.tree.tokens[i]
        return token.deprel in ("nmod:poss", "det:poss") or fold(token.form) in self.possessives

    @cached_property
    def possessives(self) -> frozenset[str]:
        page = self.tree.codebook.page("acts", Acts) if self.tree.codebook else Acts()
        return frozenset(map(fold, (*page.own, *page.first_person)))

    @cached_property
    def _is_official(self) -> bool:
        """Does the sentence name an office of a town?"""
        page = self.tree.codebook.page("offices", Offices) if self.tree.codebook else Offices()
        return Words(page.local).any_in(self.tree, range(len(self.tree.tokens)))

    def _locative(self, i: int) -> bool:
        """Does an adposition of place stand before the noun phrase, or one of a target when no country follows?"""
        cases = self._cases(i)
        if any(self.words.has("locative_words", form) for form in cases):
            return True
        if cases and any(self.words.has(w, self.tree.tokens[i].form) for w in ("part_words", "near_words")):
            return True  # "al norte de X"
        place = self.here.get(i) or next(self._at(i), None)
        country = place is not None and place.precision is Precision.COUNTRY
        return place is not None and not country and any(self.words.has("target_words", form) for form in cases)

    def _barred(self, i: int) -> bool:
        """Does a word such as "after" or "because" part the token from what stands above it?"""
        parting = self.tree.all_children(i, "case", "mark")
        return any(self.words.has("barrier_words", self.tree.tokens[c].form) for c in parting)

    def _named_before(self, i: int) -> Place | None:
        """The town that "the city" stands for: the one named most often of late, else the last. A mayor's own city is
        the one of which the report tells a mayor."""
        token = self.tree.tokens[i]
        described = [c for c in self.tree.all_children(i, "nmod", "appos") if not self._owns(c)]
        if not self.words.has("town_words", token.form, token.lemma) or described:
            return None
        if not any(self.words.has("definite_words", self.tree.tokens[c].form) for c in self.tree.children[i]):
            return None
        if any(self._owns(c) for c in self.tree.children[i]) and (self.seats or self._is_official):
            return self.seats[-1] if len({p.geonameid for p in self.seats}) == 1 else None
        towns = [p for p in self.places if p.span.end <= token.start and p.precision is Precision.TOWN][-RECENT:]
        counts = Counter(p.geonameid for p in towns)
        return max(towns, key=lambda p: (counts[p.geonameid], p.span), default=None)
