"""A question about claims in, the claims that fit it out, each with its report. Works in an opened transaction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, literal, or_, select, tuple_

from facta.errors import UsageError
from facta.gazetteer import Gazetteer, Kind
from facta.ledger import checks, names, tables
from facta.ledger.bodies import KINDS, from_body
from facta.ledger.cursor import Key
from facta.ledger.words import storable
from facta.records import Actor, Claim, Entity, Figure, Incident, Pledge, Span, Statement
from facta.stories import fits
from facta.text import fold

SHOWN = ("id", "path", "url", "title", "published", "publisher", "language")  # what is told of a claim's report
CHUNK = 5_000  # ids in one query


@dataclass(frozen=True, slots=True)
class Question:
    """What to look for; every part that is given must fit. Names fit when they hold the words asked for, whatever
    their case, accents, script and spelling, and by every spelling of the same entity. A claim without a date of its
    own counts under its report's day."""

    kind: str | None = None
    speaker: str | None = None
    actor: str | None = None
    act: str | None = None
    type: str | None = None
    place: str | None = None
    from_on: date | None = None
    to_on: date | None = None
    status: str | None = None
    country: str | None = None  # of whoever says, does or promises it: ISO alpha-2 or alpha-3, or the country's name
    sector: str | None = None  # PLOVER sector of the same: GOV, MIL, …
    story: str | None = None
    report: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A claim with what is known of its report, the words that make it, and the speaker it stands on."""

    kind: str
    claim: Claim
    type: str
    report: str
    path: str | None
    url: str | None
    title: str | None
    published: date | None
    publisher: str | None
    language: str
    speaker: str | None
    span: Span
    quote: str
    side: str | None = None  # of whoever says, does or promises it, as all reports know it


def find(connection: Connection, question: Question) -> tuple[FoundClaim, ...]:
    """Claims in order of publication, report, and text."""
    rows = connection.execute(query_of_claims().where(*conditions_of(connection, question))).all()
    found = [one for one in found_claims(connection, rows) if of_side(one, question)]
    kinds = list(KINDS)
    return tuple(
        sorted(
            found,
            key=lambda f: (f.published is None, f.published or date.min, f.report, f.span.start, kinds.index(f.kind)),
        )
    )


def with_id(connection: Connection, claim: str) -> FoundClaim | None:
    """The claim with this id."""
    rows = connection.execute(query_of_claims().where(tables.claims.c.id == storable(claim)).limit(1)).all()
    return next(found_claims(connection, rows), None)


def found_claims(connection: Connection, rows: Sequence[Row[Any]]) -> Iterator[FoundClaim]:
    """The claims of rows of `query_of_claims`, each with the side that all reports together know."""
    sides = _sides(connection, sorted({row.report_id for row in rows}))
    return (_found(row, sides) for row in rows)


def at_places(
    connection: Connection, places: Sequence[str], number: int | None, behind: Key | None, limit: int
) -> Sequence[Row[Any]]:
    """Rows of the claims at places of these names, or of this GeoNames number, the latest reports first. A pledge is at
    every place that it names."""
    claims, day = tables.claims.c, func.coalesce(tables.reports.c.published, "")
    keys = literal("|") + claims.place_keys + literal("|")
    named = or_(*(keys.contains(f"|{fold(place)}|", autoescape=True) for place in places))
    naming = select(tables.places.c.report).where(tables.places.c.name.in_(places))
    at = or_(claims.place.in_(places), and_(claims.kind == "pledge", claims.report.in_(naming), named))
    query = select(claims.report, claims.kind, claims.number, day.label("day")).join(tables.reports).where(at)
    if number is not None:
        query = query.where(claims.body.contains(f'"geonameid":{number},'))
    if behind:
        in_report = and_(
            day == behind[0], claims.report == behind[1], tuple_(claims.first, claims.kind, claims.number) > behind[2:]
        )
        query = query.where(or_(tuple_(day, claims.report) < behind[:2], in_report))
    order = (day.desc(), claims.report.desc(), claims.first, claims.kind, claims.number)
    chosen = query.order_by(*order).limit(limit).subquery()  # of these few alone the words are read
    key = tuple_(claims.report, claims.kind, claims.number) == tuple_(chosen.c.report, chosen.c.kind, chosen.c.number)
    rows = query_of_claims().add_columns(chosen.c.day, claims.number).join(chosen, key)
    return connection.execute(rows.order_by(*order)).all()


def key_of(row: Row[Any]) -> Key:
    """The place of a row of `at_places` in their order."""
    return row.day, row.report_id, row.first, row.kind, row.number


def query_of_claims() -> Select[Any]:
    claims, reports = tables.claims.c, tables.reports.c
    quote = func.substr(reports.text, claims.first + 1, claims.last - claims.first)
    shown = (getattr(reports, name).label(f"report_{name}") for name in SHOWN)
    columns = (claims.kind, claims.type, claims.speaker, claims.first, claims.last, claims.body)
    return select(*columns, *shown, quote.label("quote")).join_from(
        tables.claims, tables.reports, claims.report == reports.id
    )


def conditions_of(connection: Connection, question: Question) -> list[ColumnElement[bool]]:
    claims, reports = tables.claims.c, tables.reports.c
    exact = {
        claims.kind: question.kind,
        claims.status: question.status.lower() if question.status else None,
        claims.report: question.report,
        claims.id: question.id,
    }
    conditions: list[ColumnElement[bool]] = [column == value for column, value in exact.items() if value is not None]
    if question.act:
        conditions += [claims.kind == "statement", claims.type == question.act.lower()]
    if question.type:
        conditions.append(func.lower(claims.type) == question.type.lower())
    if question.speaker:
        conditions.append(_bears(connection, claims.speaker, claims.speaker_keys, question.speaker))
    if question.actor:
        conditions.append(_bears(connection, claims.actor, claims.actor_keys, question.actor))
    if question.place:
        conditions.append(_placed(connection, question.place))
    if question.story:
        story = checks.story(connection, question.story)
        within = select(tables.story_reports.c.report).where(tables.story_reports.c.story == story.id)
        conditions.append(claims.report.in_(within))
    if question.from_on:
        conditions.append(func.coalesce(claims.ends_on, reports.published) >= question.from_on.isoformat())
    if question.to_on:
        conditions.append(func.coalesce(claims.starts_on, reports.published) <= question.to_on.isoformat())
    return conditions


def _bears(
    connection: Connection, name: ColumnElement[Any], keys: ColumnElement[str], asked: str
) -> ColumnElement[bool]:
    """Claims whose speaker or actor is written, in its report or in any other, with the name asked for."""
    known = {fold(spelling) for entity in names.like(connection, asked) for spelling in _all(entity)}
    chosen = [
        row.forms
        for row in connection.execute(select(name.label("name"), keys.label("forms")).distinct())
        if row.name
        and (fold(row.name) in known or any(fits(asked, form) for form in (row.name, *row.forms.split("|"))))
    ]
    return keys.in_(sorted(set(chosen)))


def _all(entity: Entity) -> tuple[str, ...]:
    return (entity.name, *entity.spellings)


def _placed(connection: Connection, asked: str) -> ColumnElement[bool]:
    """Claims at the place, under any name the gazetteer has for it; of a country all that lie in it."""
    claims, gazetteer = tables.claims.c, Gazetteer.load()
    country = gazetteer.country(asked)
    names = dict.fromkeys([asked, *(entry.name for entry in gazetteer.lookup(asked)[:1])])
    rows = connection.execute(select(claims.place_keys).distinct()).scalars()
    chosen = sorted({row for row in rows if row and any(fits(n, key) for n in names for key in row.split("|"))})
    within = [claims.country == country.country] if country and country.kind is Kind.COUNTRY else []
    return or_(claims.place_keys.in_(chosen), *within)


def _sides(connection: Connection, reports: Sequence[str]) -> dict[tuple[str, str], str]:
    """By report and its own entity, the side that all reports together know."""
    links, entities, known = tables.entity_links.c, tables.entities.c, dict[tuple[str, str], str]()
    query = select(links.report, links.own, entities.side).join(tables.entities, entities.id == links.entity)
    for at in range(0, len(reports), CHUNK):
        some = query.where(links.report.in_(reports[at : at + CHUNK]), entities.side.is_not(None))
        known |= {(row.report, row.own): row.side for row in connection.execute(some)}
    return known


def of_side(found: FoundClaim, question: Question) -> bool:
    parts = (found.side or "").split()
    if question.sector and question.sector.upper() not in parts:
        return False
    return not question.country or code_of(question.country) in parts


def code_of(country: str) -> str:
    """The alpha-3 code of a country given by its name or one of its codes."""
    entry = Gazetteer.load().country(country) or Gazetteer.load().country(country.upper())
    code = Gazetteer.load().alpha3(entry.country) if entry and entry.country else None
    if code is None:
        raise UsageError(f"no country {country!r}", "give its name or its code, such as UKR")
    return code


def doer_of(claim: Claim) -> Actor | None:
    """Whoever says, does or promises it; a figure is nobody's deed."""
    match claim:
        case Statement():
            return claim.speaker
        case Incident():
            return claim.actor
        case Pledge():
            return claim.by
        case Figure():
            return None


def side_of(report: str, actor: Actor | None, sides: Mapping[tuple[str, str], str]) -> str | None:
    """The actor's side, the code that says more of the report's own and the entity's."""
    if actor is None:
        return None
    shared = sides.get((report, actor.entity or ""))
    return max((s for s in (shared, actor.side) if s), key=lambda s: len(s.split()), default=None)


def _found(row: Row[Any], sides: Mapping[tuple[str, str], str]) -> FoundClaim:
    values = row._mapping
    claim = from_body(KINDS[values["kind"]], values["body"])
    doer = doer_of(claim)
    return FoundClaim(
        kind=values["kind"],
        claim=claim,
        type=values["type"],
        report=values["report_id"],
        path=values["report_path"],
        url=values["report_url"],
        title=values["report_title"],
        published=date.fromisoformat(values["report_published"]) if values["report_published"] else None,
        publisher=values["report_publisher"],
        language=values["report_language"],
        speaker=values["speaker"],
        span=Span(values["first"], values["last"]),
        quote=values["quote"],
        side=side_of(values["report_id"], doer, sides),
    )
