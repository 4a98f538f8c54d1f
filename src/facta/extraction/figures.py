"""Numbers that count people, deeds, weapons or goods: bounds, what they count, place, date and whose word it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from facta.codebook.numbers import Numbers
from facta.codebook.units import Units, listed
from facta.extraction.context import Context
from facta.extraction.counting import OTHER, Counted, Counting
from facta.extraction.places import place_of
from facta.extraction.quantities import Quantity, find_quantities
from facta.extraction.statements import source_of
from facta.extraction.times import time_of
from facta.extraction.tree import Tree
from facta.records import Figure, PassageRole, Place, Span, Statement, When, digest

ASIDE = (PassageRole.PROMOTION, PassageRole.CREDIT, PassageRole.BYLINE)
YEARS = range(1900, 2100)
_NOTHING = "it counts nothing of the page: no noun of a category, nor people to whom a verb or state of one happens"
FEW = 3  # persons who speak together are no figure: "two officers said"
Key = tuple[float | None, float | None, float | None, str]


def find_figures(
    context: Context,
    places: tuple[Place, ...],
    times: tuple[When, ...],
    statements: tuple[Statement, ...],
) -> tuple[Figure, ...]:
    """All figures in text order; the same amount of the same thing told again is further evidence of the first."""
    units = context.codebook.page("units", Units)
    numbers = context.codebook.page("numbers", Numbers)
    found: dict[Key, Figure] = {}
    for tree in context.trees:
        if context.role(tree.sentence.span) in ASIDE:
            continue
        counting = Counting(tree, units)
        for quantity in find_quantities(context.text, tree.sentence.span, numbers, units, context.trace):
            figure = _figure(context, counting, quantity, places, times, statements)
            if figure is None:
                continue
            key = (figure.value, figure.low, figure.high, figure.counts)
            first = found.setdefault(key, figure)
            if first is not figure:
                found[key] = replace(first, evidence=(*first.evidence, figure.text))
    return tuple(found.values())


def _figure(
    context: Context,
    counting: Counting,
    quantity: Quantity,
    places: tuple[Place, ...],
    times: tuple[When, ...],
    statements: tuple[Statement, ...],
) -> Figure | None:
    tree = counting.tree
    against = next(_objections(tree, quantity, times), None)
    if against is not None:
        context.trace.dropped("figure", quantity.number, None, against)
        return None
    counted, unit = _what(context, counting, quantity)
    if counted is None:
        return None
    end = quantity.span.end
    if counted.noun is not None:
        end = max(end, tree.tokens[counted.noun].end)
    span = Span(quantity.span.start, end)
    source = source_of(statements, span)
    act = _act(tree, counted.anchor)
    identifier = digest(context.report.id, "figure", span.start, span.end)
    rule = counting.met.get(counted.category)
    context.trace.fired("figure", quantity.number, rule, f"counts {counted.category}", identifier)
    return Figure(
        id=identifier,
        text=span,
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        counts=counted.category,
        unit=unit,
        approximate=quantity.approximate,
        place=place_of(tree, counted.anchor, places) or place_of(tree, act, places),
        as_of=time_of(tree, counted.anchor, times) or time_of(tree, act, times),
        source=source.id if source else None,
    )


def _objections(tree: Tree, quantity: Quantity, times: tuple[When, ...]) -> Iterator[str]:
    """What speaks against a figure before anybody asks what is counted."""
    if any(when.span and when.span.overlaps(quantity.number) for when in times):
        yield "the number is part of a date or time"
    if _in_name(tree, quantity.number):
        yield "the number is part of a name"


def _act(tree: Tree, anchor: int) -> int:
    """The predicate that the counted noun belongs to, or the noun itself."""
    return next((i for i in tree.ancestors(anchor) if i in tree.predicates), anchor)


def _in_name(tree: Tree, number: Span) -> bool:
    """Is the number part of a name, as in "Group of Seven"?"""
    inside = tree.at(number)
    return any(n.first <= i < n.last for n in tree.sentence.names for i in inside)


def _what(context: Context, counting: Counting, quantity: Quantity) -> tuple[Counted | None, str | None]:
    """What is counted, and in which unit."""
    tree, units = counting.tree, counting.units
    inside = tree.at(quantity.number)
    if not inside:
        return None, None
    last = inside[-1]
    near = range(last + 1, min(len(tree.tokens), last + 4))
    after = next((i for i in near if tree.tokens[i].upos != "ADJ" and not listed(units.of, *counting.forms(i))), None)
    currency = quantity.currency or (after is not None and units.currency(*counting.forms(after))) or None
    if currency:
        noun = after if not quantity.currency else None
        converted = quantity.span.start > 0 and context.text[quantity.span.start - 1] == "("
        if converted:
            context.trace.dropped("figure", quantity.number, None, "the same sum in another currency, in brackets")
        return (None if converted else Counted("money", noun or last, noun)), currency
    if quantity.percent:
        return _share(counting, quantity), "%"
    if after is not None and (measure := units.measure(*counting.forms(after))):
        return Counted("tonnes", after, after), measure
    if quantity.value in YEARS and quantity.in_digits and context.text[last - 1 : last] != ",":
        return _year_or_count(counting, quantity)
    counted = counting.counted(quantity.number)
    if counted is None or _is_too_little(tree, quantity, counted):
        reason = _NOTHING if counted is None else "one thing, half of one, or a few who only speak"
        context.trace.dropped("figure", quantity.number, None, reason)
        return None, None
    return counted, tree.tokens[counted.noun].lemma.casefold() if counted.noun is not None else None


def _year_or_count(counting: Counting, quantity: Quantity) -> tuple[Counted | None, str | None]:
    """Four digits that may be a year count only with a noun behind them."""
    counted = counting.counted(quantity.number)
    if counted is None or counted.noun is None:
        return None, None
    return counted, counting.tree.tokens[counted.noun].lemma.casefold()


def _share(counting: Counting, quantity: Quantity) -> Counted | None:
    """A percentage of something: "80% of the town"."""
    tree = counting.tree
    sign = tree.at(quantity.span)[-1]
    for i in (sign, *tree.at(quantity.number)):
        for child in tree.all_children(i, "nmod", "obl"):
            if child > sign and counting._is_of(child):
                return Counted(OTHER, i, child)
    return None


def _is_too_little(tree: Tree, quantity: Quantity, counted: Counted) -> bool:
    """One thing, half of something, or a few who only speak are no figures."""
    low = quantity.low if quantity.low is not None else quantity.high or 0
    if low <= 1 and (not counted.by_verb or low < 1):
        return True
    return low <= FEW and not counted.by_verb and _speaks(tree, counted.anchor)


def _speaks(tree: Tree, i: int) -> bool:
    """Is the token the subject of a verb that has a clause for its object, told before or after?"""
    verb = tree.tokens[i].head
    clauses = tree.all_children(verb, "ccomp", "parataxis") if tree.relation(i) == "nsubj" else []
    return any(i < verb or clause < verb for clause in clauses)
