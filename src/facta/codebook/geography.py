"""Schema of `geography.yml`: words around names of places, and places that gazetteers of towns and divisions lack."""

from __future__ import annotations

from functools import cached_property

from pydantic import BaseModel, ConfigDict, Field

from facta.codebook.schema import Page
from facta.text import fold


class Area(BaseModel):
    """A place of our own list. `kind`: area (a region that is no division) or water."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str  # English name
    names: tuple[str, ...] = ()  # other names
    kind: str = "area"  # area or water
    country: str | None = None  # alpha-2 code
    lat: float  # degrees north
    lon: float  # degrees east


class Ending(BaseModel):
    """An inflected ending of names of places and what may stand in its place in the dictionary form."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ending: str  # last letters of an inflected name
    instead: tuple[str, ...]  # what may stand in their place


class Geography(Page):
    """Both the common page (`areas`, `countries`) and those of the languages (the rest)."""

    areas: tuple[Area, ...] = ()  # places that the gazetteer lacks
    countries: dict[str, tuple[str, ...]] = Field(default_factory=dict)  # further names by alpha-2 code
    region_words: tuple[str, ...] = ()  # "oblast", "province"
    district_words: tuple[str, ...] = ()  # "district", "raion"
    town_words: tuple[str, ...] = ()  # "city of", "village"
    water_words: tuple[str, ...] = ()  # "river", "sea"
    holding_words: tuple[str, ...] = ()  # "in", "of": between a place and the region or country that holds it
    border_words: tuple[str, ...] = ()  # "border": the country behind it is the other side's
    treaty_words: tuple[str, ...] = ()  # "accords", "format": what is named after a place is none
    compass: dict[str, tuple[str, ...]] = Field(default_factory=dict)  # by the English point, in names of divisions
    part_words: tuple[str, ...] = ()  # "eastern", "north", "outskirts": a part of the place that follows
    near_words: tuple[str, ...] = ()  # "near", "outside"
    locative_words: tuple[str, ...] = ()  # adpositions after which a place is where something happens
    target_words: tuple[str, ...] = ()  # adpositions of what is hit: a place is meant unless it is a country
    barrier_words: tuple[
        str, ...
    ] = ()  # "after", "because": what stands behind them happens elsewhere or at another time
    preposition_words: tuple[str, ...] = ()  # nouns by form that serve as prepositions: "внаслідок"
    definite_words: tuple[str, ...] = ()  # "the", "this": "the city" is the one named before
    joining_words: tuple[str, ...] = ()  # lower-case words inside names
    ending_words: tuple[str, ...] = ()  # lower-case words that close some names: "Arabie saoudite"
    organisation_words: tuple[str, ...] = ()  # "Post", "University": the place before is part of a name
    feature_words: tuple[str, ...] = ()  # "Hospital", "Street": the end of some name, never a place alone
    not_places: tuple[str, ...] = ()  # capitalised words that are hardly ever the places of that name
    lower_case: tuple[str, ...] = ()  # lower-case words that are no sloppy spellings of capitals and countries
    endings: tuple[Ending, ...] = ()
    abbreviations: dict[str, tuple[str, ...]] = Field(default_factory=dict)  # of first-level divisions, by their names
    transcription: tuple[tuple[str, str], ...] = ()  # letters of other scripts as written here and in English

    @cached_property
    def folded(self) -> dict[str, frozenset[str]]:
        """The word lists by name, folded for comparison."""
        lists = {name: value for name, value in self if name.endswith(("words", "places", "case"))}
        return {name: frozenset(fold(word) for word in words) for name, words in lists.items()}

    def has(self, word_list: str, *forms: str) -> bool:
        """Is one of the forms in the word list?"""
        return any(fold(form) in self.folded[word_list] for form in forms)
