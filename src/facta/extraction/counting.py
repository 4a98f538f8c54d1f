"""What a number counts: the noun it stands with, and the words that make of it killed, displaced, strikes and so on.

A parsed sentence, the place of a number in it and the unit words go in; the counted noun and its category come out.
"""

from __future__ import annotations

from dataclasses import dataclass

from facta.codebook.demonyms import Demonyms
from facta.codebook.units import Counts, Units, listed
from facta.extraction.fates import OTHER, Fates
from facta.extraction.quantities import Quantity
from facta.extraction.trace import Rule
from facta.extraction.tree import Tree
from facta.records import Span

REACH = 5  # tokens between a number and the noun it counts, where the parse does not tie them
NOMINAL = ("NOUN", "PROPN", "ADJ", "SYM", "X", "VERB")
MODIFIERS = ("nummod", "det", "amod", "compound", "advmod", "nmod", "dep", "flat")
LABELS = ("nummod", "appos", "nmod", "flat", "dep", "compound")  # relations of a number to the noun it names: "Room 3"


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted. `anchor` is the token that stands in the sentence for the amount; `noun` the counted noun.
    `by_verb` when the sentence tells the category and not the noun; `by_total` when a total is told."""

    category: str
    anchor: int
    noun: int | None
    by_verb: bool = False
    by_total: bool = False


@dataclass(frozen=True, slots=True)
class Meant:
    """A number of a sentence and what it was found to count. `part` when it is told as a part of another number,
    `measured` when it is a sum, a share or a weight."""

    quantity: Quantity
    counted: Counted
    unit: str | None
    sentence: int
    part: bool = False
    measured: bool = False


class Counting:
    """Decides for one sentence what its numbers count."""

    def __init__(self, tree: Tree, units: Units, counts: Counts) -> None:
        self.tree = tree
        self.units = units
        self.counts = counts
        self.met: dict[str, Rule] = {}  # by category, the entry by which it was found last
        self.fates = Fates(self)

    def forms(self, i: int) -> tuple[str, str]:
        return self.tree.tokens[i].form, self.tree.tokens[i].lemma

    def by(self, kind: str, i: int) -> str | None:
        """The category that lists the token under `kind`, remembered for whoever asks why."""
        category = self.units.by(kind, *self.forms(i))
        if category is not None:
            self.met[category] = Rule("units", ("categories", category, kind), self.tree.tokens[i].form)
        return category

    def first(self, kinds: tuple[str, ...], i: int) -> str | None:
        return next((c for kind in kinds if (c := self.by(kind, i))), None)

    def counted(self, number: Span) -> Counted | None:
        """What the number at the span counts, or nothing when it counts no people, weapons, deeds or goods."""
        inside = self.tree.at(number)
        if not inside or self._is_label(inside):
            return None
        top = self.top(inside)
        noun = self.noun(inside, top)
        anchor = self._anchor(inside, top, noun)
        if noun is None:
            return self._bare(anchor, inside[0], inside[-1])
        own = self.by("nouns", noun)
        if own in self.counts.things:
            return Counted(own or OTHER, anchor, noun)
        if listed(self.units.times, *self.forms(noun)):
            return self._times(anchor, noun)
        if listed(self.units.uncounted, *self.forms(noun)):
            return None
        if own is None and not self.is_people(noun):
            return self._unlisted(anchor, noun, inside[-1])
        told = self.fates.of(anchor, inside[-1])
        if own is None or (told and told in self.counts.outdone.get(own, (told,))):
            return Counted(told or OTHER, anchor, noun, told is not None)
        return Counted(own, anchor, noun)

    def top(self, inside: list[int]) -> int:
        """The token of the number on which its others hang."""
        return next((i for i in reversed(inside) if self.tree.tokens[i].head not in inside), inside[-1])

    def anchor(self, number: Span) -> int:
        """The token that stands for a number without a noun."""
        inside = self.tree.at(number)
        return self._anchor(inside, self.top(inside), None)

    def _anchor(self, inside: list[int], top: int, noun: int | None) -> int:
        """The token that has the relation of the amount to its verb: "plus de 300 personnes" hangs on "plus"."""
        tokens = self.tree.tokens
        anchor = noun if noun is not None and tokens[noun].head not in inside else top
        if noun is None and self.tree.relation(top) == "nummod" and tokens[tokens[top].head].upos == "ADV":
            return tokens[top].head  # "cientos más huyeron"
        for above in self.tree.ancestors(anchor):
            phrase = self.tree.relation(anchor) in ("nmod", "obl") and above < inside[0]
            bounds = tokens[above].upos == "ADV" or (above == inside[0] - 2 and tokens[above].upos != "VERB")
            if not phrase or not bounds or self.known(above):
                break
            anchor = above
        return anchor

    def _bare(self, anchor: int, first: int, last: int) -> Counted | None:
        """A number without a noun: what becomes of it says what it counts, or the total that it completes."""
        if told := self.fates.of(anchor, last):
            return Counted(told, anchor, None, True)
        if told := self.fates.total(anchor):
            return Counted(told, anchor, None, True, True)
        told = self.fates.next_to(last) or self.fates.right_before(first)
        return Counted(told, anchor, None, True) if told else None

    def crowd(self, number: Span) -> Counted | None:
        """People, where a vague number alone is the subject of a verb: "Tens of thousands marched"."""
        inside = self.tree.at(number)
        top = self.top(inside)
        head = self.tree.tokens[top].head
        alone = self.noun(inside, top) is None and self.tree.relation(top) == "nsubj"
        return Counted(OTHER, top, None) if alone and self.tree.tokens[head].upos == "VERB" else None

    def is_bare(self, number: Span) -> bool:
        """Stands the number without any noun, its own or one that it names?"""
        inside = self.tree.at(number)
        if not inside or self._is_label(inside):
            return False
        after = inside[-1] + 1
        tied = after < len(self.tree.tokens) and self.tree.tokens[after].upos in ("NOUN", "PROPN", "SYM")
        return self.noun(inside, self.top(inside)) is None and not tied

    def _unlisted(self, anchor: int, noun: int, last: int) -> Counted | None:
        """A noun of no list counts when it is itself a state, "12 confirmed dead", or when only people are so treated:
        "killed 59 worshippers"."""
        if category := self.by("states", noun):
            return Counted(category, noun, noun, True)
        told = self.fates.of(anchor, last)
        return Counted(told, anchor, noun, True) if told in self.counts.of_people else None

    def _is_label(self, inside: list[int]) -> bool:
        """Does the number name the noun before it, "Room 12", "page 24"?"""
        token, before = self.tree.tokens[inside[0]], inside[0] - 1
        named = token.form[0].isdigit() and token.head == before and self.tree.relation(inside[0]) in LABELS
        return named and self.tree.tokens[before].upos in ("NOUN", "PROPN") and not self.known(before)

    def noun(self, inside: list[int], top: int) -> int | None:
        """The noun that is counted: the head of the number, what follows "of", or else the next noun of the lists."""
        tree = self.tree
        head = tree.tokens[top].head
        if any(tree.tokens[c].upos == "PRON" for c in tree.all_children(top, "nmod", "obl")):
            return None  # "семеро з них у важкому стані"
        if head > inside[-1] and tree.relation(top) in MODIFIERS and self._is_noun(head):
            return head if head - inside[-1] <= 2 * REACH and not self._crossed(inside[-1], head) else None
        for child in (c for i in inside for c in tree.all_children(i, "nmod", "obl") if c > inside[-1]):
            if (
                child - inside[-1] <= REACH
                and self._hangs_by_of(inside[-1], child)
                and tree.tokens[child].upos != "PRON"
            ):
                return child
        return self._next_noun(inside[-1])

    def _is_noun(self, i: int) -> bool:
        """Can the token be a counted noun? A verb only where it stands for those of whom it tells: "40 wounded"."""
        upos = self.tree.tokens[i].upos
        return upos in NOMINAL and (upos != "VERB" or self.known(i) or self.by("states", i) is not None)

    def _hangs_by_of(self, last: int, child: int) -> bool:
        """Does "of" tie the noun to the number, or nothing but adjectives: "dozens of people", "десятки людей"?"""
        between = range(last + 1, child)
        bare = all(self.tree.tokens[i].upos == "ADJ" or listed(self.units.of, *self.forms(i)) for i in between)
        return self.is_of(child) and (bare or self.tree.child(child, "case") is not None)

    def _crossed(self, start: int, end: int) -> bool:
        return any(self.tree.tokens[i].form in ".;:!?," for i in range(start + 1, end))

    def _next_noun(self, last: int) -> int | None:
        """The next noun of the lists to the right, across adjectives and names alone."""
        for i in range(last + 1, min(len(self.tree.tokens), last + 1 + REACH)):
            token = self.tree.tokens[i]
            if self.known(i):
                return i
            passable = token.upos in ("ADJ", "ADV", "PROPN", "NOUN", "DET") or listed(self.units.of, *self.forms(i))
            if not passable or (token.upos == "NOUN" and self.tree.relation(i) != "compound"):
                return None
        return None

    def known(self, i: int) -> bool:
        """Is the token a noun that can be counted?"""
        return self.by("nouns", i) is not None or self.is_people(i)

    def is_people(self, i: int) -> bool:
        """Is the token a noun for persons: one of the list, or of those who belong to a country?"""
        token, codebook = self.tree.tokens[i], self.tree.codebook
        if listed(self.units.people, *self.forms(i)):
            return True
        if token.upos not in ("NOUN", "PROPN") or codebook is None:
            return False
        return codebook.page("demonyms", Demonyms).country(token.form, token.lemma) is not None

    def unit(self, counted: Counted) -> str | None:
        """The counted noun in its plain form."""
        return self.tree.tokens[counted.noun].lemma.casefold() if counted.noun is not None else None

    def _times(self, anchor: int, noun: int) -> Counted | None:
        for i in (self.tree.tokens[anchor].head, *self.tree.ancestors(anchor)):
            if i >= 0 and listed(self.units.struck, *self.forms(i)):
                return Counted("strikes", anchor, noun)
        return None

    def is_of(self, i: int) -> bool:
        """Does nothing but "of" tie the phrase to what stands above it?"""
        return all(listed(self.units.of, *self.forms(c)) for c in self.tree.all_children(i, "case"))
