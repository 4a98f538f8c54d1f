"""Scores statements on PolNeAR, a corpus of news with attributions marked by hand, through the corpus's own scorer.

    python quality/score_polnear.py FOLDER [--split dev] [--limit N] [--pred OUT.jsonl]

FOLDER holds score.py, polnear_io.py and the splits. Prints the scorer's tables: C50 is content one-to-one at an overlap
of a half or more, C50+S the same with the speaker. Error analysis may use any split but the one kept aside.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import Any

from facta.codebook import Codebook
from facta.extraction import extract
from facta.gazetteer import Gazetteer
from facta.reading import Reader
from facta.records import Report, Span, Statement

Row = dict[str, Any]
MEASURES = {"content": "C50", "content and speaker": "C50+S", "content exact": "content wordexact"}


def spans(*given: Span | None) -> list[list[int]]:
    return [[span.start, span.end] for span in given if span]


def attribution(statement: Statement) -> Row:
    """A statement in the scorer's form; the source is the mention in the text, none where nobody is named."""
    speaker = statement.speaker.span if statement.speaker else None
    return {"source": spans(speaker), "cue": spans(statement.cue), "content": spans(*statement.content)}


@lru_cache(maxsize=1)
def english() -> tuple[Reader, Codebook, Gazetteer]:
    return Reader.load(), Codebook.load("en"), Gazetteer.load()


@lru_cache(maxsize=1024)  # the scorer of quotations asks for the same texts
def statements(text: str) -> tuple[Statement, ...]:
    """What an English text says that somebody said."""
    reader, codebook, gazetteer = english()
    return extract(reader.read(Report.of(text, "en")), codebook, gazetteer).statements


def predict(texts: list[Path]) -> list[Row]:
    rows = []
    for path in texts:
        with path.open(encoding="utf-8", newline="") as file:
            found = statements(file.read())
        rows.append({"doc": path.name[: -len(path.suffix)], "attributions": [attribution(s) for s in found]})
    return rows


def score(folder: Path) -> dict[str, float]:
    """F1 on communication cues of the dev split: content, content with speaker, and content to the letter."""
    with tempfile.TemporaryDirectory() as place:
        target, table = Path(place) / "pred.jsonl", Path(place) / "scores.json"
        rows = predict(sorted((folder / "dev/text").iterdir()))
        target.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        command = [sys.executable, str(folder / "score.py"), str(target), "--split", "dev", "--json", str(table)]
        subprocess.run(command, check=True, capture_output=True)
        found = json.loads(table.read_text(encoding="utf-8"))["comm"]
    return {f"{measure} F1": found[key][2] for measure, key in MEASURES.items()}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--limit", type=int, help="read only so many texts; the scorer still counts all")
    parser.add_argument("--pred", type=Path, help="keep the predictions in this file")
    arguments = parser.parse_args()
    texts = sorted((arguments.folder / arguments.split / "text").iterdir())[: arguments.limit]
    target = arguments.pred or Path(tempfile.mkdtemp()) / "pred.jsonl"
    target.write_text("".join(json.dumps(row) + "\n" for row in predict(texts)), encoding="utf-8")
    command = [sys.executable, str(arguments.folder / "score.py"), str(target), "--split", arguments.split]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
