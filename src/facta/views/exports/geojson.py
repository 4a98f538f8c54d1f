"""A ledger as GeoJSON (RFC 7946): a feature for each place of each claim. A place that is not resolved stays without
geometry; a country or region stands at its centre and says by its precision that it is no point."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from facta.ledger import FoundClaim, Ledger, Question
from facta.records import Figure, Incident, Place, Pledge, Precision
from facta.views.exports.table import claim_columns
from facta.views.forms import span_form
from facta.views.seen import seen_found

AREAS = frozenset({Precision.DISTRICT, Precision.REGION, Precision.COUNTRY})
KEPT = (
    "kind",
    "type",
    "mode",
    "status",
    "hedged",
    "historical",
    "speaker",
    "actor",
    "recipient",
    "value",
    "low",
    "high",
    "date_start",
    "date_end",
    "evidence",
    "publisher",
    "published",
    "url",
)


def geojson(ledger: Ledger) -> Iterator[str]:
    """A FeatureCollection, one feature a line."""
    yield '{"type": "FeatureCollection", "features": ['
    before = "\n"
    for found in seen_found(ledger, Question()):
        for number, place in enumerate(_places(found)):
            yield before + json.dumps(_feature(found, place, number), ensure_ascii=False)
            before = ",\n"
    yield "\n]}\n"


def _places(found: FoundClaim) -> tuple[Place, ...]:
    match found.claim:
        case Pledge():
            return found.claim.places
        case Incident() | Figure():
            return (found.claim.place,) if found.claim.place else ()
        case _:
            return ()


def _feature(found: FoundClaim, place: Place, number: int) -> dict[str, Any]:
    known = place.lat is not None and place.lon is not None and place.precision is not Precision.UNRESOLVED
    columns = claim_columns(found)
    properties = {
        "claim": found.claim.id,
        **{name: columns[name] for name in KEPT},
        "hedged": columns["hedged"] == "1",
        "historical": columns["historical"] == "1",
        "place": place.name,
        "country": place.country,
        "admin1": place.admin1,
        "geonameid": place.geonameid,
        "precision": str(place.precision),
        "area": place.precision in AREAS,
        "candidates": list(place.candidates),
        "report": found.report,
        "evidence_span": span_form(found.span),
        "place_span": span_form(place.span),
    }
    return {
        "type": "Feature",
        "id": f"{found.claim.id}-{number}",
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]} if known else None,
        "properties": properties,
    }
