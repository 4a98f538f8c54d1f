"""Who is named in a report: names, the entity each one bears, and the actor behind a word, pronouns included.

Takes the parse and the places; gives names and actors. What they say and do is left to statements and incidents.
"""

from __future__ import annotations

from dataclasses import replace

from facta.codebook.offices import Offices
from facta.extraction.anaphora import Anaphora, Referent
from facta.extraction.bearers import Bearer, bearers
from facta.extraction.context import Context
from facta.extraction.lands import Lands
from facta.extraction.names import Mention, find_mentions
from facta.extraction.phrases import before, behind, phrase, phrase_span
from facta.extraction.sides import Sides
from facta.extraction.tree import Tree
from facta.records import Actor, Name, NameKind, Place, digest
from facta.text import fold


class Cast:
    """The names of one report and the actors they stand for."""

    def __init__(self, context: Context, places: tuple[Place, ...]) -> None:
        self.context = context
        self.offices = context.codebook.page("offices", Offices)
        self.lands = Lands(context.codebook, context.gazetteer, places)
        self.sides = Sides(self.offices, self.lands)
        self.mentions = find_mentions(context, places, self.lands)
        self._bearer = dict(zip(self.mentions, self._bearers(), strict=True))
        self._at = {(m.sentence, i): m for m in self.mentions for i in range(m.first, m.last)}
        self._anaphora = Anaphora(context, self.offices, self._referents())

    @classmethod
    def of(cls, context: Context, places: tuple[Place, ...]) -> Cast:
        return cls(context, places)

    @property
    def names(self) -> tuple[Name, ...]:
        """All names in text order."""
        return tuple(Name(m.span, m.kind, self._bearer[m].entity) for m in self.mentions)

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
        if word in self.offices.pronoun_of and tree.tokens[token].upos in ("PRON", "DET"):
            return self._pronoun(tree, token, word)
        return self._described(tree, token)

    def mention(self, tree: Tree, token: int) -> Mention | None:
        """The name that the token is part of, or that stands beside it as an apposition or last part of its phrase."""
        found = self._at.get((tree.index, token))
        if found is None or found.kind is NameKind.PLACE:
            beside = self._beside(tree, token)
            return beside or (found if found and found.head == token else None)
        return found

    def _beside(self, tree: Tree, token: int) -> Mention | None:
        """The person or body named in apposition to a common noun."""
        if tree.tokens[token].upos not in ("NOUN", "ADJ", "PROPN"):
            return None
        for child in tree.all_children(token, "appos", "flat", "nmod", "compound"):
            found = self._at.get((tree.index, child))
            if found is None or child < token or found.kind in (NameKind.PLACE, NameKind.GROUP):
                continue
            relation = tree.relation(child)
            if relation in ("appos", "flat") or (found.kind is NameKind.PERSON and found.first == token + 1):
                return found
        return self._behind_role(tree, token)

    def _behind_role(self, tree: Tree, token: int) -> Mention | None:
        """The person named right behind a role phrase: "Minister of the Interior Jane Doe"."""
        word = tree.tokens[token]
        if not {fold(word.form), fold(word.lemma)} & self.offices.role_sectors.keys():
            return None
        for i in range(token + 1, min(len(tree.tokens), token + 9)):
            found = self._at.get((tree.index, i))
            if found is not None and found.kind is NameKind.PERSON:
                return found
            if tree.tokens[i].upos not in ("ADP", "DET", "ADJ", "NOUN", "PROPN", "PART") and tree.tokens[
                i
            ].form not in ("'s", "’s"):
                return None
        return None

    # ------------------------------------------------------------------------------------------ bearers

    def _bearers(self) -> list[Bearer]:
        found = bearers([(m.kind, m.span.of(self.context.text)) for m in self.mentions])
        for mention, bearer in zip(self.mentions, found, strict=True):
            self._learn(mention, bearer)
        return found

    def _learn(self, mention: Mention, bearer: Bearer) -> None:
        """Roles, gender and side of the bearer from the words around this mention."""
        tree = self.context.trees[mention.sentence]
        name = list(range(mention.first, mention.last))
        left = before(tree, mention.first)
        right = behind(tree, mention.last) if mention.kind is NameKind.PERSON else []
        if mention.kind is NameKind.PLACE:
            bearer.side = bearer.side or self._state(tree, mention)
            return
        if mention.kind is NameKind.PERSON:
            for i in (*left, *right[:6]):
                self._note(tree, i, bearer)
            side = self.sides.of(tree, left) if self._has_role(tree, left) else None
            side = side or (self.sides.of(tree, right) if self._has_role(tree, right[:6]) else None)
        else:
            side = self.sides.of(tree, name) if mention.kind is NameKind.GROUP else self.sides.of(tree, [*left, *name])
        if side and (bearer.side is None or len(side) > len(bearer.side)):
            bearer.side = side

    def _note(self, tree: Tree, i: int, bearer: Bearer) -> None:
        token = tree.tokens[i]
        for word in (fold(token.form), fold(token.lemma)):
            if word in self.offices.role_sectors:
                bearer.roles.add(word)
            for gender, known in self.offices.given.items():
                if word in known:
                    bearer.gender = gender

    def _has_role(self, tree: Tree, indices: list[int]) -> bool:
        tokens = [tree.tokens[i] for i in indices]
        return self.sides.sector(tokens) is not None or self.sides.institution(tokens) is not None

    def _state(self, tree: Tree, mention: Mention) -> str | None:
        """A country or capital as an actor is its government."""
        words = tree.tokens[mention.first : mention.last]
        country = self.lands.state(mention.span.of(self.context.text), " ".join(t.lemma for t in words))
        return f"{country} GOV" if country else None

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
        side = self.sides.of(tree, indices)
        name = self._plain(tree, indices)
        if len(holders) > 1:
            return Actor(span, name, None, side, _names(holders))
        return Actor(
            span,
            name,
            digest("description", side if side and " " in side else self.context.report.id, fold(name)),
            side,
        )

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
        """Persons introduced earlier with the role that a definite phrase names."""
        role = tree.tokens[token]
        wanted = {fold(role.form), fold(role.lemma)} & set(self.offices.role_sectors)
        if not wanted or not self._definite(tree, token):
            return []
        indices = phrase(tree, token)
        country = self.sides.country([tree.tokens[i] for i in indices if i != token])
        others = {fold(tree.tokens[i].form) for i in indices if tree.tokens[i].upos in ("NOUN", "ADJ")} & set(
            self.offices.role_sectors
        )
        found: list[Bearer] = []
        for mention in self.mentions:
            bearer = self._bearer[mention]
            earlier = mention.span.start < role.start
            fits = bool(wanted & bearer.roles) and others - wanted <= bearer.roles
            agrees = country is None or bearer.side is None or bearer.side.startswith(country)
            if (
                earlier
                and fits
                and agrees
                and mention.kind is NameKind.PERSON
                and not bearer.rivals
                and bearer not in found
            ):
                found.append(bearer)
        return found

    def _definite(self, tree: Tree, token: int) -> bool:
        """Whether the phrase points back: a definite article, or none in a language without articles; not plural."""
        articles = [fold(tree.tokens[c].form) for c in tree.all_children(token, "det")]
        if self.context.report.language in ("uk", "ru"):
            return not articles
        return any(a in ("the", "this", "that", "el", "la", "este", "esta", "der", "die", "le") for a in articles)

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
        gender = next((g for g, known in self.offices.given.items() if words & set(known)), None)
        kind = NameKind.GROUP if person and many else NameKind.PERSON if person else NameKind.ORGANISATION
        return [Referent(tree.index, i, kind, many, gender)]


def _names(found: list[Bearer]) -> tuple[str, ...]:
    return tuple(sorted({b.name for b in found}))
