"""Takes one claim, gives its row on the page: on whose word, how sure, and the evidence to the letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facta.records import (
    Actor,
    Claim,
    Figure,
    Form,
    Incident,
    Place,
    Pledge,
    Precision,
    Report,
    Scope,
    Span,
    Statement,
    Status,
    Strength,
)
from facta.views.dossier.days import day, days, when_text
from facta.views.dossier.index import Index, Quote, outlet_of, unresolved
from facta.views.dossier.marks import Mark
from facta.views.dossier.room import Rows, cut
from facta.views.interface import ENGLISH, Interface, msg

STATUS_WORDS = {
    Status.REPORTED: msg("own voice"),
    Status.ATTRIBUTED: msg("on the word of a source not named"),
    Status.DENIED: msg("denied"),
    Status.PLANNED: msg("planned"),
    Status.HYPOTHETICAL: msg("hypothetical"),
    Status.NEGATED: msg("said not to have happened"),
}
SCOPE_WORDS = {
    Scope.EXCLUSIVE: msg("on top of others"),
    Scope.CUMULATIVE: msg("all so far"),
    Scope.PART: msg("part of another figure"),
}
STRENGTH_WORDS = {
    Strength.COMMITS: msg("promised"),
    Strength.INTENDS: msg("intended"),
    Strength.PROPOSES: msg("proposed"),
    Strength.OFFERS: msg("offered"),
    Strength.SIGNS: msg("signed"),
}
FORM_WORDS = {Form.DIRECT: msg("direct words"), Form.INDIRECT: msg("retold"), Form.MIXED: msg("partly direct")}
VAGUE = (Precision.DISTRICT, Precision.REGION, Precision.COUNTRY, Precision.NEAR, Precision.UNRESOLVED)


@dataclass(frozen=True, slots=True)
class Voice:
    """One link of a source chain: who, of which side, and by which act. `entity` is empty where nobody is resolved."""

    name: str
    side: str | None
    act: str
    form: str
    entity: str = ""
    statement: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in words, and what finds it again: its number in the gazetteer, or its name where it has none."""

    text: str
    key: str


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim as a line of the page. `chain` runs from the first speaker outwards to the report; `who_id` and
    `whom_id` are entities' ids, empty where nobody is resolved."""

    id: str
    kind: str
    status: str
    tags: tuple[str, ...]
    chain: tuple[Voice, ...]
    quote: Quote
    marks: tuple[Mark, ...]
    who: str = ""
    whom: str = ""
    place: str = ""
    when: str = ""
    who_id: str = ""
    whom_id: str = ""
    spots: tuple[Spot, ...] = ()


def main_spans(claim: Claim) -> tuple[Span, ...]:
    """The characters that say what the claim says."""
    if isinstance(claim, Statement):
        return claim.content or ((claim.cue,) if claim.cue else ())
    return (claim.text,)


def stressed(claim: Claim) -> Span | None:
    """The word or words within a claim's evidence on which it turns."""
    if isinstance(claim, Incident):
        return claim.trigger
    return claim.degree if isinstance(claim, Pledge) else None


def quote_of(index: Index, report: Report, claim: Claim) -> Quote:
    """The claim's own words, sliced from the report."""
    pieces: list[tuple[str, bool]] = []
    strong = stressed(claim)
    for number, span in enumerate(main_spans(claim)):
        if number:
            pieces.append((" […] ", False))
        pieces += _split(report.text, span, strong)
    outlet, published = outlet_of(report, index.interface), day(report.published, index.interface)
    return Quote(tuple(pieces), report.language, report.id, outlet, published, f"e-{claim.id}")


def _split(text: str, span: Span, strong: Span | None) -> list[tuple[str, bool]]:
    """The span's characters, the stressed ones apart."""
    if strong is None or not span.covers(strong):
        return [(span.of(text), False)]
    cuts = [(span.start, strong.start, False), (strong.start, strong.end, True), (strong.end, span.end, False)]
    return [(text[start:end], stress) for start, end, stress in cuts if start < end]


def claim_row(index: Index, claim_id: str) -> ClaimRow | None:
    """The row of a claim of this story; `None` for an id that no report here carries."""
    if claim_id not in index.by_id:
        return None
    report, claim = index.by_id[claim_id]
    marks = tuple(index.marks[origin] for origin in index.origins_of.get(claim_id, []))
    source = claim.within if isinstance(claim, Statement) else claim.source
    chain = tuple(voice(index, report, statement) for statement in index.chain(source))
    who, whom, place, when = about_of(index, report, claim)
    doer, other = parties(claim)
    return ClaimRow(
        id=claim_id,
        kind=type(claim).__name__.lower(),
        status=_status(claim, chain, index.interface),
        tags=_tags(claim, index.interface),
        chain=chain,
        quote=quote_of(index, report, claim),
        marks=marks,
        who=who,
        whom=whom,
        place=place,
        when=when,
        who_id=index.bearer(report.id, doer),
        whom_id=index.bearer(report.id, other),
        spots=tuple(spot_of(index, place) for place in places(claim)),
    )


