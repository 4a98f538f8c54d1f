"""Numbers that count people, deeds, weapons or goods: bounds, what they count, place, date and whose word it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from facta.codebook.numbers import Numbers
from facta.codebook.units import Counts, Units
from facta.extraction.amounts import is_too_little, meaning
from facta.extraction.context import Context
from facta.extraction.counting import Counting, Meant
from facta.extraction.ellipsis import Ellipsis
from facta.extraction.places import place_of
from facta.extraction.placing import Locations
from facta.extraction.quantities import BEFORE, Quantity, find_quantities
from facta.extraction.scopes import scope_of
from facta.extraction.statements import source_of
from facta.extraction.times import time_of
from facta.extraction.tree import Tree
from facta.extraction.wordings import ends_with
from facta.records import Figure, PassageRole, Place, Precision, Scope, Span, Statement, When, digest

ASIDE = (PassageRole.PROMOTION, PassageRole.CREDIT, PassageRole.BYLINE)
_NOTHING = "it counts nothing of the page: no noun of a category, nor people to whom a verb or state of one happens"
_TOO_LITTLE = "one thing, half of one, a price, or a few who only speak"
Key = tuple[float | None, float | None, float | None, str]


@dataclass(frozen=True, slots=True)
class Around:
    """What of the report's other claims a figure is tied to."""

    places: tuple[Place, ...]
    times: tuple[When, ...]
    statements: tuple[Statement, ...]


def find_figures(
    context: Context,
    places: tuple[Place, ...],
    times: tuple[When, ...],
    statements: tuple[Statement, ...],
) -> tuple[Figure, ...]:
    """All figures in text order; the same amount of the same thing told again is further evidence of the first."""
    around = Around(places, times, statements)
    found: dict[Key, Figure] = {}
    for figure in _figures(context, around):
        key = (figure.value, figure.low, figure.high, figure.counts)
        first = found.setdefault(key, figure)
        if first is not figure:
            found[key] = replace(first, evidence=(*first.evidence, figure.text))
    return tuple(found.values())


def _figures(context: Context, around: Around) -> Iterator[Figure]:
    """Every figure as often as it is told."""
    units, counts = context.codebook.page("units", Units), context.codebook.common("counts", Counts)
    numbers = context.codebook.page("numbers", Numbers)
    ellipsis = Ellipsis(context.text, units)
    for tree in context.trees:
        if context.role(tree.sentence.span) in ASIDE:
            continue
        if tree.previous is None:
            ellipsis = Ellipsis(context.text, units)
        counting = Counting(tree, units, counts)
        quantities = find_quantities(context.text, tree.sentence.span, numbers, units, context.trace)
        for n, quantity in enumerate(quantities):
            later = quantities[n + 1] if n + 1 < len(quantities) else None
            meant = _meant(context, counting, quantity, later, around, ellipsis)
            if meant is not None:
                ellipsis.read.append(meant)
                yield _figure(context, counting, meant, _between(tree, quantities, n), around)


def _between(tree: Tree, quantities: list[Quantity], n: int) -> Span:
    """The stretch of the sentence between the numbers before and behind."""
    start = quantities[n - 1].span.end if n else tree.sentence.span.start
    end = quantities[n + 1].span.start if n + 1 < len(quantities) else tree.sentence.span.end
    return Span(start, max(start, end))


def _meant(
    context: Context,
    counting: Counting,
    quantity: Quantity,
    later: Quantity | None,
    around: Around,
    ellipsis: Ellipsis,
) -> Meant | None:
    """What the quantity counts, by its own words or by those of the number on which it leans."""
    against = next(_objections(context.text, counting, quantity, around.times), None)
    if against is not None:
        context.trace.dropped("figure", quantity.number, None, against)
        return None
    meant = meaning(context, counting, quantity)
    if quantity.number == ellipsis.ratio:
        meant = None
    elif meant is None or not meant.measured:
        meant = ellipsis.counted(counting, quantity, meant.counted if meant else None, later) or meant
    if meant is None or is_too_little(counting, meant):
        context.trace.dropped("figure", quantity.number, None, _TOO_LITTLE if meant else _NOTHING)
        return None
    return replace(meant, part=ellipsis.is_part(counting, quantity, meant.counted, later))


def _figure(context: Context, counting: Counting, meant: Meant, stretch: Span, around: Around) -> Figure:
    tree, quantity, counted = counting.tree, meant.quantity, meant.counted
    end = quantity.span.end
    if counted.noun is not None:
        end = max(end, tree.tokens[counted.noun].end)
    span = Span(quantity.span.start, end)
    source = source_of(around.statements, span)
    act = _act(tree, counted.anchor)
    as_of = time_of(tree, counted.anchor, around.times) or time_of(tree, act, around.times)
    scope = Scope.PART if meant.part else scope_of(context, counting, quantity, counted, stretch, as_of)
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
        unit=meant.unit,
        approximate=quantity.approximate,
        place=_place(tree, (counted.anchor, act), around.places, source),
        as_of=as_of or (source.when if source else None),
        source=source.id if source else None,
        scope=scope,
    )


def _objections(text: str, counting: Counting, quantity: Quantity, times: tuple[When, ...]) -> Iterator[str]:
    """What speaks against a figure before anybody asks what is counted."""
    if quantity.currency and text[max(0, quantity.span.start - 1) : quantity.span.start] == "(":
        yield "the same sum in another currency, in brackets"
    if ends_with(counting.units.rates, text[max(0, quantity.span.start - BEFORE) : quantity.span.start]):
        yield "so many are what a rate is reckoned on"
    if any(when.span and when.span.overlaps(quantity.number) for when in times):
        yield "the number is part of a date or time"
    if _in_name(counting.tree, quantity.number):
        yield "the number is part of a name"


def _in_name(tree: Tree, number: Span) -> bool:
    """Is the number part of a name, as in "Group of Seven"?"""
    inside = tree.at(number)
    return any(n.first <= i < n.last for n in tree.sentence.names for i in inside)


def _act(tree: Tree, anchor: int) -> int:
    """The predicate that the counted noun belongs to, or the noun itself."""
    return next((i for i in tree.ancestors(anchor) if i in tree.predicates), anchor)


def _place(tree: Tree, tokens: tuple[int, ...], places: tuple[Place, ...], source: Statement | None) -> Place | None:
    """Where the counted or their fate is told to be, else the only location of the sentence; where its speaker is
    found is none."""
    if found := next((p for i in tokens if (p := place_of(tree, i, places))), None):
        return found
    speaker = source.speaker.span if source and source.speaker else None
    standing = [p for p in Locations(tree, places).standing() if not (speaker and speaker.overlaps(p.span))]
    towns = [p for p in standing if p.precision is not Precision.COUNTRY] or standing
    return towns[0] if len({p.name for p in towns}) == 1 else None
