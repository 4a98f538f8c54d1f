"""What becomes of those whom a number counts: verbs, states and totals around the amount, read as categories.

The unit words of `Counting` and the token that stands for the amount go in; a category comes out, or nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from facta.codebook.units import listed
from facta.extraction.frames import cases
from facta.extraction.idioms import Idioms

if TYPE_CHECKING:
    from facta.extraction.counting import Counting

OTHER = "other"
REACH = 5  # tokens between the counted and a state said of it in another branch
NEXT = 3  # tokens behind a bare number that may tell what became of those it counts
ACTED_ON, ACTING = ("objects", "states", "subjects"), ("subjects", "states")


class Fates:
    """Reads for one sentence what the clause says of the counted."""

    def __init__(self, counting: Counting) -> None:
        self.counting = counting
        self.tree = counting.tree
        self.units = counting.units
        self.idioms = Idioms(counting.tree, counting.units)

    def of(self, anchor: int, last: int) -> str | None:
        """What the verb or a state says of the counted; of a whole, "of the 33 hostages, eight …", it says nothing."""
        marks = self.tree.all_children(anchor, "case")
        if self.tree.relation(anchor) in ("nsubj", "obj") and any(self._opens_whole(c) for c in marks):
            return None
        return self.idioms.before(anchor) or self._by_verb(anchor) or self._by_state(anchor, last)

    def _opens_whole(self, i: int) -> bool:
        return self.tree.tokens[i].form.casefold() in self.units.out_of

    def _by_verb(self, anchor: int) -> str | None:
        """What the verb does to the counted, or what the counted does."""
        tree, head = self.tree, self.tree.tokens[anchor].head
        relation, deprel = tree.relation(anchor), tree.tokens[anchor].deprel
        if relation == "conj" and head >= 0:
            counted = self.counting.known(head) or tree.tokens[head].upos in ("NUM", "NOUN")
            return self._gapped(anchor) or (self._by_verb(head) if counted else None)
        if head < 0:
            return None
        if deprel == "nsubj:pass" or relation in ("obj", "iobj"):
            return self._of_verbs(self._nearest(head, anchor), ACTED_ON, anchor)
        if relation == "nsubj":
            passive = self._object_as_subject(head, anchor)
            if passive:
                return self._of_verbs(head, ACTED_ON, anchor)
            acting = ACTING if passive is None else ("subjects",)  # "300 rebels seized the town" are not seized
            return self._of_verbs(head, acting, anchor) or self._passive(head)
        if relation == "obl" and self._is_object(anchor, head):
            return self._of_verbs(head, ACTED_ON, anchor)
        if relation == "compound" and (told := self.counting.by("nouns", head)):
            return told if told not in self.counting.counts.things else None  # "23 teachers hostage", read as one name
        if relation in ("nmod", "obl"):
            category = self.counting.by("nouns", head) or self.counting.by("objects", head)
            fits = category and category not in self.counting.counts.things
            if fits and self.counting.is_of(anchor):
                return category
        return self._by_role(anchor)

    def _by_role(self, anchor: int) -> str | None:
        """What a verb does to the counted by its role alone, where the reader ties the words otherwise."""
        if self._cased(anchor):
            return None
        for verb in self.tree.ancestors(anchor):
            labels = [label for label, j in self.tree.roles.get(verb, ()) if j == anchor]
            if labels and self.tree.tokens[verb].upos == "VERB":
                return self._of_verbs(verb, ACTED_ON if "ARG1" in labels else ACTING, anchor)
        return None

    def _nearest(self, verb: int, anchor: int) -> int:
        """The verb of an object, where the reader ties it to an earlier one that has its own: "left 9 dead and injured
        338"."""
        between = (c for c in self.tree.all_children(verb, "conj") if verb < c < anchor)
        own = (c for c in between if self.tree.child(c, "obj") is None and self._parted(verb, c, anchor))
        return next(own, verb)

    def _is_object(self, anchor: int, verb: int) -> bool:
        """Does an oblique phrase stand for the object: "detuvo a 12", or by its role or for want of a preposition?"""
        tree, own = self.tree, cases(self.tree, anchor)
        if own and own <= tree.grammar.prepositions.objects:
            return True
        return ("ARG1", anchor) in tree.roles.get(verb, ()) or not self._cased(anchor)

    def _object_as_subject(self, verb: int, anchor: int) -> bool | None:
        """Whether what looks like the subject is what the verb acts on, "12 killed", "300 поселенців евакуювали": the
        verb has no object and the reader sees no doer. `False` when it has one; `None` when that is open."""
        tree = self.tree
        if self._shares_passive(verb):
            return True
        if any(self._is_plain_object(c) for c in tree.all_children(verb, "obj", "obl") if c != anchor):
            return False
        doer = ("ARG0", anchor) in tree.roles.get(verb, ())
        return None if doer or not self.counting.by("objects", verb) else True

    def _shares_passive(self, verb: int) -> bool:
        """Is the verb a participle that shares the auxiliary before it: "were shot and four guards taken hostage"?"""
        tree, head = self.tree, self.tree.tokens[verb].head
        if tree.relation(verb) != "conj" or tree.child(verb, "aux") is not None:
            return False
        passive = any(tree.tokens[c].deprel == "aux:pass" for c in tree.children[head])
        return passive and tree.grammar.is_participle(tree.tokens[verb].form)

    def _is_plain_object(self, i: int) -> bool:
        """Is the token an object by its relation or its preposition?"""
        marks = cases(self.tree, i)
        return self.tree.relation(i) == "obj" or bool(marks and marks <= self.tree.grammar.prepositions.objects)

    def _passive(self, verb: int) -> str | None:
        """ "12 were killed" where the parse shows a plain subject: an auxiliary or no object makes it passive."""
        if self.tree.child(verb, "aux", "cop") is not None and self.tree.child(verb, "obj") is None:
            return self.counting.by("objects", verb)
        return None

    def _gapped(self, anchor: int) -> str | None:
        """The participle behind one of several subjects that share an auxiliary: "…, and two firefighters wounded"."""
        tree = self.tree
        after = next((i for i in range(anchor + 1, len(tree.tokens)) if tree.tokens[i].upos != "ADV"), None)
        if after is None or tree.tokens[after].upos not in ("VERB", "ADJ"):
            return None
        beside = tree.tokens[after].head in (anchor, tree.tokens[anchor].head)
        if not beside or tree.child(after, "aux", "nsubj") is not None:
            return None
        return self.idioms.around(after, anchor, ("done",)) or self.counting.first(("states", "objects"), after)

    def _cased(self, i: int) -> bool:
        """Has the token a preposition of its own? One right behind an adverb is the amount's: "más de 30"."""
        marks = self.tree.all_children(i, "case")
        return any(c == 0 or self.tree.tokens[c - 1].upos != "ADV" for c in marks)

    def _of_verbs(self, verb: int, kinds: tuple[str, ...], anchor: int) -> str | None:
        """The category of the verb; two verbs of different kinds that share the counted make it "other"."""
        phrases = ("done", "undergone") if kinds is ACTED_ON else ("undergone",)
        if told := self.idioms.around(verb, anchor, phrases):
            return told
        own = self.counting.first(kinds, verb)
        beside = (c for c in self.tree.all_children(verb, "xcomp", "obj") if c != anchor and c not in self._numbered)
        if not own and (found := next((s for c in beside if (s := self.counting.by("states", c))), None)):
            return found  # "left 30 wounded", "resultaron heridas"
        shared = [c for v in self._sharing(verb, anchor) if (c := self.counting.first(kinds, v))]
        if len({*shared, *([own] if own else [])}) > 1:
            return OTHER
        return own or (shared[0] if shared else None)

    @property
    def _numbered(self) -> frozenset[int]:
        """Tokens with a number of their own."""
        return frozenset(t.head for t in self.tree.tokens if t.upos == "NUM")

    def _sharing(self, verb: int, anchor: int) -> Iterator[int]:
        """The verbs joined to the verb that have no such argument of their own."""
        relation = self.tree.relation(anchor)
        first = self.tree.tokens[verb].head if self.tree.relation(verb) == "conj" else verb
        joined = [first, *self.tree.all_children(first, "conj"), *self.tree.all_children(verb, "conj")]
        for other in dict.fromkeys(joined):
            behind = other > anchor and relation in ("obj", "iobj", "obl")  # "killed 50 and maimed dozens more"
            own = behind or self.tree.child(other, relation) is not None or self._parted(verb, other, anchor)
            if other != verb and other >= 0 and not own:
                yield other

    def _parted(self, verb: int, other: int, anchor: int) -> bool:
        """Does another number stand between the two verbs: "left 153 dead and injured 338"?"""
        amount = {anchor, *self.tree.children[anchor]}
        between = range(min(verb, other), max(verb, other))
        return any(self.tree.tokens[i].upos == "NUM" and i not in amount for i in between)

    def _by_state(self, anchor: int, last: int) -> str | None:
        """A participle or adjective at the counted: "40 captured fighters", "12 dead", "left 12 people dead"."""
        tree, by = self.tree, self.counting.by
        own = by("states", anchor) if tree.tokens[anchor].upos != "NUM" else None
        if own:
            return own
        for child in tree.all_children(anchor, "amod", "acl", "appos", "advcl", "xcomp"):
            if found := self._state(child):
                return found
        after, head = max(anchor, last) + 1, tree.tokens[anchor].head
        beside = after < len(tree.tokens) and tree.tokens[after].upos in ("ADJ", "VERB", "NOUN")
        if beside and (found := by("states", after)):
            return found
        above = head >= 0 and tree.relation(anchor) in ("nsubj", "nummod", "amod", "nmod", "dep", "compound")
        if above and tree.child(head, "obj") is None and (found := by("states", head)):
            return found
        apart = head < 0 or (tree.relation(anchor) == "obl" and tree.child(anchor, "case") is not None)
        for sibling in () if apart else tree.all_children(head, "xcomp", "obj", "advcl"):
            near = sibling > anchor and sibling - max(anchor, last) < REACH + len(tree.children[anchor])
            if near and sibling not in self._numbered and (found := by("states", sibling)):
                return found
        return None

    def _state(self, i: int) -> str | None:
        """The state that a word beside the counted tells, or that its own complement does: "who remain abducted"."""
        below = self.tree.all_children(i, "xcomp") if self.tree.tokens[i].upos == "VERB" else []
        return next((found for j in (i, *below) if (found := self.counting.by("states", j))), None)

    def next_to(self, last: int) -> str | None:
        """What the words right behind a bare number say: "30 resultaron heridas", "семеро у важкому стані"."""
        if told := self.idioms.behind(last):
            return told
        for i in range(last + 1, min(len(self.tree.tokens), last + 1 + NEXT)):
            if self.tree.tokens[i].upos not in ("VERB", "AUX", "ADJ", "NOUN", "ADV"):
                return None
            if found := self.counting.first(("states", "subjects"), i):
                return found
        return None

    def right_before(self, first: int) -> str | None:
        """What the verb right before a bare number does to its object: "killing 50 and maiming dozens more"."""
        for i in range(first - 1, max(-1, first - 1 - NEXT), -1):
            upos = self.tree.tokens[i].upos
            if upos not in ("ADV", "ADP", "ADJ"):
                return self.counting.by("objects", i) if upos == "VERB" and self.tree.child(i, "obj") is None else None
        return None

    def total(self, anchor: int) -> str | None:
        """A total that the number completes: "the toll rose to 12", "the number of refugees passed four million"."""
        tree, head = self.tree, self.tree.tokens[anchor].head
        near = [*tree.all_children(anchor, "nsubj")]
        if head >= 0:
            near += [head, *tree.all_children(head, "nsubj", "obj")]
            if any(tree.tokens[k].form == "," for k in range(anchor, head)):  # "to four million, mainly women"
                above = tree.tokens[head].head
                near += [above, *(tree.all_children(above, "nsubj", "obj") if above >= 0 else ())]
        for i in near:
            if i in (anchor, -1):
                continue
            if found := self.counting.by("totals", i):
                return found
            if listed(self.units.counters, *self.counting.forms(i)) and (found := self._counter(i)):
                return found
        return None

    def _counter(self, counter: int) -> str | None:
        """What a word such as "number" counts: the state told beside it first, else its noun."""
        tree, counting = self.tree, self.counting
        nouns = [n for n in tree.all_children(counter, "nmod", "compound") if counting.is_of(n)]
        states = [c for i in (counter, *nouns) for c in tree.all_children(i, "acl", "amod")]
        if found := next((c for i in states if (c := counting.first(("states", "objects", "subjects"), i))), None):
            return found
        for noun in nouns:
            own = counting.by("nouns", noun) or counting.by("states", noun)
            if own or counting.is_people(noun):
                return own or OTHER
        return None
