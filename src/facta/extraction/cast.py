"""The actor behind a word: a name, a pronoun, a role, or a phrase such as "his army".

Takes the parse and the roster of names; gives actors. What they say and do is left to statements and incidents.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from dataclasses import replace

from facta.codebook.grammar import written
from facta.extraction.anaphora import Anaphora, Referent
from facta.extraction.bearers import Bearer
from facta.extraction.context import Context
from facta.extraction.names import Mention
from facta.extraction.phrases import phrase, phrase_span
from facta.extraction.possession import country_of, country_of_side, possessor
from facta.extraction.roster import Roster
from facta.extraction.sides import join
from facta.extraction.tree import Tree
from facta.extraction.voices import Voices
from facta.records import Actor, NameKind, Place, Statement, digest
from facta.text import fold


class Cast(Roster):
    """The names of one report and the actors they stand for."""

    def __init__(self, context: Context, places: tuple[Place, ...]) -> None:
        super().__init__(context, places)
        self._asked: set[tuple[int, int]] = set()  # possessors being resolved
        self.voices = Voices()
        self._anaphora = Anaphora(context, self.offices, self._referents())

    @classmethod
    def of(cls, context: Context, places: tuple[Place, ...]) -> Cast:
        return cls(context, places)

    def hearing(self, statements: tuple[Statement, ...]) -> Cast:
        """The same cast, which knows who speaks where, and so who "we" and "our forces" are."""
        heard = copy(self)
        heard.voices = Voices(statements)
        return heard

    def actor(self, sentence: int, token: int) -> Actor | None:
        """Who or what the phrase headed by the token stands for."""
        tree = self.context.trees[sentence]
        word = fold(tree.tokens[token].form)
        mention = self.mention(tree, token)
        if mention is not None:
            return self._named(mention)
        if self._is_relative(tree, token, word):
            antecedent = self._antecedent(tree, token)
            known = self.actor(sentence, antecedent) if antecedent is not None else None
            return replace(known, span=tree.tokens[token].span) if known else None
        if word in self.offices.first and tree.tokens[token].upos in ("PRON", "DET"):
            return self._first_person(tree, token)
        if word in self.offices.muted and tree.tokens[token].upos in ("PRON", "DET", "SCONJ"):
            pronoun = self.offices.pronoun_of.get(word)
            return (
                self._pronoun(tree, token, word) if pronoun else Actor(tree.tokens[token].span, tree.tokens[token].form)
            )
        if word in self.offices.pronoun_of and tree.tokens[token].upos in ("PRON", "DET"):
            return self._pronoun(tree, token, word)
        return self._described(tree, token)

    def doer(self, sentence: int, token: int) -> Actor | None:
        """Who does a deed: an actor, unless the phrase is a town, a pronoun that stands for nothing, or a number."""
        tree = self.context.trees[sentence]
        found, mention = self.actor(sentence, token), self.mention(tree, token)
        if found is None or (mention is not None and mention.kind is NameKind.PLACE and found.side is None):
            return None
        empty = found.entity is None and not found.candidates and fold(found.name) in self.offices.muted
        bare = tree.tokens[token].upos == "NUM" and tree.child(token, "nmod") is None  # but "thousands of people"
        return None if empty or bare or tree.tokens[token].upos == "ADV" else found

    def is_person(self, actor: Actor) -> bool:
        return any(b.entity == actor.entity for b in self._bearer.values() if b.kind is NameKind.PERSON)

    def roles_of(self, actor: Actor) -> frozenset[str]:
        """The roles in which the report names the actor."""
        known = (b.roles for b in self._bearer.values() if actor.entity is not None and b.entity == actor.entity)
        return frozenset[str]().union(*known)

    def subjects(self, start: int, end: int) -> Iterator[Actor]:
        """Persons named as subjects of main clauses between the offsets."""
        for mention in self.mentions:
            inside = start < mention.span.start < end and mention.kind is NameKind.PERSON
            if inside and self._leads(mention):
                yield self._named(mention)

    def _leads(self, mention: Mention) -> bool:
        """Whether the mention is the subject of a main clause, or stands alone."""
        tree, verb = self.context.trees[mention.sentence], mention.head
        if tree.relation(verb) == "nsubj":
            verb = tree.tokens[verb].head
            while tree.relation(verb) in ("conj", "parataxis"):
                verb = tree.tokens[verb].head
        return tree.relation(verb) == "root"

    # ------------------------------------------------------------------------------------------ actors

    def _named(self, mention: Mention) -> Actor:
        bearer = self._bearer[mention]
        if bearer.rivals:
            return Actor(mention.span, mention.span.of(self.context.text), None, bearer.side, _names(bearer.rivals))
        return Actor(mention.span, bearer.name, bearer.entity, bearer.side)

    def _described(self, tree: Tree, token: int) -> Actor | None:
        """A phrase without a name: the person who holds the role if exactly one does, else the phrase itself."""
        if tree.tokens[token].upos not in ("NOUN", "PROPN", "ADJ", "NUM", "PRON", "DET", "SYM", "X"):
            return None
        span = phrase_span(tree, token)
        holders = self._holders(tree, token)
        if len(holders) == 1:
            return Actor(span, holders[0].name, holders[0].entity, holders[0].side)
        indices = phrase(tree, token)
        side, nation = self._side(tree, token, indices), self._nation(tree, token)
        if nation is not None:
            return Actor(span, nation.name, nation.entity, nation.side)
        name = self._plain(tree, indices)
        if len(holders) > 1:
            return Actor(span, name, None, side, _names(holders))
        return Actor(
            span,
            name,
            digest("description", side if side and " " in side else self.context.report.id, fold(name)),
            side,
        )

    def _side(self, tree: Tree, token: int, indices: list[int]) -> str | None:
        """The side that the phrase tells, or that of its possessor: "our artillery near Lviv" is the speaker's."""
        owner = possessor(tree, token, self.offices)
        if owner is None:
            return self.sides.of(tree, indices)
        tokens = [tree.tokens[i] for i in indices]
        told = next((c for c in map(self.lands.described, tokens) if c), None)
        return join(told or self._country(tree, owner), self.sides.sector(tokens))

    def _country(self, tree: Tree, owner: int) -> str | None:
        """The country of a possessor, where it lies if it is a place."""
        place = (tree.index, owner)
        if place in self._asked:  # "his aide" of "the aide's man": each would point at the other
            return None
        self._asked.add(place)
        actor = self.actor(tree.index, owner)
        self._asked.discard(place)
        if actor is None or country_of(actor) is not None:
            return country_of(actor)
        places = (m for m in self.mentions if m.kind is NameKind.PLACE and self._bearer[m].entity == actor.entity)
        found = next(places, None)
        return self.lands.located(self.context.trees[found.sentence].tokens[found.head]) if found else None

    def _nation(self, tree: Tree, token: int) -> Bearer | None:
        """The state that "his country" means, if the report names it."""
        words, owner = (
            (fold(tree.tokens[token].form), fold(tree.tokens[token].lemma)),
            possessor(tree, token, self.offices),
        )
        country = (
            self._country(tree, owner)
            if owner is not None and set(words) & set(map(fold, self.offices.nations))
            else None
        )
        if country is None:
            return None
        states = (m for m in self.mentions if m.kind is NameKind.PLACE and self._bearer[m].side == f"{country} GOV")
        return next((self._bearer[m] for m in states if self.lands.is_country(m.span.of(self.context.text))), None)

    def _plain(self, tree: Tree, indices: list[int]) -> str:
        """The phrase's words without its article."""
        while (
            len(indices) > 1
            and tree.tokens[indices[0]].upos in ("DET", "PUNCT")
            and not tree.tokens[indices[0]].form[0].isdigit()
        ):
            indices = indices[1:]
        return tree.span(indices).of(self.context.text)

    def _holders(self, tree: Tree, token: int) -> list[Bearer]:
        """Persons with the role that a definite phrase names: those introduced before, of them the ones the paragraph
        or the one above speaks of; behind "its mayor", which leads a report, those named later."""
        role = tree.tokens[token]
        wanted = {fold(role.form), fold(role.lemma)} & set(self.offices.role_sectors)
        if not wanted or not self._definite(tree, token):
            return []
        indices = phrase(tree, token)
        country = country_of(Actor(role.span, "", None, self._side(tree, token, indices)))
        others = {fold(tree.tokens[i].form) for i in indices if tree.tokens[i].upos in ("NOUN", "ADJ")} & set(
            self.offices.role_sectors
        )
        found: list[tuple[Mention, Bearer]] = []
        for mention in self.mentions:
            bearer = self._bearer[mention]
            fits = bool(wanted & bearer.roles) and others - wanted <= bearer.roles
            agrees = country is None or country_of_side(bearer.side) in (None, country)
            if fits and agrees and mention.kind is NameKind.PERSON and not bearer.rivals:
                found.append((mention, bearer))
        earlier = [(m, b) for m, b in found if m.span.start < role.start]
        if not earlier and possessor(tree, token, self.offices) is not None:
            return _distinct([b for _, b in found])
        near = [b for m, b in earlier if self._anaphora.apart(m.sentence, tree.index) <= 1]
        return _distinct(near) if near else _distinct([b for _, b in earlier])

    def _definite(self, tree: Tree, token: int) -> bool:
        """Whether the phrase points back: a definite article, or none in a language without articles; not plural."""
        articles = [written(tree.tokens[c].form) for c in tree.all_children(token, "det")]
        if not tree.grammar.determiners.definite:
            return not articles
        if possessor(tree, token, self.offices) is not None:
            return True
        return any(a in tree.grammar.pointers - tree.grammar.determiners.plural for a in articles)

    def _is_relative(self, tree: Tree, token: int, word: str) -> bool:
        relative = word in {fold(r) for r in self.offices.relatives} and tree.tokens[token].upos in (
            "PRON",
            "DET",
            "SCONJ",
        )
        return relative and self._antecedent(tree, token) is not None

    def _antecedent(self, tree: Tree, token: int) -> int | None:
        """The noun that the relative clause of the pronoun hangs on; else the noun or name right before the pronoun."""
        for i in tree.ancestors(token):
            if tree.relation(i) == "acl":
                head = tree.tokens[i].head
                return head if 0 <= head < token else None
        before = token - 1
        if before > 0 and tree.tokens[before].form == ",":
            before -= 1
        found = self._at.get((tree.index, before))
        return found.head if found else None

    def _first_person(self, tree: Tree, token: int) -> Actor:
        span = tree.tokens[token].span
        speaker = self.voices.at(span)
        return replace(speaker, span=span) if speaker else Actor(span, span.of(self.context.text))

    def _pronoun(self, tree: Tree, token: int, word: str) -> Actor | None:
        span = tree.tokens[token].span
        referent = self._anaphora.resolve(tree.index, token, self.offices.pronoun_of[word])
        if referent is None:
            return Actor(span, span.of(self.context.text))
        known = self.actor(referent.sentence, referent.token)
        return Actor(span, known.name, known.entity, known.side, known.candidates) if known else None

    # ------------------------------------------------------------------------------------------ referents

    def _referents(self) -> list[Referent]:
        """Names and described people and bodies that a pronoun can point back to."""
        found: list[Referent] = []
        for mention in self.mentions:
            bearer = self._bearer[mention]
            tree = self.context.trees[mention.sentence]
            many = mention.kind is NameKind.GROUP or tree.child(mention.head, "conj") is not None
            found.append(Referent(mention.sentence, mention.head, mention.kind, many, bearer.gender))
        for tree in self.context.trees:
            for i, token in enumerate(tree.tokens):
                if token.upos == "NOUN" and (tree.index, i) not in self._at and self._beside(tree, i) is None:
                    found += self._noun(tree, i)
        return sorted(found, key=lambda r: (r.sentence, r.token))

    def _noun(self, tree: Tree, i: int) -> list[Referent]:
        words = {fold(tree.tokens[i].form), fold(tree.tokens[i].lemma)}
        person = bool(words & set(self.offices.role_sectors))
        if tree.relation(i) in ("compound", "flat", "amod", "nmod") or not (
            person or words & set(self.offices.body_sectors)
        ):
            return []
        many = fold(tree.tokens[i].form) != fold(tree.tokens[i].lemma) or tree.child(i, "conj") is not None
        genders = (*self.offices.given.items(), *self.offices.body_genders.items())
        gender = next((g for g, known in genders if words & set(map(fold, known))), None)
        kind = NameKind.GROUP if person and many else NameKind.PERSON if person else NameKind.ORGANISATION
        return [Referent(tree.index, i, kind, many, gender)]


def _distinct(found: list[Bearer]) -> list[Bearer]:
    return list({id(b): b for b in found}.values())


def _names(found: list[Bearer]) -> tuple[str, ...]:
    return tuple(sorted({b.name for b in found}))
