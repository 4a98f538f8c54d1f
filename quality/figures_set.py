"""From a YAML file of sentences to the figures expected in them, checked: their words stand in the text.

See figures/README.md for the form of an entry. Finding figures and comparing them is left to `score_figures`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from facta.records import Span

FOLDER = Path(__file__).parent / "figures"
_FURTHER = re.compile(r"\b(at|on|by|unit|scope)=")


@dataclass(frozen=True, slots=True)
class Expected:
    """One figure as a person reads it. `counts` are the accepted categories, none when any will do."""

    span: Span
    value: float | None
    low: float | None
    high: float | None
    approximate: bool
    counts: tuple[str, ...]
    further: dict[str, str]  # at, on, by, unit, scope
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence and all the figures in it."""

    text: str
    figures: tuple[Expected, ...]


class WrongLabel(ValueError):
    """A label that does not fit its text."""

    def __init__(self, text: str, words: str) -> None:
        super().__init__(f"{words!r} does not stand (so often) in {text!r}")


def labelled(file: Path) -> tuple[Labelled, ...]:
    """The sentences of a file."""
    rows = yaml.safe_load(file.read_text(encoding="utf-8"))
    return tuple(Labelled(row["text"], tuple(_figures(row["text"], row.get("figures", [])))) for row in rows)


def _figures(text: str, labels: list[str]) -> list[Expected]:
    found: list[Expected] = []
    for label in labels:
        words, amount, counts, *further = (part.strip() for part in label.split(" | "))
        optional, words = words.startswith("? "), words.removeprefix("? ")
        span = _stands(text, words, [e.span for e in found])
        for told in (text_of := _further(further[0] if further else "")).items():
            if told[0] in ("at", "on", "by") and told[1] not in text:
                raise WrongLabel(text, told[1])
        value, low, high = bounds(amount)
        categories = () if counts == "?" else tuple(counts.split(","))
        found.append(Expected(span, value, low, high, amount.startswith("~"), categories, text_of, optional))
    return found


def _stands(text: str, words: str, taken: list[Span]) -> Span:
    """The first place of the words that no earlier figure of the sentence has taken, whole words only."""
    for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text):
        span = Span(match.start(), match.end())
        if not any(span.overlaps(other) for other in taken):
            return span
    raise WrongLabel(text, words)


def _further(written: str) -> dict[str, str]:
    parts = _FURTHER.split(written)[1:]
    return {key: value.strip() for key, value in zip(parts[::2], parts[1::2], strict=True)}


def bounds(amount: str) -> tuple[float | None, float | None, float | None]:
    """Value, low and high: "12..", "..12", "30..40", "~12", "24.. vague" or "12"."""
    vague = amount.endswith(" vague")
    low, dots, high = amount.removeprefix("~").removesuffix(" vague").partition("..")
    least, most = (float(part) if part else None for part in (low, high))
    if not dots:
        return least, least, least
    value = None if vague or (low and high) else least if most is None else most
    return value, least, most
