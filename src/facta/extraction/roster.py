"""Who is named in a report: its names, who bears each, and what the words around them tell of the bearers: role,
gender, side. Pronouns and phrases without a name are left to `cast`."""

from __future__ import annotations

from facta.codebook.grammar import written
from facta.codebook.offices import Offices
from facta.extraction.bearers import Bearer, bearers
from facta.extraction.context import Context
from facta.extraction.declension import nominatives
from facta.extraction.lands import Lands
from facta.extraction.names import Mention, find_mentions
from facta.extraction.phrases import before, behind
from facta.extraction.sides import Sides, join
from facta.extraction.tree import Tree
from facta.records import Name, NameKind, Place, Precision
from facta.text import fold

_HOUSES = ("CVL", "EDU", "REL", "BUS", "MED")  # sectors of hospitals, schools, churches, firms and papers


class Roster:
    """The names of one report and their bearers."""

    def __init__(self, context: Context, places: tuple[Place, ...]) -> None:
        self.context = context
        self.offices = context.codebook.page("offices", Offices)
        self.lands = Lands(context.codebook, context.gazetteer, places)
        self.sides = Sides(self.offices, self.lands)
        self.mentions = find_mentions(context, places, self.lands)
        people = (m for m in self.mentions if m.kind is NameKind.PERSON)
        self._people = {(m.sentence, i) for m in people for i in range(m.first, m.last)}  # "Dominic" is no Dominica
        self._bearer = dict(zip(self.mentions, self._bearers(), strict=True))
        self._at = {(m.sentence, i): m for m in self.mentions for i in range(m.first, m.last)}

    @property
    def names(self) -> tuple[Name, ...]:
        """All names in text order."""
        return tuple(Name(m.span, m.kind, self._bearer[m].entity) for m in self.mentions)

    def gender(self, entity: str | None) -> str | None:
        """The gender of a person named in the report, if titles, roles or given names tell it."""
        return next((b.gender for b in self._bearer.values() if b.entity == entity and b.gender), None)

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
            relation = tree.relation(child)
            if found is None and relation == "appos" and child > token:  # "the commander, General Jane Doe"
                found = self._beside(tree, child)
            if found is None or child < token or found.kind in (NameKind.PLACE, NameKind.GROUP):
                continue
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
                return None if self._names_house(tree, i - 1) else found
            clitic = written(tree.tokens[i].form) in tree.grammar.possessive_clitics
            if not clitic and tree.tokens[i].upos not in ("ADP", "DET", "ADJ", "NOUN", "PROPN", "PART"):
                return None
        return None

    def _names_house(self, tree: Tree, i: int) -> bool:
        """Whether the word is a house that the name behind it is the name of: "a doctor at hospital Nasser"."""
        token = tree.tokens[i]
        return any(self.offices.body_sectors.get(fold(w)) in _HOUSES for w in (token.form, token.lemma))

    # ------------------------------------------------------------------------------------------ bearers

    def _bearers(self) -> list[Bearer]:
        found = bearers([(m.kind, self._form(m)) for m in self.mentions])
        for mention, bearer in zip(self.mentions, found, strict=True):
            self._learn(mention, bearer)
        found = [self._by_gender(mention, bearer) for mention, bearer in zip(self.mentions, found, strict=True)]
        for mention, bearer in zip(self.mentions, found, strict=True):
            if bearer.side == "GOV" and bearer.roles & set(map(fold, self.offices.local)):
                bearer.side = join(self._around(mention), "GOV")
        return found

    def _form(self, mention: Mention) -> str:
        """The name as written; that of a body in the nominative of its first word: "Генштабе ВСУ" is "Генштаб ВСУ"."""
        text = mention.span.of(self.context.text)
        word, _, rest = text.partition(" ")
        known = self.offices.body_sectors
        if mention.kind is not NameKind.ORGANISATION or word.isupper() or fold(word) in known:
            return text
        fitting = sorted(form for form in nominatives(word) if fold(form) in known)
        return f"{fitting[0].capitalize() if word[0].isupper() else fitting[0]} {rest}".strip() if fitting else text

    def _behind(self, tree: Tree, mention: Mention) -> list[int]:
        """The words behind a name that may tell its role, other people's names left out."""
        return [i for i in behind(tree, mention.last) if (tree.index, i) not in self._people]

    def _by_gender(self, mention: Mention, bearer: Bearer) -> Bearer:
        """The only one of the rivals for a bare last name that the verb's gender leaves."""
        gender = self._verb_gender(mention) if bearer.rivals else None
        left = [rival for rival in bearer.rivals if gender and rival.gender in (None, gender)]
        return left[0] if len(left) == 1 else bearer

    def _verb_gender(self, mention: Mention) -> str | None:
        """The gender of the person that the verb tells, in a language whose past tense has one."""
        tree, top = self.context.trees[mention.sentence], mention.head
        while tree.relation(top) in ("appos", "flat"):  # the role before the name is the subject
            top = tree.tokens[top].head
        if mention.kind is not NameKind.PERSON or tree.relation(top) != "nsubj" or tree.child(top, "conj") is not None:
            return None
        verb = tree.tokens[tree.tokens[top].head]
        form = fold(verb.form) if verb.upos == "VERB" else ""
        return next((g for g, ends in self.offices.verbs.items() if form.endswith(tuple(map(fold, ends)))), None)

    def _around(self, mention: Mention) -> str | None:
        """The one country of the towns and regions named before the mayor or governor in the sentence."""
        sentence = self.context.trees[mention.sentence].sentence.span
        near = [p for p in self.lands.places if sentence.covers(p.span) and p.span.start < mention.span.start]
        local = {p.country for p in near if p.country and p.precision is not Precision.COUNTRY}
        return self.context.gazetteer.alpha3(next(iter(local))) if len(local) == 1 else None

    def _learn(self, mention: Mention, bearer: Bearer) -> None:
        """Roles, gender and side of the bearer from the words around this mention."""
        tree = self.context.trees[mention.sentence]
        name = list(range(mention.first, mention.last))
        left = [i for i in before(tree, mention.first) if (tree.index, i) not in self._people]
        right = self._behind(tree, mention) if mention.kind is NameKind.PERSON else []
        if mention.kind is NameKind.PLACE:
            bearer.side = bearer.side or self._state(tree, mention)
            return
        if mention.kind is NameKind.PERSON:
            for i in (*left, *right[:6]):
                self._note(tree, i, bearer)
            bearer.gender = self._verb_gender(mention) or bearer.gender
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
        if country is None:
            states = (p for p in self.lands.places if p.precision is Precision.COUNTRY and p.span.covers(mention.span))
            country = next((self.context.gazetteer.alpha3(p.country) for p in states if p.country), None)
        return f"{country} GOV" if country else None
