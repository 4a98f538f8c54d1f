"""An entity's profile in, lines for people or plain JSON values out. Decides nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from facta.records import Report, Span, Statement
from facta.views.entities import Profile, Role, Said, day_of
from facta.views.forms import day_form, statement_form
from facta.views.lists import SHOWN_ID, many, short
from facta.views.review import review_form

Form = dict[str, Any]


def profile_lines(found: Profile) -> Iterator[str]:
    """The profile, a heading a part."""
    entity = found.entity
    yield f"{entity.name} ({entity.kind}{f', {entity.side}' if entity.side else ''}; entity {entity.id[:SHOWN_ID]})"
    written = (f"{s.text} ×{s.count} ({', '.join(s.languages)})" for s in found.spellings)
    yield from _part("Written", written)
    yield from _part("Roles", (f"{r.text}: {_span_of_time(r)}, {many(r.reports, 'report')}" for r in found.roles))
    yield from _part("Sides", (f"{side} ×{count}" for side, count in found.sides))
    stances = (f"{s.origin.stance} in “{short(s.story.title, 60)}”: {s.origin.reason}" for s in found.standings)
    yield from _part("Stance", stances)
    yield from _part("Statements", map(_said_line, found.statements))
    yield from _part("Unresolved: may be this one", map(_open_line, found.unresolved))
    yield from _part("Why these spellings are one", entity.reasons)
    decided = (f"{r.decision} by {r.by} on {r.at:%Y-%m-%d} (review {r.id[:SHOWN_ID]})" for r in found.decisions)
    yield from _part("Decided by people", decided)


def _part(heading: str, lines: Iterator[str] | tuple[str, ...]) -> Iterator[str]:
    listed = list(lines)
    if listed:
        yield f"{heading}:"
        yield from (f"  {line}" for line in listed)


def _span_of_time(role: Role) -> str:
    days = [day for day in dict.fromkeys((day_form(role.first), day_form(role.last))) if day]
    return " to ".join(days) or "no date"


def _said_line(said: Said) -> str:
    report, statement = said
    day = day_form(day_of(report, statement)) or "no date"
    where = report.publisher or (Path(report.path).name if report.path else report.id[:SHOWN_ID])
    return f"{day} {statement.act}, {statement.form}: “{short(_quote(report, statement))}” ({where})"


def _open_line(said: Said) -> str:
    speaker = said[1].speaker
    names = " or ".join(speaker.candidates) if speaker else ""
    return f"{_said_line(said)}; {names}"


def _quote(report: Report, statement: Statement) -> str:
    spans = statement.content or tuple(s for s in (statement.cue,) if s)
    return " … ".join(" ".join(span.of(report.text).split()) for span in spans or (Span(0, 0),))


def profile_json(found: Profile) -> Form:
    """The profile as JSON values."""
    entity = found.entity
    return {
        "entity": entity.id,
        "name": entity.name,
        "kind": str(entity.kind),
        "side": entity.side,
        "spellings": [{"spelling": s.text, "count": s.count, "languages": list(s.languages)} for s in found.spellings],
        "roles": [
            {"role": r.text, "from": day_form(r.first), "to": day_form(r.last), "reports": r.reports}
            for r in found.roles
        ],
        "sides": [{"side": side, "count": count} for side, count in found.sides],
        "stances": [
            {
                "story": s.story.id,
                "title": s.story.title,
                "stance": str(s.origin.stance),
                "party": s.origin.side,
                "reason": s.origin.reason,
            }
            for s in found.standings
        ],
        "statements": [_said_form(said) for said in found.statements],
        "unresolved": [_said_form(said) for said in found.unresolved],
        "reasons": list(entity.reasons),
        "decisions": [review_form(review) for review in found.decisions],
    }


def _said_form(said: Said) -> Form:
    report, statement = said
    return {
        "date": day_form(day_of(report, statement)),
        **statement_form(statement),
        "quote": _quote(report, statement),
        "report": {"id": report.id, "path": report.path, "url": report.url, "publisher": report.publisher},
    }
