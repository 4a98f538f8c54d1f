"""From each report's entities to entities shared by all reports, with the reason for every join. People are joined by
name alone only when no second bearer is possible; a doubtful one stays apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from facta.codebook import Codebook
from facta.codebook.bodies import Bodies
from facta.codebook.thresholds import thresholds
from facta.gazetteer import Gazetteer
from facta.records import Claims, Entity, NameKind, Review, digest
from facta.stories.bearers import Bearer, bearers
from facta.stories.company import Company
from facta.stories.countries import Countries
from facta.stories.judgements import judged
from facta.stories.organisations import join_bodies, join_places
from facta.stories.people import join_people
from facta.stories.spelling import latin
from facta.stories.titles import Titles

Joined = tuple[list[Bearer], list[str]]  # the bearers of one entity, and why they are one
_BODY = "body "


@dataclass(frozen=True, slots=True)
class Entities:
    """All entities, and the way to them from one report's own."""

    entities: tuple[Entity, ...] = ()
    links: tuple[tuple[str, str, str], ...] = ()  # report, entity within the report, id of the shared entity
    _by_link: dict[tuple[str, str], Entity] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def linked(cls, entities: Iterable[Entity], links: Iterable[tuple[str, str, str]]) -> Entities:
        """Entities as a ledger keeps them, in its order; a link to an entity that is not among them is left out."""
        known = {entity.id: entity for entity in entities}
        rows = tuple(sorted(link for link in links if link[2] in known))
        return cls(tuple(known.values()), rows, {(report, own): known[shared] for report, own, shared in rows})

    def of(self, report: str, entity: str | None) -> Entity | None:
        """The shared entity of a report's own, if it has one."""
        return self._by_link.get((report, entity)) if entity else None


def resolve(everything: Sequence[Claims], codebook: Codebook | None = None, reviews: Sequence[Review] = ()) -> Entities:
    """One entity a bearer across all reports, scripts and spellings; independent of the order of the reports. What
    people decided (`reviews`) stands over what the machine finds."""
    codebook = codebook or Codebook.load("en")
    rules = thresholds(codebook)
    countries = Countries(codebook, Gazetteer.load())
    titles = Titles(codebook.common("bodies", Bodies), countries)
    leading = {c.report.id: countries.leading(c, rules.entities.leading) for c in everything}
    found = _surnames_are_people(bearers(everything, rules))
    company = Company(found, rules.entities)
    kinds: dict[NameKind, list[Bearer]] = {kind: [b for b in found if b.kind is kind] for kind in NameKind}
    joined = [
        *join_people(kinds[NameKind.PERSON], rules.entities, company),
        *join_places(kinds[NameKind.PLACE], titles),
        *join_bodies([*kinds[NameKind.ORGANISATION], *kinds[NameKind.GROUP]], titles, leading, company),
    ]
    judged_ones = judged(joined, reviews)
    made = sorted(((_entity(*each, titles), each[0]) for each in judged_ones), key=lambda pair: pair[1][0].order)
    links = {(b.report, b.entity): entity for entity, members in made for b in members}
    rows = tuple(sorted((report, own, entity.id) for (report, own), entity in links.items()))
    return Entities(tuple(entity for entity, _ in made), rows, links)


def _surnames_are_people(found: list[Bearer]) -> list[Bearer]:
    """A single word taken for a body or group is a person's when the report names a person of that surname in full."""
    full = {(b.report, latin(b.surname)) for b in found if b.kind is NameKind.PERSON and b.given}
    return [
        replace(b, kind=NameKind.PERSON)
        if b.kind in (NameKind.ORGANISATION, NameKind.GROUP) and (b.report, latin(b.name)) in full
        else b
        for b in found
    ]


def _entity(members: list[Bearer], reasons: list[str], titles: Titles) -> Entity:
    members.sort(key=lambda b: b.order)
    spellings = tuple(dict.fromkeys(spelling for b in members for spelling in b.spellings))
    first = members[0]
    title = titles.of(first) if first.kind in (NameKind.ORGANISATION, NameKind.GROUP) else None
    known = title is not None and (title.body or (title.office and title.country))
    return Entity(
        id=digest("entity", first.report, first.entity),
        name=title.body.name if title and title.body else _fullest(members),
        kind=first.kind,
        spellings=spellings,
        side=title.side if title and known else _commonest(b.side for b in members),
        reasons=tuple(dict.fromkeys(reasons)),
    )


def _fullest(members: list[Bearer]) -> str:
    """The commonest of the names with most words, Latin letters preferred; of a place the commonest name."""
    counted = Counter(b.name for b in members)
    if members[0].kind is NameKind.PLACE:
        return min(counted, key=lambda n: (not n.isascii(), -counted[n], len(n), n))
    return min(counted, key=lambda n: (-min(len(n.split()), 3), not n.isascii(), -counted[n], n))


def _commonest(sides: Iterable[str | None]) -> str | None:
    counted = Counter(side for side in sides if side)
    return min(counted, key=lambda side: (-len(side.split()), -counted[side], side), default=None)
