"""Numbers that count what another number before them counted, or a part of it: "54 of 67 drones", "18 of whom", "76
others", "compared with 206".

Quantities of one paragraph in text order go in; what is counted and whether it is a part come out. What a number with a
noun or verb of its own counts is left to `counting`.
"""

from __future__ import annotations

from facta.codebook.units import Units
from facta.extraction.counting import Counted, Counting, Meant
from facta.extraction.fates import OTHER
from facta.extraction.quantities import BEFORE, YEARS, Quantity
from facta.extraction.wordings import begins_with, ends_with, find
from facta.records import Span

MILLION = 1e6
GAPPED = ("conj", "orphan", "parataxis")  # relations of an amount whose verb is left out


class Ellipsis:
    """The numbers of a paragraph that have been read so far, for those that lean on them."""

    def __init__(self, text: str, units: Units) -> None:
        self.text = text
        self.units = units
        self.read: list[Meant] = []
        self.ratio: Span | None = None  # the second number of the last ratio: "seven out of ten"

    def is_part(self, counting: Counting, quantity: Quantity, counted: Counted, later: Quantity | None) -> bool:
        """Is the amount told as a part of another: "including nine children", "63 of 88", "… and four women"?"""
        whole_before = counted.noun is None and self._of_whole_before(counting)
        if self._names_part(quantity) or (later and self._whole(quantity, later)) or whole_before:
            return True
        before = self._joined(counting, counted)
        return before is not None and before.part

    def counted(
        self, counting: Counting, quantity: Quantity, own: Counted | None, later: Quantity | None
    ) -> Meant | None:
        """What the number borrows from another, when its own words leave it open."""
        if own is not None and own.category in counting.counts.things:
            return None
        if later and self._whole(quantity, later):
            whole = counting.counted(later.number)
            if whole is None:
                self.ratio = later.number
                return None
            lender = Meant(quantity, whole, counting.unit(whole), counting.tree.index)
            return self._lent(counting, quantity, own, lender)
        antecedent = self.antecedent(counting, quantity, own)
        return self._lent(counting, quantity, own, antecedent) if antecedent else None

    def antecedent(self, counting: Counting, quantity: Quantity, own: Counted | None) -> Meant | None:
        """The number before that this one leans on."""
        if not self.read:
            return None
        last, bare = self.read[-1], own is None or own.noun is None
        if own is not None and (joined := self._joined(counting, own)) is not None:
            return joined if joined.part else None
        if self._names_part(quantity):
            return last if own or self._is_bare(counting, quantity) or (quantity.low or 0) > 1 else None
        here = last.sentence == counting.tree.index
        if bare and here and self._of_whole_before(counting) and (own or self._is_bare(counting, quantity)):
            return last
        if own is None and here and self._says_more(quantity) and last.counted.category not in counting.counts.things:
            return last  # "and a further 94 opponents"
        if own is not None or not self._is_bare(counting, quantity):
            return None
        if ends_with(self.units.compared, self._before(quantity)) or self._says_more(quantity):
            return last
        if not here:
            return None
        million = quantity.value is not None and quantity.value >= MILLION
        if million and last.counted.category == "money":
            return last
        if self._stands_for(counting, quantity) or self._is_gapped(counting, quantity, last):
            return last
        return last if self._has_verb(counting, quantity) else None

    def _is_bare(self, counting: Counting, quantity: Quantity) -> bool:
        """Has the number no noun of any kind, and is it neither a year nor, between commas, somebody's age?"""
        year = quantity.in_digits and quantity.value in YEARS
        aside = self._before(quantity).rstrip()[-1:] == "," and self._after(quantity)[:1] == ","
        return counting.is_bare(quantity.number) and not year and not aside and not quantity.percent

    def _lent(self, counting: Counting, quantity: Quantity, own: Counted | None, lender: Meant) -> Meant:
        """The category of the lender, unless it is people and the number's own verb says what became of them."""
        lent = lender.counted
        people = lent.category not in (*counting.counts.things, "money", "tonnes")
        kept = own is not None and own.by_verb and own.category != "other" and people
        inside = counting.tree.at(quantity.number)
        anchor = own.anchor if own else counting.top(inside)
        noun = own.noun if own else None
        category = own.category if own and kept else lent.category
        noun = counting.noun(inside, counting.top(inside)) if own is None else noun
        if own is None and people and lent.by_verb and (noun is not None or self._has_verb(counting, quantity)):
            category = OTHER  # another fate, of which the codebook knows nothing: "38 died, 29 survived"
        return Meant(quantity, Counted(category, anchor, noun, True), lender.unit, counting.tree.index)

    def _before(self, quantity: Quantity) -> str:
        return self.text[max(0, quantity.span.start - BEFORE) : quantity.span.start]

    def _after(self, quantity: Quantity) -> str:
        return self.text[quantity.span.end : quantity.span.end + BEFORE]

    def _names_part(self, quantity: Quantity) -> bool:
        """Do words beside the number make it a part: "including", "of whom", "of them"?"""
        scopes = self.units.scopes
        before = ends_with(scopes.part_before, self._before(quantity)) or find(
            scopes.part_before, self._swallowed(quantity)
        )
        return bool(before or begins_with(scopes.part_after, self._after(quantity)))

    def _swallowed(self, quantity: Quantity) -> str:
        """The words before the number that belong to its phrase."""
        return self.text[quantity.span.start : quantity.number.start]

    def _says_more(self, quantity: Quantity) -> bool:
        """Does a word such as "another" or "more" add the number to one before?"""
        scopes = self.units.scopes
        before = find(scopes.exclusive_before, self._swallowed(quantity))
        return bool(before or begins_with(scopes.exclusive_after, self._after(quantity)))

    def _whole(self, part: Quantity, whole: Quantity) -> bool:
        """Is the second number the whole of which the first is a part: "54 of 67", "tres de los once"?"""
        between = self.text[part.number.end : whole.number.start]
        length = begins_with(self.units.out_of, between)
        return length is not None and not between[length:].strip(" \u00a0\u202f") and not part.percent

    def _of_whole_before(self, counting: Counting) -> bool:
        """Does the last number before stand as a whole, at the head of its clause: "Of the 79 drones, 56 fell"?"""
        if not self.read or self.read[-1].sentence != counting.tree.index:
            return False
        last = self.read[-1].quantity
        length = ends_with(self.units.out_of, self._before(last))
        if length is None and begins_with(self.units.out_of, self._swallowed(last)) is None:
            return False
        first = counting.tree.at(Span(last.span.start - (length or 0), last.number.end))[0]
        return first == 0 or counting.tree.tokens[first - 1].upos in ("PUNCT", "SCONJ", "CCONJ")

    def _has_verb(self, counting: Counting, quantity: Quantity) -> bool:
        """Is the bare number the subject or object of a verb, or of a noun: "29 survived", "the fate of 20"?"""
        tree = counting.tree
        anchor = counting.anchor(quantity.number)
        head = tree.tokens[anchor].head
        verb = head >= 0 and (tree.tokens[head].upos in ("VERB", "ADJ") or tree.child(head, "cop") is not None)
        argued = any(j == anchor for label, j in tree.roles.get(head, ()) if label in ("ARG0", "ARG1"))
        return (verb and (argued or tree.relation(anchor) in ("nsubj", "obj", "obl"))) or tree.relation(
            anchor
        ) == "nmod"

    def _joined(self, counting: Counting, counted: Counted) -> Meant | None:
        """The number to which this one is joined: "nine children and four women"."""
        tree = counting.tree
        if not self.read or self.read[-1].sentence != tree.index or tree.relation(counted.anchor) != "conj":
            return None
        last = self.read[-1]
        heads = {last.counted.anchor, last.counted.noun}
        return last if tree.tokens[counted.anchor].head in heads else None

    def _stands_for(self, counting: Counting, quantity: Quantity) -> bool:
        """Does a pronoun such as French "en" stand for the counted?"""
        tree = counting.tree
        head = tree.tokens[counting.top(tree.at(quantity.number))].head
        return head >= 0 and any(tree.tokens[c].form.casefold() in self.units.pronouns for c in tree.children[head])

    def _is_gapped(self, counting: Counting, quantity: Quantity, last: Meant) -> bool:
        """Is the verb left out because the one before holds for this number too: "980,000 in Poland, 370,000 in …"?"""
        tree = counting.tree
        top = counting.top(tree.at(quantity.number))
        between = Span(last.quantity.span.end, quantity.span.start)
        verbs = any(tree.tokens[i].upos in ("VERB", "AUX") for i in tree.at(between))
        return tree.relation(top) in GAPPED and not verbs
