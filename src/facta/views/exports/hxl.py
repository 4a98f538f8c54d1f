"""A ledger as CSV with tags of the Humanitarian Exchange Language (HXL): a row a deed that was told as done.

The row of tags stands under the header. A place that is not resolved has a name and no coordinates.
"""

from __future__ import annotations

from collections.abc import Iterator

from facta.codebook import Codebook
from facta.codebook.exports import Exports
from facta.gazetteer import Gazetteer
from facta.ledger import Ledger
from facta.records import Precision
from facta.views.exports.acled import is_row
from facta.views.exports.deeds import Deed, deeds
from facta.views.exports.table import csv_line
from facta.views.exports.tolls import injured, killed, least

COLUMNS = {
    "First day": "#date+start",
    "Last day": "#date+end",
    "Event": "#event+type",
    "Place": "#loc+name",
    "Region": "#adm1+name",
    "District": "#adm2+name",
    "Latitude": "#geo+lat",
    "Longitude": "#geo+lon",
    "Country": "#country+name",
    "Country code": "#country+code",
    "Killed": "#affected+killed",
    "Injured": "#affected+injured",
    "Sources": "#meta+source",
    "Description": "#description",
    "First reported": "#date+reported",
}


def hxl(ledger: Ledger, codebook: Codebook | None = None, per_claim: bool = False) -> Iterator[str]:
    """Header, tags and rows."""
    exports = (codebook or Codebook.load("en")).common("exports", Exports)
    yield csv_line(list(COLUMNS))
    yield csv_line(list(COLUMNS.values()))
    for deed in deeds(ledger, per_claim):
        if deed.type in exports.done and is_row(deed):
            row = _row(deed, exports)
            yield csv_line([row[tag] for tag in COLUMNS.values()])


def _row(deed: Deed, exports: Exports) -> dict[str, object]:
    place, days = deed.place, deed.dated
    known = place is not None and place.precision is not Precision.UNRESOLVED
    country = Gazetteer.load().country_by_code(place.country) if place and place.country else None
    dead, hurt = killed(deed, exports), injured(deed, exports)
    return {
        "#date+start": days[0].isoformat() if days else None,
        "#date+end": days[1].isoformat() if days else None,
        "#event+type": deed.type.capitalize() + (f" ({deed.mode.replace('-', ' ')})" if deed.mode else ""),
        "#loc+name": place.name if place else None,
        "#adm1+name": place.admin1 if place else None,
        "#adm2+name": place.name if place and place.precision is Precision.DISTRICT else None,
        "#geo+lat": place.lat if place and known else None,
        "#geo+lon": place.lon if place and known else None,
        "#country+name": country.name if country else None,
        "#country+code": Gazetteer.load().alpha3(place.country) if place and place.country else None,
        "#affected+killed": least(dead) if dead else None,
        "#affected+injured": least(hurt) if hurt else None,
        "#meta+source": "; ".join(deed.publishers),
        "#description": _description(deed),
        "#date+reported": deed.published.isoformat() if deed.published else None,
    }


def _description(deed: Deed) -> str:
    """The report's words, and how sure they are."""
    verdict = deed.finding.verdict if deed.finding else str(deed.status)
    return f"“{deed.told[0].words}” ({verdict})"
