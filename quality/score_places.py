"""Scores place resolution on labelled toponyms: LGL and GeoVirus.

    python quality/score_places.py FOLDER [--articles N]

FOLDER holds lgl.xml and GeoVirus.xml. For each set: found and within 161 km (precision, recall, F1), and the
share of the labelled toponyms that were found which resolve within 161 km.
"""

from __future__ import annotations

import argparse
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

from facta.codebook import Codebook
from facta.extraction.context import Context
from facta.extraction.places import find_places
from facta.gazetteer import Gazetteer
from facta.reading import Reader
from facta.records import Place, Report

NEAR_KM = 161.0
Scores = dict[str, float]
Gold = tuple[int, int, float, float]


def distance_km(lat: float, lon: float, place: Place) -> float:
    if place.lat is None or place.lon is None:
        return float("inf")
    a, b = radians(lat), radians(place.lat)
    h = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(place.lon - lon) / 2) ** 2
    return 2 * 6371.0 * asin(sqrt(h))


def lgl(path: Path) -> Iterator[tuple[str, list[Gold]]]:
    for article in ET.parse(path).getroot():
        gold = []
        for toponym in article.iter("toponym"):
            lat, lon = toponym.find("gaztag/lat"), toponym.find("gaztag/lon")
            if lat is not None and lon is not None:
                gold.append(
                    (number(toponym, "start"), number(toponym, "end"), float(lat.text or 0), float(lon.text or 0))
                )
        yield article.findtext("text") or "", gold


def geovirus(path: Path) -> Iterator[tuple[str, list[Gold]]]:
    """Its offsets count from 1."""
    for article in ET.parse(path).getroot():
        gold = [
            (number(spot, "start") - 1, number(spot, "end") - 1, degrees(spot, "lat"), degrees(spot, "lon"))
            for spot in article.iter("location")
        ]
        yield article.findtext("text") or "", gold


def number(element: ET.Element, tag: str) -> int:
    return int(element.findtext(tag) or 0)


def degrees(element: ET.Element, tag: str) -> float:
    return float(element.findtext(tag) or 0)


def score(articles: Iterator[tuple[str, list[Gold]]], limit: int, reader: Reader, gazetteer: Gazetteer) -> Scores:
    """End-to-end F1 of places found within 161 km, and the share of found ones that are so near."""
    found = near = labelled = predicted = 0
    for count, (text, gold) in enumerate(articles):
        if count >= limit:
            break
        context = Context.of(reader.read(Report.of(text, "en")), Codebook.load("en"), gazetteer)
        places = find_places(context)
        labelled += len(gold)
        predicted += len(places)
        for start, end, lat, lon in gold:
            hits = [p for p in places if p.span.start < end and start < p.span.end]
            found += bool(hits)
            near += any(distance_km(lat, lon, p) <= NEAR_KM for p in hits)
    precision, recall = near / max(predicted, 1), near / max(labelled, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {"P": precision, "R": recall, "F1": f1, "resolved of found": near / max(found, 1)}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=1_000_000)
    arguments = parser.parse_args()
    reader, gazetteer = Reader.load(), Gazetteer.load()
    for name, articles in (
        ("GeoVirus", geovirus(arguments.folder / "GeoVirus.xml")),
        ("LGL", lgl(arguments.folder / "lgl.xml")),
    ):
        scores = score(articles, arguments.articles, reader, gazetteer)
        print(name, "  ".join(f"{measure} {value:.3f}" for measure, value in scores.items()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
