"""Fixtures shared by all tests: the reader and gazetteer are loaded once a session."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import settings

from facta.codebook import Codebook
from facta.extraction import extract
from facta.gazetteer import Gazetteer
from facta.reading import Reader
from facta.records import Claims, Report

ClaimsOf = Callable[..., Claims]

# no test depends on how fast the machine is, and a run tries the examples of the run before
settings.register_profile("facta", deadline=None, derandomize=True)
settings.load_profile("facta")


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader.load()


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.fixture(scope="session")
def claims_of(reader: Reader, gazetteer: Gazetteer) -> ClaimsOf:
    """Reads and extracts a text: `claims_of("…", language="uk", published=date(2024, 5, 1))`."""

    def claims(text: str, language: str = "en", published: date | None = date(2024, 5, 15)) -> Claims:
        report = Report.of(text, language, published=published)
        return extract(reader.read(report), Codebook.load(language), gazetteer)

    return claims
