"""A story in, the stories of its thread out, and the pledges of earlier ones that its reports try. Works in an opened
transaction."""

from __future__ import annotations

from sqlalchemy import Connection, or_, select

from facta.ledger import tables
from facta.ledger.bodies import from_body
from facta.records import Finding, Group, Story

Tried = tuple[Story, Group, Finding]


def of(connection: Connection, story: Story) -> tuple[Story, ...]:
    """All stories of the thread, this one among them, in the ledger's order."""
    first, table = story.thread or story.id, tables.stories.c
    query = select(table.body).where(
        or_(table.id == first, table.body.contains(f'"thread":"{first}"', autoescape=True))
    )
    found = (from_body(Story, body) for body in connection.execute(query.order_by(table.number)).scalars())
    return tuple(other for other in found if first in (other.id, other.thread))


def tried(connection: Connection, story: Story) -> tuple[Tried, ...]:
    """Pledges of other stories of the thread whose findings cite reports of this one, each with its story and group."""
    return tuple(
        each for other in of(connection, story) if other.id != story.id for each in _of(connection, other, story)
    )


def _of(connection: Connection, other: Story, story: Story) -> list[Tried]:
    findings, groups = tables.findings.c, tables.claim_groups.c
    query = (
        select(findings.body.label("finding"), groups.body.label("claim_group"))
        .join(tables.claim_groups, (groups.story == findings.story) & (groups.id == findings.claim_group))
        .where(findings.story == other.id, findings.kind == "pledge")
        .order_by(findings.number)
    )
    found = ((from_body(Finding, row.finding), row.claim_group) for row in connection.execute(query))
    reports = set(story.reports)
    return [(other, from_body(Group, body), f) for f, body in found if any(e.report in reports for e in f.evidence)]
