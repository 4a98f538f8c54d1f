"""Words of a report and the fields that a person filled in, in; the claim that the machine missed, out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from facta.errors import UsageError
from facta.ledger.rows import all_claims
from facta.records import (
    Act,
    Claim,
    Claims,
    Figure,
    Form,
    Incident,
    Pledge,
    Span,
    Statement,
    Status,
)
from facta.stories.corrections import KINDS, added_id, kind_of, words_of
from facta.views.review import values, words
from facta.views.review.editing import edited, own_names
from facta.views.review.fields import NAMES

NEEDED = {"incident": ("type",), "pledge": ("type", "by"), "statement": ("speaker",), "figure": ("counts",)}
_DIGITS = re.compile(r"\d+(?:[.,]\d{3})*(?:\.\d+)?")


def missed(claims: Claims, read: Claims, given: Mapping[str, str], folder: Path | None = None) -> Claim:
    """The claim at the words given. `claims` are those of its report as they stand, `read` as the machine has them."""
    kind = values.choice(given.get("kind", ""), KINDS, "kind")
    span = words.span_of(claims.report.text, given)
    if span is None:
        raise UsageError("words: which words say so?", "give words, or start and end")
    asked = {name: value for name, value in given.items() if name not in ("kind", "words", "start", "end")}
    blank = _blank(kind, claims, span)
    asked = own_names(blank, {name: value for name, value in asked.items() if value.strip()})
    for field in NEEDED[kind]:
        if not asked.get(field):
            raise UsageError(f"{field}: a missed {kind} needs it", f"a {kind} has: {', '.join(NAMES[kind])}")
    claim = edited(claims, read, blank, {**_supposed(kind, claims, span), **asked}, folder)
    made = replace(claim, id=added_id(claims.report.id, claim))
    _is_new(claims, made)
    return made


def _blank(kind: str, claims: Claims, span: Span) -> Claim:
    """A claim of the words alone, on the word of whoever says them."""
    source = _saying(claims, span, kind == "statement")
    match kind:
        case "statement":
            return Statement("", None, None, (span,), Form.INDIRECT, Act.ASSERT, within=source)
        case "incident":
            status = Status.ATTRIBUTED if source else Status.REPORTED
            return Incident("", "", None, span, span, status=status, source=source)
        case "pledge":
            return Pledge("", None, span, " ".join(span.of(claims.report.text).split()), "", source=source)
        case _:
            return Figure("", span, None, None, None, "", source=source)


def _saying(claims: Claims, span: Span, inner: bool) -> str | None:
    """The innermost statement in whose content the words stand; with `inner` one that says more than these words."""
    holding = [s for s in claims.statements if any(content.covers(span) for content in s.content)]
    holding = [s for s in holding if not inner or words_of(s) != span]
    return min(holding, key=lambda s: sum(map(len, s.content))).id if holding else None


def _supposed(kind: str, claims: Claims, span: Span) -> dict[str, str]:
    """Fields that the words alone decide: the only number, and the only place that was read in them."""
    numbers = _DIGITS.findall(span.of(claims.report.text))
    fields: dict[str, str] = {}
    if kind == "figure" and len(numbers) == 1:
        number = re.sub(r"[.,](?=\d{3})", "", numbers[0])
        fields |= {"value": number, "low": number, "high": number}
    places = [place for place in claims.places if span.covers(place.span) and place.geonameid]
    if kind != "statement" and len(places) == 1:
        fields |= {"place": places[0].name, "geonameid": str(places[0].geonameid)}
    return fields


def _is_new(claims: Claims, made: Claim) -> None:
    """One claim is not added twice, nor beside the machine's own."""
    for claim in all_claims(claims):
        if claim.id == made.id or _is_same(claim, made):
            raise UsageError(f"the ledger has this {kind_of(made)} already: {claim.id}", "correct that one")


def _is_same(claim: Claim, made: Claim) -> bool:
    """Whether a claim that is there tells by the same words what was to be added."""
    match claim, made:
        case Incident(), Incident():
            return claim.type == made.type and claim.trigger.overlaps(made.trigger)
        case Pledge(), Pledge():
            return claim.type == made.type and claim.text.overlaps(made.text)
        case Figure(), Figure():
            return claim.text.overlaps(made.text)
        case Statement(), Statement():
            return words_of(claim) == words_of(made)
        case _:
            return False
