"""People's decisions in and out of the tables, within a transaction that the caller opened."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Select,
    and_,
    exists,
    insert,
    literal,
    or_,
    select,
    tuple_,
)

from facta.errors import UsageError
from facta.ledger import cursor, tables
from facta.ledger.bodies import KINDS, from_body
from facta.ledger.words import storable
from facta.records import Decision, Group, Review, Span, Story

MOST = 400  # ids in one query
Owner = tuple[str, str]  # what an id belongs to, such as "claim", and the id
_TAKING = (str(Decision.UNDO), str(Decision.REJECT))


def add(connection: Connection, review: Review) -> None:
    """Keep the review; one that is there already stays as it is."""
    known = connection.execute(select(tables.reviews.c.id).where(tables.reviews.c.id == review.id)).first()
    if known is None:
        connection.execute(insert(tables.reviews), _row(review))


def reviews(connection: Connection, target: str | None) -> tuple[Review, ...]:
    """Reviews in order of time. Those of one thing are found by its id, a claim's also by its kind and place in the
    same text, and with them those that take them back."""
    table, target = tables.reviews, None if target is None else storable(target)
    if target is None:
        return _found(connection, select(table))
    chosen = _found(connection, select(table).where(or_(table.c.target == target, *_same_words(connection, target))))
    return with_takers(connection, chosen)


def with_takers(connection: Connection, chosen: Sequence[Review]) -> tuple[Review, ...]:
    """The reviews and all that take them back, or take back those that do, in order of time."""
    table = tables.reviews
    known = {review.id: review for review in chosen}
    asked = list(known)
    while asked:
        query = select(table).where(table.c.target.in_(asked[:MOST]), table.c.decision.in_(_TAKING))
        new = [review for review in _found(connection, query) if review.id not in known]
        known |= {review.id: review for review in new}
        asked = [*asked[MOST:], *(review.id for review in new)]
    return tuple(sorted(known.values(), key=lambda review: (review.at, review.id)))


def of_reports(connection: Connection, reports: Collection[str]) -> tuple[Review, ...]:
    """Reviews of claims of these reports, in order of time, and those that take them back."""
    table, listed = tables.reviews, sorted(reports)
    found: list[Review] = []
    for start in range(0, len(listed), MOST):
        digests = select(tables.reports.c.text_digest).where(tables.reports.c.id.in_(listed[start : start + MOST]))
        found += _found(connection, select(table).where(table.c.text_digest.in_(digests)))
    return tuple(sorted(dict.fromkeys(found), key=lambda review: (review.at, review.id)))


def of_kinds(connection: Connection, kinds: Collection[str]) -> tuple[Review, ...]:
    """Reviews that join or part, of these kinds, in order of time."""
    return _found(connection, select(tables.reviews).where(tables.reviews.c.kind.in_(sorted(kinds))))


def group(connection: Connection, identifier: str) -> tuple[Story, Group]:
    """The group of this id with its story."""
    query = (
        select(tables.stories.c.body.label("story"), tables.claim_groups.c.body)
        .join(tables.claim_groups, tables.claim_groups.c.story == tables.stories.c.id)
        .where(tables.claim_groups.c.id == storable(identifier))
        .order_by(tables.stories.c.number)
    )
    row = connection.execute(query).first()
    if row is None:
        raise UsageError(f"no group {identifier[:40]!r} in the ledger", "see the dossier of its story")
    return from_body(Story, row.story), from_body(Group, row.body)


def groups_with(connection: Connection, claim: str) -> tuple[tuple[Story, Group], ...]:
    """The groups that hold the claim, which a person may have added, with their stories, in the stories' order."""
    within, groups = tables.story_reports.c, tables.claim_groups.c
    query = (
        select(tables.stories.c.body.label("story"), groups.body)
        .join(tables.claim_groups, groups.story == tables.stories.c.id)
        .where(tables.stories.c.id.in_(select(within.story).where(within.report.in_(reports_of(connection, claim)))))
        .where(groups.body.contains(claim, autoescape=True))
        .order_by(tables.stories.c.number, groups.number)
    )
    found = ((row.story, from_body(Group, row.body)) for row in connection.execute(query))
    return tuple((from_body(Story, story), group) for story, group in found if claim in group.claims)


def reviewed_reports(connection: Connection) -> tuple[str, ...]:
    """Ids of the reports on whose claims somebody decided."""
    texts = select(tables.reviews.c.text_digest).where(tables.reviews.c.kind.in_(list(KINDS)))
    query = select(tables.reports.c.id).where(tables.reports.c.text_digest.in_(texts))
    return tuple(sorted(connection.execute(query).scalars()))


def reviewed_among(connection: Connection, reports: Collection[str]) -> tuple[str, ...]:
    """Those of the reports on whose claims somebody decided."""
    table, listed = tables.reports.c, sorted(reports)
    texts = select(tables.reviews.c.text_digest).where(tables.reviews.c.kind.in_(list(KINDS)))
    found: list[str] = []
    for start in range(0, len(listed), MOST):
        some = select(table.id).where(table.id.in_(listed[start : start + MOST]), table.text_digest.in_(texts))
        found += connection.execute(some).scalars()
    return tuple(sorted(found))


def page(connection: Connection, after: str | None, limit: int) -> tuple[tuple[Review, ...], str | None]:
    """Reviews newest first, and the place behind the last if there are more."""
    table = tables.reviews
    query = select(table).order_by(table.c.at.desc(), table.c.id.desc()).limit(limit + 1)
    if key := cursor.read(after, (str, str)):
        query = query.where(tuple_(table.c.at, table.c.id) < tuple_(*map(literal, key)))
    rows = connection.execute(query).mappings().all()
    last = rows[limit - 1] if len(rows) > limit else None
    found = tuple(_review(row) for row in rows[:limit])
    return found, cursor.written((last["at"], last["id"])) if last else None


