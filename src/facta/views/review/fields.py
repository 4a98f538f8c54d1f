"""A claim in, its fields as the words that a form shows and takes back out. What words mean is left to `values`."""

from __future__ import annotations

from datetime import date

from facta.records import Actor, Claim, Claims, Figure, Incident, Place, Pledge, Span, Statement, When
from facta.stories.corrections import kind_of, words_of

_EVIDENCE = ("words", "start", "end")
NAMES: dict[str, tuple[str, ...]] = {
    "statement": (*_EVIDENCE, "speaker", "act", "form", "addressee", "date", "hedged"),
    "incident": (
        *_EVIDENCE,
        *("trigger", "type", "mode", "speaker", "actor", "recipient", "place", "geonameid", "date"),
        *("status", "hedged", "historical"),
    ),
    "pledge": (
        *_EVIDENCE,
        *("type", "by", "to", "speaker", "place", "geonameid", "from", "until", "date"),
        *("degree", "condition", "strength", "hedged", "negated"),
    ),
    "figure": (
        *_EVIDENCE,
        *("value", "low", "high", "counts", "unit", "approximate", "speaker", "place", "geonameid", "date"),
    ),
}
# what a field may be called as well, so that one name serves for every kind of claim
OTHER_NAMES: dict[str, dict[str, str]] = {
    "statement": {"type": "act"},
    "incident": {"by": "actor", "to": "recipient"},
    "pledge": {"actor": "by", "recipient": "to"},
    "figure": {"type": "counts"},
}


def fields_of(claims: Claims, claim: Claim) -> dict[str, str]:
    """Every field of a claim as words, empty where nothing is known. `claims` are those of its report."""
    text, span = claims.report.text, words_of(claim)
    shown = {"words": span.of(text), "start": str(span.start), "end": str(span.end)}
    own = _own(claims, claim, text)
    return {name: {**shown, **own}[name] for name in NAMES[kind_of(claim)]}


def _own(claims: Claims, claim: Claim, text: str) -> dict[str, str]:
    match claim:
        case Statement():
            return {
                "speaker": _actor(claim.speaker),
                "act": str(claim.act),
                "form": str(claim.form),
                "addressee": _actor(claim.addressee),
                "date": _when(claim.when),
                "hedged": _flag(claim.hedged),
            }
        case Incident():
            return {
                "trigger": claim.trigger.of(text),
                "type": claim.type,
                "mode": claim.mode or "",
                "speaker": _speaker(claims, claim.source),
                "actor": _actor(claim.actor),
                "recipient": _actor(claim.recipient),
                **_placed([claim.place] if claim.place else []),
                "date": _when(claim.when),
                "status": str(claim.status),
                "hedged": _flag(claim.hedged),
                "historical": _flag(claim.historical),
            }
        case Pledge():
            return {
                "type": claim.type,
                "by": _actor(claim.by),
                "to": _actor(claim.to),
                "speaker": _speaker(claims, claim.source),
                **_placed(list(claim.places)),
                "from": _day(claim.from_on),
                "until": _day(claim.until_on),
                "date": _when(claim.said),
                "degree": _words(claim.degree, text),
                "condition": _words(claim.condition, text),
                "strength": str(claim.strength),
                "hedged": _flag(claim.hedged),
                "negated": _flag(claim.negated),
            }
        case Figure():
            return {
                "value": _number(claim.value),
                "low": _number(claim.low),
                "high": _number(claim.high),
                "counts": claim.counts,
                "unit": claim.unit or "",
                "approximate": _flag(claim.approximate),
                "speaker": _speaker(claims, claim.source),
                **_placed([claim.place] if claim.place else []),
                "date": _when(claim.as_of),
            }


def _actor(actor: Actor | None) -> str:
    return actor.name if actor else ""


def _speaker(claims: Claims, source: str | None) -> str:
    """On whose word a claim stands."""
    statement = next((s for s in claims.statements if s.id == source), None)
    return _actor(statement.speaker) if statement else ""


def _placed(places: list[Place]) -> dict[str, str]:
    numbers = [str(place.geonameid or "") for place in places]
    return {
        "place": "; ".join(place.name for place in places),
        "geonameid": "; ".join(numbers) if any(numbers) else "",
    }


def _when(when: When | None) -> str:
    if when is None:
        return ""
    return "..".join(dict.fromkeys(_day(day) for day in (when.start, when.end) if day))


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _words(span: Span | None, text: str) -> str:
    return span.of(text) if span else ""


def _flag(flag: bool) -> str:
    return "yes" if flag else "no"


def _number(number: float | None) -> str:
    if number is None:
        return ""
    return str(int(number)) if float(number).is_integer() else repr(number)
