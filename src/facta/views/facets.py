"""From a claim to the things that were read in its words: each with what it was taken for and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from facta.records import Actor, Claim, Figure, Incident, Place, Pledge, Report, Span, Statement, When
from facta.views.dossier.days import when_text
from facta.views.dossier.index import Index
from facta.views.dossier.rows import place_text, spot_of, term_text


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing that was read: `name` says which, `text` what it was taken for, `span` the characters that say so.
    `entity` and `place` find its page."""

    name: str
    text: str
    words: str = ""
    span: Span | None = None
    entity: str = ""
    place: str = ""
    side: str = ""
    coded: bool = False  # whether `text` is a code or a word of facta's own, not of the report


def facets(index: Index, report: Report, claim: Claim) -> tuple[Facet, ...]:
    """What was read in a claim, the main things first."""
    match claim:
        case Statement():
            return tuple(_of_statement(index, report, claim))
        case Incident():
            return tuple(_of_incident(index, report, claim))
        case Pledge():
            return tuple(_of_pledge(index, report, claim))
        case Figure():
            return tuple(_of_figure(index, report, claim))


def _of_statement(index: Index, report: Report, claim: Statement) -> Iterator[Facet]:
    yield from _actor(index, report, "speaker", claim.speaker)
    yield _code("act", claim.act.value, report, claim.cue)
    yield _code("form", claim.form.value)
    yield from _actor(index, report, "addressee", claim.addressee)
    if claim.medium:
        yield Facet("medium", claim.medium)
    yield from _when(index, report, "when", claim.when)
    yield from _flags(hedged=claim.hedged)


def _of_incident(index: Index, report: Report, claim: Incident) -> Iterator[Facet]:
    yield _code("type", " · ".join(filter(None, (claim.type, claim.mode))), report, claim.trigger)
    yield _code("status", claim.status.value)
    yield from _actor(index, report, "actor", claim.actor)
    yield from _actor(index, report, "recipient", claim.recipient)
    yield from _place(index, report, claim.place)
    yield from _when(index, report, "when", claim.when)
    if claim.contexts:
        yield _code("contexts", ", ".join(claim.contexts))
    yield from _flags(hedged=claim.hedged, historical=claim.historical)


def _of_pledge(index: Index, report: Report, claim: Pledge) -> Iterator[Facet]:
    yield from _actor(index, report, "by", claim.by)
    yield from _actor(index, report, "to", claim.to)
    yield Facet("promised", claim.act)
    yield _code("kept by", claim.type)
    yield _code("strength", claim.strength.value)
    yield from _words(report, "degree", claim.degree)
    for place in claim.places:
        yield from _place(index, report, place)
    if term := term_text(claim, index.interface):
        yield Facet("term", term)
    yield from _words(report, "condition", claim.condition)
    yield from _when(index, report, "said", claim.said)
    yield from _actor(index, report, "told by", claim.told_by)
    yield from _flags(negated=claim.negated, hedged=claim.hedged)


def _of_figure(index: Index, report: Report, claim: Figure) -> Iterator[Facet]:
    yield _code("counts", " · ".join(filter(None, (claim.counts, claim.unit))))
    yield Facet("value", _bounds(claim), claim.text.of(report.text), claim.text)
    if claim.scope:
        yield _code("scope", claim.scope.value)
    yield from _place(index, report, claim.place)
    yield from _when(index, report, "as of", claim.as_of)
    yield from _flags(approximate=claim.approximate)


def _bounds(claim: Figure) -> str:
    low, high = (f"{bound:,.10g}" if bound is not None else "" for bound in (claim.low, claim.high))
    if low == high:
        return low or (f"{claim.value:,.10g}" if claim.value is not None else "")
    return f"{low}–{high}" if low and high else f"≥ {low}" if low else f"≤ {high}"


def _actor(index: Index, report: Report, name: str, actor: Actor | None) -> Iterator[Facet]:
    for one in actor.parties if actor else ():
        known = index.entity(report.id, one)
        side = (known.side if known else None) or one.side or ""
        words = one.span.of(report.text) if one.span else ""
        yield Facet(name, index.name(report.id, one), words, one.span, known.id if known else "", side=side)


def _place(index: Index, report: Report, place: Place | None) -> Iterator[Facet]:
    if place is not None:
        key = spot_of(index, place).key
        yield Facet("place", place_text(index, place), place.span.of(report.text), place.span, place=key)


def _when(index: Index, report: Report, name: str, when: When | None) -> Iterator[Facet]:
    if when is not None:
        words = when.span.of(report.text) if when.span else ""
        yield Facet(name, when_text(when, index.interface), words, when.span)


def _words(report: Report, name: str, span: Span | None) -> Iterator[Facet]:
    if span is not None:
        yield Facet(name, "", span.of(report.text), span)


def _code(name: str, text: str, report: Report | None = None, span: Span | None = None) -> Facet:
    return Facet(name, text, span.of(report.text) if report and span else "", span, coded=True)


def _flags(**flags: bool) -> Iterator[Facet]:
    """What weakens a claim, where it does."""
    yield from (Facet("but", name, coded=True) for name, given in flags.items() if given)
