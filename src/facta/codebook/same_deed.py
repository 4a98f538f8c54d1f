"""Schema of `common/same_deed.yml`: how much each agreement says for two deeds told being one."""

from __future__ import annotations

from pydantic import Field

from facta.codebook import Codebook
from facta.codebook.schema import Page


class SameDeed(Page):
    """Weights in the log of the odds, and the odds from which deeds are joined or shown to a person."""

    base: float
    trigger: float
    kind: float
    recipient: float
    actor: float
    party: float
    number: float
    denial: float
    words: float
    place: float
    within: float
    days: float
    again_days: int
    join: float = Field(ge=0, le=1)
    unsure: float = Field(ge=0, le=1)
    margin: float = Field(ge=0, le=1)
    letters: int = Field(ge=1)
    stem: int = Field(ge=3)


def same_deed(codebook: Codebook) -> SameDeed:
    """The page of a codebook."""
    return codebook.common("same_deed", SameDeed)
