"""Schemas of `units.yml`, what figures count and the words that decide it, and of `common/counts.yml`."""

from __future__ import annotations

from functools import cached_property, lru_cache

from pydantic import BaseModel, ConfigDict, Field

from facta.codebook.schema import Page
from facta.text import fold


@lru_cache(maxsize=4096)
def _split(words: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """Whole words, the stems of those that end in `*`, and the endings of those that begin with it."""
    whole = frozenset(fold(w) for w in words if "*" not in w)
    stems = tuple(fold(w[:-1]) for w in words if w.endswith("*"))
    return whole, stems, tuple(fold(w[1:]) for w in words if w.startswith("*"))


def listed(words: tuple[str, ...], *forms: str) -> bool:
    """Is one of the forms among the words? `x*` stands for all that begin so, `*x` for all that end so."""
    whole, stems, endings = _split(words)
    folded = [fold(form) for form in forms]
    return any(f in whole or (stems and f.startswith(stems)) or (endings and f.endswith(endings)) for f in folded)


class Category(BaseModel):
    """One thing that figures count. `nouns` are counted themselves ("12 refugees"); `states` are said of what is
    counted ("12 dead", "30 people are missing"); `objects` are verbs that act on it ("killed 12", "12 were killed");
    `subjects` verbs of what it does ("12 died"); `totals` nouns whose number is told ("the toll rose to 12").
    Phrases around the verb: `done` to the counted ("took 12 hostage"), `undergone` by it ("12 lost their lives")."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    nouns: tuple[str, ...] = ()  # are counted themselves: "12 refugees"
    states: tuple[str, ...] = ()  # are said of what is counted: "12 dead"
    objects: tuple[str, ...] = ()  # verbs that act on it: "killed 12"
    subjects: tuple[str, ...] = ()  # verbs of what it does: "12 died"
    totals: tuple[str, ...] = ()  # nouns whose number is told: "the toll rose to 12"
    done: tuple[str, ...] = ()
    undergone: tuple[str, ...] = ()
    costing: tuple[str, ...] = ()  # with its preposition before the counted: "coûté la vie à 200 mineurs"


class Scopes(BaseModel):
    """Phrases that tell how a number stands to other counts; "before" and "after" mean beside the number."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    exclusive_before: tuple[str, ...] = ()  # "another 12"
    exclusive_after: tuple[str, ...] = ()  # "12 more", "12 others"
    cumulative: tuple[str, ...] = ()  # "so far", anywhere around the number
    part_before: tuple[str, ...] = ()  # "including 3 children", "of whom 3"
    part_after: tuple[str, ...] = ()  # "3 of them"


class Units(Page):
    """Categories in order: the first that fits is taken."""

    categories: dict[str, Category] = Field(default_factory=dict)
    people: tuple[str, ...] = ()  # counted persons of no category of their own
    counters: tuple[str, ...] = ()  # "number", "total": what they count stands beside them
    times: tuple[str, ...] = ()  # "30 times"
    struck: tuple[str, ...] = ()  # verbs whose times are strikes: "bombed 30 times"
    uncounted: tuple[str, ...] = ()  # nouns that are measured or numbered: "five days", "58% of the vote"
    out_of: tuple[str, ...] = ()  # between a part and its whole: "54 of 67 drones"
    compared: tuple[str, ...] = ()  # before an earlier number of the same thing: "compared with 206"
    rates: tuple[str, ...] = ()  # before what others are reckoned on: "per 100,000 people"
    pronouns: tuple[str, ...] = ()  # stand for the counted beside a bare number: French "en"
    scopes: Scopes = Scopes()
    currencies: dict[str, tuple[str, ...]] = Field(default_factory=dict)  # words by currency code
    signs: dict[str, str] = Field(default_factory=dict)  # signs by currency code
    measures: dict[str, tuple[str, ...]] = Field(default_factory=dict)  # words by measure
    of: tuple[str, ...] = ()  # prepositions between a number and what it counts

    def by(self, kind: str, *forms: str) -> str | None:
        """The first category that lists one of the forms under `kind`."""
        for name, category in self.categories.items():
            if listed(getattr(category, kind), *forms):
                return name
        return None

    @cached_property
    def all_currencies(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        return tuple(self.currencies.items())

    def currency(self, *forms: str) -> str | None:
        return next((code for code, words in self.all_currencies if listed(words, *forms)), None)

    def measure(self, *forms: str) -> str | None:
        return next((name for name, words in self.measures.items() if listed(words, *forms)), None)


class Counts(Page):
    """What holds of the categories in every language."""

    things: tuple[str, ...] = ()  # categories whose nouns are never people
    of_people: tuple[str, ...] = ()  # categories whose verbs make people of whatever noun they count
    outdone: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """By category of a noun, what a verb may make of it: 12 hostages who were killed are killed, 12 bodies that were
    evacuated are not evacuated. Categories that are not listed yield to every verb."""
    least_money: float = 0.0  # smaller sums are prices and rates
