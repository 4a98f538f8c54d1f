"""From each report's entities to entities shared by all reports, with the reason for every join. People are joined by
name alone only when no second bearer is possible; a doubtful one stays apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from facta.codebook import Codebook
from facta.codebook.bodies import Bodies
from facta.codebook.grammar import without_article
from facta.codebook.thresholds import thresholds
from facta.records import Claims, Entity, NameKind, digest
from facta.stories.bearers import Bearer, bearers
from facta.stories.people import join_people
from facta.stories.spelling import latin

Joined = tuple[list[Bearer], list[str]]  # the bearers of one entity, and why they are one
_BODY = "body "


@dataclass(frozen=True, slots=True)
class Entities:
    """All entities, and the way to them from one report's own."""

    entities: tuple[Entity, ...] = ()
    links: tuple[tuple[str, str, str], ...] = ()  # report, entity within the report, id of the shared entity
    _by_link: dict[tuple[str, str], Entity] = field(default_factory=dict, compare=False, repr=False)

    def of(self, report: str, entity: str | None) -> Entity | None:
        """The shared entity of a report's own, if it has one."""
        return self._by_link.get((report, entity)) if entity else None


def resolve(everything: Sequence[Claims], codebook: Codebook | None = None) -> Entities:
    """One entity a bearer across all reports, scripts and spellings; independent of the order of the reports."""
    codebook = codebook or Codebook.load("en")
    rules, bodies = thresholds(codebook), codebook.common("bodies", Bodies)
    found = bearers(everything, rules)
    found = _surnames_are_people(found)
    people = [b for b in found if b.kind is NameKind.PERSON]
    others = [b for b in found if b.kind is not NameKind.PERSON]
    joined = [*join_people(people, rules.entities), *_join_named(others, bodies)]
    made = sorted(((_entity(*each, bodies), each[0]) for each in joined), key=lambda pair: pair[1][0].order)
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


def _entity(members: list[Bearer], reasons: list[str], bodies: Bodies) -> Entity:
    members.sort(key=lambda b: b.order)
    spellings = tuple(dict.fromkeys(spelling for b in members for spelling in b.spellings))
    first = members[0]
    body = None if first.kind is NameKind.PERSON else bodies.body(first.name)
    return Entity(
        id=digest("entity", first.report, first.entity),
        name=body.name if body else _fullest(members),
        kind=first.kind,
        spellings=spellings,
        side=body.side if body else _commonest(b.side for b in members),
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


def _join_named(others: list[Bearer], bodies: Bodies) -> list[Joined]:
    """Places by the gazetteer's number, the rest by equal names; "Ministry of Defence" of two countries stays two."""
    keyed: dict[tuple[str, str], list[Bearer]] = defaultdict(list)
    for bearer in others:
        body = bodies.body(bearer.name)
        kind = NameKind.ORGANISATION if body else bearer.kind
        keyed[kind, f"{_BODY}{body.name}" if body else _key(bearer)].append(bearer)
    joined: list[Joined] = []
    for (_, key), members in sorted(keyed.items()):
        for side in [members] if key.startswith(_BODY) else _by_country(members):
            joined.append((side, _same_name(side, key)))
    return joined


def _key(bearer: Bearer) -> str:
    if bearer.gazetteer:
        return f"geonames {bearer.gazetteer}"
    name = " ".join(without_article(bearer.name.split()))
    return latin(name) or name


def _by_country(members: list[Bearer]) -> list[list[Bearer]]:
    countries = sorted({b.country for b in members if b.country})
    if len(countries) < 2:
        return [members]
    parted = [[b for b in members if b.country == country] for country in countries]
    unknown = [[b] for b in members if not b.country]
    return [*parted, *unknown]


def _same_name(members: list[Bearer], key: str) -> list[str]:
    spellings = dict.fromkeys(spelling for b in members for spelling in b.spellings)
    if len(spellings) < 2:
        return []
    listed = ", ".join(f'"{spelling}"' for spelling in spellings)
    if key.startswith(_BODY):
        return [f"{listed}: names of one organisation in the codebook"]
    return [f"{listed}: one entry of the gazetteer" if key.startswith("geonames ") else f"{listed}: the same name"]
