"""Takes numbered deeds, gives the map of part 3: spots where a spot is known, circles where only a region is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from facta.records import Place, Precision
from facta.views.dossier.deeds import Deed
from facta.views.interface import msg
from facta.views.map import Borders, Frame, Land
from facta.views.map.frame import HEIGHT, KM_A_DEGREE, WIDTH

REGION_KM = {Precision.DISTRICT: 25.0, Precision.NEAR: 15.0, Precision.REGION: 70.0}
FAR_KM = 1500.0  # a place farther than this from the middle one is listed, so that it does not shrink the rest
LETTER_WIDE, LABEL_HIGH = 0.85, 4.0  # of a label, in hundredths of the map's width and height
NUMBERS = 6  # deeds named on one spot; a longer list ends in "…"


@dataclass(frozen=True, slots=True)
class Spot:
    """Deeds at one place: `x`, `y` in hundredths of the frame; `radius` in units of it, nothing for a true spot."""

    place: Place
    x: float
    y: float
    radius: float | None
    label_y: float  # of its words, in hundredths: moved down where they would cover another's
    deeds: tuple[Deed, ...]
    flipped: bool = False  # whether its words stand to the left

    @property
    def numbers(self) -> str:
        shown = ", ".join(str(deed.number) for deed in self.deeds[:NUMBERS])
        return shown + ("…" if len(self.deeds) > NUMBERS else "")

    @property
    def label_left(self) -> float:
        if self.radius:
            return self.x - self.label_width / 2
        return self.x - self.label_width if self.flipped else self.x

    @property
    def label_right(self) -> float:
        return self.label_left + self.label_width

    @property
    def label_width(self) -> float:
        return 2.0 + LETTER_WIDE * (len(self.place.name) + len(self.numbers) + 2)


@dataclass(frozen=True, slots=True)
class Listed:
    """Deeds that are not drawn, and why."""

    name: str
    reason: str
    deeds: tuple[Deed, ...]


@dataclass(frozen=True, slots=True)
class Atlas:
    lands: tuple[Land, ...]
    spots: tuple[Spot, ...]
    listed: tuple[Listed, ...]
    bar_km: int
    bar: float
    width: float = WIDTH
    height: float = HEIGHT


def atlas_of(deeds: Sequence[Deed]) -> Atlas | None:
    """The map, or nothing when no deed has a place that can be drawn."""
    places: dict[str, tuple[Place, list[Deed]]] = {}
    for deed in deeds:
        if (place := deed.group.place) is not None and not deed.background:
            places.setdefault(_key(place), (place, []))[1].append(deed)
    drawable = [(place, held) for place, held in places.values() if _drawable(place)]
    if not drawable:
        return None
    near = _near(drawable)
    frame = Frame.around([corner for place, _ in near for corner in _extent(place)])
    spots = tuple(_spread([_spot(frame, place, held) for place, held in near]))
    taken = [(spot.x * WIDTH / 100 + 50 * (1 - 2 * spot.flipped), spot.label_y * HEIGHT / 100) for spot in spots]
    bar_km, bar = frame.scale_bar()
    drawn = {_key(place) for place, _ in near}
    listed = tuple(_listed(place, held) for key, (place, held) in places.items() if key not in drawn)
    return Atlas(tuple(Borders.load().within(frame, taken)), spots, listed, bar_km, bar)


def _extent(place: Place) -> list[tuple[float, float]]:
    """The spot itself, or what a region's circle reaches."""
    lat, lon = place.lat or 0.0, place.lon or 0.0
    up = REGION_KM.get(place.precision, 0.0) / KM_A_DEGREE
    aside = up / max(0.1, math.cos(math.radians(lat)))
    return [(lat - up, lon - aside), (lat + up, lon + aside)]


def _key(place: Place) -> str:
    return f"{place.geonameid or place.name} {place.precision.value}"


def _drawable(place: Place) -> bool:
    known = place.lat is not None and place.lon is not None
    return known and place.precision not in (Precision.COUNTRY, Precision.UNRESOLVED) and not _part_of_country(place)


def _part_of_country(place: Place) -> bool:
    """Whether it is some part of a country, such as its east: the point known for it is the country's middle."""
    return place.precision is Precision.REGION and place.name == Borders.load().names.get(place.country or "")


def _near(drawable: list[tuple[Place, list[Deed]]]) -> list[tuple[Place, list[Deed]]]:
    """The places around the one that is nearest to all deeds; a far capital does not shrink a front line."""

    def apart(one: Place, other: Place) -> float:
        frame = Frame(one.lat or 0.0, one.lon or 0.0, 1.0)
        x, y = frame.place(other.lat or 0.0, other.lon or 0.0)
        return float(((x - WIDTH / 2) ** 2 + (y - HEIGHT / 2) ** 2) ** 0.5 / frame.units_a_km)

    middle = min(drawable, key=lambda item: sum(apart(item[0], place) * len(held) for place, held in drawable))[0]
    return [(place, held) for place, held in drawable if apart(middle, place) <= FAR_KM]


def _spot(frame: Frame, place: Place, held: list[Deed]) -> Spot:
    x, y = frame.place(place.lat or 0.0, place.lon or 0.0)
    km = REGION_KM.get(place.precision)
    radius = round(km * frame.units_a_km, 1) if km else None
    down = round(100 * y / HEIGHT, 2)
    return Spot(place, round(100 * x / WIDTH, 2), down, radius, down, tuple(held))


def _flipped(spot: Spot, spots: list[Spot]) -> bool:
    """Whether its words go to the left: for want of room on the right, or for a dot there and none on the left."""
    level = [s.x - spot.x for s in spots if s is not spot and not s.radius and abs(s.y - spot.y) < LABEL_HIGH]
    right = spot.x + spot.label_width > 97 or any(0 <= aside < spot.label_width for aside in level)
    left = spot.x - spot.label_width < 3 or any(-spot.label_width < aside < 0 for aside in level)
    return right and not left


def _spread(spots: list[Spot]) -> list[Spot]:
    """Spots from north to south, each label below those that it would cover."""
    placed: list[Spot] = []
    turned = [replace(spot, flipped=_flipped(spot, spots)) for spot in spots]
    for spot in sorted(turned, key=lambda s: (s.y, s.x, s.place.name)):
        down = spot.y
        for other in sorted(placed, key=lambda s: s.label_y):
            if spot.label_left < other.label_right and other.label_left < spot.label_right:
                down = max(down, other.label_y + LABEL_HIGH) if abs(down - other.label_y) < LABEL_HIGH else down
        placed.append(replace(spot, label_y=round(down, 2)))
    return placed


def _listed(place: Place, held: list[Deed]) -> Listed:
    if place.precision is Precision.COUNTRY:
        return Listed(place.name, msg("a whole country"), tuple(held))
    if _part_of_country(place):
        return Listed(place.name, msg("a part of the country"), tuple(held))
    if not _drawable(place):
        return Listed(place.name, msg("unresolved"), tuple(held))
    return Listed(place.name, msg("outside the map"), tuple(held))
