"""What a pronoun points back to: the most salient earlier name or noun that agrees with it."""

from __future__ import annotations

from dataclasses import dataclass

from facta.codebook.offices import Offices, Pronoun
from facta.codebook.speech import Speech
from facta.extraction.context import Context
from facta.extraction.tree import Tree
from facta.records import NameKind

_WINDOW = 4  # sentences back
_AWAY, _SUBJECT, _SPEAKER, _NAMED = (
    -2.0,
    2.0,
    2.5,
    0.5,
)  # one sentence further away costs as much as being subject gains


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
        self.cues = context.codebook.page("speech", Speech).verb_lemmas
        self.referents = referents
        self.paragraph = _paragraph_numbers(context)

    def resolve(self, sentence: int, token: int, pronoun: Pronoun) -> Referent | None:
        """The antecedent of the pronoun, if any agrees with it."""
        best: tuple[float, int, int] | None = None
        chosen: Referent | None = None
        for referent in self.referents:
            if not self._near(referent, sentence, token) or not _agrees(referent, pronoun):
                continue
            if referent.sentence == sentence and self._bound(self.trees[sentence], referent.token, token):
                continue
            key = (self._salience(referent, sentence), referent.sentence, -referent.token)
            if best is None or key > best:
                best, chosen = key, referent
        return chosen

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
    if person:
        return pronoun.person and (pronoun.gender == "mf" or referent.gender in (None, pronoun.gender))
    return pronoun.body


def _paragraph_numbers(context: Context) -> list[int]:
    """Number of the paragraph of each sentence."""
    numbers, last, number = [], 0, 0
    for tree in context.trees:
        start = tree.sentence.span.start
        number += "\n" in context.text[last:start]
        last = tree.sentence.span.end
        numbers.append(number)
    return numbers
