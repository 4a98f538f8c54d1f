"""Whether two deeds told are one deed: what speaks against it, and how much speaks for it, part by part. Two sides
that accuse each other of one deed speak of one deed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp

import numpy as np
from numpy.typing import NDArray

from facta.codebook.same_deed import SameDeed
from facta.codebook.thresholds import DeedThresholds
from facta.crosscheck.deeds import Deed
from facta.crosscheck.geography import Relation, contains, is_area, same_place
from facta.records import Place, Precision, Status
from facta.stories.spelling import latin

Part = tuple[str, float]  # what agrees or does not, and its weight
_WIDE = (Precision.REGION, Precision.DISTRICT, Precision.COUNTRY)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely two deeds told are one, from 0 to 1, with what each part adds in the log of the odds."""

    score: float
    parts: tuple[Part, ...]
    kind: str

    @property
    def sentence(self) -> str:
        """In words, with the score and the weight of each part."""
        told = ", ".join(f"{name} {weight:+.1f}" for name, weight in self.parts)
        return f"both {self.kind} ({self.score:.2f}): {told or 'nothing else in common'}"


def likeness(
    one: Deed, other: Deed, limits: DeedThresholds, weights: SameDeed, parties: Sequence[str] = ()
) -> Likeness | None:
    """How much speaks for two deeds being one; `None` when they contradict each other: another type, kind or day,
    another known place, or other `parties` of the story that did or suffered it."""
    if not _same_kind(one, other, limits, weights):
        return None
    if not in_time(one, other, limits.days_apart) and not _told_again(one, other, weights.again_days):
        return None
    where, who = _places(one, other, limits, weights), _people(one, other, weights, parties)
    if where is None or who is None:
        return None
    parts = (where, who, *_words(one, other, weights), *_circumstances(one, other, weights))
    odds = weights.base + sum(weight for _, weight in parts)
    return Likeness(1 / (1 + exp(-odds)), parts, one.incident.type)


def may_meet(deeds: Sequence[Deed], limits: DeedThresholds, weights: SameDeed) -> NDArray[np.bool_]:
    """For each two of many deeds whether their days and kinds let them be one; `likeness` is none for others."""
    first = np.array([deed.first.toordinal() if deed.first and deed.last else -np.inf for deed in deeds])
    last = np.array([deed.last.toordinal() if deed.first and deed.last else np.inf for deed in deeds])
    dated = np.array([_dated(deed) for deed in deeds], bool)
    past = np.array([deed.incident.historical for deed in deeds], bool)
    kinds = np.array([limits.family.get(d.incident.mode, -1) if d.incident.mode else np.nan for d in deeds])
    gap = np.maximum(first[:, None] - last, first - last[:, None])
    close = (gap <= limits.days_apart) | ((dated[:, None] ^ dated) & (gap <= weights.again_days))
    clash = (kinds[:, None] != kinds) & ~np.isnan(kinds[:, None]) & ~np.isnan(kinds)
    found: NDArray[np.bool_] = close & ~clash & (past[:, None] == past)
    return found


def _words(one: Deed, other: Deed, weights: SameDeed) -> Iterator[Part]:
    """What the words say for one deed: those that tell it, its kind, its parties, the rest of the clauses."""
    a, b = one.terms, other.terms
    if a.trigger & b.trigger:
        yield "the same word", weights.trigger
    elif a.acts & b.acts:
        yield "words for the same act", weights.act
    elif a.acts and b.acts:
        yield "words for other acts", weights.other_act
    modes = one.incident.mode, other.incident.mode
    if one.incident.type != other.incident.type:
        yield "types that one deed may have", weights.other_type
    elif all(modes):
        yield ("the same kind", weights.kind) if modes[0] == modes[1] else ("like kinds", weights.like_kind)
    elif any(modes):
        yield "a kind named by one only", weights.one_kind
    if a.recipient & b.recipient:
        yield "the same recipient", weights.recipient
    if a.actor & b.actor:
        yield "the same actor", weights.actor
    if a.numbers & b.numbers:
        yield "the same number", weights.number
    elif a.counts_other_than(b, weights.ratio):
        yield "another toll", weights.other_number
    if a.language != b.language:
        yield "words of another language", weights.language
    elif (alike := a.alike(b)) > 0:
        yield "like words", weights.words * alike


def _circumstances(one: Deed, other: Deed, weights: SameDeed) -> Iterator[Part]:
    """What the statuses and days say for one deed."""
    if _answers(one, other) or _answers(other, one):
        yield "a denial beside what it denies", weights.denial
    elif _denies(one, other) or _denies(other, one):
        yield "a denial beside a deed", weights.denied
    elif one.affirmed != other.affirmed:
        yield "done by one, not done by the other", weights.negated
    if _dated(one) and _dated(other):
        near = in_time(one, other, 0)
        yield ("the same days", weights.days) if near else ("days side by side", 0.0)


def _answers(denial: Deed, deed: Deed) -> bool:
    """Whether a report tells of a deed, and of a denial by whoever it names as the one who did it, or by a party that
    the deed was not done to when it names nobody."""
    if denial.affirmed or not deed.affirmed or denial.report.id != deed.report.id:
        return False
    denying = (denial.actor, denial.source.side)
    if deed.actor is None:
        return deed.recipient is not None and any(denying) and deed.recipient not in denying
    return deed.actor in denying


