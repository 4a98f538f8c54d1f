"""How a number stands to other counts: on top of them, all so far, or a part of them. What it counts is given.

A quantity of a sentence and what it counts go in; its scope comes out, or nothing where the words do not tell.
"""

from __future__ import annotations

import re

from facta.codebook.times import Times
from facta.codebook.units import Units, listed
from facta.extraction.context import Context
from facta.extraction.counting import Counted, Counting
from facta.extraction.quantities import BEFORE, Quantity
from facta.extraction.wordings import begins_with, ends_with, find
from facta.records import Scope, Span, When


def scope_of(
    context: Context, counting: Counting, quantity: Quantity, counted: Counted, around: Span, as_of: When | None
) -> Scope | None:
    """`around` is the stretch between the numbers before and behind: words there are taken to belong to this one."""
    units = counting.units
    if _is_added(context.text, counting, quantity, counted, units):
        return Scope.EXCLUSIVE
    before = context.text[around.start : quantity.number.start]
    after = re.split(r"[,;:]", context.text[quantity.span.end : around.end], maxsplit=1)[0]
    if counted.by_total or find(units.scopes.cumulative, before) or find(units.scopes.cumulative, after):
        return Scope.CUMULATIVE
    if _completes(counting, counted):
        return Scope.CUMULATIVE
    return Scope.CUMULATIVE if as_of and _since(context, as_of) else None


def _is_added(text: str, counting: Counting, quantity: Quantity, counted: Counted, units: Units) -> bool:
    """Does "another" stand before the number, or "more" or "others" behind it or as its noun?"""
    before, after = units.scopes.exclusive_before, units.scopes.exclusive_after
    noun = counting.tree.tokens[counted.noun] if counted.noun is not None else None
    swallowed = text[quantity.span.start : quantity.number.start]
    if find(before, swallowed) or ends_with(before, text[max(0, quantity.span.start - BEFORE) : quantity.span.start]):
        return True
    end = max(quantity.span.end, noun.end if noun else 0)
    return bool(find(after, text[quantity.span.end : end]) or begins_with(after, text[end : end + BEFORE]))


def _completes(counting: Counting, counted: Counted) -> bool:
    """Is the amount that which a total reaches: "bringing the toll to 31 dead"?"""
    tree, units = counting.tree, counting.units
    head = tree.tokens[counted.anchor].head
    if head < 0 or tree.relation(counted.anchor) not in ("obl", "obj", "nmod", "xcomp"):
        return False
    beside = [i for i in tree.all_children(head, "nsubj", "obj") if i != counted.anchor]
    beside += [head] if counting.is_of(counted.anchor) else []  # "a toll of 12"
    nouns = [counting.forms(i) for i in beside if tree.tokens[i].upos == "NOUN"]
    return any(listed(units.counters, *forms) or units.by("totals", *forms) for forms in nouns)


def _since(context: Context, as_of: When) -> bool:
    """Does the time of the number begin with a word such as "since"?"""
    times = context.codebook.page("times", Times)
    if as_of.span is None:
        return False
    first, _, _ = as_of.span.of(context.text).partition(" ")
    before = context.text[max(0, as_of.span.start - BEFORE) : as_of.span.start]
    return bool(times.since_before.search(f"{first} ") or times.since_before.search(before))
