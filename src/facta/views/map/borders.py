"""Takes a frame, gives the land in it: one outline a country, cut to the frame, and a spot for its name."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TypedDict

from facta.views.map.frame import HEIGHT, WIDTH, Frame

Point = tuple[float, float]
Ring = list[Point]
Box = tuple[float, float, float, float]
EDGE = 20.0  # units beyond the frame that are kept, so that a cut never shows as a border
LABEL_STEP = 30  # units between the spots tried for a label
OUTLINE_POINTS = 120  # of an outline are enough to measure room by
LETTER = 9.0  # units that a letter of a label takes
LABEL_ROOM = 18.0  # a label nearer than this to an outline or to the edge is left out


@dataclass(frozen=True, slots=True)
class Country:
    """A country as drawn by Natural Earth; `box` is west, south, east, north of each ring."""

    code: str | None
    name: str
    rings: tuple[Ring, ...]
    boxes: tuple[Box, ...]


class Outline(TypedDict):
    """A country as the data file has it."""

    code: str | None
    name: str
    rings: list[list[int]]


@dataclass(frozen=True, slots=True)
class Land:
    """The part of a country within a frame: an SVG path, and where its name fits, if anywhere."""

    code: str | None
    name: str
    path: str
    label: Point | None


class Borders:
    """All countries' outlines, loaded once."""

    def __init__(self, countries: tuple[Country, ...]) -> None:
        self.countries = countries
        self.names = {country.code: country.name for country in countries if country.code}

    @classmethod
    def load(cls) -> Borders:
        return _load()

    def within(self, frame: Frame, taken: Sequence[Point] = ()) -> list[Land]:
        """The land of each country that reaches into the frame, by name; labels keep away from `taken` spots."""
        return list(self._within(frame, tuple(taken)))

    @lru_cache(maxsize=64)  # noqa: B019
    def _within(self, frame: Frame, taken: tuple[Point, ...]) -> tuple[Land, ...]:
        lands = []
        for country in self.countries:
            rings = [
                cut for ring, box in zip(country.rings, country.boxes, strict=True) if (cut := _cut(ring, box, frame))
            ]
            if rings:
                lands.append(Land(country.code, country.name, _path(rings), _label_spot(rings, country.name, taken)))
        return tuple(lands)


@lru_cache(maxsize=1)
def _load() -> Borders:
    content = json.loads(files("facta.views.map").joinpath("data/borders.json").read_text(encoding="utf-8"))
    arcs = [_points(arc, content["step"]) for arc in content["arcs"]]
    return Borders(tuple(_country(country, arcs) for country in content["countries"]))


def _points(arc: list[int], step: float) -> Ring:
    """Longitudes and latitudes from a first point and differences."""
    x = y = 0
    points = []
    for dx, dy in zip(arc[::2], arc[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x * step, y * step))
    return points


def _country(content: Outline, arcs: list[Ring]) -> Country:
    """A country with its rings joined from shared arcs; a negative number is an arc read backwards."""
    rings = [[p for i in ring for p in (arcs[i] if i >= 0 else arcs[~i][::-1])] for ring in content["rings"]]
    return Country(content["code"], content["name"], tuple(rings), tuple(map(_box, rings)))


def _box(ring: Ring) -> Box:
    return min(x for x, _ in ring), min(y for _, y in ring), max(x for x, _ in ring), max(y for _, y in ring)


def _cut(ring: Ring, box: Box, frame: Frame) -> Ring:
    """The ring in the frame's units, cut to the frame and a little beyond (Sutherland-Hodgman)."""
    left, bottom = frame.place(box[1], box[0])
    right, top = frame.place(box[3], box[2])
    if right < -EDGE or left > WIDTH + EDGE or bottom < -EDGE or top > HEIGHT + EDGE:
        return []
    wide, high = frame.scales
    west, north = frame.lon - WIDTH / 2 / wide, frame.lat + HEIGHT / 2 / high
    points = [((lon - west) * wide, (north - lat) * high) for lon, lat in ring]
    for axis, limit, sign in ((0, -EDGE, 1), (0, WIDTH + EDGE, -1), (1, -EDGE, 1), (1, HEIGHT + EDGE, -1)):
        points = _cut_side(points, axis, limit, sign)
    return points if len(points) > 2 else []


def _cut_side(points: Ring, axis: int, limit: float, sign: int) -> Ring:
    """What lies on the inner side of one straight limit."""
    kept: Ring = []
    for before, point in zip(points[-1:] + points[:-1], points, strict=True):
        inside, was_inside = sign * (point[axis] - limit) >= 0, sign * (before[axis] - limit) >= 0
        if inside != was_inside:
            share = (limit - before[axis]) / (point[axis] - before[axis])
            kept.append((before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])))
        if inside:
            kept.append(point)
    return kept


def _path(rings: list[Ring]) -> str:
    """An SVG path of whole units, points that fall together left out."""
    parts = []
    for ring in rings:
        whole = [(round(x), round(y)) for x, y in ring]
        kept = [p for i, p in enumerate(whole) if i == 0 or p != whole[i - 1]]
        parts.append("M" + "L".join(f"{x} {y}" for x, y in kept) + "Z")
    return "".join(parts)


def _label_spot(rings: list[Ring], name: str, taken: Sequence[Point]) -> Point | None:
    """In the widest ring, the tried spot farthest from outline, edges and taken spots, if the name fits in there."""
    ring = max(rings, key=lambda points: (_box(points)[2] - _box(points)[0]) * (_box(points)[3] - _box(points)[1]))
    outline = ring[:: 1 + len(ring) // OUTLINE_POINTS]
    west, north, east, south = _box(ring)
    half = LETTER * len(name) / 2
    best: tuple[float, Point] | None = None
    for x in range(LABEL_STEP, int(WIDTH), LABEL_STEP):
        for y in range(LABEL_STEP, int(HEIGHT), LABEL_STEP):
            if not (west < x < east and north < y < south):
                continue
            free = min([x, y, WIDTH - x, HEIGHT - y, *(abs(x - a) / 3 + abs(y - b) for a, b in taken)])
            ends = [(x - half, y), (x, y), (x + half, y)]
            if (best and free <= best[0]) or not all(0 < a < WIDTH and _inside((a, b), ring) for a, b in ends):
                continue
            room = min(free, *(((x - a) ** 2 + (y - b) ** 2) ** 0.5 for a, b in outline))
            if room >= LABEL_ROOM and (best is None or room > best[0]):
                best = (room, (float(x), float(y)))
    return best[1] if best else None


def _inside(point: Point, ring: Ring) -> bool:
    """Whether the point lies in the ring (even-odd)."""
    x, y = point
    inside = False
    for (ax, ay), (bx, by) in zip(ring[-1:] + ring[:-1], ring, strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside
