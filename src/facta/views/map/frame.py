"""Takes points on the globe, gives a rectangle around them and the way from degrees to its own units.

Equirectangular with the cosine of the middle latitude: true enough for the few hundred kilometres of a story.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 900.0, 560.0
KM_A_DEGREE = 111.2
LEAST_KM = 300.0  # width around a single place: enough to see the neighbouring towns' country and a border
MARGIN = 0.16  # of the extent, on each side


@dataclass(frozen=True, slots=True)
class Frame:
    """A map of `WIDTH` by `HEIGHT` units whose middle is `lat`, `lon` and whose width is `km` kilometres."""

    lat: float
    lon: float
    km: float

    @classmethod
    def around(cls, points: Sequence[tuple[float, float]]) -> Frame:
        """The frame that holds all the points (latitude, longitude) with a margin; there must be at least one."""
        south, north = min(p[0] for p in points), max(p[0] for p in points)
        west, east = min(p[1] for p in points), max(p[1] for p in points)
        lat, lon = (south + north) / 2, (west + east) / 2
        wide = (east - west) * KM_A_DEGREE * math.cos(math.radians(lat))
        high = (north - south) * KM_A_DEGREE * WIDTH / HEIGHT
        return cls(lat, lon, max(LEAST_KM, max(wide, high) * (1 + 2 * MARGIN)))

    @property
    def units_a_km(self) -> float:
        return WIDTH / self.km

    @property
    def scales(self) -> tuple[float, float]:
        """Units that a degree of longitude and one of latitude take."""
        scale = self.units_a_km * KM_A_DEGREE
        return scale * math.cos(math.radians(self.lat)), scale

    def place(self, lat: float, lon: float) -> tuple[float, float]:
        """Units from the left and from the top."""
        wide, high = self.scales
        return WIDTH / 2 + (lon - self.lon) * wide, HEIGHT / 2 - (lat - self.lat) * high

    def holds(self, lat: float, lon: float) -> bool:
        x, y = self.place(lat, lon)
        return 0 <= x <= WIDTH and 0 <= y <= HEIGHT

    def scale_bar(self) -> tuple[int, float]:
        """A round number of kilometres of about a fifth of the width, and its length in units."""
        fifth = self.km / 5
        power = 10 ** math.floor(math.log10(fifth))
        km = max(step * power for step in (1, 2, 5) if step * power <= fifth)
        return int(km), km * self.units_a_km
