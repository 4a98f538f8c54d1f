"""Scores place resolution on labelled toponyms: LGL and GeoVirus.

    python -m quality.score_places FOLDER [--every N] [--first N] [--given]

FOLDER holds lgl.xml and GeoVirus.xml. For each set: found and within 161 km (precision, recall, F1), and the
share of the labelled toponyms that were found which resolve within 161 km. With `--given` the labelled names are
handed to the resolver, and the share is of all of them: exactly the labelled entry of GeoNames, or within 161 km.
Of a country or region labelled by its page in an encyclopedia, "by name" takes the same name for right as well.
"""

from __future__ import annotations

import argparse
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from itertools import islice
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from urllib.parse import unquote

from facta.codebook import Codebook
from facta.extraction.context import Context
from facta.extraction.places import find_places, resolve_places
from facta.gazetteer import Gazetteer
from facta.reading import Reader
from facta.records import Place, Precision, Report, Span
from facta.text import fold

NEAR_KM = 161.0
LANDS = (Precision.COUNTRY, Precision.REGION)
Scores = dict[str, float]
Gold = tuple[int, int, float, float, int | str]  # start, end, latitude, longitude, GeoNames id or name of the page


def distance_km(lat: float, lon: float, place: Place) -> float:
    if place.lat is None or place.lon is None:
        return float("inf")
    a, b = radians(lat), radians(place.lat)
    h = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(place.lon - lon) / 2) ** 2
    return 2 * 6371.0 * asin(sqrt(h))


def lgl(path: Path) -> Iterator[tuple[str, list[Gold]]]:
    for article in ET.parse(path).getroot():
        gold: list[Gold] = []
        for toponym in article.iter("toponym"):
            lat, lon = toponym.find("gaztag/lat"), toponym.find("gaztag/lon")
            if lat is not None and lon is not None:
                tag = toponym.find("gaztag")
                identifier = int(tag.get("geonameid") or 0) if tag is not None else 0
                at = (float(lat.text or 0), float(lon.text or 0))
                gold.append((number(toponym, "start"), number(toponym, "end"), *at, identifier))
        yield article.findtext("text") or "", gold


def geovirus(path: Path) -> Iterator[tuple[str, list[Gold]]]:
    """Its offsets count from 1."""
    for article in ET.parse(path).getroot():
        gold: list[Gold] = [
            (number(spot, "start") - 1, number(spot, "end") - 1, degrees(spot, "lat"), degrees(spot, "lon"), page(spot))
            for spot in article.iter("location")
        ]
        yield article.findtext("text") or "", gold


def page(element: ET.Element) -> str:
    """The name under which an encyclopedia has the place: a wide land is the same wherever its middle is put."""
    title = unquote((element.findtext("page") or "").rpartition("/")[2]).replace("_", " ")
    return fold(title.partition(",")[0].partition(" (")[0])


def number(element: ET.Element, tag: str) -> int:
    return int(element.findtext(tag) or 0)


def degrees(element: ET.Element, tag: str) -> float:
    return float(element.findtext(tag) or 0)


def score(articles: Iterable[tuple[str, list[Gold]]], reader: Reader, gazetteer: Gazetteer) -> Scores:
    """End-to-end F1 of places found within 161 km, and the share of found ones that are so near."""
    found = near = same = labelled = predicted = 0
    for text, gold in articles:
        context = Context.of(reader.read(Report.of(text, "en")), Codebook.load("en"), gazetteer)
        places = find_places(context)
        labelled += len(gold)
        predicted += len(places)
        for start, end, lat, lon, label in gold:
            hits = [p for p in places if p.span.start < end and start < p.span.end]
            found += bool(hits)
            near += any(distance_km(lat, lon, p) <= NEAR_KM for p in hits)
            same += any(is_near(lat, lon, label, p) for p in hits)
    scores = {"P": near / max(predicted, 1), "R": near / max(labelled, 1)}
    both = {"F1": f1(near, predicted, labelled), "F1 with lands by name": f1(same, predicted, labelled)}
    return scores | both | {"resolved of found": near / max(found, 1)}


def f1(right: int, predicted: int, labelled: int) -> float:
    return 2 * right / max(predicted + labelled, 1)


def is_near(lat: float, lon: float, label: int | str, place: Place) -> bool:
    """Is the place the labelled one by id or name, or near it?"""
    named = isinstance(label, str) and label != "" and fold(place.name) == label and place.precision in LANDS
    same = isinstance(label, int) and label != 0 and place.geonameid == label
    return named or same or distance_km(lat, lon, place) <= NEAR_KM


def score_given(articles: Iterable[tuple[str, list[Gold]]], reader: Reader, gazetteer: Gazetteer) -> Scores:
    """The labelled names that resolve to the labelled entry or near it, when the resolver is told where they stand."""
    exact = near = labelled = 0
    for text, gold in articles:
        context = Context.of(reader.read(Report.of(text, "en")), Codebook.load("en"), gazetteer)
        places = resolve_places(context, [Span(start, end) for start, end, *_ in gold])
        labelled += len(gold)
        for start, end, lat, lon, label in gold:
            here = next((p for p in places if p.span.start < end and start < p.span.end), None)
            exact += here is not None and here.geonameid == label
            near += here is not None and is_near(lat, lon, label, here)
    return {"given, exact": exact / max(labelled, 1), "given, exact or near": near / max(labelled, 1)}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", type=int, default=1, help="score one article of so many")
    parser.add_argument("--first", type=int, default=0, help="begin with this article")
    parser.add_argument("--given", action="store_true", help="hand the labelled names to the resolver")
    arguments = parser.parse_args()
    reader, gazetteer = Reader.load(), Gazetteer.load()
    for name, articles in (
        ("GeoVirus", geovirus(arguments.folder / "GeoVirus.xml")),
        ("LGL", lgl(arguments.folder / "lgl.xml")),
    ):
        chosen = islice(articles, arguments.first, None, arguments.every)
        scores = (score_given if arguments.given else score)(chosen, reader, gazetteer)
        print(name, "  ".join(f"{measure} {value:.3f}" for measure, value in scores.items()), flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
