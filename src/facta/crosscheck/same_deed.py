"""Whether two deeds told are one deed: what speaks against it, and how much speaks for it, part by part. Two sides
that accuse each other of one deed speak of one deed."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

from facta.codebook.same_deed import SameDeed
from facta.codebook.thresholds import DeedThresholds
from facta.crosscheck.deeds import Deed
from facta.crosscheck.geography import Relation, contains, same_place
from facta.records import Place, Precision
from facta.stories.spelling import latin

_WIDE = (Precision.REGION, Precision.DISTRICT, Precision.COUNTRY)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely two deeds told are one, from 0 to 1, with what each agreement adds in the log of the odds."""

    score: float
    parts: tuple[tuple[str, float], ...]
    kind: str

    @property
    def sentence(self) -> str:
        """In words, with the score and the weight of each part."""
        told = ", ".join(f"{name} {weight:+.1f}" for name, weight in self.parts)
        return f"both {self.kind} ({self.score:.2f}): {told or 'nothing else in common'}"


def likeness(one: Deed, other: Deed, limits: DeedThresholds, weights: SameDeed) -> Likeness | None:
    """How much speaks for two deeds being one; `None` when something speaks against it."""
    if not _same_kind(one, other, limits):
        return None
    if not in_time(one, other, limits.days_apart) and not _told_again(one, other, weights.again_days):
        return None
    where, who = _places(one, other, limits), _people(one, other)
    if where is None or who is None:
        return None
    agreed = [(where, _weight_of_place(where, weights)), (who, weights.party if who in _AGREED else 0.0)]
    a, b = one.terms, other.terms
    if a.trigger & b.trigger:
        agreed.append(("the same word", weights.trigger))
    if one.incident.mode and other.incident.mode:
        agreed.append(("the same kind", weights.kind))
    if a.recipient & b.recipient:
        agreed.append(("the same recipient", weights.recipient))
    if a.actor & b.actor:
        agreed.append(("the same actor", weights.actor))
    if a.numbers & b.numbers:
        agreed.append(("the same number", weights.number))
    if _answers(one, other) or _answers(other, one):
        agreed.append(("a denial beside what it denies", weights.denial))
    if (alike := a.alike(b)) > 0:
        agreed.append(("like words", weights.words * alike))
    if _dated(one) and _dated(other):
        near = "the same days" if in_time(one, other, 0) else "days side by side"
        agreed.append((near, weights.days if near == "the same days" else 0.0))
    odds = weights.base + sum(weight for _, weight in agreed)
    return Likeness(1 / (1 + exp(-odds)), tuple(agreed), one.incident.type)


def _answers(denial: Deed, deed: Deed) -> bool:
    """Whether a report tells of a deed, and of a denial by whoever it names as the one who did it, or by a party that
    the deed was not done to when it names nobody."""
    if denial.affirmed or not deed.affirmed or denial.report.id != deed.report.id:
        return False
    denying = (denial.actor, denial.source.side)
    if deed.actor is None:
        return deed.recipient is not None and any(denying) and deed.recipient not in denying
    return deed.actor in denying


def _same_kind(one: Deed, other: Deed, limits: DeedThresholds) -> bool:
    """One type, one time of history, and modes that one deed can have."""
    a, b = one.incident, other.incident
    rows = {limits.family.get(mode, -1) for mode in (a.mode, b.mode) if mode}
    return a.type == b.type and a.historical == b.historical and len(rows) < 2


def in_time(one: Deed, other: Deed, days_apart: int) -> bool:
    """Whether the days overlap or lie side by side; an undated deed of no known report fits any."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return True
    gap = max((one.first - other.last).days, (other.first - one.last).days)
    return gap <= days_apart


def _told_again(one: Deed, other: Deed, days: int) -> bool:
    """Whether a report names no day for a deed of which another told earlier, and counts the same in it."""
    undated = [deed for deed in (one, other) if not _dated(deed)]
    return len(undated) == 1 and bool(one.terms.numbers & other.terms.numbers) and in_time(one, other, days)


def _dated(deed: Deed) -> bool:
    return bool(deed.incident.when and deed.incident.when.start)


_UNKNOWN = "no place that speaks against it"


def _places(one: Deed, other: Deed, limits: DeedThresholds) -> str | None:
    a, b = one.place, other.place
    if a is None or b is None:
        return _UNKNOWN if _may_lie(one, b, limits) and _may_lie(other, a, limits) else None
    if same_place(a, b, limits.same_place_km):
        return str(Relation.SAME)
    if _same_name(one, other) or _same_name(other, one):
        return str(Relation.SAME)
    for outer, inner in ((a, b), (b, a)):
        if outer.precision is not Precision.COUNTRY and contains(outer, inner):
            return f"{inner.name} within {outer.name}"
    return _UNKNOWN if _open(a, b) or _open(b, a) else None


def _may_lie(deed: Deed, place: Place | None, limits: DeedThresholds) -> bool:
    """Whether a deed without a place can lie there: its clause names no places, or this one, or one around it."""
    if place is None or deed.place or not deed.named:
        return True
    same = limits.same_place_km
    return any(same_place(p, place, same) or contains(p, place) or contains(place, p) for p in deed.named)


def _same_name(unknown: Deed, other: Deed) -> bool:
    """Whether one place is not known to the gazetteer, and the other is written with its name."""
    a, b = unknown.place, other.place
    if a is None or b is None or a.precision is not Precision.UNRESOLVED:
        return False
    return set(latin(a.name).split()) <= set(latin(b.span.of(other.report.text)).split())


def _open(country: Place, place: Place) -> bool:
    """Whether a country is named, in which the other place lies: a deed there may be any deed of the country."""
    return country.precision is Precision.COUNTRY and country.country == place.country


def _weight_of_place(where: str, weights: SameDeed) -> float:
    if where == _UNKNOWN:
        return 0.0
    return weights.place if where == Relation.SAME else weights.within


def is_vague(deed: Deed) -> bool:
    """Whether the place is missing or wide, so that the deed can be one of several."""
    return deed.place is None or deed.place.precision in _WIDE


_PARTIES, _MEET, _MUTUAL = "the same parties", "shared participants", "the two sides accuse each other"
_AGREED = (_PARTIES, _MEET, _MUTUAL)


def _people(one: Deed, other: Deed) -> str | None:
    if one.incident.type == "CONSULT":  # whoever meets, meets both ways
        return _meeting({one.actor, one.recipient} - {None}, {other.actor, other.recipient} - {None})
    if one.sufferer and other.sufferer and one.sufferer != other.sufferer:
        return None
    if one.actor and other.actor and one.actor != other.actor:
        return _MUTUAL if _mutual(one, other) else None
    if one.actor and other.actor:
        return _PARTIES
    return "an actor named by one only" if one.actor or other.actor else "no actor named"


def _meeting(some: set[str | None], others: set[str | None]) -> str | None:
    if not some or not others:
        return "no other participants named"
    return _MEET if some & others else None


def _mutual(one: Deed, other: Deed) -> bool:
    """Each is told by the side that the other accuses, or by somebody who is neither, of one point on the map."""
    if is_vague(one) or is_vague(other):
        return False
    return one.source.side != one.actor and other.source.side != other.actor and one.source.key != other.source.key
