"""A claim and the fields that a person filled in, in; the claim with what they changed, out. Evidence stays true: every
span lies in the report's text, every place is one of the gazetteer, every type one of the codebook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from facta.codebook import Codebook
from facta.codebook.plover import Plover
from facta.codebook.units import Units
from facta.errors import UsageError
from facta.ledger.words import storable
from facta.records import (
    Act,
    Actor,
    Claim,
    Claims,
    Figure,
    Form,
    Incident,
    Place,
    Pledge,
    Span,
    Statement,
    Status,
    Strength,
)
from facta.stories.corrections import kind_of, words_of
from facta.views.review import locating, parties, values, words
from facta.views.review.fields import NAMES, OTHER_NAMES, fields_of

LONGEST = 40  # letters of a unit
MEASURED = ("money", "tonnes", "share")  # what figures count beside the categories of `units.yml`


def edited(claims: Claims, read: Claims, claim: Claim, given: Mapping[str, str], folder: Path | None = None) -> Claim:
    """The claim with the fields that are given and differ from what was shown. `claims` are those of its report as
    they stand, `read` as the machine reads them."""
    shown = fields_of(claims, claim)
    changed = {name: value for name, value in own_names(claim, given).items() if value.strip() != shown[name].strip()}
    if "place" in changed and "geonameid" not in changed:
        shown["geonameid"] = ""  # the number was that of the place before
    edit = _Edit(claims, read, Codebook.load(claims.report.language, folder), shown, changed)
    moved = edit.moved(claim)
    match moved:
        case Statement():
            return edit.statement(moved)
        case Incident():
            return edit.incident(moved)
        case Pledge():
            return edit.pledge(moved)
        case Figure():
            return edit.figure(moved)


def own_names(claim: Claim, given: Mapping[str, str]) -> dict[str, str]:
    """The fields under the names that they have in this kind of claim."""
    kind, named = kind_of(claim), dict[str, str]()
    for name, value in given.items():
        own = OTHER_NAMES[kind].get(name, name)
        if own not in NAMES[kind]:
            raise UsageError(f"a {kind} has no field {name[:40]!r}", f"it has: {', '.join(NAMES[kind])}")
        named[own] = value
    return named


@dataclass(frozen=True, slots=True)
class _Edit:
    """One edit under way: what was shown, and the fields that are to change."""

    claims: Claims
    read: Claims
    codebook: Codebook
    shown: Mapping[str, str]
    changed: Mapping[str, str]

    def __contains__(self, field: str) -> bool:
        return field in self.changed

    def value(self, field: str) -> str:
        """The field as it is to be."""
        return self.changed.get(field, self.shown.get(field, ""))

    # ---- evidence

    def moved(self, claim: Claim) -> Claim:
        """The claim at the words that the person gave."""
        asked = {name: self.changed[name] for name in ("words", "start", "end") if name in self.changed}
        if not asked:
            return claim
        bounds = {name: self.value(name) for name in ("start", "end")}
        by_bounds = any(bounds.values()) and not asked.keys().isdisjoint(bounds)
        asked = bounds if by_bounds else {"words": self.value("words")}
        span = words.span_of(self.claims.report.text, asked, words_of(claim))
        if span is None:
            return claim
        match claim:
            case Statement():
                return replace(claim, content=(span,), cue=_apart(claim.cue, span))
            case Incident():
                return replace(claim, text=span, trigger=claim.trigger if span.covers(claim.trigger) else span)
            case Pledge():
                return replace(claim, text=span, act=" ".join(span.of(self.claims.report.text).split()))
            case Figure():
                return replace(claim, text=span)

    def within(self, field: str, claim: Claim) -> Span | None:
        """The words of a part of the claim, such as its condition."""
        if not self.value(field).strip():
            return None
        return words.found(self.claims.report.text, self.value(field), field, words_of(claim))

    # ---- kinds of claims

    def statement(self, claim: Statement) -> Statement:
        near = words_of(claim)
        if "speaker" in self:
            claim = replace(claim, speaker=self.party("speaker", near))
        if "addressee" in self:
            claim = replace(claim, addressee=self.party("addressee", near))
        if "act" in self:
            claim = replace(claim, act=Act(values.choice(self.value("act"), Act, "act")))
        if "form" in self:
            claim = replace(claim, form=Form(values.choice(self.value("form"), Form, "form")))
        if "date" in self:
            claim = replace(claim, when=values.when(self.value("date"), claim.when, "date"))
        return replace(claim, hedged=values.flag(self.value("hedged"), "hedged"))

    def incident(self, claim: Incident) -> Incident:
        near = words_of(claim)
        if "trigger" in self:
            claim = replace(claim, trigger=self.trigger(claim))
        if "type" in self or "mode" in self:
            kind, mode = self.typed(claim.type, claim.mode)
            claim = replace(claim, type=kind, mode=mode)
        if "actor" in self:
            claim = replace(claim, actor=self.party("actor", near))
        if "recipient" in self:
            claim = replace(claim, recipient=self.party("recipient", near))
        if self.placed:
            found = self.places(near, [claim.place] if claim.place else [])
            if len(found) > 1:
                raise UsageError("place: a deed has one place", "add the other as a claim of its own")
            claim = replace(claim, place=found[0] if found else None)
        if "date" in self:
            claim = replace(claim, when=values.when(self.value("date"), claim.when, "date"))
        if "speaker" in self:
            claim = replace(claim, source=self.source(near), status=self.status_of(claim))
        if "status" in self:
            claim = replace(claim, status=Status(values.choice(self.value("status"), Status, "status")))
        hedged, past = (values.flag(self.value(name), name) for name in ("hedged", "historical"))
        return replace(claim, hedged=hedged, historical=past)

    def pledge(self, claim: Pledge) -> Pledge:
        near = words_of(claim)
        if "type" in self:
            claim = replace(claim, type=self.typed(claim.type, None)[0])
        if "by" in self:
            claim = replace(claim, by=self.party("by", near))
        if "to" in self:
            claim = replace(claim, to=self.party("to", near))
        if self.placed:
            claim = replace(claim, places=self.places(near, list(claim.places)))
        if "speaker" in self:
            claim = replace(claim, source=self.source(near))
        if "date" in self:
            claim = replace(claim, said=values.when(self.value("date"), claim.said, "date"))
        if "degree" in self:
            claim = replace(claim, degree=self.within("degree", claim))
        if "condition" in self:
            claim = replace(claim, condition=self.within("condition", claim))
        if "strength" in self:
            claim = replace(claim, strength=Strength(values.choice(self.value("strength"), Strength, "strength")))
        hedged, negated = (values.flag(self.value(name), name) for name in ("hedged", "negated"))
        first, last = (values.day(self.value(name), name) for name in ("from", "until"))
        if first and last and first > last:
            raise UsageError(f"from: {first} is after {last}", "give the earlier day first")
        return replace(claim, hedged=hedged, negated=negated, from_on=first, until_on=last)

    def figure(self, claim: Figure) -> Figure:
        near = words_of(claim)
        claim = self.counted(claim)
        if "counts" in self:
            known = (*self.codebook.page("units", Units).categories, *MEASURED)
            claim = replace(claim, counts=values.choice(self.value("counts"), known, "counts"))
        if "unit" in self:
            claim = replace(claim, unit=storable(self.value("unit")).strip()[:LONGEST] or None)
        if "speaker" in self:
            claim = replace(claim, source=self.source(near))
        if self.placed:
            found = self.places(near, [claim.place] if claim.place else [])
            if len(found) > 1:
                raise UsageError("place: a figure has one place", "give the one that holds the others")
            claim = replace(claim, place=found[0] if found else None)
        if "date" in self:
            claim = replace(claim, as_of=values.when(self.value("date"), claim.as_of, "date"))
        return replace(claim, approximate=values.flag(self.value("approximate"), "approximate"))

    # ---- parts of them

    @property
    def placed(self) -> bool:
        return "place" in self or "geonameid" in self

    def places(self, near: Span, before: list[Place]) -> tuple[Place, ...]:
        return locating.places(self.claims, self.value("place"), self.value("geonameid"), before, near)

    def trigger(self, claim: Incident) -> Span:
        """The word that tells the deed, within the clause."""
        span = words.found(self.claims.report.text, self.value("trigger"), "trigger", claim.text)
        if not claim.text.covers(span):
            raise UsageError("trigger: the word is not in the claim's words", "give a word of them")
        return span

    def typed(self, kind: str, mode: str | None) -> tuple[str, str | None]:
        """Type and mode as they are to be; a mode that only the earlier type has falls away."""
        types = self.codebook.common("plover", Plover).types
        if "type" in self:
            kind = values.choice(self.value("type"), types, "type")
        if "mode" not in self:
            return kind, mode if mode in types[kind].modes else None
        if not self.value("mode").strip():
            return kind, None
        if not types[kind].modes:
            raise UsageError(f"mode: {kind} has no modes", "leave it empty")
        return kind, values.choice(self.value("mode"), types[kind].modes, "mode")

    def party(self, field: str, near: Span) -> Actor | None:
        return parties.party((self.claims, self.read), self.value(field), near, field)

    def source(self, near: Span) -> str | None:
        statement = parties.statement_of(self.claims, self.value("speaker"), near, "speaker")
        return statement.id if statement else None

    def status_of(self, claim: Incident) -> Status:
        """What somebody tells is attributed, what the outlet tells is reported; another status stays."""
        told = (Status.REPORTED, Status.ATTRIBUTED)
        if claim.status not in told:
            return claim.status
        return told[1] if self.value("speaker").strip() else told[0]

    def counted(self, claim: Figure) -> Figure:
        """The number and its bounds; a number alone moves the bounds that were the number, an open one stays open."""
        value, low, high = (values.number(self.value(name), name) for name in ("value", "low", "high"))
        if "value" in self and "low" not in self and "high" not in self:
            low, high = (value if bound == claim.value else bound for bound in (low, high))
        known = [number for number in (low, value, high) if number is not None]
        if known != sorted(known):
            raise UsageError("value: the number is not between its bounds", "give low, value and high in this order")
        if not known:
            raise UsageError("value: a figure needs a number or a bound", "reject the claim if it counts nothing")
        return replace(claim, value=value, low=low, high=high)


def _apart(cue: Span | None, content: Span) -> Span | None:
    """The cue, unless the content now has it."""
    return cue if cue and not content.overlaps(cue) else None
