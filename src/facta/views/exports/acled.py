"""A ledger as CSV in ACLED's columns (since March 2023): a row a deed that was told as done and that ACLED would code.

What is denied by all, planned, supposed or negated is no row, nor is history without a day. Nothing is guessed: what
facta does not know stays empty. The codebook's `common/exports.yml` says which deed is which sub-event.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from facta.codebook import Codebook
from facta.codebook.exports import AcledExport, AcledRule, Exports
from facta.gazetteer import Gazetteer
from facta.ledger import Ledger
from facta.records import Precision
from facta.views.exports.deeds import Deed, Party, deeds
from facta.views.exports.table import csv_line
from facta.views.exports.tolls import is_vague, killed, least

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso",
    "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source",
    "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
EXACT = (Precision.POINT, Precision.TOWN)
AROUND = (Precision.NEAR, Precision.DISTRICT)
WEEK = 7  # days that ACLED calls a week


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two sides of a row: ACLED's name for who acts, the group as the reports name it, and the kind."""

    name: str = ""
    associate: str = ""
    kind: int | None = None


def acled(ledger: Ledger, codebook: Codebook | None = None, per_claim: bool = False) -> Iterator[str]:
    """Header and rows."""
    exports = (codebook or Codebook.load("en")).common("exports", Exports)
    yield csv_line(list(COLUMNS))
    for deed in deeds(ledger, per_claim):
        rule = _rule(deed, exports.acled)
        if rule is not None and is_row(deed):
            row = _row(deed, rule, exports)
            yield csv_line([row[name] for name in COLUMNS])


def is_row(deed: Deed) -> bool:
    """Whether somebody tells it as done, and a day can be given for it."""
    affirmed = any(telling.affirmed for telling in deed.tellings)
    return affirmed and (deed.dated is not None or (deed.published is not None and not deed.historical))


def _rule(deed: Deed, page: AcledExport) -> AcledRule | None:
    """The first rule that fits the deed; a type or mode that none names is nothing that ACLED codes."""
    kinds = [_kind(parties[0], deed, page) if parties else None for parties in (deed.actors, deed.recipients)]
    armed = all(kind in page.armed for kind in kinds)
    fitting = (r for r in page.rules if r.type == deed.type and (not r.modes or deed.mode in r.modes))
    return next((r for r in fitting if armed or not r.armed), None)


def _row(deed: Deed, rule: AcledRule, exports: Exports) -> dict[str, object]:
    page = exports.acled
    event = page.event_of[rule.sub_event]
    country = _country(deed)
    one, other = _doer(deed, event, country, page), _sufferer(deed, country, page)
    first, precision = _day(deed)
    place = deed.place
    known = place is not None and place.precision is not Precision.UNRESOLVED
    code = place.country if place and place.country else None
    violent = page.events[event].disorder == "Political violence"
    return {
        "event_id_cnty": f"{(Gazetteer.load().alpha3(code) if code else None) or 'XXX'}{deed.id}",
        "event_date": first.isoformat(),
        "year": first.year,
        "time_precision": precision,
        "disorder_type": page.events[event].disorder,
        "event_type": event,
        "sub_event_type": rule.sub_event,
        "actor1": one.name,
        "assoc_actor_1": one.associate,
        "inter1": one.kind,
        "actor2": other.name,
        "assoc_actor_2": other.associate,
        "inter2": other.kind,
        "interaction": _interaction(one, other),
        "civilian_targeting": "Civilian targeting" if violent and other.kind == page.civilians[1] else "",
        "iso": page.iso.get(code) if code else None,
        "region": page.region_of.get(code, "") if code else "",
        "country": country,
        "admin1": place.admin1 if place else None,
        "admin2": place.name if place and place.precision is Precision.DISTRICT else None,
        "admin3": None,
        "location": place.name if place else None,
        "latitude": place.lat if place and known else None,
        "longitude": place.lon if place and known else None,
        "geo_precision": _geo_precision(deed),
        "source": "; ".join(deed.publishers),
        "source_scale": None,
        "notes": _notes(deed),
        "fatalities": _fatalities(deed, exports),
        "tags": _tags(deed),
        "timestamp": _timestamp(deed),
    }


def _fatalities(deed: Deed, exports: Exports) -> int:
    """The lowest toll claimed, 0 where none is told; a vague one by the number that ACLED writes for it."""
    toll = killed(deed, exports)
    if toll is None:
        return 0
    return exports.acled.vague.get(least(toll), least(toll)) if is_vague(toll) else least(toll)


