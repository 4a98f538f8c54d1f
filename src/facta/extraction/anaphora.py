"""What a pronoun points back to: the most salient earlier name or noun that agrees with it."""

from __future__ import annotations

from dataclasses import dataclass

from facta.codebook.offices import Offices, Pronoun
from facta.codebook.speech import Speech
from facta.extraction.context import Context
from facta.extraction.quotes import find_quotes
from facta.extraction.tree import Tree
from facta.records import NameKind
from facta.text import fold

_WINDOW = 4  # sentences back
_AWAY, _SUBJECT, _SPEAKER, _NAMED = (
    -2.0,
    2.0,
    2.5,
    0.5,
)  # one sentence further away costs as much as being subject gains
_HEARER = 6.0  # "told Radio X": a hearer is not what the talk is about
_TELLER = 7.0  # who tells the clause is its subject sooner than whoever is told about


@dataclass(frozen=True, slots=True)
class Referent:
    """Something that a pronoun can stand for, with the token that heads it."""

    sentence: int
    token: int
    kind: NameKind
    many: bool
    gender: str | None


class Anaphora:
    """Resolves the pronouns of one report."""

    def __init__(self, context: Context, offices: Offices, referents: list[Referent]) -> None:
        self.trees = context.trees
        self.offices = offices
        speech = context.codebook.page("speech", Speech)
        self.cues = speech.verb_lemmas | frozenset(speech.nouns_by_lemma)
        self.referents = referents
        self.quotes = [q.outer for q in find_quotes(context.text)]
        self.paragraph = _paragraph_numbers(context)

    def resolve(self, sentence: int, token: int, pronoun: Pronoun) -> Referent | None:
        """The antecedent of the pronoun, if any agrees with it."""
        best: tuple[float, int, int] | None = None
        chosen: Referent | None = None
        teller = self._teller(self.trees[sentence], token)
        for referent in self.referents:
            if not self._near(referent, sentence, token) or not _agrees(referent, pronoun):
                continue
            if referent.sentence == sentence and self._bound(self.trees[sentence], referent.token, token):
                continue
            if self._quoted(referent.sentence, referent.token) and not self._quoted(sentence, token):
                continue  # whoever speaks is seldom the last one spoken of
            told = _TELLER if referent.sentence == sentence and referent.token == teller else 0.0
            key = (self._salience(referent, sentence) + told, referent.sentence, -referent.token)
            if best is None or key > best:
                best, chosen = key, referent
        return chosen

    def _quoted(self, sentence: int, token: int) -> bool:
        span = self.trees[sentence].tokens[token].span
        return any(quote.covers(span) for quote in self.quotes)

    def apart(self, one: int, other: int) -> int:
        """How many paragraphs lie between two sentences, counted as steps."""
        return abs(self.paragraph[one] - self.paragraph[other])

    def _teller(self, tree: Tree, token: int) -> int | None:
        """Who says the clause that the pronoun is the subject of: "Moscow's announcement that it would withdraw"."""
        head = tree.tokens[token].head
        while head >= 0 and tree.relation(head) in ("conj", "xcomp", "aux", "cop"):
            head = tree.tokens[head].head
        if head < 0 or tree.relation(token) != "nsubj" or tree.relation(head) not in ("ccomp", "acl"):
            return None
        cue = tree.tokens[head].head
        if fold(tree.tokens[cue].lemma) not in self.cues:
            return None
        owners = [c for c in tree.children[cue] if tree.tokens[c].deprel in ("nsubj", "nmod:poss") and c < token]
        return next(iter(owners), None)

    def _near(self, referent: Referent, sentence: int, token: int) -> bool:
        if (referent.sentence, referent.token) >= (sentence, token) or referent.sentence < sentence - _WINDOW:
            return False
        return self.paragraph[referent.sentence] >= self.paragraph[sentence] - 1

    def _salience(self, referent: Referent, sentence: int) -> float:
        tree, top = self.trees[referent.sentence], referent.token
        score = _AWAY * (sentence - referent.sentence)
        while tree.relation(top) in ("appos", "flat"):  # "President X": the role is the subject
            top = tree.tokens[top].head
        if tree.relation(top) == "nsubj":
            head = tree.tokens[tree.tokens[top].head]
            score += _SUBJECT + (_SPEAKER if head.lemma.casefold() in self.cues else 0.0)
        elif tree.relation(top) in ("obj", "iobj", "obl"):
            head = tree.tokens[tree.tokens[top].head]
            score -= _HEARER if head.lemma.casefold() in self.cues else 0.0
        return score + (_NAMED if referent.kind is NameKind.PERSON else 0.0)

    @staticmethod
    def _bound(tree: Tree, referent: int, token: int) -> bool:
        """Whether both are arguments of one verb, which only a reflexive can be."""
        same = tree.tokens[referent].head == tree.tokens[token].head
        return (same and tree.relation(token) in ("nsubj", "obj", "iobj", "obl")) or tree.tokens[referent].head == token


def _agrees(referent: Referent, pronoun: Pronoun) -> bool:
    person = referent.kind is NameKind.PERSON
    if referent.kind is NameKind.PLACE and not pronoun.body:
        return False
    if pronoun.number == "many" and not (referent.many or referent.kind is NameKind.ORGANISATION):
        return False
    if pronoun.number == "one" and referent.kind is NameKind.GROUP:
        return False
    if pronoun.number == "one" and referent.many:
        return False
    if person:
        return pronoun.person and (pronoun.gender == "mf" or referent.gender in (None, pronoun.gender))
    return pronoun.body and (pronoun.gender in ("mf", "n") or referent.gender in (None, "mf", pronoun.gender))


def _paragraph_numbers(context: Context) -> list[int]:
    """Number of the paragraph of each sentence."""
    numbers, last, number = [], 0, 0
    for tree in context.trees:
        start = tree.sentence.span.start
        number += "\n" in context.text[last:start]
        last = tree.sentence.span.end
        numbers.append(number)
    return numbers
