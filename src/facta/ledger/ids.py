"""Ids by their beginnings, and what an id names. Works in an opened transaction."""

from __future__ import annotations

from sqlalchemy import Connection, select, union

from facta.ledger import tables

NAMED = {
    "claim": tables.claims,
    "finding": tables.findings,
    "group": tables.claim_groups,
    "entity": tables.entities,
    "story": tables.stories,
}


def beginning(connection: Connection, name: str, most: int) -> tuple[str, ...]:
    """The id itself if there is one, else the ids that begin so, in order, `most` at the most."""
    known = name.replace("\x00", "")
    exact = union(*(select(table.c.id).where(table.c.id == known) for table in NAMED.values()))
    if found := connection.execute(exact).scalars().all():
        return tuple(found)
    like = union(*(select(table.c.id).where(table.c.id.startswith(known, autoescape=True)) for table in NAMED.values()))
    among = sorted(connection.execute(like).scalars()) if known else []
    return tuple(each for each in among if each.startswith(known))[:most]


def homes(connection: Connection, identifier: str) -> tuple[tuple[str, str], ...]:
    """What the id names ("claim", "finding", "group", "entity", "story"), and in which story, "" if in none."""
    found: list[tuple[str, str]] = []
    for kind, table in NAMED.items():
        story = table.c.story if "story" in table.c else table.c.id
        rows = connection.execute(select(story).where(table.c.id == identifier)).scalars().all()
        found += [(kind, row if kind in ("finding", "group", "story") else "") for row in sorted(rows)]
    return tuple(found)
