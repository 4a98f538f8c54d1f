"""Records in, plain JSON values out: the fixed form that `facta extract` prints. Writes nothing and decides nothing.

Keys stand in the order of the published interface; keys that facta adds to it stand at the end of their object.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from facta.records import (
    Actor,
    Claim,
    Claims,
    Figure,
    Incident,
    Name,
    Passage,
    Place,
    Pledge,
    Report,
    Span,
    Statement,
    When,
)

Form = dict[str, Any]


def span_form(span: Span | None) -> list[int] | None:
    """`[start, end]`, half-open code points of the report's text."""
    return [span.start, span.end] if span else None


def spans_form(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def day_form(day: date | None) -> str | None:
    return day.isoformat() if day else None


def number_form(number: float | None) -> int | float | None:
    """Whole numbers without a decimal point."""
    return int(number) if number is not None and float(number).is_integer() else number


def actor_form(actor: Actor | None) -> Form | None:
    """Who speaks, acts, receives or promises."""
    if actor is None:
        return None
    form: Form = {"span": span_form(actor.span), "name": actor.name, "entity": actor.entity, "side": actor.side}
    if actor.candidates:
        form["candidates"] = list(actor.candidates)
    if actor.joined:
        form["joined"] = [actor_form(other) for other in actor.joined]
    return form


def place_form(place: Place | None) -> Form | None:
    if place is None:
        return None
    form: Form = {
        "span": span_form(place.span),
        "name": place.name,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "precision": str(place.precision),
        "geonameid": place.geonameid,
        "admin1": place.admin1,
    }
    if place.candidates:
        form["candidates"] = list(place.candidates)
    return form


def when_form(when: When | None) -> Form | None:
    if when is None:
        return None
    return {"span": span_form(when.span), "start": day_form(when.start), "end": day_form(when.end)}


def report_form(report: Report) -> Form:
    return {
        "id": report.id,
        "path": report.path,
        "title": report.title,
        "language": report.language,
        "published": day_form(report.published),
        "publisher": report.publisher,
        "words": report.words,
        "url": report.url,
    }


def statement_form(statement: Statement) -> Form:
    return {
        "id": statement.id,
        "speaker": actor_form(statement.speaker),
        "cue": span_form(statement.cue),
        "content": spans_form(statement.content),
        "form": str(statement.form),
        "act": str(statement.act),
        "hedged": statement.hedged,
        "within": statement.within,
        "addressee": actor_form(statement.addressee),
        "medium": statement.medium,
        "when": when_form(statement.when),
    }


def incident_form(incident: Incident) -> Form:
    return {
        "id": incident.id,
        "type": incident.type,
        "mode": incident.mode,
        "trigger": span_form(incident.trigger),
        "actor": actor_form(incident.actor),
        "recipient": actor_form(incident.recipient),
        "place": place_form(incident.place),
        "when": when_form(incident.when),
        "status": str(incident.status),
        "hedged": incident.hedged,
        "historical": incident.historical,
        "source": incident.source,
        "text": span_form(incident.text),
        "evidence": spans_form(incident.evidence),
        "contexts": list(incident.contexts),
    }


def pledge_form(pledge: Pledge) -> Form:
    """`place` is the first place the pledge names, `places` all of them."""
    return {
        "id": pledge.id,
        "by": actor_form(pledge.by),
        "to": actor_form(pledge.to),
        "text": span_form(pledge.text),
        "act": pledge.act,
        "type": pledge.type,
        "degree": span_form(pledge.degree),
        "place": place_form(next(iter(pledge.places), None)),
        "from": day_form(pledge.from_on),
        "until": day_form(pledge.until_on),
        "condition": span_form(pledge.condition),
        "source": pledge.source,
        "places": [place_form(place) for place in pledge.places],
        "said": when_form(pledge.said),
        "hedged": pledge.hedged,
        "negated": pledge.negated,
        "evidence": spans_form(pledge.evidence),
        "strength": pledge.strength.value,
        "told_by": actor_form(pledge.told_by),
    }


def figure_form(figure: Figure) -> Form:
    return {
        "id": figure.id,
        "text": span_form(figure.text),
        "value": number_form(figure.value),
        "low": number_form(figure.low),
        "high": number_form(figure.high),
        "approximate": figure.approximate,
        "counts": figure.counts,
        "unit": figure.unit,
        "place": place_form(figure.place),
        "as_of": when_form(figure.as_of),
        "source": figure.source,
        "evidence": spans_form(figure.evidence),
        "scope": str(figure.scope) if figure.scope else None,
    }


def name_form(name: Name) -> Form:
    return {"span": span_form(name.span), "kind": str(name.kind), "entity": name.entity}


def passage_form(passage: Passage) -> Form:
    return {"span": span_form(passage.span), "role": str(passage.role)}


def claim_form(claim: Claim) -> Form:
    """The form of any claim, without saying which kind it is."""
    match claim:
        case Statement():
            return statement_form(claim)
        case Incident():
            return incident_form(claim)
        case Pledge():
            return pledge_form(claim)
        case Figure():
            return figure_form(claim)


def claims_form(claims: Claims) -> Form:
    """One report and all that it claims: one line of `facta extract`."""
    return {
        "report": report_form(claims.report),
        "statements": [statement_form(s) for s in claims.statements],
        "incidents": [incident_form(i) for i in claims.incidents],
        "pledges": [pledge_form(p) for p in claims.pledges],
        "figures": [figure_form(f) for f in claims.figures],
        "names": [name_form(n) for n in claims.names],
        "passages": [passage_form(p) for p in claims.report.passages],
    }
