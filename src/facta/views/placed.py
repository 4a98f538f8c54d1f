"""From a ledger and a place to what is claimed of it: deeds, pledges that name it, figures; and where it lies, as far
as that is known. Decides nothing."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from facta.errors import UsageError
from facta.ledger import FoundClaim, Ledger
from facta.records import Claim, CrossCheck, Figure, Incident, Place, Pledge, Precision, Story
from facta.text import fold
from facta.views.dossier.atlas import REGION_KM
from facta.views.dossier.index import Index
from facta.views.dossier.rows import ClaimRow, claim_row, place_text, places
from facta.views.interface import ENGLISH, Interface
from facta.views.lanes import Lanes, day_of, is_history, lanes_of
from facta.views.map import Borders, Frame, Land
from facta.views.map.frame import HEIGHT, KM_A_DEGREE, WIDTH
from facta.views.seen import seen_claims

KINDS = ("incident", "pledge", "figure")


@dataclass(frozen=True, slots=True)
class Spotted:
    """The place on a map: `x`, `y` in hundredths; a `radius` in the map's units where only a region is known."""

    lands: tuple[Land, ...]
    x: float
    y: float
    radius: float | None
    bar_km: int
    bar: float
    width: float = WIDTH
    height: float = HEIGHT


@dataclass(frozen=True, slots=True)
class Placed:
    """A page of what is claimed of a place, the latest reports first; `names` are how they write it."""

    place: Place
    text: str
    names: tuple[str, ...]
    map: Spotted | None
    deeds: tuple[ClaimRow, ...]
    pledges: tuple[ClaimRow, ...]
    figures: tuple[ClaimRow, ...]
    lanes: Lanes | None
    next: str | None


def placed(
    ledger: Ledger, asked: str, after: str | None = None, limit: int = 100, interface: Interface = ENGLISH
) -> Placed:
    """What is claimed of the place of this name or GeoNames number; `UsageError` if no claim names it."""
    page = ledger.at_place(asked, after, limit)
    if not page.claims and after is None:
        raise UsageError(f"no claim in the ledger is set at {asked[:60]!r}", "look for the word with the search")
    reports = list(dict.fromkeys(found.report for found in page.claims))
    claims = seen_claims(ledger, reports)
    index = Index(CrossCheck(Story("", "", tuple(reports))), claims, *ledger.entities_of(reports), interface)
    shown = [found for found in page.claims if found.claim.id in index.by_id]
    named = [place for found in shown for place in places(found.claim) if _is(place, asked)]
    known = {_key(place) for place in named}
    shown = [f for f in shown if not known or any(_key(place) in known for place in places(f.claim))]
    named = named or [place for found in page.claims for place in places(found.claim)]
    if not named:
        raise UsageError(f"no claim in the ledger is set at {asked[:60]!r}", "look for the word with the search")
    return Placed(
        place=named[0],
        text=place_text(index, named[0]),
        names=_names(index, shown, _key(named[0])),
        map=spotted(named[0]),
        deeds=_rows(index, shown, Incident),
        pledges=_rows(index, shown, Pledge),
        figures=_rows(index, shown, Figure),
        lanes=lanes_of(KINDS, _dated(shown), interface),
        next=page.next,
    )


def _key(place: Place) -> str:
    return str(place.geonameid or fold(place.name))


def _is(place: Place, asked: str) -> bool:
    return asked == str(place.geonameid) or fold(asked) == fold(place.name)


def _rows(index: Index, found: Iterable[FoundClaim], kind: type[Claim]) -> tuple[ClaimRow, ...]:
    ids = (one.claim.id for one in found if isinstance(one.claim, kind))
    return tuple(row for id_ in ids if (row := claim_row(index, id_)))


def _names(index: Index, shown: Sequence[FoundClaim], asked: str) -> tuple[str, ...]:
    """How the reports write it, the most frequent first."""
    counted = Counter(
        " ".join(place.span.of(index.by_id[found.claim.id][0].text).split())
        for found in shown
        for place in places(found.claim)
        if _is(place, asked)
    )
    return tuple(sorted((name for name in counted if name), key=lambda name: (-counted[name], name)))


def _dated(found: Iterable[FoundClaim]) -> list[tuple[str, date]]:
    """Each claim with the day that it speaks of, else that of its report."""
    days = ((one.kind, day_of(one.claim) or one.published) for one in found if not is_history(one.claim))
    return [(kind, on) for kind, on in days if on]


def spotted(place: Place) -> Spotted | None:
    """The map around a place; nothing for a whole country, or where it is not known which place is meant."""
    unknown = place.precision in (Precision.COUNTRY, Precision.UNRESOLVED)
    if unknown or place.lat is None or place.lon is None:
        return None
    km = REGION_KM.get(place.precision)
    up = (km or 0.0) / KM_A_DEGREE
    aside = up / max(0.1, math.cos(math.radians(place.lat)))
    corners = [(place.lat - up, place.lon - aside), (place.lat + up, place.lon + aside)]
    frame = Frame.around(corners)
    x, y = frame.place(place.lat, place.lon)
    bar_km, bar = frame.scale_bar()
    lands = tuple(Borders.load().within(frame, [(x, y)]))
    radius = round(km * frame.units_a_km, 1) if km else None
    return Spotted(lands, round(100 * x / WIDTH, 2), round(100 * y / HEIGHT, 2), radius, bar_km, bar)
