"""Schema of `common/thresholds.yml`: numbers and tables by which names, reports and claims are joined and weighed."""

from __future__ import annotations

from functools import cached_property

from pydantic import Field, field_validator

from facta.codebook import Codebook
from facta.codebook.schema import Page
from facta.text import fold


class EntityThresholds(Page):
    """When two spellings are one person."""

    close_spelling: float = Field(ge=0, le=1)
    least_letters: int
    particles: frozenset[str]
    days_for_slips: int
    generations: frozenset[str]
    close_vowels: float = Field(ge=0, le=1)
    dominant: float = Field(gt=0.5, le=1)
    least_reports: int = Field(ge=1)
    leading: float = Field(gt=0, le=1)
    short_names: tuple[tuple[str, ...], ...] = ()

    @cached_property
    def short(self) -> dict[str, frozenset[int]]:
        """Folded given name to the numbers of the rows that list it."""
        rows: dict[str, set[int]] = {}
        for row, names in enumerate(self.short_names):
            for name in names:
                rows.setdefault(fold(name), set()).add(row)
        return {name: frozenset(numbers) for name, numbers in rows.items()}


class StoryWeights(Page):
    """What each kind of likeness counts for: the likeness of two reports is the sum of all kinds."""

    words: float = Field(ge=0)
    names: float = Field(ge=0)
    places: float = Field(ge=0)
    numbers: float = Field(ge=0)
    types: float = Field(ge=0)
    vectors: float = Field(ge=0)


class StoryThresholds(Page):
    """When two reports tell of one happening."""

    same_story: float = Field(ge=0, le=1)
    days_apart: int
    same_thread: float = Field(ge=0, le=1)
    thread_days: int
    weights: StoryWeights
    background: int = Field(ge=2)
    settled: int = Field(ge=1)
    neighbours: int = Field(ge=1)
    telling: int = Field(ge=1)
    sharing: int = Field(ge=2)
    letters: int
    stem: int
    everyday: frozenset[str]

    @field_validator("everyday", mode="before")
    @classmethod
    def _words(cls, value: object) -> object:
        return frozenset(value.split()) if isinstance(value, str) else value


class CopyThresholds(Page):
    """When a passage of two reports is one text, in one language or two."""

    shingle_words: int = Field(ge=2)
    passage_words: int
    edited_words: int = Field(ge=0)
    quoted_share: float
    common_shingle: int
    copy_words: int = Field(ge=2)
    copy_share: float = Field(ge=0, le=1)
    part_share: float = Field(ge=0, le=1)
    sentence_likeness: float = Field(ge=0, le=1)
    aligned_sentences: int = Field(ge=2)
    aligned_share: float = Field(ge=0, le=1)
    aligned_likeness: float = Field(ge=0, le=1)


class PartyRules(Page):
    """Who counts as a party, an observer, the press."""

    opposing: tuple[str, ...]
    opposing_in_words: tuple[str, ...]
    share: float
    sectors: tuple[str, ...]
    own_cause: tuple[str, ...]
    observers: tuple[str, ...]
    observing: tuple[str, ...]
    press: tuple[str, ...]
    civilians: tuple[str, ...]
    local: tuple[str, ...]


class DeedThresholds(Page):
    """When two claims are about one deed."""

    types: tuple[str, ...]
    modes: tuple[tuple[str, ...], ...]
    days_apart: int
    unnamed_days: int
    same_place_km: float

    @cached_property
    def family(self) -> dict[str, int]:
        """Mode to the number of its row."""
        return {mode: row for row, modes in enumerate(self.modes) for mode in modes}


class FigureThresholds(Page):
    """When two numbers count one thing."""

    compared: tuple[str, ...]
    ratio: float
    days_apart: int


class QuotationThresholds(Page):
    """When two direct quotations are one utterance."""

    days_apart: int
    likeness: float = Field(ge=0, le=1)
    marks: int = Field(ge=1)
    least_words: int
    letters: int
    stem: int


class PledgeTest(Page):
    """Types, or types and modes ("RETREAT/release"), of the deeds that keep or break a promise."""

    kept_by: tuple[str, ...] = ()
    broken_by: tuple[str, ...] = ()


class PledgeRules(Page):
    """When two wordings are one pledge, and what tests it."""

    days_apart: int
    later_days: int
    later_reports: int = Field(ge=0)
    near_km: float
    likeness: float
    like_types: tuple[tuple[str, ...], ...]
    hints: dict[str, tuple[str, ...]]
    restraints: tuple[str, ...]
    strengths: tuple[tuple[str, ...], ...]
    tests: dict[str, PledgeTest]


class Thresholds(Page):
    """The whole of `common/thresholds.yml`."""

    entities: EntityThresholds
    stories: StoryThresholds
    copies: CopyThresholds
    parties: PartyRules
    deeds: DeedThresholds
    figures: FigureThresholds
    quotations: QuotationThresholds
    pledges: PledgeRules


def thresholds(codebook: Codebook | None = None) -> Thresholds:
    """The thresholds of a codebook, by default of the bundled one."""
    return (codebook or Codebook.load("en")).common("thresholds", Thresholds)
