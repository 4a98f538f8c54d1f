"""People's decisions in and out of the tables, within a transaction that the caller opened."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, and_, insert, or_, select

from facta.ledger import tables
from facta.records import Decision, Review, Span


def add(connection: Connection, review: Review) -> None:
    """Keep the review; one that is there already stays as it is."""
    known = connection.execute(select(tables.reviews.c.id).where(tables.reviews.c.id == review.id)).first()
    if known is None:
        connection.execute(insert(tables.reviews), _row(review))


def reviews(connection: Connection, target: str | None) -> tuple[Review, ...]:
    """Reviews in order of time. A claim's reviews are found by its id, or by its kind and place in the same text."""
    table = tables.reviews
    query = select(table)
    if target is not None:
        query = query.where(or_(table.c.target == target, *_same_words(connection, target)))
    return tuple(_review(row) for row in connection.execute(query.order_by(table.c.at, table.c.id)).mappings())


def _same_words(connection: Connection, claim: str) -> list[Any]:
    """Conditions that a review of the claim meets when it was given under an earlier id of the claim."""
    query = (
        select(tables.claims.c.kind, tables.claims.c.first, tables.claims.c.last, tables.reports.c.text_digest)
        .join(tables.reports, tables.reports.c.id == tables.claims.c.report)
        .where(tables.claims.c.id == claim)
    )
    return [
        and_(*(getattr(tables.reviews.c, name) == value for name, value in row.items()))
        for row in connection.execute(query).mappings()
    ]


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
    )
