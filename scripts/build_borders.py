"""Takes Natural Earth's countries as TopoJSON (npm package world-atlas), leaves compact borders for the dossier's map.

    npm pack world-atlas@2 && tar xzf world-atlas-2.*.tgz
    python scripts/build_borders.py package/countries-10m.json src/facta/views/map/data/borders.json

Arcs are kept shared between neighbours, thinned (Douglas-Peucker) and written as whole steps of `STEP` degrees, each
arc as its first point and the differences to the next ones. Islands below `SMALLEST` square degrees are dropped.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pycountry

STEP = 0.005  # degrees; about 500 m: finer than the source's own scale of 1:10 million shows
TOLERANCE = 0.012  # degrees; 0.02 cut visible corners off a map 300 km wide, 0.005 doubled the file
SMALLEST = 0.004  # square degrees; about 50 square kilometres at the equator

Point = tuple[float, float]


def decode(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    """Longitudes and latitudes of a TopoJSON arc."""
    (scale_x, scale_y), (move_x, move_y) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * scale_x + move_x, y * scale_y + move_y))
    return points


def distance(point: Point, start: Point, end: Point) -> float:
    """Distance from a point to the line between two others, in degrees."""
    (px, py), (ax, ay), (bx, by) = point, start, end
    length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
    if length == 0:
        return float(((px - ax) ** 2 + (py - ay) ** 2) ** 0.5)
    return float(abs((bx - ax) * (ay - py) - (ax - px) * (by - ay)) / length)


def thin(points: list[Point]) -> list[Point]:
    """The points that are needed to stay within `TOLERANCE` of the line (Douglas-Peucker)."""
    keep = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        far, at = max((distance(points[i], points[first], points[last]), i) for i in range(first + 1, last))
        if far > TOLERANCE:
            keep.add(at)
            spans += [(first, at), (at, last)]
    return [points[i] for i in sorted(keep)]


def ring_points(ring: list[int], arcs: list[list[Point]]) -> list[Point]:
    """All points of a ring; a negative index is an arc read backwards."""
    points: list[Point] = []
    for index in ring:
        points += arcs[index] if index >= 0 else arcs[~index][::-1]
    return points


def area(points: list[Point]) -> float:
    """Area of a ring in square degrees."""
    pairs = zip(points, points[1:] + points[:1], strict=True)
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)) / 2


def rings_of(geometry: dict[str, Any]) -> list[list[int]]:
    """Rings of a polygon or of several, holes among them (the fill rule is even-odd)."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return [ring for polygon in polygons for ring in polygon]


def alpha_2(number: str | None) -> str | None:
    """The two-letter code of a country from its ISO 3166 number."""
    country = pycountry.countries.get(numeric=number) if number else None
    return country.alpha_2 if country else None


def whole_steps(points: list[Point]) -> list[int]:
    """First point and differences, in steps of `STEP` degrees, without points that fall together."""
    flat: list[int] = []
    x = y = 0
    for lon, lat in points:
        dx, dy = round(lon / STEP) - x, round(lat / STEP) - y
        if flat and not (dx or dy):
            continue
        flat += [dx, dy]
        x, y = x + dx, y + dy
    return flat


def borders(topology: dict[str, Any]) -> dict[str, Any]:
    """The file's content: step, arcs, and countries with code, name and rings of arc numbers."""
    arcs = [thin(decode(arc, topology["transform"])) for arc in topology["arcs"]]
    countries = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        rings = [ring for ring in rings_of(geometry) if area(ring_points(ring, arcs)) >= SMALLEST]
        name = geometry["properties"]["name"]
        countries.append({"code": alpha_2(geometry.get("id")), "name": name, "rings": rings})
    used = sorted({i if i >= 0 else ~i for c in countries for ring in c["rings"] for i in ring})
    number = {old: new for new, old in enumerate(used)}
    for country in countries:
        country["rings"] = [[number[i] if i >= 0 else ~number[~i] for i in ring] for ring in country["rings"]]
    countries.sort(key=lambda country: country["name"])
    return {"step": STEP, "arcs": [whole_steps(arcs[i]) for i in used], "countries": countries}


def main() -> None:
    source, target = map(Path, sys.argv[1:])
    content = borders(json.loads(source.read_text(encoding="utf-8")))
    target.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