def _denies(denial: Deed, deed: Deed) -> bool:
    """Whether somebody denies a deed, as is only done when somebody tells of one."""
    return denial.incident.status is Status.DENIED and deed.affirmed


def _same_kind(one: Deed, other: Deed, limits: DeedThresholds, weights: SameDeed) -> bool:
    """One type, or two that words for one act may have; one time of history, and modes that one deed can have."""
    a, b = one.incident, other.incident
    if a.historical != b.historical:
        return False
    if a.type != b.type:
        return weights.family(a.type) == weights.family(b.type) and bool(one.terms.acts & other.terms.acts)
    return len({limits.family.get(mode, -1) for mode in (a.mode, b.mode) if mode}) < 2


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
_ELSEWHERE = "one beside another place"
_UNMAPPED = "a place that is not on the map"


def _places(one: Deed, other: Deed, limits: DeedThresholds, weights: SameDeed) -> Part | None:
    a, b = one.place, other.place
    if a is None or b is None:
        near = _may_lie(one, b, limits) and _may_lie(other, a, limits)
        return (_UNKNOWN, 0.0) if near else (_ELSEWHERE, weights.elsewhere)
    if same_place(a, b, limits.same_place_km) or _same_name(one, other) or _same_name(other, one):
        return str(Relation.SAME), weights.place
    for outer, inner in ((a, b), (b, a)):
        if outer.precision is not Precision.COUNTRY and contains(outer, inner):
            return f"{inner.name} within {outer.name}", weights.within
    if _open(a, b) or _open(b, a):
        return _UNKNOWN, 0.0
    mapped = [p.precision is not Precision.UNRESOLVED for p in (a, b)]
    return None if all(mapped) or not any(mapped) else (_UNMAPPED, weights.elsewhere)


def _may_lie(deed: Deed, place: Place | None, limits: DeedThresholds) -> bool:
    """Whether a deed without a place can lie there: its clause names no places, or this one, or one around it.
    A country that it names may only act or speak."""
    named = [p for p in deed.named if p.precision is not Precision.COUNTRY]
    if place is None or deed.place or not named:
        return True
    same = limits.same_place_km
    return any(same_place(p, place, same) or contains(p, place) or contains(place, p) for p in named)


def _same_name(unknown: Deed, other: Deed) -> bool:
    """Whether one place is not known to the gazetteer, and the other is written with its name; or both are written
    alike, and only one of the towns of that name is meant in one story."""
    a, b = unknown.place, other.place
    if a is None or b is None:
        return False
    if a.precision is not Precision.UNRESOLVED:
        return a.country == b.country and latin(a.name) == latin(b.name) and is_area(a) == is_area(b)
    return set(latin(a.name).split()) <= set(latin(b.span.of(other.report.text)).split())


def _open(country: Place, place: Place) -> bool:
    """Whether a country is named, in which the other place lies: a deed there may be any deed of the country."""
    return country.precision is Precision.COUNTRY and country.country == place.country


def is_vague(deed: Deed) -> bool:
    """Whether the place is missing or wide, so that the deed can be one of several."""
    return deed.place is None or deed.place.precision in _WIDE


_PARTIES, _MEET, _MUTUAL = "the same parties", "shared participants", "the two sides accuse each other"
_OTHERS = "others named as doing or suffering it"


def _people(one: Deed, other: Deed, weights: SameDeed, parties: Sequence[str]) -> Part | None:
    if one.incident.type == "CONSULT":  # whoever meets, meets both ways
        return _meeting({one.actor, one.recipient} - {None}, {other.actor, other.recipient} - {None}, weights)
    suffering, acting = (one.sufferer, other.sufferer), (one.actor, other.actor)
    known = [party for party in parties if not set(party.split()) & set(weights.nameless)]
    if _contradict(suffering, known):
        return None
    if _contradict(acting, known):
        return (_MUTUAL, weights.party) if _mutual(one, other) else None
    if _differ(suffering) or _differ(acting):
        return _OTHERS, weights.others
    if all(acting):
        return _PARTIES, weights.party
    return ("an actor named by one only" if any(acting) else "no actor named"), 0.0


def _differ(named: tuple[str | None, str | None]) -> bool:
    return all(named) and named[0] != named[1]


def _contradict(named: tuple[str | None, str | None], parties: Sequence[str]) -> bool:
    """Whether two parties of the conflict are named: anybody else may be the same people under another description."""
    return _differ(named) and all(name in parties for name in named)


def _meeting(some: set[str | None], others: set[str | None], weights: SameDeed) -> Part | None:
    if not some or not others:
        return "no other participants named", 0.0
    return (_MEET, weights.party) if some & others else None


def _mutual(one: Deed, other: Deed) -> bool:
    """Each is told by the side that the other accuses, or by somebody who is neither, of one point on the map."""
    if is_vague(one) or is_vague(other):
        return False
    return one.source.side != one.actor and other.source.side != other.actor and one.source.key != other.source.key
