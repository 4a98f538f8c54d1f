"""Schema of `numbers.yml`: number words, scales, and words that bound or blur a number."""

from __future__ import annotations

from functools import cached_property

from pydantic import Field

from facta.codebook.schema import Page
from facta.text import fold


class Numbers(Page):
    """Words are compared folded. `decimal` and `groups` are the signs used inside digits."""

    decimal: str = "."  # sign before decimals
    groups: str = ","  # signs between groups of three digits
    inflected: tuple[str, ...] = ()  # what is written to the digits of an inflected number: "4-х осіб"; else an ordinal
    ordinal_dot: bool = False  # digits with a dot inside a sentence are an ordinal: "die 3. Brigade"
    words: dict[str, float] = Field(default_factory=dict)  # "three": 3, also inflected forms
    articles: tuple[str, ...] = ()  # words that count as 1 before a scale alone: "a dozen"
    scales: dict[str, float] = Field(default_factory=dict)  # "million": 1e6; they multiply what stands before
    short_scales: dict[str, float] = Field(default_factory=dict)  # "bn", "k": behind digits only
    vague: dict[str, float] = Field(default_factory=dict)  # "dozens": the least it can mean
    joiners: tuple[str, ...] = ()  # "and" in "two hundred and five", "of" in "tens of thousands"
    at_least: tuple[str, ...] = ()  # "more than"; before the number
    at_most: tuple[str, ...] = ()  # "nearly", "up to"
    about: tuple[str, ...] = ()  # "some", "around"
    exactly: tuple[str, ...] = ()  # "just", "all": part of the phrase, no bound
    no_bound_after: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """By bounding phrase, verbs that take it for themselves: "over" of "handed over 11 men", in lower case."""
    or_more: tuple[str, ...] = ()  # after the number: "or more"
    between: tuple[str, ...] = ()  # opens a range: "between", "from"
    to: tuple[str, ...] = ()  # inside a range: "and", "to", "-"
    to_alone: tuple[str, ...] = ("-", "–", "—")  # those of them that join two numbers by themselves: "30 to 40"
    pairs: tuple[str, ...] = ()  # words for two that are known: "both houses"
    rounded: tuple[str, ...] = ()  # scales that only come near: "une dizaine"
    percent: tuple[str, ...] = ()  # signs and words

    @cached_property
    def folded_words(self) -> dict[str, float]:
        return {fold(word): value for word, value in self.words.items()}

    @cached_property
    def folded_scales(self) -> dict[str, float]:
        return {fold(word): value for word, value in self.scales.items()}

    @cached_property
    def folded_vague(self) -> dict[str, float]:
        return {fold(word): value for word, value in self.vague.items()}
