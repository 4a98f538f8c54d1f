"""Takes the kind of a claim and its values, gives the fields of the form by which a person corrects or adds one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from facta.codebook import Codebook
from facta.codebook.plover import Plover
from facta.codebook.units import Units
from facta.records import Act, Form, Status, Strength
from facta.views.review import NAMES
from facta.views.review.editing import MEASURED

EVIDENCE = ("start", "end")  # shown beside the words
YES_NO = ("no", "yes")
FLAGS = ("hedged", "historical", "negated", "approximate")
NUMBERS = ("value", "low", "high", "start", "end")
Option = tuple[str, str]  # a value, and how it is called


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name, what it holds now, and what it may hold where that is a list."""

    name: str
    value: str
    options: tuple[Option, ...] = ()

    @property
    def input(self) -> str:
        """The kind of input; days are written as words, since they may be the first and last of several."""
        return "number" if self.name in NUMBERS else "text"


def fields_for(kind: str, values: Mapping[str, str], codebook: Codebook) -> list[Field]:
    """The fields of a kind of claim, but for its words, in the order in which they are told."""
    names = [name for name in NAMES[kind] if name not in ("words", *EVIDENCE)]
    return [Field(name, values.get(name, ""), _options(name, values, codebook)) for name in names]


def spans_for(values: Mapping[str, str]) -> list[Field]:
    """Where the words begin and end, as numbers: needed only where the words stand in the text more than once."""
    return [Field(name, values.get(name, "")) for name in EVIDENCE]


def _options(name: str, values: Mapping[str, str], codebook: Codebook) -> tuple[Option, ...]:
    plover = codebook.common("plover", Plover)
    match name:
        case "type":
            return tuple((type_, f"{type_}: {kind.means}") for type_, kind in plover.types.items())
        case "mode":
            return _modes(values.get("type", ""), plover)
        case "counts":
            return _named((*codebook.page("units", Units).categories, *MEASURED))
        case "act":
            return _named(Act)
        case "form":
            return _named(Form)
        case "status":
            return _named(Status)
        case "strength":
            return _named(Strength)
        case _:
            return _named(YES_NO) if name in FLAGS else ()


def _modes(type_: str, plover: Plover) -> tuple[Option, ...]:
    """The modes of the type that is chosen, then those of others, which fit once another type is chosen."""
    own = [mode for kind in [plover.types.get(type_)] if kind for mode in kind.modes]
    others = [mode for name, kind in plover.types.items() if name != type_ for mode in kind.modes]
    return (("", "–"), *_named(dict.fromkeys([*own, *others])))


def _named(values: Iterable[str]) -> tuple[Option, ...]:
    return tuple((str(value), str(value)) for value in values)