def review(connection: Connection, name: str) -> Review:
    """The one review whose id begins with `name`."""
    name, column = storable(name), tables.reviews.c.id
    found = _found(connection, select(tables.reviews).where(begins(connection, column, name)).limit(9)) if name else ()
    exact = [one for one in found if one.id == name] or list(found)
    if len(exact) == 1:
        return exact[0]
    if exact:
        listed = ", ".join(one.id for one in exact[:5])
        raise UsageError(f"{len(exact)} decisions begin with {name!r}", f"choose one of: {listed}")
    raise UsageError(f"there is no decision {name!r}", "see facta review list")


def owners(connection: Connection, name: str, limit: int = 9) -> tuple[Owner, ...]:
    """What has the id `name`; if nothing has, what has an id that begins so."""
    places = (
        ("claim", tables.claims.c.id),
        ("finding", tables.findings.c.id),
        ("group", tables.claim_groups.c.id),
        ("entity", tables.entities.c.id),
        ("story", tables.stories.c.id),
        ("report", tables.reports.c.id),
        ("claim", tables.reviews.c.target),
    )
    name = storable(name)
    for fits in (lambda column: column == name, lambda column: begins(connection, column, name)):
        found: dict[Owner, None] = {}
        for kind, column in places if name else ():
            query = select(column).where(fits(column)).distinct().limit(limit)
            if column.table is tables.reviews:
                query = query.where(tables.reviews.c.decision == str(Decision.ADD))
            found |= dict.fromkeys((kind, identifier) for identifier in connection.execute(query).scalars())
        if found:
            return tuple(found)[:limit]
    return ()


def begins(connection: Connection, column: ColumnElement[str], name: str) -> ColumnElement[bool]:
    """Whether an id begins with the words; where ids are sorted by bytes, by a range of an index."""
    if connection.dialect.name == "sqlite" and name and ord(name[-1]) < 0xD7FF:
        return and_(column >= name, column < name[:-1] + chr(ord(name[-1]) + 1))
    return column.startswith(name, autoescape=True)


def reports_of(connection: Connection, claim: str) -> tuple[str, ...]:
    """The report in which the machine reads the claim, or those of the text to which a person added it."""
    claim = storable(claim)
    read = select(tables.claims.c.report).where(tables.claims.c.id == claim).distinct()
    if found := connection.execute(read).scalars().all():
        return tuple(found)
    texts = select(tables.reviews.c.text_digest).where(tables.reviews.c.target == claim)
    given = select(tables.reports.c.id).where(tables.reports.c.text_digest.in_(texts))
    return tuple(sorted(connection.execute(given).scalars()))


def stories_of(connection: Connection, reports: Collection[str]) -> tuple[str, ...]:
    """The stories that hold the reports, in their order."""
    table, listed = tables.story_reports, sorted(reports)
    found: set[str] = set()
    for start in range(0, len(listed), MOST):
        query = select(table.c.story).where(table.c.report.in_(listed[start : start + MOST])).distinct()
        found |= set(connection.execute(query).scalars())
    query = select(tables.stories.c.id, tables.stories.c.number).where(tables.stories.c.id.in_(found))
    return tuple(row.id for row in sorted(connection.execute(query), key=lambda row: row.number))


def with_text(connection: Connection, text: str) -> tuple[str, ...]:
    """The reports whose text has this digest."""
    query = select(tables.reports.c.id).where(tables.reports.c.text_digest == text)
    return tuple(sorted(connection.execute(query).scalars()))


def _same_words(connection: Connection, claim: str) -> list[ColumnElement[bool]]:
    """Conditions that a review of the claim meets when it was given under an earlier id of the claim, or in a copy of
    the text; one on another claim of the same report is that claim's own."""
    claims, given = tables.claims.alias(), tables.reviews.c
    columns = (tables.claims.c.kind, tables.claims.c.first, tables.claims.c.last, tables.reports.c.text_digest)
    query = (
        select(*columns, tables.claims.c.report)
        .join(tables.reports, tables.reports.c.id == tables.claims.c.report)
        .where(tables.claims.c.id == claim)
    )
    return [
        and_(
            *(given[name] == row[name] for name in ("kind", "first", "last", "text_digest")),
            ~exists(select(claims.c.id).where(claims.c.report == row["report"], claims.c.id == given.target)),
        )
        for row in connection.execute(query).mappings()
    ]


def _found(connection: Connection, query: Select[Any]) -> tuple[Review, ...]:
    ordered = query.order_by(tables.reviews.c.at, tables.reviews.c.id)
    return tuple(_review(row) for row in connection.execute(ordered).mappings())


def _row(review: Review) -> dict[str, Any]:
    return {
        "id": review.id,
        "target": review.target,
        "decision": str(review.decision),
        "note": review.note,
        "by_whom": review.by,
        "at": review.at.isoformat(),
        "kind": review.kind,
        "text_digest": review.text,
        "first": review.span.start if review.span else None,
        "last": review.span.end if review.span else None,
        "before": review.before,
        "after": review.after,
        "report": review.report,
    }


def _review(row: RowMapping) -> Review:
    return Review(
        id=row["id"],
        target=row["target"],
        decision=Decision(row["decision"]),
        by=row["by_whom"],
        at=datetime.fromisoformat(row["at"]),
        note=row["note"],
        kind=row["kind"],
        text=row["text_digest"],
        span=Span(row["first"], row["last"]) if row["first"] is not None else None,
        before=row["before"],
        after=row["after"],
        report=row["report"],
    )
