"""What a quantity amounts to: sums of money, shares, weights, or a count of something. Numbers that lean on others are
left to `ellipsis`.

A quantity of a sentence goes in; what it counts and in which unit comes out.
"""

from __future__ import annotations

from facta.codebook.units import listed
from facta.extraction.context import Context
from facta.extraction.counting import Counted, Counting, Meant
from facta.extraction.fates import OTHER
from facta.extraction.quantities import YEARS, Quantity
from facta.extraction.tree import Tree

FEW = 3  # persons who speak or act together are no figure: "two officers said", "the two ministers will meet"
CROWD = 20  # so many at least are people where no noun says what they are: "dozens marched"
NEAR = 3  # tokens behind a number among which its unit stands


def meaning(context: Context, counting: Counting, quantity: Quantity) -> Meant | None:
    """What is counted, and in which unit."""
    tree, units = counting.tree, counting.units
    inside = tree.at(quantity.number)
    if not inside:
        return None
    last = inside[-1]
    near = range(last + 1, min(len(tree.tokens), last + 1 + NEAR))
    after = next((i for i in near if tree.tokens[i].upos != "ADJ" and not listed(units.of, *counting.forms(i))), None)
    currency = quantity.currency or (after is not None and units.currency(*counting.forms(after))) or None
    if currency:
        noun = after if not quantity.currency else None
        if quantity.value is None and quantity.high is None:
            return None  # "billions of dollars" is no sum
        return Meant(quantity, Counted("money", noun or last, noun), currency, tree.index, measured=True)
    if quantity.percent:
        share = _share(counting, quantity)
        return Meant(quantity, share, "%", tree.index, measured=True) if share else None
    if after is not None and (measure := units.measure(*counting.forms(after))):
        return Meant(quantity, Counted("tonnes", after, after), measure, tree.index, measured=True)
    counted = counting.counted(quantity.number)
    if counted is None and quantity.value is None and (quantity.low or 0) >= CROWD:
        counted = counting.crowd(quantity.number)
    year = quantity.value in YEARS and quantity.in_digits and context.text[last - 1 : last] != ","
    if counted is None or (year and counted.noun is None and not counted.by_total):
        return None  # four digits that may be a year count only with a noun behind them
    return Meant(quantity, counted, counting.unit(counted), tree.index)


def _share(counting: Counting, quantity: Quantity) -> Counted | None:
    """A percentage of something: "80% of the town", "60 Prozent der Stadt", "60 відсотків мешканців"."""
    tree = counting.tree
    sign = tree.at(quantity.span)[-1]
    below = [c for i in (sign, *tree.at(quantity.number)) for c in tree.all_children(i, "nmod", "obl") if c > sign]
    noun = next((c for c in below if counting.is_of(c)), None)
    noun = _behind(counting, sign) if noun is None else noun
    if noun is None or listed(counting.units.uncounted, *counting.forms(noun)):
        return None
    return Counted(OTHER, sign, noun)


def _behind(counting: Counting, sign: int) -> int | None:
    """The noun right behind the sign: after "of", or bare in a language that has no such word."""
    tokens, of = counting.tree.tokens, not counting.units.of
    for i in range(sign + 1, len(tokens)):
        if listed(counting.units.of, *counting.forms(i)):
            of = True
        elif tokens[i].upos in ("NOUN", "PROPN"):
            return i if of else None
        elif tokens[i].upos not in ("ADJ", "DET"):
            return None
    return None


def is_too_little(counting: Counting, meant: Meant) -> bool:
    """One thing, half of something, both of two, a price, or a few who only speak are no figures."""
    quantity, counted = meant.quantity, meant.counted
    low = quantity.low if quantity.low is not None else quantity.high or 0
    if counted.category == "money":
        return low < counting.counts.least_money
    if quantity.pair and not counted.by_verb:
        return True
    if low <= 1 and (not counted.by_verb or low < 1):
        return True
    people = counted.category not in counting.counts.things
    few = low <= FEW and people and not counted.by_verb
    return few and (
        _speaks(counting.tree, counted.anchor) or (counted.category == OTHER and _acts(counting.tree, counted))
    )


def _acts(tree: Tree, counted: Counted) -> bool:
    """Are the counted the subject of a verb that does nothing to them?"""
    verb = tree.tokens[counted.anchor].head
    return tree.tokens[counted.anchor].deprel == "nsubj" and tree.tokens[verb].upos == "VERB"


def _speaks(tree: Tree, i: int) -> bool:
    """Is the token the subject of a verb that has a clause for its object, told before or after?"""
    verb = tree.tokens[i].head
    clauses = tree.all_children(verb, "ccomp", "parataxis") if tree.relation(i) == "nsubj" else []
    return any((i < verb or clause < verb) and not _told_of(tree, clause) for clause in clauses)


def _told_of(tree: Tree, clause: int) -> bool:
    """Has a clause set in a subject of its own, as the "X said" around what is told?"""
    return tree.relation(clause) == "parataxis" and tree.child(clause, "nsubj") is not None
