"""`offices.yml`: who a role, body or institution belongs to. Gives the PLOVER sector of a noun and the side of a
one-of-a-kind institution; which country a name or adjective stands for is left to demonyms and gazetteer."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from pydantic import Field

from facta.codebook.schema import Page
from facta.text import fold

Sector = Literal["GOV", "MIL", "REB", "PAR", "SPY", "JUD", "LEG", "OPP", "COP", "IGO", "NGO", "MED", "CVL", "BUS",
                 "REF", "CRM", "UAF", "EDU", "REL", "LAB"]  # fmt: skip
Gender = Literal["m", "f", "n", "mf"]
Number = Literal["one", "many", "any"]


class Pronoun(Page):
    """What a pronoun can stand for."""

    forms: tuple[str, ...]  # its forms
    gender: Gender = "mf"  # m, f, n or mf
    number: Number = "one"  # one, many or any
    person: bool = True  # can stand for a person
    body: bool = False  # can stand for an organisation, state or text


class Offices(Page):
    """Roles and bodies by sector (lemmas or fixed phrases), institutions by side, titles and pronouns."""

    roles: dict[Sector, tuple[str, ...]] = Field(default_factory=dict)  # words for persons, by PLOVER sector
    bodies: dict[Sector, tuple[str, ...]] = Field(default_factory=dict)  # words for bodies and groups, by sector
    institutions: dict[str, tuple[str, ...]] = Field(default_factory=dict)  # one-of-a-kind institutions, by side
    titles: tuple[str, ...] = ()  # before names: Mr, Dr
    given: dict[Literal["m", "f"], tuple[str, ...]] = Field(default_factory=dict)  # given names, by gender
    body_genders: dict[Literal["m", "f"], tuple[str, ...]] = Field(default_factory=dict)  # of nouns for bodies
    verbs: dict[Literal["m", "f"], tuple[str, ...]] = Field(default_factory=dict)  # endings that tell the subject's
    pronouns: tuple[Pronoun, ...] = ()
    relatives: tuple[str, ...] = ()  # relative pronouns
    first_person: tuple[str, ...] = ()  # we, our: whoever speaks there
    mute: tuple[str, ...] = ()  # pronouns that stand for nobody unless something is found for them: that, it
    nations: tuple[str, ...] = ()  # "his country": the state itself
    local: tuple[str, ...] = ()  # offices of a town or region, whose country the places beside tell

    @cached_property
    def role_sectors(self) -> dict[str, str]:
        """Sector of each role word, folded."""
        return {fold(word): sector for sector, words in self.roles.items() for word in words}

    @cached_property
    def body_sectors(self) -> dict[str, str]:
        """Sector of each word for a body or group, folded."""
        return {fold(word): sector for sector, words in self.bodies.items() for word in words}

    @cached_property
    def sides(self) -> dict[str, str]:
        """Side of each institution, folded."""
        return {fold(word): side for side, words in self.institutions.items() for word in words}

    @cached_property
    def first(self) -> frozenset[str]:
        return frozenset(map(fold, self.first_person))

    @cached_property
    def muted(self) -> frozenset[str]:
        return frozenset(map(fold, self.mute))

    @cached_property
    def pronoun_of(self) -> dict[str, Pronoun]:
        """The pronoun of each form, folded."""
        return {fold(form): pronoun for pronoun in self.pronouns for form in pronoun.forms}
