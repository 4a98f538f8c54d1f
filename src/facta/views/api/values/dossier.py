"""The dossier of a story, part by part, as values; drawings are left to whoever shows them."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from facta.records import Stance
from facta.views.api.values.base import Id, Value
from facta.views.api.values.checks import OriginName, StoryName
from facta.views.api.values.claims import Place, ReportCard


class Voice(Value):
    """One link of a chain: who conveys it, of which side, by which act."""

    name: str
    entity: str | None
    side: str | None
    act: str
    form: str
    statement: str | None


class Row(Value):
    """A claim as a line of the dossier. `chain` runs from the first speaker outwards to the report."""

    id: Id
    kind: Literal["statement", "incident", "pledge", "figure"]
    status: str
    tags: list[str] = Field(description="What weakens it, in words.")
    chain: list[Voice]
    quote: str = Field(description="Its words to the letter; “ […] ” stands between parts.")
    report: Id
    outlet: str
    language: str
    origins: list[str]
    who: str | None
    whom: str | None
    place: str | None
    when: str | None


class Ruling(Value):
    """A verdict and why."""

    verdict: str
    reason: str


class Contested(Value):
    group: Id
    label: str
    verdict: str


class Head(Value):
    """What, where, when; three counts, never one; what is contested."""

    where: list[str]
    when: str | None
    published: str | None
    reports: int
    publishers: int
    reports_without_publisher: int
    languages: list[str]
    origins: int
    parties: int
    contested: list[Contested]
    contested_more: int


class PledgePart(Ruling):
    label: str
    evidence: list[Row]


class Promise(Value):
    """A pledge with every wording, tried by the deeds."""

    group: Id
    label: str
    who: list[str]
    whom: list[str]
    places: list[str]
    said: str | None
    term: list[str]
    conditions: list[str]
    finding: str | None
    verdict: str | None
    reason: str
    wordings: list[Row]
    parts: list[PledgePart]
    evidence: list[Row]
    remarks: list[Ruling]


class Deed(Value):
    """Claims about one deed. `background` happened before the story."""

    number: int
    group: Id
    type: str
    label: str
    where: str | None
    place: Place | None
    when: str | None
    finding: str | None
    verdict: str | None
    reason: str
    background: bool
    claims: list[Row]


class Saying(Value):
    """A statement; `about` are the groups of what rests on it, `reports` how many carry the same origin."""

    row: Row
    about: list[str]
    reports: int


class Speaker(Value):
    name: str
    entity: str | None
    spellings: list[str]
    side: str | None
    stance: Stance | None
    why: str
    reports: int
    sayings: list[Saying]


class Wording(Ruling):
    """How outlets put it differently."""

    outlets: list[str]
    rows: list[Row]


class Claimant(Value):
    """One claimant's figure; figures are never merged."""

    claimant: str
    when: str | None
    text: str
    row: Row


class Quantity(Value):
    group: Id
    label: str
    where: str | None
    finding: str | None
    verdict: str | None
    reason: str
    claimants: list[Claimant]


class Source(OriginName):
    """An origin with the reports that carry it."""

    reports: list[str]


class Told(ReportCard):
    """A report of the story, and how many claims it makes."""

    claims: int


class Dossier(StoryName):
    """All that the page of a story shows."""

    head: Head
    pledges: list[Promise]
    deeds: list[Deed]
    speakers: list[Speaker]
    unnamed: list[Row] = Field(description="What sources say that nobody names.")
    denials: list[Saying]
    doubts: list[Saying]
    wordings: list[Wording]
    figures: list[Quantity]
    ungrouped: list[Row]
    provenance: list[Source]
    reports: list[Told]
