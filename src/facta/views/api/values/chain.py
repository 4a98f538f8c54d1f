"""A claim with its whole chain, and hits of a search."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from facta.views.api.values.base import Next, Span, State, Value
from facta.views.api.values.checks import Finding, Group, Origin, StoryName
from facta.views.api.values.claims import FoundClaim, ReportName, Statement
from facta.views.api.values.reviews import Review


class Around(Value):
    """The characters before and behind a claim's own."""

    before: str
    after: str


class ClaimWhole(Value):
    """A claim with all that it rests on and all that rests on it."""

    claim: FoundClaim
    stands: bool = Field(description="False for a claim that a person rejected.")
    around: Around
    story: StoryName | None
    chain: list[Statement] = Field(description="Who conveys it within whose words, the innermost first.")
    origins: list[Origin]
    groups: list[Group]
    findings: list[Finding]
    resting: list[str] = Field(description="Claims that stand on the word of this statement.")
    reviews: list[Review]
    state: State


class Hit(Value):
    """A report or claim that holds the words; `before`, `quote` and `after` are the characters around and of it."""

    report: ReportName
    title: str | None
    kind: Literal["report", "statement", "incident", "pledge", "figure"]
    claim: str | None
    span: Span
    before: str
    quote: str
    after: str


class Hits(Value):
    """A page of hits; it may be short, or empty, while there is a next one."""

    hits: list[Hit]
    next: Next
