"""A ledger as events of PLOVER, the Political Language Ontology for Verifying Event Records: JSON Lines, a line a deed.

Every status is kept: what is planned, supposed, denied or history says so among its modes, as PLOVER's manual asks.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from facta.codebook import Codebook
from facta.codebook.exports import Exports
from facta.codebook.plover import Plover
from facta.ledger import Ledger
from facta.records import Place
from facta.views.exports.deeds import Deed, Party, Telling, deeds
from facta.views.forms import number_form, span_form

KEYS = (
    "id", "date", "enddate", "actor", "recipient", "event", "mode", "context", "quad_code", "event_scale", "event_loc",
    "event_text", "text", "text_info", "link", "cite_info", "coder", "coded_date", "comment",
)  # fmt: skip


def plover(ledger: Ledger, codebook: Codebook | None = None, per_claim: bool = False) -> Iterator[str]:
    """One JSON object a line."""
    codebook, makers = codebook or Codebook.load("en"), ledger.makers()
    exports, types = codebook.common("exports", Exports), codebook.common("plover", Plover)
    for deed in deeds(ledger, per_claim):
        yield json.dumps(_event(deed, exports, types, makers), ensure_ascii=False) + "\n"


def _event(deed: Deed, exports: Exports, types: Plover, makers: dict[str, str]) -> dict[str, Any]:
    kind, first = types.types[deed.type], deed.told[0]
    days = deed.dated
    scale = kind.modes.get(deed.mode, kind.score) if deed.mode else kind.score
    values = (
        deed.id,
        days[0].isoformat() if days else None,
        days[1].isoformat() if days else None,
        [_entity(party) for party in deed.actors],
        [_entity(party) for party in deed.recipients],
        [deed.type],
        _modes(deed, exports),
        sorted({context for telling in deed.told for context in telling.incident.contexts}),
        exports.plover.quads.get(deed.type),
        number_form(scale),
        _place(deed.place),
        first.incident.trigger.of(first.report.text),
        first.words,
        [_source(telling) for telling in deed.tellings],
        [telling.report.url for telling in deed.tellings if telling.report.url],
        "; ".join(_cited(telling) for telling in deed.tellings),
        makers.get(first.report.id, "facta"),
        None,  # the ledger keeps no clock: the same reports give the same file on any day
        _comment(deed),
    )
    return dict(zip(KEYS, values, strict=True))


def _modes(deed: Deed, exports: Exports) -> list[str]:
    """The mode of the type, then the modes that any event may have."""
    added = exports.plover.modes.get(str(deed.status))
    return [mode for mode in (deed.mode, added, "historical" if deed.historical else None) if mode]


def _entity(party: Party) -> dict[str, Any]:
    return {
        "code": party.country,
        "sector": list(party.sectors),
        "entity_text": party.words,
        "identifier_id": party.entity,
        "name": party.name,
    }


def _place(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {
        "name": place.name,
        "country": place.country,
        "admin1": place.admin1,
        "lat": place.lat,
        "lon": place.lon,
        "precision": str(place.precision),
        "geonameid": place.geonameid,
        "candidates": list(place.candidates),
    }


def _source(telling: Telling) -> dict[str, Any]:
    report, incident = telling.report, telling.incident
    return {
        "claim": incident.id,
        "status": str(incident.status),
        "report": report.id,
        "path": report.path,
        "language": report.language,
        "span": span_form(incident.text),
        "trigger": span_form(incident.trigger),
    }


def _cited(telling: Telling) -> str:
    report = telling.report
    parts = (report.publisher, report.title, report.published.isoformat() if report.published else None)
    return ", ".join(part for part in parts if part) or report.id


def _comment(deed: Deed) -> str:
    """How sure the deed is, in words."""
    said = [f"status: {deed.status}"]
    if any(telling.incident.hedged for telling in deed.told):
        said.append("hedged")
    if deed.dated is None:
        said.append(f"no day told; first reported on {deed.published}" if deed.published else "no day told")
    if deed.finding:
        said.append(f"{deed.finding.verdict}: {deed.finding.reason}")
    return "; ".join(said)
