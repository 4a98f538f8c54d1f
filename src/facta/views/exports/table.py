"""A ledger as CSV: one row a claim, with its words and where they stand. See `COLUMNS` for what each column holds."""

from __future__ import annotations

import csv as writer
import io
from collections.abc import Iterator
from typing import Any

from facta.ledger import FoundClaim, Ledger, Question
from facta.records import Figure, Incident, Statement
from facta.views.forms import claim_form, number_form
from facta.views.seen import seen_found

COLUMNS = {
    "claim_id": "id of the claim, the same in every run",
    "kind": "statement, incident, pledge or figure",
    "type": "act of a statement, PLOVER type of an incident or pledge, what a figure counts",
    "mode": "PLOVER mode of an incident",
    "status": "of an incident: reported, attributed, denied, planned, hypothetical, negated",
    "strength": "of a pledge: commits, intends, proposes, offers, signs",
    "hedged": "1 when the report or its source keeps a distance (reportedly, allegedly)",
    "historical": "1 for an incident told as background",
    "speaker": "on whose word the claim stands",
    "speaker_side": "country and sector of the speaker",
    "actor": "who does or promises it",
    "recipient": "to whom it is done or promised",
    "value": "value of a figure",
    "low": "lower bound of a figure; empty when open",
    "high": "upper bound of a figure; empty when open",
    "scope": "of a figure, where told: exclusive (on top of others), cumulative (all so far) or part (among others)",
    "place": "first place of the claim, by its English name when resolved",
    "country": "ISO 3166 code of the place",
    "lat": "latitude in degrees, empty when unresolved",
    "lon": "longitude in degrees, empty when unresolved",
    "precision": "point, town, district, region, country, near or unresolved",
    "geonameid": "GeoNames number of the place",
    "date_start": "first day of what is claimed",
    "date_end": "last day of what is claimed",
    "source_claim": "id of the statement that holds the claim",
    "evidence": "the words of the report that make the claim",
    "evidence_start": "offset of the evidence in the report's text, in code points",
    "evidence_end": "offset after the evidence",
    "report_id": "id of the report",
    "report_title": "title of the report",
    "publisher": "who published the report",
    "published": "day of publication",
    "language": "language of the report",
    "path": "file the report was read from",
    "url": "address of the report",
}


def csv(ledger: Ledger) -> Iterator[str]:
    """Header and rows, comma separated, quoted where needed (RFC 4180)."""
    yield csv_line(list(COLUMNS))
    for found in seen_found(ledger, Question()):
        row = claim_columns(found)
        yield csv_line([row[name] for name in COLUMNS])


def claim_columns(found: FoundClaim) -> dict[str, Any]:
    """A value for each column."""
    claim = found.claim
    form = claim_form(claim)
    place = form.get("place") or {}
    when = _when(form)
    actor, recipient = _parties(form)
    bearer = form.get("speaker") or {}
    return {
        "claim_id": claim.id,
        "kind": found.kind,
        "type": found.type,
        "mode": form.get("mode"),
        "status": form.get("status"),
        "strength": form.get("strength"),
        "hedged": _flag(not isinstance(claim, Figure) and claim.hedged),
        "historical": _flag(isinstance(claim, Incident) and claim.historical),
        "speaker": found.speaker,
        "speaker_side": bearer.get("side"),
        "actor": actor,
        "recipient": recipient,
        "value": number_form(claim.value) if isinstance(claim, Figure) else None,
        "low": number_form(claim.low) if isinstance(claim, Figure) else None,
        "high": number_form(claim.high) if isinstance(claim, Figure) else None,
        "scope": form.get("scope"),
        **{name: place.get(key) for name, key in _PLACE.items()},
        "date_start": when.get("start"),
        "date_end": when.get("end"),
        "source_claim": claim.within if isinstance(claim, Statement) else claim.source,
        "evidence": found.quote,
        "evidence_start": found.span.start,
        "evidence_end": found.span.end,
        "report_id": found.report,
        "report_title": found.title,
        "publisher": found.publisher,
        "published": found.published.isoformat() if found.published else None,
        "language": found.language,
        "path": found.path,
        "url": found.url,
    }


_PLACE = {
    "place": "name",
    "country": "country",
    "lat": "lat",
    "lon": "lon",
    "precision": "precision",
    "geonameid": "geonameid",
}


def _when(form: dict[str, Any]) -> dict[str, Any]:
    if form.get("from") or form.get("until"):
        return {"start": form["from"], "end": form["until"]}
    return form.get("when") or form.get("as_of") or form.get("said") or {}


def _parties(form: dict[str, Any]) -> tuple[str | None, str | None]:
    actor = form.get("actor") or form.get("by") or {}
    recipient = form.get("recipient") or form.get("to") or form.get("addressee") or {}
    return actor.get("name"), recipient.get("name")


def _flag(value: bool) -> str:
    return "1" if value else "0"


def csv_line(values: list[Any]) -> str:
    out = io.StringIO()
    writer.writer(out, lineterminator="\r\n").writerow(["" if value is None else value for value in values])
    return out.getvalue()
