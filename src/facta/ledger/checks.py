"""Entities, stories and findings in and out of the tables, within a transaction that the caller opened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, delete, insert, select

from facta.errors import UsageError
from facta.ledger import tables
from facta.ledger.bodies import from_body, to_body
from facta.records import CrossCheck, Entity, Finding, Group, Origin, Story

T = TypeVar("T")
NEAR = 5  # how many near ids an error names


Link = tuple[str, str, str]  # a report, an entity within it, the shared entity


def replace(
    connection: Connection, entities: Sequence[Entity], links: Sequence[Link], found: Sequence[CrossCheck]
) -> None:
    """Empty the machine's tables of findings and fill them anew."""
    for table in tables.CHECKED:
        connection.execute(delete(table))
    _insert(connection, tables.entities, (_entity_row(n, e) for n, e in enumerate(entities)))
    _insert(
        connection, tables.entity_links, (dict(zip(("report", "own", "entity"), link, strict=True)) for link in links)
    )
    _insert(connection, tables.stories, (_story_row(n, c.story) for n, c in enumerate(found)))
    for cross_check in found:
        story = cross_check.story.id
        reports = enumerate(cross_check.story.reports)
        _insert(connection, tables.story_reports, ({"story": story, "number": n, "report": r} for n, r in reports))
        _insert(connection, tables.origins, (_origin_row(story, n, o) for n, o in enumerate(cross_check.origins)))
        _insert(connection, tables.claim_groups, (_group_row(story, n, g) for n, g in enumerate(cross_check.groups)))
        _insert(connection, tables.findings, (_finding_row(story, n, f) for n, f in enumerate(cross_check.findings)))


def _insert(connection: Connection, table: Table, new: Iterable[dict[str, Any]]) -> None:
    if listed := list(new):
        connection.execute(insert(table), listed)


def _entity_row(number: int, e: Entity) -> dict[str, Any]:
    return {"id": e.id, "number": number, "name": e.name, "kind": str(e.kind), "side": e.side, "body": to_body(e)}


def _story_row(number: int, story: Story) -> dict[str, Any]:
    return {"id": story.id, "number": number, "title": story.title, "body": to_body(story)}


def _origin_row(story: str, number: int, origin: Origin) -> dict[str, Any]:
    return {
        "story": story,
        "number": number,
        "id": origin.id,
        "kind": origin.kind,
        "label": origin.label,
        "stance": str(origin.stance),
        "side": origin.side,
        "body": to_body(origin),
    }


def _group_row(story: str, number: int, group: Group) -> dict[str, Any]:
    return {
        "story": story,
        "number": number,
        "id": group.id,
        "kind": group.kind,
        "type": group.type,
        "label": group.label,
        "body": to_body(group),
    }


def _finding_row(story: str, number: int, finding: Finding) -> dict[str, Any]:
    return {
        "story": story,
        "number": number,
        "id": finding.id,
        "claim_group": finding.group,
        "kind": finding.kind,
        "verdict": finding.verdict,
        "reason": finding.reason,
        "body": to_body(finding),
    }


def entities(connection: Connection) -> tuple[Entity, ...]:
    return _all(connection, tables.entities, Entity)


def links(connection: Connection) -> tuple[Link, ...]:
    """Every report's own entities with the shared ones, in order."""
    table = tables.entity_links
    rows = connection.execute(select(table.c.report, table.c.own, table.c.entity))
    return tuple(sorted((row.report, row.own, row.entity) for row in rows))


def stories(connection: Connection) -> tuple[Story, ...]:
    return _all(connection, tables.stories, Story)


def story(connection: Connection, name: str) -> Story:
    """The story whose id begins with `name`, or the only one there is for an empty name."""
    every = stories(connection)
    fitting = [s for s in every if s.id == name] or [s for s in every if s.id.startswith(name)]
    if len(fitting) == 1:
        return fitting[0]
    if not every:
        raise UsageError("the ledger holds no stories yet", "fill it with: facta read PATH")
    if fitting:
        raise UsageError(f"more than one story begins with {name!r}", f"choose one of: {_listed(fitting)}")
    by_id = {s.id: s for s in every}
    near = [by_id[i] for i in get_close_matches(name, by_id, NEAR, cutoff=0.3)] or list(every[:NEAR])
    raise UsageError(f"no story {name!r} in the ledger", f"near ones: {_listed(near)}; see facta stories")


def _listed(found: Sequence[Story]) -> str:
    return ", ".join(f"{s.id} ({s.title[:60]})" for s in found[:NEAR])


def check(connection: Connection, name: str) -> CrossCheck:
    found = story(connection, name)
    return CrossCheck(
        story=found,
        origins=_all(connection, tables.origins, Origin, found.id),
        groups=_all(connection, tables.claim_groups, Group, found.id),
        findings=_all(connection, tables.findings, Finding, found.id),
    )


def _all(connection: Connection, table: Table, record_type: type[T], story: str | None = None) -> tuple[T, ...]:
    query = select(table.c.body).order_by(table.c.number)
    if story is not None:
        query = query.where(table.c.story == story)
    return tuple(from_body(record_type, body) for body in connection.execute(query).scalars())
