"""From officials without a country to their country: of mayors and governors that of the places they speak of, of
others that of the state for which they promise, if it is one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from facta.crosscheck.parties import Sides, key_of
from facta.records import Actor, Claims, Place, Span, Statement
from facta.text import fold

_BESIDE = 40  # characters around a name in which its office stands: "Mayor of the port, ..."


def local_sides(everything: Sequence[Claims], sides: Sides) -> dict[str, str]:
    """Side by bearer for those who hold a local office and of whom no report tells the country."""
    homes: dict[str, set[str]] = defaultdict(set)
    for claims in everything:
        for statement, speaker in _officials(claims, sides):
            homes[key_of(sides.entities, claims.report.id, speaker)] |= set(_countries(claims, statement, sides))
        for speaker, country in _promising(claims, sides):
            homes[key_of(sides.entities, claims.report.id, speaker)].add(country)
    return {bearer: f"{countries.pop()} GOV" for bearer, countries in sorted(homes.items()) if len(countries) == 1}


def _officials(claims: Claims, sides: Sides) -> Iterator[tuple[Statement, Actor]]:
    for statement in claims.statements:
        speaker = statement.speaker
        side = sides.of(claims.report.id, speaker)
        if speaker and (side is None or side == "GOV") and _is_local(claims, speaker, sides.rules.local):
            yield statement, speaker


def _promising(claims: Claims, sides: Sides) -> Iterator[tuple[Actor, str]]:
    """Officials without a country who tell what a state promises."""
    statements = {statement.id: statement for statement in claims.statements}
    for pledge in claims.pledges:
        step, seen = pledge.source, set[str]()
        while step in statements and step not in seen:
            seen.add(step)
            statement = statements[step]
            country = sides.cause(sides.of(claims.report.id, pledge.by))
            if statement.speaker and country and sides.of(claims.report.id, statement.speaker) in ("GOV", "MIL"):
                yield statement.speaker, country
            step = statement.within


def _is_local(claims: Claims, speaker: Actor, offices: tuple[str, ...]) -> bool:
    """Whether a local office stands in or beside a mention of the speaker."""
    named = [name.span for name in claims.names if speaker.entity and name.entity == speaker.entity]
    spans = [*named, *([speaker.span] if speaker.span else [])]
    words = " ".join([speaker.name, *(_around(claims.report.text, span) for span in spans)])
    return any(fold(word).startswith(offices) for word in words.split())


def _around(text: str, span: Span) -> str:
    """The words of the same line beside the span."""
    before = text[max(0, span.start - _BESIDE) : span.start].splitlines()[-1:]
    after = text[span.end : span.end + _BESIDE].splitlines()[:1]
    return " ".join([*before, span.of(text), *after])


def _countries(claims: Claims, statement: Statement, sides: Sides) -> Iterator[str]:
    """Countries of the towns and regions in the speaker's words, or of the deeds that rest on them."""
    told = (i.place for i in claims.incidents if i.source == statement.id and i.place)
    named = (p for p in claims.places if any(content.covers(p.span) for content in statement.content))
    places: list[Place] = [*told, *named]
    for place in places:
        home = sides.home(place)
        if home and place.admin1:
            yield home
