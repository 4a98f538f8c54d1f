"""One report's claims as rows of the tables, and the rows as claims again. Touches no database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import RowMapping

from facta.ledger.bodies import KINDS, from_body, kind_of, pack, to_body, unpack
from facta.records import (
    Actor,
    Claim,
    Claims,
    Figure,
    Incident,
    Name,
    NameKind,
    Passage,
    PassageRole,
    Place,
    Pledge,
    Report,
    Span,
    Statement,
    digest,
)
from facta.text import fold

Values = dict[str, Any]
_ROLES = {str(role): role for role in PassageRole}
_NAME_KINDS = {str(kind): kind for kind in NameKind}
# the columns from which records are made again, the report's id and the row's number first
PASSAGE = ("report", "number", "first", "last", "role")
NAME = ("report", "number", "first", "last", "kind", "entity")
PLACE = ("report", "number", "body")
CLAIM = ("report", "number", "kind", "body")


def all_claims(claims: Claims) -> tuple[Claim, ...]:
    """Statements, incidents, pledges and figures of a report, in this order."""
    return (*claims.statements, *claims.incidents, *claims.pledges, *claims.figures)


def report_row(claims: Claims, made_by: str) -> Values:
    report = claims.report
    return {
        "id": report.id,
        "path": report.path,
        "url": report.url,
        "title": report.title,
        "language": report.language,
        "published": _iso(report.published),
        "publisher": report.publisher,
        "words": report.words,
        "text": report.text,
        "text_digest": digest(report.text),
        "vector": pack(claims.vector),
        "made_by": made_by,
    }


def passage_rows(report: Report) -> list[Values]:
    return [
        {"report": report.id, "number": n, "first": p.span.start, "last": p.span.end, "role": str(p.role)}
        for n, p in enumerate(report.passages)
    ]


def name_rows(claims: Claims) -> list[Values]:
    return [
        {
            "report": claims.report.id,
            "number": number,
            "first": name.span.start,
            "last": name.span.end,
            "kind": str(name.kind),
            "entity": name.entity,
        }
        for number, name in enumerate(claims.names)
    ]


def place_rows(claims: Claims) -> list[Values]:
    return [
        {
            "report": claims.report.id,
            "number": number,
            "name": place.name,
            "country": place.country,
            "precision": str(place.precision),
            "body": to_body(place),
        }
        for number, place in enumerate(claims.places)
    ]


def claim_rows(claims: Claims) -> list[Values]:
    """A row a claim; the speaker of an incident, pledge or figure is that of the statement it stands on."""
    speakers = {statement.id: statement.speaker for statement in claims.statements}
    numbers = dict.fromkeys(KINDS, 0)
    rows = []
    for claim in all_claims(claims):
        kind = kind_of(claim)
        speaker = claim.speaker if isinstance(claim, Statement) else speakers.get(claim.source or "")
        rows.append(_claim_row(claims.report, claim, kind, speaker) | {"kind": kind, "number": numbers[kind]})
        numbers[kind] += 1
    return rows


def _claim_row(report: Report, claim: Claim, kind: str, speaker: Actor | None) -> Values:
    span, actor, places, days = span_of(claim), _actor(claim), _places(claim), days_of(claim)
    return {
        "report": report.id,
        "id": claim.id,
        "first": span.start,
        "last": span.end,
        "type": type_of(claim),
        "status": str(claim.status) if isinstance(claim, Incident) else None,
        "speaker": speaker.name if speaker else None,
        "speaker_keys": _keys(report.text, [speaker] if speaker else []),
        "actor": actor.name if actor else None,
        "actor_keys": _keys(report.text, actor.parties if actor else []),
        "place": places[0].name if places else None,
        "place_keys": _keys(report.text, places),
        "country": places[0].country if places else None,
        "starts_on": _iso(days[0]),
        "ends_on": _iso(days[1]),
        "source": claim.within if isinstance(claim, Statement) else claim.source,
        "body": to_body(claim),
    }


def span_of(claim: Claim) -> Span:
    """The characters that make the claim: a statement's content, the clause, pledge or number of the others."""
    if isinstance(claim, Statement):
        spans = claim.content or tuple(s for s in (claim.cue,) if s)
        return Span.around(spans) if spans else Span(0, 0)
    return claim.text


def type_of(claim: Claim) -> str:
    """A statement's act, the PLOVER type of an incident or pledge, what a figure counts."""
    match claim:
        case Statement():
            return str(claim.act)
        case Incident() | Pledge():
            return claim.type
        case Figure():
            return claim.counts


def days_of(claim: Claim) -> tuple[date | None, date | None]:
    """First and last day of what is claimed; for a pledge the time it is promised for, else when it was made."""
    if isinstance(claim, Pledge) and (claim.from_on or claim.until_on):
        return claim.from_on or claim.until_on, claim.until_on or claim.from_on
    match claim:
        case Statement() | Incident():
            when = claim.when
        case Pledge():
            when = claim.said
        case Figure():
            when = claim.as_of
    if when is None:
        return None, None
    return when.start or when.end, when.end or when.start


def _actor(claim: Claim) -> Actor | None:
    match claim:
        case Statement():
            return claim.addressee
        case Incident():
            return claim.actor
        case Pledge():
            return claim.by
        case Figure():
            return None


def _places(claim: Claim) -> list[Place]:
    match claim:
        case Statement():
            return []
        case Pledge():
            return list(claim.places)
        case Incident() | Figure():
            return [claim.place] if claim.place else []


def _keys(text: str, bearers: Iterable[Actor | Place]) -> str:
    """Every form a reader may look for, folded, between bars: as written, in full, and a place's region."""
    forms: dict[str, None] = {}
    for bearer in bearers:
        written = bearer.span.of(text) if bearer.span else ""
        region = bearer.admin1 or "" if isinstance(bearer, Place) else ""
        forms.update(dict.fromkeys(fold(form) for form in (bearer.name, written, region) if form))
    return "|".join(forms)


def report_of(row: RowMapping, passages: Iterable[Sequence[Any]]) -> Report:
    """The report of its row and the rows of its passages (`PASSAGE`)."""
    return Report(
        id=row["id"],
        text=row["text"],
        language=row["language"],
        path=row["path"],
        url=row["url"],
        title=row["title"],
        published=date.fromisoformat(row["published"]) if row["published"] else None,
        publisher=row["publisher"],
        passages=tuple(Passage(Span(first, last), _ROLES[role]) for _, _, first, last, role in passages),
    )


def claims_of(
    report: Report,
    vector: str | None,
    names: Iterable[Sequence[Any]],
    places: Iterable[Sequence[Any]],
    claims: Iterable[Sequence[Any]],
) -> Claims:
    """The claims of a report from its rows (`NAME`, `PLACE`, `CLAIM`), each list in the order of its numbers."""
    found: dict[str, list[Any]] = {kind: [] for kind in KINDS}
    for _, _, kind, body in claims:
        found[kind].append(from_body(KINDS[kind], body))
    return Claims(
        report=report,
        names=tuple(Name(Span(first, last), _NAME_KINDS[kind], entity) for _, _, first, last, kind, entity in names),
        places=tuple(from_body(Place, body) for _, _, body in places),
        statements=tuple(found["statement"]),
        incidents=tuple(found["incident"]),
        pledges=tuple(found["pledge"]),
        figures=tuple(found["figure"]),
        vector=unpack(vector),
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
