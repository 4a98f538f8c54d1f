"""Whether two places are one, one within or near the other. A region is not a point: it never equals a town."""

from __future__ import annotations

from enum import StrEnum
from math import asin, cos, radians, sin, sqrt

from facta.records import Place, Precision
from facta.stories.spelling import latin, sounds

_AREAS = (Precision.REGION, Precision.DISTRICT, Precision.COUNTRY)
_EARTH_KM = 6371.0


class Relation(StrEnum):
    """How one place lies to another."""

    SAME = "the same place"
    WITHIN = "within it"
    AROUND = "the region around it"
    NEAR = "near it"
    APART = "another place"


def distance_km(one: Place, other: Place) -> float | None:
    """Great-circle distance, if both have coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    a, b = radians(one.lat), radians(other.lat)
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(other.lon - one.lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(half))


def is_area(place: Place) -> bool:
    return place.precision in _AREAS


def same_place(one: Place, other: Place, km: float) -> bool:
    """One entry of the gazetteer, or two points side by side; unresolved places by their names."""
    if Precision.COUNTRY in (one.precision, other.precision) and one.precision is not other.precision:
        return False
    if one.geonameid and other.geonameid:
        if one.geonameid == other.geonameid:
            return True
        far = distance_km(one, other)
        return not is_area(one) and not is_area(other) and far is not None and far <= km
    if one.country and other.country and one.country != other.country:
        return False
    return same_name(one.name, other.name) and is_area(one) == is_area(other)


def same_name(one: str, other: str) -> bool:
    """Whether two names are one in some script, spelling or case: "Khiam", "Хіяма"."""
    if latin(one) == latin(other):
        return bool(latin(one))
    ones, others = one.split(), other.split()
    return len(ones) == len(others) and all(sounds(a) & sounds(b) for a, b in zip(ones, others, strict=True))


def contains(area: Place, inner: Place) -> bool:
    """Whether the inner place lies in the area, as far as the gazetteer says."""
    if not is_area(area) or not area.country or area.country != inner.country:
        return False
    if area.precision is Precision.COUNTRY:
        return inner.precision is not Precision.COUNTRY
    same_name = latin(area.name) == latin(inner.admin1 or "")
    return inner.precision is not Precision.COUNTRY and (
        same_name or (bool(area.admin1) and area.admin1 == inner.admin1)
    )


def is_region_of(area: Place, town: Place) -> bool:
    """Whether the area is the town's own region: it holds the town, or is named after it."""
    if area.precision is not Precision.REGION or is_area(town):
        return False
    named_after = latin(area.name).split()[:1] == latin(town.name).split()[:1] and area.country == town.country
    return named_after or contains(area, town)


def relation(deed: Place, pledged: Place, near_km: float, same_km: float) -> Relation:
    """How the place of a deed lies to a pledged place."""
    if same_place(deed, pledged, same_km):
        return Relation.SAME
    if contains(pledged, deed):
        return Relation.WITHIN
    if is_region_of(deed, pledged):
        return Relation.AROUND
    far = distance_km(deed, pledged)
    if not is_area(deed) and not is_area(pledged) and far is not None and far <= near_km:
        return Relation.NEAR
    if not is_area(deed) and deed.country == pledged.country and deed.admin1 and deed.admin1 == pledged.admin1:
        return Relation.NEAR
    return Relation.APART
