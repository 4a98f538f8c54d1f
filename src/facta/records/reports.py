"""Published texts and the passages that they are made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from facta.records.spans import Span, digest

_WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")


class PassageRole(StrEnum):
    HEADLINE = "headline"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"
    PROMOTION = "promotion"
    BYLINE = "byline"


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph of a report and what it serves as."""

    span: Span
    role: PassageRole


@dataclass(frozen=True, slots=True)
class Report:
    """One published text. `published` is the day in the publisher's own zone; unknown facts are `None`."""

    id: str
    text: str
    language: str
    path: str | None = None
    url: str | None = None
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    passages: tuple[Passage, ...] = ()

    @classmethod
    def of(cls, text: str, language: str, **known: Any) -> Report:
        """A report whose id comes from its text, publisher and address."""
        return cls(id=digest(text, known.get("publisher"), known.get("url")), text=text, language=language, **known)

    @property
    def words(self) -> int:
        """Number of words in the text, punctuation apart."""
        return len(_WORD.findall(self.text))
