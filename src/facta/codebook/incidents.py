"""Schema of `incidents.yml`: which words tell which deed, and in whose company. Leaves grammar to extraction."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field, model_validator

from facta.codebook.remedies import Misplaced
from facta.codebook.schema import Page

NAMED = frozenset({"PERSON", "ORGANISATION", "PLACE", "GROUP"})  # stand for names that the reader found
STATE = "STATE"  # stands for names of states, whatever the reader takes them for, and words for their people


class Trigger(Page):
    """Words of one PLOVER type and mode. A word ending in `*` is a stem; a phrase is told by its words in order.

    `subject`, `object`, `near` and `unless` name classes of the page (or kinds of names in capitals): who must do it,
    what it must be done to, what the sentence must also hold, and what it must not hold. `topic` asks for a political
    or military setting, for words that are as common elsewhere."""

    type: str  # a PLOVER type of common/plover.yml
    mode: str | None = None  # one of its modes, or left out
    verbs: tuple[str, ...] = ()  # words that tell it as verbs
    nouns: tuple[str, ...] = ()  # as nouns
    adjectives: tuple[str, ...] = ()  # as adjectives and participles
    subject: tuple[str, ...] = ()  # classes: who must do it
    object: tuple[str, ...] = ()  # classes: what it must be done to
    near: tuple[str, ...] = ()  # classes: what the sentence must also hold
    unless: tuple[str, ...] = ()  # classes: what the sentence must not hold
    topic: bool = False  # counts only in a political or military setting
    borne: bool = False  # a noun that counts only under a light verb: "imposed sanctions"
    undergone: bool = False  # a verb whose subject suffers: "murieron tres soldados"
    anywhere: bool = False  # a word that tells the same deed in a sentence on business or sport: "general strike"
    own_object: bool | None = None  # whether a phrase asks for an object beside it: "called on Iran" has none
    bare: bool = False  # a verb that has another sense with two complements: "called the envoy a liar"
    active: bool = False  # a verb that has another sense in the passive: "was met with doubt"

    @property
    def restrictions(self) -> tuple[tuple[str, ...], ...]:
        """What tells apart two triggers with the same word."""
        return (self.subject, self.object, self.near, self.unless)


class Incidents(Page):
    """Triggers and the classes of words that tell their senses apart."""

    classes: dict[str, tuple[str, ...]] = Field(default_factory=dict)  # lists of words that restrictions name
    topic: tuple[str, ...] = ()  # classes that show a political or military setting
    elsewhere: tuple[str, ...] = ()  # classes that show another domain: sport, film, weather
    figurative: tuple[str, ...] = ()  # classes of things that are hurt in metaphors only
    refusable: dict[str, str] = Field(
        default_factory=dict
    )  # types of which "will not" is a refusal, with the mode of REJECT
    threatening: dict[str, str] = Field(default_factory=dict)  # types that are threats when announced, with the mode
    merging: dict[str, tuple[str, ...]] = Field(
        default_factory=dict
    )  # types, and those of which a noun as their object is no further deed: "signed an agreement"
    absorbing: tuple[str, ...] = ()  # types whose object is no deed of its own: "halted the strikes"
    embracing: tuple[str, ...] = ()  # types whose infinitive is no deed of its own: "agreed to open the border"
    forcible: tuple[str, ...] = (
        "ASSAULT",
        "MOBILIZE",
        "COERCE",
        "PROTEST",
    )  # which are all the same: "agreed to attack"
    natural: tuple[str, ...] = ()  # classes of what does harm and is nobody: "the hurricane battered the coast"
    asking: tuple[str, ...] = ("REQUEST",)  # types whose phrase leaves its second verb a deed: "закликали звільнити"
    uttered: tuple[str, ...] = ("ACCUSE", "REJECT", "THREATEN", "REQUEST", "CONCEDE", "SUPPORT")  # done by saying so
    aimed: tuple[str, ...] = ()  # types whose deeds count although they are only what another deed is for
    describing: tuple[str, ...] = ()  # types whose participle describes a thing: "weapons supplied by Iran"
    abilities: tuple[str, ...] = ()  # nouns whose infinitive is no deed: "the right to resist"
    states: tuple[str, ...] = ()  # nouns that are background where they only date or frame something: "since the war"
    framing: tuple[str, ...] = ()  # the prepositions that make it so: "since", "amid"
    harms: tuple[str, ...] = ()  # verbs of hurt to people, told beside the deed that brings it
    effects: tuple[str, ...] = ()  # the same and verbs of damage: what a strike does to its target
    physical: tuple[str, ...] = ()  # types whose deeds need a body or a thing as their object
    idioms: tuple[str, ...] = ()  # phrases whose words tell no deed: "heart attack"
    carriers: tuple[str, ...] = ()  # nouns that a trigger may modify: "bombing campaign"
    light: tuple[str, ...] = ()  # verbs that say no more than that the deed in their object happens
    victims: tuple[str, ...] = ()  # verbs whose subject suffers the deed in their object: "came under fire"
    befalls: tuple[str, ...] = ()  # verbs whose subject suffers an ASSAULT, not other deeds: "we had shelling"
    triggers: tuple[Trigger, ...] = ()

    @model_validator(mode="after")
    def _classes_exist(self) -> Incidents:
        for path, name in self._used():
            if name not in self.classes and name not in NAMED and name != STATE:
                raise Misplaced(f"no class named {name!r}; add it under `classes`", path)
        return self

    def _used(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Every class that is named, with the keys that lead to its name."""
        for key in ("topic", "elsewhere", "figurative", "natural"):
            yield from (((key, n), name) for n, name in enumerate(getattr(self, key)))
        for i, trigger in enumerate(self.triggers):
            for key in ("subject", "object", "near", "unless"):
                yield from ((("triggers", i, key, n), name) for n, name in enumerate(getattr(trigger, key)))
