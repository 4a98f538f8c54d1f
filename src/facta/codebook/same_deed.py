"""Schema of `common/same_deed.yml`: how much each agreement says for two deeds told being one."""

from __future__ import annotations

from pydantic import Field

from facta.codebook import Codebook
from facta.codebook.schema import Page


class SameDeed(Page):
    """Weights in the log of the odds, and the odds from which deeds are joined or shown to a person."""

    base: float
    trigger: float
    act: float
    other_act: float
    kind: float
    like_kind: float
    one_kind: float
    other_type: float
    recipient: float
    actor: float
    party: float
    others: float
    number: float
    other_number: float
    ratio: float = Field(gt=1)
    denial: float
    denied: float
    negated: float
    words: float
    language: float
    place: float
    within: float
    elsewhere: float
    days: float
    again_days: int
    join: float = Field(ge=0, le=1)
    unsure: float = Field(ge=0, le=1)
    margin: float = Field(ge=0, le=1)
    letters: int = Field(ge=1)
    told_letters: int = Field(ge=1)
    stem: int = Field(ge=3)
    closest: float = Field(ge=0, le=1)
    tolerated: float = Field(ge=0, lt=0.5)
    nameless: tuple[str, ...] = ()
    types: tuple[tuple[str, ...], ...] = ()
    acts: tuple[tuple[str, ...], ...] = ()

    def family(self, type_: str) -> str:
        """The first of the types that one deed may have beside this one."""
        return next((row[0] for row in self.types if type_ in row), type_)


def same_deed(codebook: Codebook) -> SameDeed:
    """The page of a codebook."""
    return codebook.common("same_deed", SameDeed)
