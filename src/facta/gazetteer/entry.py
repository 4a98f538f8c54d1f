"""One place as the gazetteer knows it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What an entry is; the order is that of the bundled file."""

    COUNTRY = "country"
    REGION = "region"
    DISTRICT = "district"
    CAPITAL = "capital"
    TOWN = "town"
    AREA = "area"  # a region that is no division: a peninsula, a historic region, a front
    WATER = "water"


@dataclass(frozen=True, slots=True)
class Entry:
    """A place. `country` is ISO 3166 alpha-2, `admin1` the English name of the first-level division."""

    name: str
    kind: Kind
    lat: float
    lon: float
    country: str | None = None
    admin1: str | None = None
    geonameid: int | None = None
    population: int = 0
