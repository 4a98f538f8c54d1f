"""What the list of stories shows and filters by: a story's check in, its row out; a filter in, a page of lines out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, bindparam, false, func, insert, or_, select, tuple_, update

from facta.errors import UsageError
from facta.gazetteer import Gazetteer, Kind
from facta.ledger import cursor, search, tables
from facta.ledger.bodies import from_body
from facta.ledger.words import Term, forms_of, storable, terms_of
from facta.records import CrossCheck, Place, Story

SORTS = ("new", "contested")
_LINES = tables.story_lines.c
_CHUNK = 5_000  # ids in one query


@dataclass(frozen=True, slots=True)
class StoryFilter:
    """Which stories to list; every part that is given must fit. `words` are looked for in titles and in reports,
    `place` in any spelling the gazetteer knows, `from_on` and `to_on` are days of publication, both included."""

    words: str = ""
    place: str = ""
    language: str = ""
    verdict: str = ""
    from_on: date | None = None
    to_on: date | None = None
    contested: bool = False
    sort: str = "new"


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One story of the list. Days are those of publication; `countries` (ISO alpha-2) are those in which it is set;
    `contested` counts the findings that are disputed, denied or contradicted, `verdicts` all."""

    story: Story
    first_on: date | None
    last_on: date | None
    newest: date | None
    reports: int
    publishers: int
    origins: int
    languages: tuple[str, ...]
    countries: tuple[str, ...]
    contested: int
    verdicts: dict[str, int]


@dataclass(frozen=True, slots=True)
class StoryPage:
    """A page of the list; `next` leads to the page behind it, `total` counts all that fit the filter."""

    lines: tuple[StoryLine, ...]
    next: str | None
    total: int


def write(connection: Connection, found: Sequence[CrossCheck]) -> None:
    """Add the rows of stories that have none."""
    facts = _facts(connection, [report for check in found for report in check.story.reports])
    if rows := [_row(check, facts) for check in found]:
        connection.execute(insert(tables.story_lines), rows)


def retitle(connection: Connection, titles: Mapping[str, str]) -> None:
    """Let stories be found by other titles."""
    query = update(tables.story_lines).where(_LINES.story == bindparam("of")).values(title_key=bindparam("key"))
    if titles:
        connection.execute(query, [{"of": story, "key": _title_key(title)} for story, title in titles.items()])


def _title_key(title: str) -> str:
    """The words of a title with a space on each side of each."""
    return f" {' '.join(forms_of(title))} "


def _facts(connection: Connection, reports: Sequence[str]) -> dict[str, Any]:
    """Day, publisher and language of each report."""
    table = tables.reports.c
    query = select(table.id, table.published, table.publisher, table.language)
    chunks = (reports[at : at + _CHUNK] for at in range(0, len(reports), _CHUNK))
    return {row.id: row for chunk in chunks for row in connection.execute(query.where(table.id.in_(chunk))).all()}


def _row(check: CrossCheck, facts: Mapping[str, Any]) -> dict[str, Any]:
    from facta.crosscheck.verdicts import CONTESTED  # here, since who only asks questions needs no cross-check

    reports = [facts[report] for report in check.story.reports if report in facts]
    days = sorted({row.published for row in reports if row.published}) or _happened(check)
    places = [group.place for group in check.groups if group.place]
    verdicts = Counter(finding.verdict for finding in check.findings)
    return {
        "story": check.story.id,
        "title_key": _title_key(check.story.title),
        "first_on": days[0] if days else None,
        "last_on": days[-1] if days else None,
        "newest": days[-1] if days else "",
        "reports": len(check.story.reports),
        "publishers": len({row.publisher for row in reports if row.publisher}),
        "origins": len(check.own_origins),
        "contested": sum(verdicts[verdict] for verdict in CONTESTED),
        "languages": _listed(row.language for row in reports),
        "countries": _listed(place.country for place in places if place.country),
        "place_keys": _listed(" ".join(forms_of(name)) for place in places for name in _names(place)),
        "verdicts": _listed(f"{verdict}={count}" for verdict, count in verdicts.items()),
    }


def _happened(check: CrossCheck) -> list[str]:
    """The days of the deeds, for a story of which no day of publication is known."""
    return sorted(group.when.start.isoformat() for group in check.groups if group.when and group.when.start)


def _names(place: Place) -> list[str]:
    return [name for name in (place.name, place.admin1) if name]


def _listed(parts: Iterable[str]) -> str:
    listed = sorted({part for part in parts if part})
    return f"|{'|'.join(listed)}|" if listed else ""


def _parts(listed: str) -> tuple[str, ...]:
    return tuple(part for part in listed.split("|") if part)


