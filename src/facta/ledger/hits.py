"""A person's words in, the reports and claims that hold them out, the latest first, with the characters themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, func, select, tuple_

from facta.errors import UsageError
from facta.ledger import cursor, search, tables
from facta.ledger.bodies import KINDS
from facta.ledger.words import Sought, Term, storable, terms_of
from facta.records import Span

REPORT = "report"
AROUND = 90  # characters shown on each side of the words found
PER_REPORT = 5  # claims of one report beside it, when no kind is asked for
SCANNED = 400  # reports looked through for one page
Key = tuple[str, str, int]  # day, report, number of the hit in it
_TYPES = (str, str, int)
_ALL = 2**31  # a number behind every hit of a report
_AT_ONCE = 40  # reports whose claims are read in one query
_SHOWN = ("id", "title", "publisher", "published", "language", "path", "url", "text")
_CLAIM = ("report", "kind", "number", "id", "first", "last", "speaker_keys", "actor_keys", "place_keys")


@dataclass(frozen=True, slots=True)
class Hit:
    """A report or claim that holds the words. `span` are the words found in the report, or the claim's own; `before`,
    `quote` and `after` are the characters around and of it."""

    report: str
    kind: str
    claim: str | None
    span: Span
    before: str
    quote: str
    after: str
    title: str | None
    publisher: str | None
    published: date | None
    language: str
    path: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Hits:
    """A page of hits; `next` leads on. A page may be short, or empty, while there is a next one."""

    hits: tuple[Hit, ...]
    next: str | None


def find(
    connection: Connection, words: str, kind: str | None, language: str | None, after: str | None, limit: int
) -> Hits:
    """Reports, each with claims that hold all the words too, or hits of one kind alone: "report", "pledge", …"""
    if kind is not None and kind not in (REPORT, *KINDS):
        raise UsageError(f"there is no kind {kind[:40]!r}", f"one of: {', '.join((REPORT, *KINDS))}")
    behind = cursor.read(after, _TYPES)
    terms = search.widened(connection, terms_of(words))
    if not terms:
        return Hits((), None)
    sought = Sought(terms)
    reports = _reports(connection, terms, language, behind)
    found: list[tuple[Key, Hit]] = []
    for row, claims in _with_claims(connection, reports[:SCANNED], kind):
        hits = ((_key(row, number), hit) for number, hit in _in_report(row, claims, sought, kind))
        found += ((key, hit) for key, hit in hits if not _seen(key, behind))
        if len(found) > limit:
            return Hits(tuple(hit for _, hit in found[:limit]), cursor.written(found[limit - 1][0]))
    more = cursor.written(_key(reports[SCANNED - 1], _ALL)) if len(reports) > SCANNED else None
    return Hits(tuple(hit for _, hit in found), more)


def _key(row: Row[Any], number: int) -> Key:
    return row.published or "", row.id, number


def _seen(key: Key, behind: cursor.Key | None) -> bool:
    """Whether a hit was shown on an earlier page; only the report at which that ended may have such ones."""
    return behind is not None and key[:2] == behind[:2] and key[2] <= int(behind[2])


def _reports(
    connection: Connection, terms: Sequence[Term], language: str | None, behind: cursor.Key | None
) -> Sequence[Row[Any]]:
    """The latest reports that hold the words, one more than are looked through."""
    table = tables.reports.c
    order = (func.coalesce(table.published, ""), table.id)
    query = select(*(getattr(table, name) for name in _SHOWN)).where(table.id.in_(search.matching(connection, terms)))
    if language:
        query = query.where(table.language == storable(language))
    if behind:
        query = query.where(tuple_(*order) <= behind[:2])
    return connection.execute(query.order_by(*(column.desc() for column in order)).limit(SCANNED + 1)).all()


def _with_claims(
    connection: Connection, reports: Sequence[Row[Any]], kind: str | None
) -> Iterator[tuple[Row[Any], list[Row[Any]]]]:
    """Each report with the rows of its claims, in text order; some reports at a time."""
    table = tables.claims.c
    query = select(*(getattr(table, name) for name in _CLAIM)).order_by(
        table.first, table.last, table.kind, table.number
    )
    if kind is not None:
        query = query.where(table.kind == kind)
    for at in range(0, len(reports), _AT_ONCE):
        batch, of = reports[at : at + _AT_ONCE], defaultdict[str, list[Row[Any]]](list)
        if kind != REPORT:
            for row in connection.execute(query.where(table.report.in_([report.id for report in batch]))):
                of[row.report].append(row)
        yield from ((report, of[report.id]) for report in batch)


def _in_report(
    row: Row[Any], claims: Sequence[Row[Any]], sought: Sought, kind: str | None
) -> Iterator[tuple[int, Hit]]:
    """The hits of one report with their numbers: 0 is the report's own."""
    if kind in (None, REPORT):
        yield 0, _hit(row, REPORT, None, _best(row.text, sought))
    shown = 0
    for number, claim in enumerate(claims, start=1):
        parts = (row.text[claim.first : claim.last], *_forms(claim))
        if (kind or shown < PER_REPORT) and sought.all_in(parts):
            shown += 1
            yield number, _hit(row, claim.kind, claim.id, Span(claim.first, claim.last))


def _forms(claim: Row[Any]) -> list[str]:
    """The names of those who say, do or promise it and of its places, in every form."""
    return [form for keys in (claim.speaker_keys, claim.actor_keys, claim.place_keys) for form in keys.split("|")]


def _best(text: str, sought: Sought) -> Span:
    """The first words found where most of them stand near each other."""
    found = sought.found(text)
    if not found:
        return Span(0, 0)
    near = (len({n for n, span in found if at.start <= span.start < at.start + AROUND}) for _, at in found)
    return max(zip(near, found, strict=True), key=lambda pair: (pair[0], -pair[1][1].start))[1][1]


def _hit(row: Row[Any], kind: str, claim: str | None, span: Span) -> Hit:
    text = row.text
    return Hit(
        report=row.id,
        kind=kind,
        claim=claim,
        span=span,
        before=_before(text, span.start),
        quote=span.of(text),
        after=_after(text, span.end),
        title=row.title,
        publisher=row.publisher,
        published=date.fromisoformat(row.published) if row.published else None,
        language=row.language,
        path=row.path,
        url=row.url,
    )


def _before(text: str, start: int) -> str:
    """Characters up to `start`, from the beginning of a word."""
    if start <= AROUND:
        return text[:start]
    cut = text[start - AROUND : start]
    return cut.partition(" ")[2] if " " in cut else cut


def _after(text: str, end: int) -> str:
    """Characters from `end` on, to the end of a word."""
    if end + AROUND >= len(text):
        return text[end:]
    cut = text[end : end + AROUND]
    return cut.rpartition(" ")[0] if " " in cut else cut
