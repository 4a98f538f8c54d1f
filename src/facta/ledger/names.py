"""Entities by how their names sound: rows of an index out of spellings, and the entities that a name may mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    MetaData,
    Select,
    Table,
    Text,
    and_,
    false,
    insert,
    or_,
    select,
    true,
)

from facta.extraction.declension import nominatives
from facta.ledger import tables
from facta.ledger.bodies import from_body
from facta.records import Entity
from facta.stories import fits
from facta.stories.spelling import latin, skeleton

SHORTEST = 3  # letters of a beginning that is looked for
LAST = "\U0010ffff"  # sorts behind every letter
_JOINED = "cghkpqstxz"  # a letter that, with the next one, may be written for another sound: "Mik" begins "Mikhail"
_BATCH = 20_000  # rows in one statement
_WORD = re.compile(r"[^\W_]+(?:[\'’ʼ][^\W_]+)*")
search_names = Table(
    "search_names", MetaData(), Column("key", Text, primary_key=True), Column("entity", Text, primary_key=True)
)


def keys_of(word: str) -> set[str]:
    """The consonants of each nominative that the word can have: one key at least is shared by words that fit."""
    return {key for form in nominatives(word) if (key := skeleton(form) or latin(form) or form)}


def index(connection: Connection, entities: Iterable[Entity]) -> None:
    """Add entities that are not in the index."""
    batch: list[dict[str, str]] = []
    for entity in entities:
        batch += ({"key": key, "entity": entity.id} for key in sorted(_all_keys(entity)))
        if len(batch) >= _BATCH:
            connection.execute(insert(search_names), batch)
            batch = []
    if batch:
        connection.execute(insert(search_names), batch)


def _all_keys(entity: Entity) -> set[str]:
    spelled = {word for spelling in (entity.name, *entity.spellings) for word in words_of(spelling)}
    return {key for word in spelled for key in keys_of(word)}


def words_of(name: str) -> Iterator[str]:
    yield from _WORD.findall(name)


def written(one: Entity, asked: str) -> bool:
    """Whether the words asked for can mean one of the entity's spellings."""
    return any(fits(asked, spelling) for spelling in (one.name, *one.spellings))


def like(connection: Connection, asked: str) -> tuple[Entity, ...]:
    """Entities with a spelling that the words asked for can mean, in the ledger's order."""
    query = select(tables.entities.c.body).order_by(tables.entities.c.number)
    bodies = connection.execute(query.where(sounding(asked))).scalars()
    return tuple(one for body in bodies if written(one := from_body(Entity, body), asked))


def sounding(asked: str, whole: bool = False) -> ColumnElement[bool]:
    """A condition on entities: each word asked for, or with `whole` not set a beginning of one, sounds like a word of a
    spelling. It lets through a few that only sound alike; `facta.stories.fits` tells them apart. Nobody is called by no
    word at all."""
    words = list(words_of(asked))
    return and_(*(tables.entities.c.id.in_(_with_word(word, whole)) for word in words)) if words else false()


def _with_word(word: str, whole: bool) -> Select[tuple[str]]:
    """Ids of the entities with a word that sounds like this one or begins with it."""
    key, form = search_names.c.key, latin(word)
    alike = key.in_(sorted({*keys_of(word), *keys_of(form)}))
    if whole or len(form) < SHORTEST:
        return select(search_names.c.entity).where(alike)
    first = skeleton(form.rstrip(_JOINED))
    begins = and_(key >= first, key < first + LAST) if first else true()
    return select(search_names.c.entity).where(or_(alike, begins))