def page(connection: Connection, chosen: StoryFilter, after: str | None, limit: int) -> StoryPage:
    """The lines that fit the filter behind the cursor `after`: the latest or the most contested first."""
    conditions = _conditions(connection, chosen)
    order, types = _order(chosen.sort)
    query = select(tables.stories.c.body, *tables.story_lines.c).join(
        tables.stories, tables.stories.c.id == _LINES.story
    )
    behind = cursor.read(after, types)
    if behind:
        query = query.where(tuple_(*order) < behind)
    rows = connection.execute(
        query.where(*conditions).order_by(*(column.desc() for column in order)).limit(limit + 1)
    ).all()
    total = connection.execute(select(func.count()).select_from(tables.story_lines).where(*conditions)).scalar_one()
    more = len(rows) > limit
    last = cursor.written([rows[limit - 1]._mapping[column.name] for column in order]) if more else None
    return StoryPage(tuple(_line(row) for row in rows[:limit]), last, total)


def line(connection: Connection, story: str) -> StoryLine:
    """The line of one story; `UsageError` if there is none of this id."""
    query = select(tables.stories.c.body, *tables.story_lines.c).join(
        tables.stories, tables.stories.c.id == _LINES.story
    )
    row = connection.execute(query.where(_LINES.story == storable(story))).first()
    if row is None:
        raise UsageError(f"no story {story!r} in the ledger", "see facta stories for their ids")
    return _line(row)


def _order(sort: str) -> tuple[tuple[ColumnElement[Any], ...], tuple[type, ...]]:
    """The columns to sort by, all downwards, and their types."""
    if sort == "contested":
        return (_LINES.contested, _LINES.newest, _LINES.story), (int, str, str)
    if sort == "new":
        return (_LINES.newest, _LINES.contested, _LINES.story), (str, int, str)
    raise UsageError(f"stories cannot be sorted by {sort[:40]!r}", f"one of: {', '.join(SORTS)}")


def _line(row: Row[Any]) -> StoryLine:
    counted = (part.rpartition("=") for part in _parts(row.verdicts))
    return StoryLine(
        story=from_body(Story, row.body),
        first_on=_day(row.first_on),
        last_on=_day(row.last_on),
        newest=_day(row.newest),
        reports=row.reports,
        publishers=row.publishers,
        origins=row.origins,
        languages=_parts(row.languages),
        countries=_parts(row.countries),
        contested=row.contested,
        verdicts={verdict: int(count) for verdict, _, count in counted},
    )


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _conditions(connection: Connection, chosen: StoryFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if chosen.words.strip():
        conditions.append(_worded(connection, chosen.words))
    if chosen.place.strip():
        conditions.append(_set_in(chosen.place))
    if chosen.language:
        conditions.append(_has(_LINES.languages, f"|{chosen.language}|"))
    if chosen.verdict:
        conditions.append(_has(_LINES.verdicts, f"|{chosen.verdict}="))
    if chosen.from_on:
        conditions.append(_LINES.last_on >= chosen.from_on.isoformat())
    if chosen.to_on:
        conditions.append(_LINES.first_on <= chosen.to_on.isoformat())
    if chosen.contested:
        conditions.append(_LINES.contested > 0)
    return conditions


def _has(column: ColumnElement[str], part: str) -> ColumnElement[bool]:
    return column.contains(storable(part), autoescape=True)


def _worded(connection: Connection, words: str) -> ColumnElement[bool]:
    """Stories whose title, or one of whose reports, has all the words."""
    terms = search.widened(connection, terms_of(words))
    if not terms:
        return false()
    within = select(tables.story_reports.c.story).where(
        tables.story_reports.c.report.in_(search.matching(connection, terms))
    )
    return or_(and_(*(_in_title(term) for term in terms)), _LINES.story.in_(within))


def _in_title(term: Term) -> ColumnElement[bool]:
    end = "" if term.prefix else " "
    return or_(*(_LINES.title_key.contains(f" {' '.join(form)}{end}", autoescape=True) for form in term.forms))


def _set_in(asked: str) -> ColumnElement[bool]:
    """Stories at the place, under any name the gazetteer has for it; of a country all that lie in it."""
    gazetteer = Gazetteer.load()
    country = gazetteer.country(asked)
    names = [asked, *(entry.name for entry in gazetteer.lookup(asked)[:1])]
    keys = dict.fromkeys(key for name in names if (key := " ".join(forms_of(name))))
    known = [_has(_LINES.place_keys, f"|{key}") for key in keys]
    if country and country.kind is Kind.COUNTRY:
        known.append(_has(_LINES.countries, f"|{country.country}|"))
    return or_(*known) if known else false()
