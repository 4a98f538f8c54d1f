"""Questions about single things: claims of named reports, an entity, a finding with its story. Few queries each, in an
opened transaction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select, tuple_

from facta.errors import UsageError
from facta.gazetteer import Gazetteer
from facta.ledger import checks, cursor, find, names, search, store, tables
from facta.ledger.bodies import from_body
from facta.ledger.find import FoundClaim
from facta.ledger.words import Term, forms_of, storable
from facta.records import Entity, Finding, Group, Origin, Report, Story

_CHUNK = 5_000  # ids in one query
_TRIED = 500  # entities read at once while looking for those that fit a name


@dataclass(frozen=True, slots=True)
class EntityPage:
    """A page of entities by name; `next` leads on."""

    entities: tuple[Entity, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class Reports:
    """A page of reports, the latest first; `next` leads on, `total` counts all."""

    reports: tuple[Report, ...]
    next: str | None
    total: int


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """A page of claims, those of the latest reports first; `next` leads on."""

    claims: tuple[FoundClaim, ...]
    next: str | None


def chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[at : at + _CHUNK] for at in range(0, len(ids), _CHUNK))


# ---- entities


def entities_of(connection: Connection, reports: Sequence[str]) -> tuple[tuple[Entity, ...], tuple[checks.Link, ...]]:
    """The entities of some reports in the ledger's order, and the links of these reports."""
    table, known = tables.entity_links.c, dict[str, tuple[int, Entity]]()
    links: list[checks.Link] = []
    for some in chunks(list(dict.fromkeys(reports))):
        query = select(table.report, table.own, table.entity).where(table.report.in_(some))
        links += ((report, own, shared) for report, own, shared in connection.execute(query).all())
    for some in chunks(sorted({shared for _, _, shared in links})):
        query = select(tables.entities.c.number, tables.entities.c.body).where(tables.entities.c.id.in_(some))
        found = ((row.number, from_body(Entity, row.body)) for row in connection.execute(query))
        known |= {entity.id: (number, entity) for number, entity in found}
    ordered = sorted(known.values(), key=lambda pair: pair[0])
    return tuple(entity for _, entity in ordered), tuple(sorted(links))


def entity(connection: Connection, identifier: str) -> Entity:
    body = connection.execute(
        select(tables.entities.c.body).where(tables.entities.c.id == storable(identifier))
    ).scalar()
    if body is None:
        raise UsageError(f"no entity {identifier[:40]!r} in the ledger", "look for it by its name")
    return from_body(Entity, body)


def links_of(connection: Connection, identifier: str) -> tuple[tuple[str, str], ...]:
    """Reports that name the entity, the latest first, each with its own entity."""
    table, reports = tables.entity_links.c, tables.reports.c
    query = (
        select(table.report, table.own)
        .join(tables.reports, reports.id == table.report)
        .where(table.entity == storable(identifier))
        .order_by(func.coalesce(reports.published, "").desc(), table.report, table.own)
    )
    return tuple((row.report, row.own) for row in connection.execute(query))


def mentioning(connection: Connection, spellings: Sequence[str], limit: int | None) -> tuple[str, ...]:
    """Ids of the reports that have one of the spellings in their text, the latest first."""
    forms = tuple(dict.fromkeys(form for spelling in spellings if (form := forms_of(spelling))))
    if not forms:
        return ()
    table = tables.reports.c
    query = select(table.id).where(table.id.in_(search.matching(connection, [Term(forms)])))
    ordered = query.order_by(func.coalesce(table.published, "").desc(), table.id).limit(limit)
    return tuple(connection.execute(ordered).scalars())


def entities_beginning(connection: Connection, identifier: str) -> tuple[Entity, ...]:
    """The entities whose id begins so, in the ledger's order."""
    table, known = tables.entities.c, storable(identifier)
    query = select(table.body).where(table.id.startswith(known, autoescape=True)).order_by(table.number)
    found = (from_body(Entity, body) for body in connection.execute(query).scalars())
    return tuple(one for one in found if one.id.startswith(identifier))


def entities_like(connection: Connection, name: str) -> tuple[Entity, ...]:
    return names.like(connection, name)


def entity_page(connection: Connection, words: str, after: str | None, limit: int) -> EntityPage:
    """Entities by name; with `words`, those that have a spelling which these can mean."""
    table, behind = tables.entities.c, cursor.read(after, (str, str))
    asked, found = words.strip(), list[Entity]()
    query = select(table.body).order_by(table.name, table.id)
    if asked:
        query = query.where(names.sounding(asked))
    while True:
        some = query.where(tuple_(table.name, table.id) > behind) if behind else query
        read = [from_body(Entity, body) for body in connection.execute(some.limit(_TRIED)).scalars()]
        found += (one for one in read if not asked or names.written(one, asked))
        if len(found) > limit:
            return EntityPage(tuple(found[:limit]), cursor.written((found[limit - 1].name, found[limit - 1].id)))
        if len(read) < _TRIED:
            return EntityPage(tuple(found), None)
        behind = (read[-1].name, read[-1].id)


