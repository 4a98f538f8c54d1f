"""What a number counts: the noun it stands with, and the words that make of it killed, displaced, strikes and so on.

A parsed sentence, the place of a number in it and the unit words go in; the counted noun and its category come out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from facta.codebook.units import Units, listed
from facta.extraction.frames import cases
from facta.extraction.trace import Rule
from facta.extraction.tree import Tree
from facta.records import Span

REACH = 5  # tokens between a number and the noun it counts, where the parse does not tie them
NEXT = 3  # tokens behind a bare number that may tell what became of those it counts
OTHER = "other"
NOMINAL = ("NOUN", "PROPN", "ADJ", "SYM", "X", "VERB")
MODIFIERS = ("nummod", "det", "amod", "compound", "advmod", "nmod", "dep", "flat")


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted. `anchor` is the token that stands in the sentence for the amount; `noun` the counted noun."""

    category: str
    anchor: int
    noun: int | None
    by_verb: bool = False


class Counting:
    """Decides for one sentence what its numbers count."""

    def __init__(self, tree: Tree, units: Units) -> None:
        self.tree = tree
        self.units = units
        self.met: dict[str, Rule] = {}  # by category, the entry by which it was found last

    def forms(self, i: int) -> tuple[str, str]:
        return self.tree.tokens[i].form, self.tree.tokens[i].lemma

    def by(self, kind: str, i: int) -> str | None:
        """The category that lists the token under `kind`, remembered for whoever asks why."""
        category = self.units.by(kind, *self.forms(i))
        if category is not None:
            self.met[category] = Rule("units", ("categories", category, kind), self.tree.tokens[i].form)
        return category

    def counted(self, number: Span) -> Counted | None:
        """What the number at the span counts, or nothing when it counts no people, weapons, deeds or goods."""
        inside = self.tree.at(number)
        if not inside:
            return None
        top = next((i for i in reversed(inside) if self.tree.tokens[i].head not in inside), inside[-1])
        noun = self.noun(inside, top)
        anchor = noun if noun is not None and self.tree.tokens[noun].head not in inside else top
        while (
            self.tree.relation(anchor) in ("nmod", "obl")
            and self.tree.tokens[self.tree.tokens[anchor].head].upos == "ADV"
        ):
            anchor = self.tree.tokens[anchor].head  # "plus de 300 personnes"
        own = self.by("nouns", noun) if noun is not None else None
        if own in self.units.things:
            return Counted(own or OTHER, anchor, noun)
        if noun is not None and listed(self.units.times, *self.forms(noun)):
            return self._times(anchor, noun)
        person = noun is not None and (own is not None or listed(self.units.people, *self.forms(noun)))
        if noun is not None and not person:
            return self._state_of_noun(noun)
        told = self._by_verb(anchor) or self._by_state(anchor, inside[-1])
        if told:
            return Counted(told, anchor, noun, True)
        if own:
            return Counted(own, anchor, noun)
        told = self._inherited(anchor) or (self._by_total(anchor) if noun is None else None)
        told = told or (self._by_next(inside[-1]) if noun is None else None)
        if told:
            return Counted(told, anchor, noun, True)
        return Counted(OTHER, anchor, noun) if person else None

    def noun(self, inside: list[int], top: int) -> int | None:
        """The noun that is counted: the head of the number, what follows "of", or else the next noun of the lists."""
        tree = self.tree
        head = tree.tokens[top].head
        if head > inside[-1] and tree.relation(top) in MODIFIERS and tree.tokens[head].upos in NOMINAL:
            return head if head - inside[-1] <= 2 * REACH and not self._crossed(inside[-1], head) else None
        for child in (c for i in inside for c in tree.all_children(i, "nmod", "obl") if c > inside[-1]):
            cases = tree.all_children(child, "case")
            if child - inside[-1] <= REACH and all(listed(self.units.of, *self.forms(c)) for c in cases):
                return child
        return self._next_noun(inside[-1])

    def _crossed(self, start: int, end: int) -> bool:
        return any(self.tree.tokens[i].form in ".;:!?" for i in range(start + 1, end))

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
        return self.by("nouns", i) is not None or listed(self.units.people, *self.forms(i))

    def _state_of_noun(self, noun: int) -> Counted | None:
        """A noun of no list counts only when it is itself a state: "12 confirmed dead"."""
        category = self.by("states", noun)
        return Counted(category, noun, noun, True) if category else None

    def _times(self, anchor: int, noun: int) -> Counted | None:
        for i in (self.tree.tokens[anchor].head, *self.tree.ancestors(anchor)):
            if i >= 0 and listed(self.units.struck, *self.forms(i)):
                return Counted("strikes", anchor, noun)
        return None

    def _by_verb(self, anchor: int) -> str | None:
        """What the verb does to the counted, or what the counted does."""
        tree, head = self.tree, self.tree.tokens[anchor].head
        relation, deprel = tree.relation(anchor), tree.tokens[anchor].deprel
        if relation == "conj" and head >= 0:
            return self._by_verb(head) if self.known(head) or tree.tokens[head].upos in ("NUM", "NOUN") else None
        if head < 0:
            return None
        if deprel == "nsubj:pass" or relation in ("obj", "iobj"):
            return self._of_verbs(head, ("objects", "states", "subjects"), anchor)
        if relation == "nsubj":
            return self._of_verbs(head, ("subjects", "states"), anchor) or self._passive(head)
        if relation == "obl" and cases(tree, anchor) and cases(tree, anchor) <= tree.grammar.prepositions.objects:
            return self._of_verbs(head, ("objects", "states", "subjects"), anchor)
        if relation == "obl" and (("ARG1", anchor) in tree.roles.get(head, ()) or not self._cased(anchor)):
            return self._of_verbs(head, ("objects", "states", "subjects"), anchor)
        if relation in ("nmod", "obl"):
            category = self.by("nouns", head) or self.by("objects", head)
            return category if category and category not in self.units.things and self._is_of(anchor) else None
        return None

    def _passive(self, verb: int) -> str | None:
        """ "12 were killed" where the parse shows a plain subject: an auxiliary or no object makes it passive."""
        if self.tree.child(verb, "aux", "cop") is not None and self.tree.child(verb, "obj") is None:
            return self.by("objects", verb)
        return None

    def _cased(self, i: int) -> bool:
        """Has the token a preposition of its own? One right behind an adverb is the amount's: "más de 30"."""
        cases = self.tree.all_children(i, "case")
        return any(c == 0 or self.tree.tokens[c - 1].upos != "ADV" for c in cases)

    def _is_of(self, i: int) -> bool:
        cases = self.tree.all_children(i, "case")
        return all(listed(self.units.of, *self.forms(c)) for c in cases)

    def _of_verbs(self, verb: int, kinds: tuple[str, ...], anchor: int) -> str | None:
        """The category of the verb; two verbs of different kinds that share the counted make it "other"."""
        beside = (c for c in self.tree.all_children(verb, "xcomp", "obj") if c != anchor)
        if found := next((s for c in beside if (s := self.by("states", c))), None):
            return found  # "left 30 wounded", "resultaron heridas"
        told = [c for v in self._sharing(verb, anchor) if (c := self._first(kinds, v))]
        if len(set(told)) > 1:
            return OTHER
        return told[0] if told else None

    def _first(self, kinds: tuple[str, ...], i: int) -> str | None:
        return next((c for kind in kinds if (c := self.by(kind, i))), None)

    def _sharing(self, verb: int, anchor: int) -> Iterator[int]:
        """The verb, and those joined to it that have no such argument of their own."""
        yield verb
        relation = self.tree.relation(anchor)
        first = self.tree.tokens[verb].head if self.tree.relation(verb) == "conj" else verb
        joined = [first, *self.tree.all_children(first, "conj"), *self.tree.all_children(verb, "conj")]
        for other in dict.fromkeys(joined):
            behind = other > anchor and relation in ("obj", "iobj", "obl")  # "killed 50 and maimed dozens more"
            own = behind or self.tree.child(other, relation) is not None or self._counts(other)
            if other != verb and not own:
                yield other

    def _counts(self, verb: int) -> bool:
        """Whether the verb has a number of its own before it: "killed 3 people, another 11 wounded"."""
        return any(self.tree.tokens[c].upos == "NUM" and c < verb for c in self.tree.children[verb])

    def _by_state(self, anchor: int, last: int) -> str | None:
        """A participle or adjective at the counted: "40 captured fighters", "12 dead", "left 12 people dead"."""
        tree = self.tree
        own = self.by("states", anchor) if tree.tokens[anchor].upos != "NUM" else None
        if own:
            return own
        for child in tree.all_children(anchor, "amod", "acl", "appos", "advcl", "xcomp"):
            if found := self.by("states", child):
                return found
        after, head = max(anchor, last) + 1, tree.tokens[anchor].head
        beside = after < len(tree.tokens) and tree.tokens[after].upos in ("ADJ", "VERB", "NOUN")
        if beside and (found := self.by("states", after)):
            return found
        above = head >= 0 and tree.relation(anchor) in ("nsubj", "nummod", "amod", "nmod", "dep", "compound")
        if above and (found := self.by("states", head)):
            return found
        for sibling in tree.all_children(head, "xcomp", "obj", "advcl") if head >= 0 else ():
            if (
                sibling > anchor
                and sibling - max(anchor, last) < REACH + len(tree.children[anchor])
                and (found := self.by("states", sibling))
            ):
                return found
        return None

    def _by_next(self, last: int) -> str | None:
        """What the words right behind a bare number say: "30 resultaron heridas", "ще одинадцятеро поранені"."""
        for i in range(last + 1, min(len(self.tree.tokens), last + 1 + NEXT)):
            if self.tree.tokens[i].upos not in ("VERB", "AUX", "ADJ", "NOUN", "ADV"):
                return None
            if found := self._first(("states", "subjects"), i):
                return found
        return None

    def _inherited(self, anchor: int) -> str | None:
        """What holds of the whole holds of its part: "killed 12 people, including 3 children"."""
        tree = self.tree
        if not any(listed(self.units.including, *self.forms(c)) for c in tree.children[anchor]):
            return None
        for head in tree.ancestors(anchor):
            if tree.tokens[head].upos in ("NOUN", "NUM", "PROPN") and (found := self._by_verb(head)):
                return found
            if found := self._first(("objects", "subjects", "states"), head):
                return found
        return None

    def _by_total(self, anchor: int) -> str | None:
        """A total that the number completes: "the toll rose to 12", "the number of refugees passed four million"."""
        tree, head = self.tree, self.tree.tokens[anchor].head
        near = [*tree.all_children(anchor, "nsubj")]
        if head >= 0:
            near += [head, *tree.all_children(head, "nsubj", "obj")]
        for i in near:
            if i == anchor:
                continue
            if found := self.by("totals", i):
                return found
            if listed(self.units.counters, *self.forms(i)):
                for noun in tree.all_children(i, "nmod", "compound"):
                    own = self.by("nouns", noun) or self.by("states", noun)
                    if own or listed(self.units.people, *self.forms(noun)):
                        return own or OTHER
        return None
