"""Takes statements, gives part 4: who says what, direct words first, denials beside what they deny, doubts apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facta.records import Act, Form, Group, Statement
from facta.text import fold
from facta.views.dossier.index import Index
from facta.views.dossier.marks import Mark
from facta.views.dossier.room import Rows, cut
from facta.views.dossier.rows import FORM_WORDS, ClaimRow, claim_row, claim_rows

FIRST = (Form.DIRECT, Form.MIXED, Form.INDIRECT)
SHOWN = 4  # statements of a speaker that stand open; the rest folds away


@dataclass(frozen=True, slots=True)
class Saying:
    """One statement; `about` is what rests on it, `retold` the number of reports that carry the same origin."""

    row: ClaimRow
    act: str
    form: str
    form_words: str
    about: tuple[Group, ...]
    retold: int


@dataclass(frozen=True, slots=True)
class Speaker:
    name: str
    spellings: tuple[str, ...]
    side: str | None
    mark: Mark | None
    why: str  # why the speaker stands where the mark says
    reports: int
    sayings: Rows[Saying]
    entity: str = ""

    @property
    def shown(self) -> tuple[Saying, ...]:
        return self.sayings[:SHOWN]

    @property
    def folded(self) -> tuple[Saying, ...]:
        return self.sayings[SHOWN:]


def speakers_of(index: Index) -> Rows[Speaker]:
    """Everybody who speaks: parties to the conflict first, then by how much they say."""
    heard: dict[str, list[Statement]] = {}
    for statement in _statements(index):
        if statement.speaker is not None:
            heard.setdefault(_key(index, statement), []).append(statement)
    ordered = sorted(heard.values(), key=lambda statements: _rank(index, statements))
    return cut(ordered, index.room.listed, lambda statements: _speaker(index, statements))


def _rank(index: Index, statements: Sequence[Statement]) -> tuple[bool, int, int, str]:
    mark = next((mark for statement in statements if (mark := index.mark(statement.id))), None)
    reports = {index.by_id[statement.id][0].id for statement in statements}
    name = index.name(index.by_id[statements[0].id][0].id, statements[0].speaker)
    return mark is None or mark.stance != "party", -len(reports), -len(statements), name


def unnamed(index: Index) -> Rows[ClaimRow]:
    """Statements without a speaker that the report names."""
    return claim_rows(index, [s.id for s in _statements(index) if s.speaker is None], index.room.listed)


def by_act(index: Index, act: Act) -> Rows[Saying]:
    """All statements of one act, in the order of the reports."""
    said = [statement for statement in _statements(index) if statement.act is act]
    return cut(said, index.room.listed, lambda statement: _saying(index, statement))


def _statements(index: Index) -> Iterator[Statement]:
    for claims in index.claims:
        yield from claims.statements


def _key(index: Index, statement: Statement) -> str:
    actor = statement.speaker
    if actor is None:
        return ""
    known = index.entity(index.by_id[statement.id][0].id, actor)
    return known.id if known else fold(actor.name)


def _speaker(index: Index, statements: list[Statement]) -> Speaker:
    first = statements[0].speaker
    report = index.by_id[statements[0].id][0].id
    known = index.entity(report, first) if first else None
    name = index.name(report, first)
    ordered = sorted(statements, key=lambda s: FIRST.index(s.form))
    marks = [mark for statement in statements if (mark := index.mark(statement.id))]
    sides = [statement.speaker.side for statement in statements if statement.speaker and statement.speaker.side]
    reports = {index.by_id[statement.id][0].id for statement in statements}
    return Speaker(
        name=name,
        spellings=tuple(spelling for spelling in (known.spellings if known else ()) if spelling != name),
        side=(known.side if known else None) or (sides[0] if sides else None),
        mark=marks[0] if marks else None,
        why=next((why for statement in statements if (why := _why(index, statement))), ""),
        reports=len(reports),
        sayings=cut(ordered, index.room.members, lambda statement: _saying(index, statement)),
        entity=known.id if known else "",
    )


def _why(index: Index, statement: Statement) -> str:
    """The reason of the stance of the statement's origin."""
    return next((index.origins[origin].reason for origin in index.origins_of.get(statement.id, [])), "")


def _saying(index: Index, statement: Statement) -> Saying:
    row = claim_row(index, statement.id)
    if row is None:
        raise KeyError(statement.id)
    about = dict.fromkeys(
        index.groups_of[claim] for claim in index.resting_on(statement.id) if claim in index.groups_of
    )
    retold = max((len(index.origins[origin].reports) for origin in index.origins_of.get(statement.id, [])), default=1)
    return Saying(
        row,
        statement.act.value,
        statement.form.value,
        index.interface.gettext(FORM_WORDS[statement.form]),
        tuple(index.groups[g] for g in about),
        retold,
    )