def standings(connection: Connection, identifier: str) -> tuple[tuple[Story, Origin], ...]:
    """The stories in which the entity speaks, each with the origin that it is there."""
    identifier = storable(identifier)
    links, within, origins = tables.entity_links.c, tables.story_reports.c, tables.origins.c
    named = (
        select(within.story).join(tables.entity_links, links.report == within.report).where(links.entity == identifier)
    )
    query = (
        select(tables.stories.c.id, tables.stories.c.body.label("story"), origins.body.label("origin"))
        .join(tables.origins, origins.story == tables.stories.c.id)
        .where(tables.stories.c.id.in_(named), origins.body.contains(identifier, autoescape=True))
        .order_by(tables.stories.c.number, origins.number)
    )
    found: dict[str, tuple[Story, Origin]] = {}
    for row in connection.execute(query):
        origin = from_body(Origin, row.origin)
        if origin.entity == identifier and row.id not in found:
            found[row.id] = (from_body(Story, row.story), origin)
    return tuple(found.values())


# ---- stories, findings, claims


def story_of(connection: Connection, report: str) -> Story | None:
    """The story that a report is part of."""
    query = select(tables.stories.c.body).join(
        tables.story_reports, tables.story_reports.c.story == tables.stories.c.id
    )
    found = connection.execute(
        query.where(tables.story_reports.c.report == storable(report)).order_by(tables.stories.c.number)
    )
    body = found.scalars().first()
    return from_body(Story, body) if body else None


def finding(connection: Connection, identifier: str) -> tuple[Story, Finding]:
    query = (
        select(tables.stories.c.body.label("story"), tables.findings.c.body)
        .join(tables.findings, tables.findings.c.story == tables.stories.c.id)
        .where(tables.findings.c.id == storable(identifier))
        .order_by(tables.stories.c.number)
    )
    row = connection.execute(query).first()
    if row is None:
        raise UsageError(f"no finding {identifier[:40]!r} in the ledger", "see the dossier of its story")
    return from_body(Story, row.story), from_body(Finding, row.body)


def groups_of_claim(connection: Connection, claim: str) -> tuple[tuple[Story, Group], ...]:
    """The groups that a claim is in, with their stories, in the stories' order."""
    claim = storable(claim)
    within, groups = tables.story_reports.c, tables.claim_groups.c
    reports = select(tables.claims.c.report).where(tables.claims.c.id == claim)
    query = (
        select(tables.stories.c.body.label("story"), groups.body)
        .join(tables.claim_groups, groups.story == tables.stories.c.id)
        .where(tables.stories.c.id.in_(select(within.story).where(within.report.in_(reports))))
        .where(groups.body.contains(claim, autoescape=True))
        .order_by(tables.stories.c.number, groups.number)
    )
    found = ((row.story, from_body(Group, row.body)) for row in connection.execute(query))
    return tuple((from_body(Story, story), group) for story, group in found if claim in group.claims)


def claim(connection: Connection, identifier: str) -> FoundClaim:
    found = find.with_id(connection, identifier)
    if found is None:
        raise UsageError(f"no claim {identifier[:40]!r} in the ledger", "see facta claims for their ids")
    return found


# ---- reports and places


def report_page(connection: Connection, after: str | None, limit: int) -> Reports:
    table, behind = tables.reports.c, cursor.read(after, (str, str))
    order = (func.coalesce(table.published, ""), table.id)
    query = select(table.id, order[0].label("day")).order_by(*(column.desc() for column in order)).limit(limit + 1)
    found = connection.execute(query.where(tuple_(*order) < behind) if behind else query).all()
    reports = store.reports_of(connection, [row.id for row in found[:limit]])
    total = connection.execute(select(func.count()).select_from(tables.reports)).scalar_one()
    more = cursor.written((found[limit - 1].day, found[limit - 1].id)) if len(found) > limit else None
    return Reports(reports, more, total)


def at_place(connection: Connection, asked: str, after: str | None, limit: int) -> ClaimPage:
    """Claims at the place of this name, under the name that the gazetteer has for it, or of this GeoNames number."""
    number = int(asked) if asked.isdecimal() and asked.isascii() and len(asked) < 10 else None
    gazetteer = Gazetteer.load()
    known = gazetteer.numbered(number) if number else next(iter(gazetteer.lookup(asked)), None)
    places = sorted({storable(asked), *([known.name] if known else [])})
    behind = cursor.read(after, (str, str, int, str, int))
    found = find.at_places(connection, places, number, behind, limit + 1)
    more = cursor.written(find.key_of(found[limit - 1])) if len(found) > limit else None
    return ClaimPage(tuple(find.found_claims(connection, found[:limit])), more)
