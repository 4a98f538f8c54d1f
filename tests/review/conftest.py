"""A ledger with a pledge, deeds that break it, a denial and two other stories, over both databases."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any, Protocol

import pytest

from facta.gazetteer import Gazetteer
from facta.ledger import Ledger
from facta.pipeline import Pipeline
from facta.reading import Reader
from facta.records import Claims, Decision, Failure, Review
from facta.settings import Settings
from facta.sources import Known, load
from facta.views.review import Change, review_of, settle, undo_of
from tests.ledger.conftest import socket as socket
from tests.ledger.conftest import where as where
from tests.pipeline import reports

MINUTES = count(1)


class Decide(Protocol):
    """Decides on something in the ledger, a minute after the decision before."""

    def __call__(self, target: str, decision: Decision, **known: Any) -> Review: ...


@pytest.fixture(scope="session")
def pipeline(reader: Reader, gazetteer: Gazetteer) -> Pipeline:
    made = Pipeline(Settings())
    vars(made).update(reader=reader, gazetteer=gazetteer)
    return made


@pytest.fixture(scope="session")
def read(pipeline: Pipeline, tmp_path_factory: pytest.TempPathFactory) -> list[Claims]:
    """What the reports claim, as the machine reads it."""
    folder = reports.fill(tmp_path_factory.mktemp("reports"))
    found = [pipeline.attempt(item) for item in load([str(folder)], Known(), pipeline.settings)]
    assert not [one for one in found if isinstance(one, Failure)]
    return [one for one in found if isinstance(one, Claims)]


@pytest.fixture(scope="session")
def filled(pipeline: Pipeline, read: list[Claims], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger's file as the machine leaves it."""
    place = tmp_path_factory.mktemp("filled") / "facta.db"
    with Ledger.open(str(place)) as opened:
        fill(opened, pipeline, read)
    return place


def fill(ledger: Ledger, pipeline: Pipeline, read: list[Claims]) -> None:
    for claims in read:
        ledger.add(claims, pipeline.made_by)
    pipeline.recheck(ledger)


@pytest.fixture
def copied(filled: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(filled, tmp_path / "facta.db"))


@pytest.fixture
def ledger(copied: Path) -> Iterator[Ledger]:
    """A ledger of its own for each test, in SQLite."""
    with Ledger.open(str(copied)) as opened:
        yield opened


@pytest.fixture
def each_ledger(where: str, pipeline: Pipeline, read: list[Claims]) -> Iterator[Ledger]:
    """The same over SQLite and PostgreSQL."""
    with Ledger.open(where) as opened:
        fill(opened, pipeline, read)
        yield opened


def at() -> datetime:
    """A later time each time."""
    return datetime(2024, 6, 1, tzinfo=UTC) + timedelta(minutes=next(MINUTES))


def decide(ledger: Ledger, pipeline: Pipeline, target: str, decision: Decision, **known: Any) -> Review:
    """Keeps a decision and all that follows from it."""
    change = Change(target, decision, known.pop("by", "ines"), at(), **known)
    review = review_of(ledger, change)
    settle(ledger, pipeline, review)
    return review


def undo(ledger: Ledger, pipeline: Pipeline, review: Review, by: str = "ines") -> Review:
    back = undo_of(ledger, review.id, by, at())
    settle(ledger, pipeline, back)
    return back


def machine(ledger: Ledger) -> str:
    """All rows but those of decisions."""
    return "".join(line for line in ledger.dump().splitlines(True) if not line.startswith("reviews "))
