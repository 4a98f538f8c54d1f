"""From a YAML file of reports to who says what in them, checked: every content is found in its text, and only once.

A file is a list of reports (see attribution/README.md); contents and speakers are given in the words of the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from facta.records import Act, Form, Span

FOLDER = Path(__file__).parent / "attribution"


@dataclass(frozen=True, slots=True)
class Said:
    """One statement as a person reads it. `speakers` are the accepted names of one speaker, none when nobody is named;
    `optional` ones may be found or not."""

    speakers: tuple[str, ...]
    cue: str | None
    content: tuple[Span, ...]
    act: Act
    form: Form
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Labelled:
    """One report of a set and all that is said in it."""

    id: str
    kind: str
    published: date
    text: str
    statements: tuple[Said, ...]


class WrongLabel(ValueError):
    """A label that does not fit its text."""

    def __init__(self, report: str, words: str, times: int) -> None:
        super().__init__(f"{report}: {words!r} stands {times} times in the text; it must stand there once")


def labelled(file: Path) -> tuple[Labelled, ...]:
    """The reports of a file."""
    return tuple(_report(row) for row in yaml.safe_load(file.read_text(encoding="utf-8")))


def _report(row: dict[str, Any]) -> Labelled:
    text = row["text"]
    said = tuple(_said(row["id"], text, statement) for statement in row["statements"])
    return Labelled(row["id"], row["kind"], row["published"], text, said)


def _said(report: str, text: str, row: dict[str, Any]) -> Said:
    speakers = _several(row["speaker"])
    for words in (*speakers, *_several(row.get("cue"))):
        if words.casefold() not in text.casefold():
            raise WrongLabel(report, words, 0)
    return Said(
        speakers=speakers,
        cue=row.get("cue"),
        content=tuple(_only(report, text, words) for words in _several(row["content"])),
        act=Act(row["act"]),
        form=Form(row["form"]),
        optional=row.get("optional", False),
    )


def _several(value: str | list[str] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ())


def _only(report: str, text: str, words: str) -> Span:
    if text.count(words) != 1:
        raise WrongLabel(report, words, text.count(words))
    start = text.index(words)
    return Span(start, start + len(words))
