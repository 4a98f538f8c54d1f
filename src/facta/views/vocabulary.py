"""From the codebook to tables of what it knows: the types of deeds, and the entries of one type with their lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from facta.codebook import Codebook, languages
from facta.codebook.incidents import Incidents, Trigger
from facta.codebook.load import bundled
from facta.codebook.plover import Plover
from facta.extraction.trace import Rule
from facta.views.explain import place_text
from facta.views.forms import Form

TYPES = ("type", "score", "means", "modes", "words")
ENTRIES = ("lang", "type", "mode", "part", "words", "only if", "entry")
PARTS = ("verbs", "nouns", "adjectives")
ASKED = ("subject", "object", "near", "unless")


def types(folder: Path | None) -> tuple[str, ...]:
    """PLOVER's types in their order."""
    return tuple(Codebook.load("en", folder).common("plover", Plover).types)


def type_forms(folder: Path | None, language: str | None) -> list[Form]:
    """Each type with its score, meaning, modes, and the number of words that tell it, by language."""
    page = Codebook.load("en", folder).common("plover", Plover)
    counted = {code: _counts(Codebook.load(code, folder)) for code in _codes(folder, language)}
    return [
        {
            "type": name,
            "score": kind.score,
            "means": kind.means,
            "modes": list(kind.modes),
            "words": {code: counts.get(name, 0) for code, counts in counted.items()},
        }
        for name, kind in page.types.items()
    ]


def entry_forms(folder: Path | None, kind: str, language: str | None) -> list[Form]:
    """The entries of one type in the order in which they are tried, the words of each part of speech apart."""
    return [form for code in _codes(folder, language) for form in _entries(Codebook.load(code, folder), kind)]


def type_row(form: Form) -> tuple[str, ...]:
    words = ", ".join(f"{code} {number}" for code, number in form["words"].items())
    return (form["type"], f"{form['score']:g}", form["means"], ", ".join(form["modes"]), words)


def entry_row(form: Form) -> tuple[str, ...]:
    asked = "; ".join(f"{key}: {', '.join(value)}" if value is not True else key for key, value in form["if"].items())
    return (
        form["language"],
        form["type"],
        form["mode"] or "",
        form["part"],
        ", ".join(form["words"]),
        asked,
        form["at"],
    )


def _entries(codebook: Codebook, kind: str) -> Iterator[Form]:
    for number, trigger in enumerate(codebook.page("incidents", Incidents).triggers):
        for part in PARTS:
            words = getattr(trigger, part)
            if trigger.type == kind and words:
                yield {
                    "language": codebook.language,
                    "type": trigger.type,
                    "mode": trigger.mode,
                    "part": part,
                    "words": list(words),
                    "if": _asked(trigger),
                    "at": place_text(codebook, Rule("incidents", ("triggers", number, part), words[0])),
                }


def _asked(trigger: Trigger) -> Form:
    """What the trigger asks for beyond its words: lists of classes, and the keys that are true."""
    lists = {key: list(value) for key in ASKED if (value := getattr(trigger, key))}
    flags = {key: True for key, value in trigger if value is True}
    return {**lists, **flags}


def _counts(codebook: Codebook) -> dict[str, int]:
    words: dict[str, set[str]] = {}
    for trigger in codebook.page("incidents", Incidents).triggers:
        words.setdefault(trigger.type, set()).update(*(getattr(trigger, part) for part in PARTS))
    return {kind: len(found) for kind, found in words.items()}


def _codes(folder: Path | None, language: str | None) -> tuple[str, ...]:
    return (language,) if language else tuple(languages(folder or bundled()))
