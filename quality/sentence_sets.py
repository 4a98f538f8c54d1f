"""From YAML files of labelled sentences to rows and the spans of their labels; a label must fit its text.

A file is a list of rows with a `text`; labels are words of the text (see times/README.md and places/README.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from facta.records import Incident, Span

LANGUAGES = ("en", "es", "uk", "ru", "fr", "de")
Row = dict[str, Any]


class WrongLabel(ValueError):
    """A label whose words do not stand in its text."""

    def __init__(self, words: str, text: str) -> None:
        super().__init__(f"{words!r} does not stand in {text[:60]!r}…")


def rows(folder: Path, language: str) -> list[Row]:
    """The rows of one language's file."""
    loaded: list[Row] = yaml.safe_load((folder / f"{language}.yml").read_text(encoding="utf-8"))
    return loaded


def spans(text: str, labels: Iterable[str]) -> dict[str, Span]:
    """Where each label stands: whole words, longer labels first, none within another."""
    found: dict[str, Span] = {}
    for words in sorted(set(labels), key=lambda words: (-len(words), words)):
        places = (Span(*m.span()) for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text))
        free = next((p for p in places if not any(p.overlaps(other) for other in found.values())), None)
        if free is None:
            raise WrongLabel(words, text)
        found[words] = free
    return found


def deeds_at(text: str, words: str, incidents: Iterable[Incident]) -> list[Incident]:
    """The incidents whose trigger or further evidence stands at the first of the words."""
    if words not in text:
        raise WrongLabel(words, text)
    first = Span(text.index(words), text.index(words) + len(words.split()[0]))
    return [i for i in incidents if any(span.overlaps(first) for span in (i.trigger, *i.evidence))]
