"""Entities, stories and findings in and out of the tables, within a transaction that the caller opened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Table, bindparam, delete, insert, select, update

from facta.errors import UsageError
from facta.ledger import lines, names, tables
from facta.ledger.bodies import from_body, to_body
from facta.ledger.words import storable
from facta.records import CrossCheck, Entity, Finding, Group, Origin, Story

T = TypeVar("T")
NEAR = 5  # how many near ids an error names


Link = tuple[str, str, str]  # a report, an entity within it, the shared entity


def replace(
    connection: Connection, entities: Sequence[Entity], links: Sequence[Link], found: Sequence[CrossCheck]
) -> None:
    """Empty the machine's tables of findings and fill them anew."""
    renew(connection, entities, links, [cross_check.story for cross_check in found], found)


def renew(
    connection: Connection,
    entities: Sequence[Entity],
    links: Sequence[Link],
    stories: Sequence[Story],
    found: Sequence[CrossCheck],
    made_from: Mapping[str, str] | None = None,
) -> None:
    """Entities and stories in the place of the earlier ones. A story that was not checked anew keeps its findings."""
    for table in (names.search_names, tables.entity_links, tables.entities):
        connection.execute(delete(table))
    _insert(connection, tables.entities, (_entity_row(n, e) for n, e in enumerate(entities)))
    names.index(connection, entities)
    _insert(
        connection, tables.entity_links, (dict(zip(("report", "own", "entity"), link, strict=True)) for link in links)
    )
    checked = {cross_check.story.id for cross_check in found}
    kept = {story.id for story in stories} - checked
    _delete(connection, tables.stories, tables.stories.c.id, sorted(_known(connection) - kept))
    numbered = [_story_row(n, story) for n, story in enumerate(stories)]
    _insert(connection, tables.stories, (row for row in numbered if row["id"] in checked))
    _update_stories(connection, [row for row in numbered if row["id"] in kept])
    _insert_checks(connection, found, made_from)


def replace_stories(
    connection: Connection, found: Sequence[CrossCheck], made_from: Mapping[str, str] | None = None
) -> None:
    """What was found of these stories in the place of what was found before; numbers and other stories stay."""
    numbers = {row.id: row.number for row in connection.execute(select(tables.stories.c.id, tables.stories.c.number))}
    for cross_check in found:
        story = cross_check.story
        if story.id not in numbers:
            raise UsageError(f"no story {story.id!r} in the ledger", "see facta stories")
        _delete(connection, tables.stories, tables.stories.c.id, [story.id])
        _insert(connection, tables.stories, [_story_row(numbers[story.id], story)])
    _insert_checks(connection, found, made_from)


def _insert_checks(connection: Connection, found: Sequence[CrossCheck], made_from: Mapping[str, str] | None) -> None:
    """The rows that hang on the row of each story. `made_from` are digests of what each was checked from."""
    for cross_check in found:
        story = cross_check.story.id
        reports = enumerate(cross_check.story.reports)
        _insert(connection, tables.story_reports, ({"story": story, "number": n, "report": r} for n, r in reports))
        _insert(connection, tables.origins, (_origin_row(story, n, o) for n, o in enumerate(cross_check.origins)))
        _insert(connection, tables.claim_groups, (_group_row(story, n, g) for n, g in enumerate(cross_check.groups)))
        _insert(connection, tables.findings, (_finding_row(story, n, f) for n, f in enumerate(cross_check.findings)))
    lines.write(connection, found)
    set_inputs(connection, {cross_check.story.id: (made_from or {}).get(cross_check.story.id) for cross_check in found})


def _known(connection: Connection) -> set[str]:
    return set(connection.execute(select(tables.stories.c.id)).scalars())


def _delete(connection: Connection, table: Table, column: ColumnElement[str], ids: Sequence[str]) -> None:
    if ids:
        connection.execute(delete(table).where(column == bindparam("gone")), [{"gone": each} for each in ids])


def _update_stories(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    """Numbers and records of stories whose findings stay."""
    if rows:
        table = tables.stories
        changed: dict[str, Any] = {name: bindparam(f"new_{name}") for name in ("number", "title", "body")}
        given = [{f"new_{name}": value for name, value in row.items()} for row in rows]
        connection.execute(update(table).where(table.c.id == bindparam("new_id")).values(changed), given)
        lines.retitle(connection, {row["id"]: row["title"] for row in rows})


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


def inputs(connection: Connection) -> dict[str, str]:
    """By story, the digest of all that its findings were made from, where it is known."""
    table = tables.story_lines
    rows = connection.execute(select(table.c.story, table.c.inputs).where(table.c.inputs.is_not(None)))
    return {row.story: row.inputs for row in rows}


def set_inputs(connection: Connection, known: Mapping[str, str | None]) -> None:
    """Keep these digests with the lines of the stories."""
    table = tables.story_lines
    if known:
        query = update(table).where(table.c.story == bindparam("of")).values(inputs=bindparam("made_from"))
        connection.execute(query, [{"of": story, "made_from": each} for story, each in known.items()])


def stories(connection: Connection) -> tuple[Story, ...]:
    return _all(connection, tables.stories, Story)


def story(connection: Connection, name: str) -> Story:
    """The story whose id begins with `name`, or the only one there is for an empty name."""
    fitting = _named(connection, name)
    if len(fitting) == 1:
        return fitting[0]
    every = stories(connection)
    if not every:
        raise UsageError("the ledger holds no stories yet", "fill it with: facta read PATH")
    if fitting:
        raise UsageError(f"more than one story begins with {name!r}", f"choose one of: {_listed(fitting)}")
    by_id = {s.id: s for s in every}
    near = [by_id[i] for i in get_close_matches(name, by_id, NEAR, cutoff=0.3)] or list(every[:NEAR])
    raise UsageError(f"no story {name!r} in the ledger", f"near ones: {_listed(near)}; see facta stories")


def _named(connection: Connection, name: str) -> list[Story]:
    """The story of this id, or those whose id begins so, in the ledger's order."""
    table, known = tables.stories.c, storable(name)
    exact = connection.execute(select(table.body).where(table.id == known)).scalars().all()
    if exact:
        return [from_body(Story, body) for body in exact]
    query = select(table.body).where(table.id.startswith(known, autoescape=True)).order_by(table.number)
    found = (from_body(Story, body) for body in connection.execute(query.limit(2 * NEAR)).scalars())
    return [story for story in found if story.id.startswith(name)]


def _listed(found: Sequence[Story]) -> str:
    return ", ".join(f"{s.id} ({s.title[:60]})" for s in found[:NEAR])


def check(connection: Connection, name: str) -> CrossCheck:
    return found_of(connection, story(connection, name))


def found_of(connection: Connection, story: Story) -> CrossCheck:
    """A story with all that was found of it."""
    return CrossCheck(
        story=story,
        origins=_all(connection, tables.origins, Origin, story.id),
        groups=_all(connection, tables.claim_groups, Group, story.id),
        findings=_all(connection, tables.findings, Finding, story.id),
    )


def _all(connection: Connection, table: Table, record_type: type[T], story: str | None = None) -> tuple[T, ...]:
    query = select(table.c.body).order_by(table.c.number)
    if story is not None:
        query = query.where(table.c.story == story)
    return tuple(from_body(record_type, body) for body in connection.execute(query).scalars())
