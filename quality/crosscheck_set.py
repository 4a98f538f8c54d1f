"""The stories of `quality/crosscheck/`: from YAML to reports, and to what a careful reader finds across them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from facta.codebook import Codebook
from facta.demo import reports_folder
from facta.records import Counts, Report, Span
from facta.settings import Settings
from facta.sources import Known, load, passages

FOLDER = Path(__file__).parent / "crosscheck"
KINDS = ("deed", "pledge", "figure", "wording", "headline")


@dataclass(frozen=True, slots=True)
class Mention:
    """Characters of one report that tell what a finding is about."""

    report: str
    span: Span


@dataclass(frozen=True, slots=True)
class Expected:
    """One finding that a careful reader makes. `counts` are those of its group: reports, publishers, origins, and last
    the utterances behind the origins."""

    kind: str
    mentions: tuple[Mention, ...]
    verdict: str
    type: str | None = None
    counts: Counts | None = None
    parts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Tale:
    """A story with its reports and all that is expected of it, or several stories that make one thread."""

    name: str
    reports: tuple[Report, ...]
    expected: tuple[Expected, ...]
    stories: tuple[tuple[str, ...], ...]  # ids of the reports of each story, earliest first


def tales(folder: Path = FOLDER) -> list[Tale]:
    """All stories, in order of their file names."""
    return [_tale(file) for file in sorted(folder.glob("*.yml"))]


def _tale(file: Path) -> Tale:
    page = yaml.safe_load(file.read_text(encoding="utf-8"))
    if page.get("folder") == "demo":
        reports = dict(_demo(page["first"], page["last"]))
    else:
        reports = {row["id"]: _report(row) for row in page["reports"]}
    told = {reports[row["id"]].id: row.get("story", 1) for row in page.get("reports", ())}
    numbers = sorted(set(told.values()) or {1})
    stories = tuple(tuple(r.id for r in reports.values() if told.get(r.id, 1) == number) for number in numbers)
    expected = tuple(_expected(file, row, reports) for row in page["expect"])
    return Tale(file.stem, tuple(reports.values()), expected, stories)


def _report(row: dict[str, Any]) -> Report:
    text, language, published = row["text"], row["language"], row["published"]
    known = {"published": published, "publisher": row["publisher"], "path": row["id"]}
    return Report.of(text, language, passages=passages(text, Codebook.load(language)), **known)


def _demo(first: str, last: str) -> Iterator[tuple[str, Report]]:
    """The demo's reports from one number to another, by name of file."""
    for item in load([str(reports_folder())], Known(), Settings()):
        if not isinstance(item, Report):
            raise item
        name = Path(item.path or "").stem
        if first <= name[: len(first)] <= last:
            yield name, item


def _expected(file: Path, row: dict[str, Any], reports: dict[str, Report]) -> Expected:
    mentions = [
        Mention(reports[name].id, _find(file, reports[name], words))
        for name, phrases in row["mentions"].items()
        for words in phrases
    ]
    counts = Counts(*row["counts"]) if "counts" in row else None
    parts = tuple(sorted(row.get("parts", {}).items()))
    return Expected(row["kind"], tuple(mentions), row["verdict"], row.get("type"), counts, parts)


def _find(file: Path, report: Report, words: str) -> Span:
    """Where the words stand; they must stand there once."""
    if report.text.count(words) != 1:
        raise ValueError(f"{file.name}: {words!r} stands {report.text.count(words)} times in report {report.path}")
    start = report.text.index(words)
    return Span(start, start + len(words))
