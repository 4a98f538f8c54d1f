"""A report as the reader parsed it: sentences, words, names and roles. It knows nothing of conflicts."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from facta.records.reports import Report
from facta.records.spans import Span

Vector = NDArray[np.float32]


class NameKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Token:
    """One word or punctuation mark. `head` is an index into the sentence, -1 for the root (Universal Dependencies)."""

    start: int
    end: int
    form: str
    lemma: str
    upos: str
    head: int
    deprel: str
    fact: float | None = None  # factuality of a predicate, -3 (did not happen) to 3 (happened), if the model gives it

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Role:
    """Token `argument` is the head word of a PropBank-style argument of token `predicate` (indices in the sentence)."""

    predicate: int
    argument: int
    label: str


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """Tokens `first` up to but not including `last` name somebody or something."""

    first: int
    last: int
    kind: NameKind


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as the reader parsed it."""

    span: Span
    tokens: tuple[Token, ...]
    predicates: tuple[int, ...] = ()
    roles: tuple[Role, ...] = ()
    names: tuple[NamedSpan, ...] = ()
    vector: Vector | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Reading:
    """A report and its sentences in text order; `vector` stands for the whole report (unit length)."""

    report: Report
    sentences: tuple[Sentence, ...]
    vector: Vector | None = field(default=None, compare=False, repr=False)