def claim_rows(index: Index, ids: Sequence[str], limit: int | None = None) -> Rows[ClaimRow]:
    """Rows of the claims that the story's reports carry, the first ones where there is a limit."""
    return cut([id_ for id_ in ids if id_ in index.by_id], limit, lambda id_: claim_row(index, id_))


def voice(index: Index, report: Report, statement: Statement) -> Voice:
    """Who conveys it, as far as the report says."""
    speaker = statement.speaker
    name = index.name(report.id, speaker) or index.interface.gettext("an unnamed source")
    return Voice(
        name,
        speaker.side if speaker else None,
        statement.act.value,
        statement.form.value,
        index.bearer(report.id, speaker),
        statement.id,
    )


def parties(claim: Claim) -> tuple[Actor | None, Actor | None]:
    """Whoever says, does or promises it, and to whom."""
    match claim:
        case Statement():
            return claim.speaker, claim.addressee
        case Incident():
            return claim.actor, claim.recipient
        case Pledge():
            return claim.by, claim.to
        case Figure():
            return None, None


def places(claim: Claim) -> tuple[Place, ...]:
    """All places that a claim names as its own."""
    if isinstance(claim, Statement):
        return ()
    return claim.places if isinstance(claim, Pledge) else (claim.place,) if claim.place else ()


def spot_of(index: Index, place: Place) -> Spot:
    return Spot(place_text(index, place), str(place.geonameid or place.name))


def place_text(index: Index, place: Place | None) -> str:
    """`Chernihiv, Ukraine`; what is not a spot says so, what is unresolved lists what it may be."""
    if place is None:
        return ""
    if place.precision is Precision.UNRESOLVED:
        return f"{place.name} ({unresolved(place.candidates, index.interface)})"
    english = index.countries.get(place.country or "", place.country or "")
    country = index.interface.country(place.country, english)
    name = country if place.name in (english, country) else ", ".join(filter(None, (place.name, country)))
    return f"{name} ({index.interface.gettext(place.precision.value)})" if place.precision in VAGUE else name


def about_of(index: Index, report: Report, claim: Claim) -> tuple[str, str, str, str]:
    """Who, to whom, where and when, in words."""
    who, whom = (index.name(report.id, party) for party in parties(claim))
    where = " · ".join(place_text(index, place) for place in places(claim))
    return who, whom, where, _when(claim, index.interface)


def _when(claim: Claim, interface: Interface) -> str:
    match claim:
        case Pledge():
            return term_text(claim, interface)
        case Figure():
            return when_text(claim.as_of, interface)
        case _:
            return when_text(claim.when, interface)


def term_text(pledge: Pledge, interface: Interface = ENGLISH) -> str:
    """`from 1 Sep 2025`, `by 3 Mar 2026`, or both days: when it is promised for."""
    start, end = pledge.from_on, pledge.until_on
    words = days(start, end, interface)
    if (start and end) or not words:
        return words
    form = msg("from %(day)s") if start else msg("by %(day)s")
    return interface.gettext(form) % {"day": words}


def _status(claim: Claim, chain: tuple[Voice, ...], interface: Interface) -> str:
    """How far a claim goes, where its chain does not say it already."""
    say = interface.gettext
    if isinstance(claim, Statement):
        return f"{say(claim.act.value)}, {say(FORM_WORDS[claim.form])}"
    if isinstance(claim, Incident) and not (claim.status is Status.ATTRIBUTED and chain):
        return say(STATUS_WORDS[claim.status])
    return "" if chain else say(STATUS_WORDS[Status.REPORTED])


def _pledge_tags(pledge: Pledge, interface: Interface) -> Iterator[str]:
    """How far a promise binds where that is not all the way, and whose account it is."""
    if pledge.negated:
        yield interface.gettext("promised not to")
    if pledge.strength is not Strength.COMMITS:
        yield interface.gettext(STRENGTH_WORDS[pledge.strength])
    if pledge.condition is not None:
        yield interface.gettext("conditional")
    if pledge.told_by is not None:
        yield interface.gettext("as told by %(name)s") % {"name": pledge.told_by.name}


def _tags(claim: Claim, interface: Interface = ENGLISH) -> tuple[str, ...]:
    """What weakens a claim, in words."""
    tags, say = [], interface.gettext
    if not isinstance(claim, Figure) and claim.hedged:
        tags.append(say("hedged"))
    if isinstance(claim, Incident) and claim.historical:
        tags.append(say("earlier history"))
    if isinstance(claim, Pledge):
        tags += _pledge_tags(claim, interface)
    if isinstance(claim, Figure) and claim.approximate:
        tags.append(say("approximate"))
    if isinstance(claim, Figure) and claim.scope:
        tags.append(say(SCOPE_WORDS[claim.scope]))
    return tuple(tags)
