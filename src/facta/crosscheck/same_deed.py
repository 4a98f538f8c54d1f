"""Whether two deeds told are one deed: type, mode, place, days, actor and recipient must fit. Two sides that accuse
each other of one deed speak of one deed."""

from __future__ import annotations

from facta.codebook.thresholds import DeedThresholds
from facta.crosscheck.deeds import Deed
from facta.crosscheck.geography import contains, same_place
from facta.records import Precision


def fits(one: Deed, other: Deed, limits: DeedThresholds) -> str | None:
    """In words, why two deeds told can be one; `None` when they cannot."""
    if one.incident.type != other.incident.type or one.incident.historical != other.incident.historical:
        return None
    if not _modes(one, other, limits) or not in_time(one, other, limits.days_apart):
        return None
    place, who = _places(one, other, limits), _people(one, other)
    return f"both {one.incident.type}, {place}, {_time(one, other)}, {who}" if place and who else None


def _modes(one: Deed, other: Deed, limits: DeedThresholds) -> bool:
    rows = {limits.family.get(deed.incident.mode, -1) for deed in (one, other) if deed.incident.mode}
    return len(rows) < 2


def in_time(one: Deed, other: Deed, days_apart: int) -> bool:
    """Whether the days overlap or lie side by side; an undated deed of no known report fits any."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return True
    gap = max((one.first - other.last).days, (other.first - one.last).days)
    return gap <= days_apart


def _time(one: Deed, other: Deed) -> str:
    dated = [d.incident.when for d in (one, other) if d.incident.when and d.incident.when.start]
    if len(dated) < 2:
        return "no day that speaks against it"
    return "the same days" if in_time(one, other, 0) else "days side by side"


def _places(one: Deed, other: Deed, limits: DeedThresholds) -> str | None:
    a, b = one.incident.place, other.incident.place
    if a is None and b is None:
        return "no place named" if one.report.id == other.report.id or (one.actor and one.recipient) else None
    if a is None or b is None:
        return "no other place in the report" if one.report.id == other.report.id else None
    if same_place(a, b, limits.same_place_km):
        return "the same place"
    for outer, inner in ((a, b), (b, a)):
        if outer.precision is not Precision.COUNTRY and contains(outer, inner):
            return f"{inner.name} within {outer.name}"
    return None


def is_vague(deed: Deed) -> bool:
    """Whether the place is missing or wide, so that the deed can be one of several."""
    place = deed.incident.place
    return place is None or place.precision in (Precision.REGION, Precision.DISTRICT, Precision.COUNTRY)


def _people(one: Deed, other: Deed) -> str | None:
    if one.incident.type == "CONSULT":  # whoever meets, meets both ways
        return _meeting({one.actor, one.recipient} - {None}, {other.actor, other.recipient} - {None})
    if one.recipient and other.recipient and one.recipient != other.recipient:
        return None
    if one.actor and other.actor and one.actor != other.actor:
        return "the two sides accuse each other" if _mutual(one, other) else None
    if one.actor and other.actor:
        return "the same actor"
    return "an actor named by one only" if one.actor or other.actor else "no actor named"


def _meeting(some: set[str | None], others: set[str | None]) -> str | None:
    if not some or not others:
        return "no other participants named"
    return "shared participants" if some & others else None


def _mutual(one: Deed, other: Deed) -> bool:
    """Each is told by the side that the other accuses, or by somebody who is neither, of one point on the map."""
    if is_vague(one) or is_vague(other):
        return False
    return one.source.side != one.actor and other.source.side != other.actor and one.source.key != other.source.key
