"""The abbreviations and sentence starters of each language, from `data/abbreviations.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

SPLITS_HYPHENS = frozenset({"en", "de"})  # as the treebanks of these languages do
ORDINAL_POINT = frozenset({"de", "pl", "tr"})  # "13." is how these languages write "13th"


@dataclass(frozen=True)
class Abbreviations:
    """One language's lists, without the last full stop of each."""

    before_name: frozenset[str]
    may_end: frozenset[str]
    before_number: frozenset[str]
    starters: frozenset[str]

    @cached_property
    def all(self) -> frozenset[str]:
        return self.before_name | self.may_end

    @cached_property
    def spaced(self) -> tuple[str, ...]:
        """Those of two parts with a space between: "a. m"."""
        return tuple(sorted(a for a in self.all if " " in a))

    @cached_property
    def halves(self) -> tuple[tuple[str, str], ...]:
        """The two parts of each of these, full stops apart."""
        return tuple((a.partition(". ")[0], a.partition(". ")[2]) for a in self.spaced)


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    path = files("facta.reading") / "data" / "abbreviations.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def abbreviations(language: str) -> Abbreviations:
    """The lists of the language; a language without its own gets the English ones."""
    table = _tables().get(language) or _tables()["en"]
    return Abbreviations(
        before_name=_also_capitalised(table["before_name"]),
        may_end=_also_capitalised(table["may_end"]),
        before_number=frozenset(table["before_number"]),
        starters=frozenset(table["starters"]),
    )


def _also_capitalised(listed: list[str]) -> frozenset[str]:
    """The list, and its words as they begin a sentence; single letters would be taken for other initials."""
    return frozenset(listed) | {a[0].upper() + a[1:] for a in listed if len(a) > 1}


@cache
def address_endings() -> frozenset[str]:
    return frozenset(_tables()["addresses"]["endings"])
