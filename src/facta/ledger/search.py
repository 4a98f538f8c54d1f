"""Full-text index over reports: a report's rows in; a person's words to a condition on reports out.

What is typed is cut into words first (`facta.ledger.words`); only letters and digits of these reach the engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Column, Connection, Integer, MetaData, Select, Table, Text, delete, insert, select, text

from facta.gazetteer import Gazetteer
from facta.ledger import names, tables
from facta.ledger.bodies import from_body
from facta.ledger.words import Form, Term, forms_of
from facta.records import Entity
from facta.stories import fits

PIECE = 16_000  # words of one row: PostgreSQL counts the positions of words up to 16383
MOST_FORMS = 60  # spellings of one word that are looked for
MOST_ENTITIES = 200  # entities of like sound whose spellings are looked through
_BATCH = 500  # reports in one statement
_INDEX = Table("search", MetaData(), Column("words", Text), Column("report", Text), Column("number", Integer))


def add(connection: Connection, reports: Iterable[tuple[str, str]]) -> None:
    """Index the texts of reports, given as id and text, that are not in the index."""
    rows: list[dict[str, Any]] = []
    for report, written in reports:
        rows += _rows(connection, report, written)
        if len(rows) >= _BATCH:
            _insert(connection, rows)
            rows = []
    _insert(connection, rows)


def _insert(connection: Connection, rows: list[dict[str, Any]]) -> None:
    if not rows:
        return
    if connection.dialect.name == "postgresql":
        values = "(CAST(:words AS tsvector), :report, :number)"
        connection.execute(text(f"INSERT INTO search (words, report, number) VALUES {values}"), rows)
    else:
        connection.execute(insert(_INDEX), rows)


def _rows(connection: Connection, report: str, written: str) -> Iterator[dict[str, Any]]:
    found = forms_of(written)
    for number, at in enumerate(range(0, len(found), PIECE)):
        piece = found[at : at + PIECE]
        if connection.dialect.name == "postgresql":  # a tsvector as it is written: no parser, no dictionary
            words = " ".join(f"'{word}':{place}" for place, word in enumerate(piece, start=1))
        else:
            words = " ".join(piece)
        yield {"words": words, "report": report, "number": number}


def remove(connection: Connection, report: str) -> None:
    """Take a report out of the index."""
    if connection.dialect.name == "postgresql":
        connection.execute(delete(_INDEX).where(_INDEX.c.report == report))
        return
    quoted = report.replace('"', '""').replace("\x00", "")
    connection.execute(
        text("DELETE FROM search WHERE search MATCH :found AND report = :report"),
        {"found": f'report : "{quoted}"', "report": report},
    )


def matching(connection: Connection, terms: Sequence[Term]) -> Select[tuple[str]]:
    """Ids of the reports that have all the terms; there must be at least one."""
    if connection.dialect.name == "postgresql":
        asked = " & ".join(f"({' | '.join(_tsquery(form, term.prefix) for form in term.forms)})" for term in terms)
        condition = text("search.words @@ CAST(:asked AS tsquery)")
    else:
        asked = " AND ".join(f"({' OR '.join(_fts5(form, term.prefix) for form in term.forms)})" for term in terms)
        asked, condition = f"words : ({asked})", text("search MATCH :asked")
    return select(_INDEX.c.report).where(condition.bindparams(asked=asked))


def _tsquery(form: Form, prefix: bool) -> str:
    *first, last = form
    return "(" + " <-> ".join([*(f"'{word}'" for word in first), f"'{last}'" + ":*" * prefix]) + ")"


def _fts5(form: Form, prefix: bool) -> str:
    return f'"{" ".join(form)}"' + " *" * prefix


def widened(connection: Connection, terms: Sequence[Term]) -> tuple[Term, ...]:
    """The terms with the other spellings that the ledger's entities and the gazetteer know for them."""
    return tuple(_widened(connection, term) for term in terms)


def _widened(connection: Connection, term: Term) -> Term:
    if term.prefix:
        return term
    own = term.forms[0]
    found = dict.fromkeys([own, *_of_place(" ".join(own)), *_of_entities(connection, own)])
    return Term(tuple(found)[:MOST_FORMS])


@lru_cache(maxsize=4_096)
def _of_place(name: str) -> tuple[Form, ...]:
    return tuple(form for spelling in Gazetteer.load().spellings(name) if (form := forms_of(spelling)))


def _of_entities(connection: Connection, asked: Form) -> Iterator[Form]:
    """As many words of a spelling as are asked for, where each sounds like its word."""
    query = select(tables.entities.c.body).where(names.sounding(" ".join(asked), whole=True))
    bodies = connection.execute(query.order_by(tables.entities.c.number).limit(MOST_ENTITIES)).scalars()
    for entity in (from_body(Entity, body) for body in bodies):
        for spelling in (entity.name, *entity.spellings):
            written = forms_of(spelling)
            windows = (written[at : at + len(asked)] for at in range(len(written) - len(asked) + 1))
            yield from (w for w in windows if all(fits(one, other) for one, other in zip(asked, w, strict=True)))
