"""Schema of `common/function_words.yml`: the words and letters by which languages are told apart."""

from __future__ import annotations

from pydantic import Field

from facta.codebook.schema import Page


class Tongue(Page):
    """One language: its English name, further names for it, letters that few others use, and small frequent words."""

    name: str  # English name
    names: tuple[str, ...] = ()  # further names
    letters: str = ""  # letters that few other languages use
    words: frozenset[str] = frozenset()  # small frequent words


class FunctionWords(Page):
    """`common/function_words.yml`, by ISO 639-1 code."""

    languages: dict[str, Tongue] = Field(default_factory=dict)
