"""From the incidents of a story to its parties: who is set against whom. No country is known by name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from facta.codebook.thresholds import PartyRules
from facta.gazetteer import Gazetteer
from facta.records import Actor, Claims, Incident, Place, Stance, Status
from facta.stories import Entities

_UNREAL = (Status.HYPOTHETICAL, Status.PLANNED)


def key_of(entities: Entities, report: str, actor: Actor) -> str:
    """The bearer across reports, or within one report when nobody else is known to name it."""
    entity = entities.of(report, actor.entity)
    return entity.id if entity else f"{report} {actor.entity or actor.name}"


@dataclass(frozen=True, slots=True)
class Sides:
    """Reads side codes such as "UKR GOV" by the rules of the codebook."""

    rules: PartyRules
    entities: Entities
    gazetteer: Gazetteer
    locals: Mapping[str, str] = field(default_factory=dict)  # side of local officials, by bearer
    only: Mapping[str, str] = field(default_factory=dict)  # by sector, the one cause of it that the story knows

    def of(self, report: str, actor: Actor | None) -> str | None:
        """The actor's side code as all reports together know it; the code that says more wins."""
        if actor is None:
            return None
        if self.locals and (local := self.locals.get(key_of(self.entities, report, actor))):
            return local
        entity = self.entities.of(report, actor.entity)
        if entity and entity.side and (not actor.side or len(entity.side.split()) >= len(actor.side.split())):
            return entity.side
        return actor.side

    def sector(self, side: str | None) -> str | None:
        return next((part for part in (side or "").split() if part in self.rules.sectors), None)

    def cause(self, side: str | None) -> str | None:
        """Whose side it is: a country, or country and sector for those with a cause of their own; else `None`."""
        country = next((part for part in (side or "").split() if part not in self.rules.sectors), None)
        sector = self.sector(side)
        if sector in self.rules.observers or sector in self.rules.press:
            return None
        if sector in self.rules.own_cause:
            return f"{country} {sector}" if country else self.only.get(sector, sector)
        return country

    def home(self, place: Place | None) -> str | None:
        """The country in which the place lies, as a side code."""
        return self.gazetteer.alpha3(place.country) if place and place.country else None


def only_causes(everything: Sequence[Claims], sides: Sides) -> dict[str, str]:
    """By sector, the cause that "the rebels" have where the story tells of the rebels of one country alone."""
    known: defaultdict[str, set[str]] = defaultdict(set)
    for claims in everything:
        for actor in _actors(claims):
            side = sides.of(claims.report.id, actor)
            sector, cause = sides.sector(side), sides.cause(side)
            if sector in sides.rules.own_cause and cause and cause != sector:
                known[sector].add(cause)
    return {sector: causes.pop() for sector, causes in sorted(known.items()) if len(causes) == 1}


def _actors(claims: Claims) -> Iterator[Actor]:
    """Everybody who says, does, suffers or promises something in the report."""
    yield from (s.speaker for s in claims.statements if s.speaker)
    yield from (p.by for p in claims.pledges if p.by)
    for incident in claims.incidents:
        yield from (actor for actor in (incident.actor, incident.recipient) if actor)


@lru_cache(maxsize=64)
def members_of(pairs: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """Everybody in the pairs, in order."""
    return tuple(sorted({cause for pair in pairs for cause in pair}))


@dataclass(frozen=True, slots=True)
class Parties:
    """The pairs of causes that are set against each other in one story."""

    pairs: tuple[tuple[str, str], ...]
    sides: Sides
    deeds: Mapping[tuple[str, str], int] = field(default_factory=dict)  # by pair, how many deeds of one on the other
    types: tuple[str, ...] = ()  # what these deeds are

    @property
    def members(self) -> tuple[str, ...]:
        return members_of(self.pairs)

    def opponents(self, cause: str | None) -> tuple[str, ...]:
        """Everybody set against the cause."""
        return tuple(sorted({other for pair in self.pairs for other in pair if cause in pair} - {cause or ""}))

    def stance(self, side: str | None) -> Stance:
        """Where somebody of the side stands; civilians of a party speak for themselves."""
        sector = self.sides.sector(side)
        if sector in self.sides.rules.press:
            return Stance.PRESS
        if sector in self.sides.rules.observers:
            return Stance.OBSERVER
        cause = self.sides.cause(side)
        if sector in self.sides.rules.civilians or cause is None or not self.pairs:
            return Stance.UNKNOWN
        return Stance.PARTY if cause in self.members else Stance.THIRD_PARTY

    def reason(self, side: str | None) -> str:
        """Why somebody of the side stands there, in words."""
        sector, cause, stance = self.sides.sector(side), self.sides.cause(side), self.stance(side)
        if stance in (Stance.PRESS, Stance.OBSERVER):
            return f"{sector} is a sector of {'the press' if stance is Stance.PRESS else 'observers'}"
        if stance is Stance.PARTY:
            told = [f"{n} of {' or '.join(self.types)} with {self._other(p, cause)}" for p, n in self._deeds_of(cause)]
            return (
                f"{cause} acts or suffers in this story: {', '.join(told)}"
                if told
                else f"{cause} is set against another"
            )
        if stance is Stance.THIRD_PARTY:
            return f"{cause} is on no side of those set against each other here ({', '.join(self.members)})"
        if sector in self.sides.rules.civilians:
            return "civilians speak for themselves"
        if cause is None:
            return "its country is not known" if sector else "its side is not known"
        return "the story tells of nobody set against anybody"

    def _deeds_of(self, cause: str | None) -> list[tuple[tuple[str, str], int]]:
        return sorted(((p, n) for p, n in self.deeds.items() if cause in p), key=lambda each: (-each[1], each[0]))

    @staticmethod
    def _other(pair: tuple[str, str], cause: str | None) -> str:
        return pair[1] if pair[0] == cause else pair[0]


def parties(everything: Sequence[Claims], sides: Sides) -> Parties:
    """The most frequent pair of actor and recipient, and every other pair that comes near it."""
    rules = sides.rules
    for types in (rules.opposing, rules.opposing_in_words):
        counted = Counter(pair for claims in everything for pair in _pairs(claims, types, sides))
        if counted:
            most = max(counted.values())
            kept = {p: n for p, n in sorted(counted.items()) if n >= rules.share * most}
            return Parties(tuple(kept), sides, kept, tuple(types))
    return Parties((), sides)


def _pairs(claims: Claims, types: Sequence[str], sides: Sides) -> Iterator[tuple[str, str]]:
    for incident in claims.incidents:
        if incident.type in types and incident.status not in _UNREAL:
            recipient = suffering(claims.report.id, incident, sides)
            for party in incident.actor.parties if incident.actor else ():
                actor = sides.cause(sides.of(claims.report.id, party))
                if actor and recipient and actor != recipient:
                    yield (actor, recipient) if actor < recipient else (recipient, actor)


def suffering(report: str, incident: Incident, sides: Sides) -> str | None:
    """Whose people or ground the deed was done to: the recipient's cause, else the country of the place."""
    return sides.cause(sides.of(report, incident.recipient)) or sides.home(incident.place)
