"""Reads labelled report folders with facta and scores them with the folder's own score.py.

    python quality/predict.py FOLDER [--per] [--pred OUT.jsonl]

FOLDER holds index.json, labels.jsonl and score.py (see the corpora's README). Prints the scorer's table.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from facta.pipeline import Pipeline
from facta.records import Actor, Claims, Incident, Report, Span, When
from facta.settings import Settings
from facta.sources import Known, load
from facta.stories import group, resolve

Row = dict[str, Any]


def pair(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def day(when: When | None) -> str | None:
    """The first day; a single day is written in full, a longer time by its start."""
    return when.start.isoformat() if when and when.start else None


def actor_name(actor: Actor | None) -> str | None:
    return actor.name if actor else None


def incident(claim: Incident) -> Row:
    place = pair(claim.place.span) if claim.place else None
    return {"type": claim.type, "trigger": pair(claim.trigger), "place": place, "date": day(claim.when)}


def prediction(identifier: str, claims: Claims, story: str | None) -> Row:
    """One report's claims in the scorer's form: a statement with several content spans gives a row for each."""
    statements = [
        {
            "speaker": pair(s.speaker.span) if s.speaker else None,
            "speaker_name": actor_name(s.speaker),
            "cue": pair(s.cue),
            "content": pair(content),
        }
        for s in claims.statements
        for content in s.content
    ]
    figures = [{"text": pair(f.text), "value": f.value, "what": f.counts} for f in claims.figures]
    return {
        "id": identifier,
        "statements": statements,
        "incidents": [incident(i) for i in claims.incidents],
        "pledges": [{"text": pair(p.text)} for p in claims.pledges],
        "figures": figures,
        "story": story,
    }


def reports(folder: Path, index: list[Row]) -> Iterator[Report]:
    """The folder's reports as the product reads them, with the days and publishers that its index gives."""
    for entry in index:
        published = date.fromisoformat(entry["date"]) if entry.get("date") else None
        known = Known(publisher=entry.get("outlet"), published=published, language="en")
        for report in load([str(folder / entry["source_file"])], known, Settings()):
            if not isinstance(report, Report):
                raise report
            yield report


def predict(folder: Path) -> list[Row]:
    pipeline = Pipeline(Settings())
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    everything = [pipeline.claims(report) for report in reports(folder, index)]
    story_of = {report: story.id for story in group(everything, resolve(everything)) for report in story.reports}
    return [
        prediction(entry["id"], claims, story_of.get(claims.report.id))
        for entry, claims in zip(index, everything, strict=True)
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--per", action="store_true", help="also print a line for each report")
    parser.add_argument("--pred", type=Path, help="keep the predictions in this file")
    arguments = parser.parse_args()
    target = arguments.pred or Path(tempfile.mkdtemp()) / "pred.jsonl"
    target.write_text("".join(json.dumps(row) + "\n" for row in predict(arguments.folder)), encoding="utf-8")
    command = [sys.executable, str(arguments.folder / "score.py"), str(target)] + ["--per"] * arguments.per
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
