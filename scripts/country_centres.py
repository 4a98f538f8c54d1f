"""Takes the borders of the map, gives the middle of each country's land: `build_gazetteer` places countries there.

Only the greatest piece of land counts and what lies near it: the middle of France is not pulled towards Guiana.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from math import cos, hypot, radians
from pathlib import Path

from build_borders import Point, ring_points

BORDERS = Path(__file__).parents[1] / "src" / "facta" / "views" / "map" / "data" / "borders.json"
NEAR = 6.0  # degrees; 7.5 would join Alaska to the other states, 5 would part the two halves of Malaysia
HALF = 180.0

Centre = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Land:
    """One ring of a border: its middle, its area in square degrees at the equator, its bounding box."""

    lat: float
    lon: float
    area: float
    west: float
    south: float
    east: float
    north: float

    def gap(self, other: Land) -> float:
        """Degrees between the two boxes."""
        across = max(0.0, self.west - other.east, other.west - self.east)
        along = max(0.0, self.south - other.north, other.south - self.north)
        return hypot(across, along)


def land(points: list[Point]) -> Land | None:
    pairs = list(zip(points, points[1:] + points[:1], strict=True))
    crosses = [ax * by - bx * ay for (ax, ay), (bx, by) in pairs]
    doubled = sum(crosses)
    if not doubled:
        return None
    lon = sum((a[0] + b[0]) * c for (a, b), c in zip(pairs, crosses, strict=True)) / (3 * doubled)
    lat = sum((a[1] + b[1]) * c for (a, b), c in zip(pairs, crosses, strict=True)) / (3 * doubled)
    lons, lats = [x for x, _ in points], [y for _, y in points]
    area = abs(doubled) / 2 * cos(radians(lat))
    return Land(lat, lon, area, min(lons), min(lats), max(lons), max(lats))


def together(pieces: list[Land]) -> list[Land]:
    """The greatest piece and all that can be reached from it in short steps."""
    left = sorted(pieces, key=lambda piece: -piece.area)
    group = [left.pop(0)]
    while joined := [piece for piece in left if any(piece.gap(one) <= NEAR for one in group)]:
        group += joined
        left = [piece for piece in left if piece not in joined]
    return group


def points_of(flat: list[int], step: float) -> list[Point]:
    """An arc as whole steps, its first point and differences, as degrees."""
    x = y = 0
    points = []
    for dx, dy in zip(flat[::2], flat[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x * step, y * step))
    return points


def unwrapped(points: list[Point]) -> list[Point]:
    """The ring without the jump from one edge of the map to the other, east of Greenwich: Chukotka lies at 185."""
    crosses = max(x for x, _ in points) - min(x for x, _ in points) > HALF
    return [(x + 2 * HALF if crosses and x < 0 else x, y) for x, y in points]


def country_centres() -> dict[str, Centre]:
    """Latitude and longitude by alpha-2 code."""
    content = json.loads(BORDERS.read_text(encoding="utf-8"))
    arcs = [points_of(flat, content["step"]) for flat in content["arcs"]]
    pieces: dict[str, list[Land]] = {}
    for country in content["countries"]:
        found = [piece for ring in country["rings"] if (piece := land(unwrapped(ring_points(ring, arcs))))]
        if country["code"]:
            pieces.setdefault(country["code"], []).extend(found)
    return {code: middle(together(found)) for code, found in pieces.items() if found}


def middle(pieces: list[Land]) -> Centre:
    area = sum(piece.area for piece in pieces)
    lat = sum(piece.lat * piece.area for piece in pieces) / area
    lon = sum(piece.lon * piece.area for piece in pieces) / area
    return lat, lon - 2 * HALF if lon > HALF else lon
