"""From a ledger and an entity to what it says, promises and does, and what is done to it, as reports tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from facta.ledger import Ledger
from facta.records import Actor, Claim, Claims, CrossCheck, Figure, Incident, Pledge, Statement, Story
from facta.views.dossier.index import Index, all_claims
from facta.views.dossier.rows import ClaimRow, claim_row
from facta.views.interface import ENGLISH, Interface
from facta.views.lanes import Lanes, day_of, is_history, lanes_of
from facta.views.seen import seen_claims

MOST = 200  # reports that are read for one page
LANES = ("said", "promised", "did", "met")


@dataclass(frozen=True, slots=True)
class Doings:
    """Rows by kind, the latest first. `reports` name the entity, `read` of them were read for the page."""

    said: tuple[ClaimRow, ...]
    promised: tuple[ClaimRow, ...]
    did: tuple[ClaimRow, ...]
    met: tuple[ClaimRow, ...]
    lanes: Lanes | None
    reports: int
    read: int


Found = tuple[date | None, str, Claims, Claim]  # day, lane, the report's claims, the claim


def doings(ledger: Ledger, entity: str, interface: Interface = ENGLISH) -> Doings:
    """What the reports that name the entity tell of it."""
    links = ledger.links_of(entity)
    own: dict[str, set[str]] = {}
    for report, name in links:
        own.setdefault(report, set()).add(name)
    reports = list(own)[:MOST]
    claims = seen_claims(ledger, reports)
    index = Index(CrossCheck(Story("", "", tuple(reports))), claims, *ledger.entities_of(reports), interface)
    found = sorted(_found(claims, own), key=_order)
    rows = {lane: tuple(_rows(index, (f for f in found if f[1] == lane))) for lane in LANES}
    lanes = lanes_of(LANES, ((lane, on) for on, lane, _, claim in found if on and not is_history(claim)), interface)
    return Doings(**rows, lanes=lanes, reports=len(own), read=len(reports))


def _rows(index: Index, found: Iterable[Found]) -> Iterator[ClaimRow]:
    return (row for _, _, _, claim in found if (row := claim_row(index, claim.id)))


def _order(found: Found) -> tuple[int, str]:
    """The latest first, those without a day last."""
    on, _, _, claim = found
    return -(on or date.min).toordinal(), claim.id


def _found(everything: Iterable[Claims], own: dict[str, set[str]]) -> Iterator[Found]:
    for claims in everything:
        names = own[claims.report.id]
        for claim in all_claims(claims):
            if lane := _lane(claim, names):
                yield day_of(claim) or claims.report.published, lane, claims, claim


def _lane(claim: Claim, names: set[str]) -> str:
    """What the claim tells of the bearer of these names, if it tells anything."""
    match claim:
        case Statement():
            return "said" if _is(claim.speaker, names) else ""
        case Pledge():
            return "promised" if _is(claim.by, names) else "met" if _is(claim.to, names) else ""
        case Incident():
            return "did" if _is(claim.actor, names) else "met" if _is(claim.recipient, names) else ""
        case Figure():
            return ""


def _is(actor: Actor | None, names: set[str]) -> bool:
    return actor is not None and any(one.entity in names for one in actor.parties)