def _day(deed: Deed) -> tuple[date, int]:
    """The first day and how sure it is: 1 the day, 2 within a week, 3 within a month or more. A deed without a day of
    its own has that of its first report, and is taken to lie within the week before it."""
    if deed.dated is None:
        return deed.published or date.min, 2
    first, last = deed.dated
    length = (last - first).days
    return first, 1 if length <= 1 else 2 if length < WEEK else 3


def _geo_precision(deed: Deed) -> int:
    """1 the place itself, 2 near it or its district, 3 a region, a country or nothing known."""
    precision = deed.place.precision if deed.place else Precision.UNRESOLVED
    return 1 if precision in EXACT else 2 if precision in AROUND else 3


def _country(deed: Deed) -> str:
    """The English name of the country in which it is done."""
    code = deed.place.country if deed.place else None
    entry = Gazetteer.load().country_by_code(code) if code else None
    return entry.name if entry else ""


def _kind(party: Party, deed: Deed, page: AcledExport) -> int | None:
    """ACLED's kind of an actor; `None` of one whose side is not known."""
    kind = next((page.actors[sector] for sector in party.sectors if sector in page.actors), None)
    if kind is None and party.country and Gazetteer.load().country(party.name):
        kind = page.state  # the country itself; of a town in it or a thing of it no kind is known
    here = Gazetteer.load().alpha3(deed.place.country) if deed.place and deed.place.country else None
    abroad = kind == page.state and here is not None and party.country not in (None, here)
    return page.foreign if abroad else kind


def _doer(deed: Deed, event: str, country: str, page: AcledExport) -> Side:
    """Who does it: a crowd at protests, an unidentified group where an act of violence has no known actor."""
    parties = deed.actors
    names = "; ".join(party.name for party in parties)
    kind = _kind(parties[0], deed, page) if parties else None
    if event in page.crowds:
        crowd, number = page.crowds[event]
        return Side(_of(crowd, country), names, number)
    if parties and kind != page.civilians[1]:
        return Side(parties[0].name, "; ".join(party.name for party in parties[1:]), kind or page.unidentified)
    if parties:
        return Side(_of(page.civilians[0], country), names, kind)
    if page.events[event].disorder == "Political violence":
        return Side(_of("Unidentified Armed Group", country), "", page.unidentified)
    return Side()


def _sufferer(deed: Deed, country: str, page: AcledExport) -> Side:
    """Whom it is done to, where that is a party; a town or a thing is none."""
    kinds = [(party, _kind(party, deed, page)) for party in deed.recipients]
    known = [(party, kind) for party, kind in kinds if kind is not None]
    if not known:
        return Side()
    (first, kind), names = known[0], [party.name for party, _ in known]
    if kind == page.civilians[1]:
        return Side(_of(page.civilians[0], country), "; ".join(names), kind)
    return Side(first.name, "; ".join(names[1:]), kind)


def _interaction(one: Side, other: Side) -> str:
    """The two kinds, the lower first; of one alone, a 0 behind it."""
    kinds = sorted(side.kind for side in (one, other) if side.kind is not None)
    return "".join(map(str, kinds)).ljust(2, "0") if kinds else ""


def _of(name: str, country: str) -> str:
    """`Civilians (Sudan)`, as ACLED writes it."""
    return f"{name} ({country})" if country else name


def _notes(deed: Deed) -> str:
    """The report's words, and what the cross-check says of the deed."""
    verdict = f" [{deed.finding.verdict}: {deed.finding.reason}]" if deed.finding else ""
    return f"“{deed.told[0].words}”{verdict}"


def _tags(deed: Deed) -> str:
    tags = [f"status={deed.status}"]
    tags += ["hedged"] if any(telling.incident.hedged for telling in deed.told) else []
    tags += [f"verdict={deed.finding.verdict}"] if deed.finding else []
    tags += ["denied"] if any(not telling.affirmed for telling in deed.tellings) else []
    return "; ".join(tags)


def _timestamp(deed: Deed) -> int | None:
    """Seconds from 1970 to the day of the last report, for the ledger keeps no clock."""
    last = max((t.report.published for t in deed.tellings if t.report.published), default=None)
    return int(datetime.combine(last, time(), UTC).timestamp()) if last else None
