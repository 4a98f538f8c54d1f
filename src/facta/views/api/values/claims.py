"""Reports and their claims in the form that `facta extract` prints."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from facta.records import Act, Form, NameKind, PassageRole, Precision, Scope, Status, Strength
from facta.views.api.values.base import Id, Span, Value


class ReportCard(Value):
    """What is known of a report beside its text."""

    id: Id
    path: str | None = Field(description="The file it was read from; null for what was given over the web.")
    title: str | None
    language: str = Field(examples=["en", "uk"])
    published: date | None = Field(description="The day in the publisher's own zone.")
    publisher: str | None
    words: int = Field(ge=0)
    url: str | None


class ReportName(Value):
    """A report as it is named beside what it tells."""

    id: Id
    path: str | None
    url: str | None
    publisher: str | None
    published: date | None
    language: str


class Passage(Value):
    """A paragraph and what it serves as."""

    span: Span
    role: PassageRole


class Name(Value):
    """A name as written; names of one bearer within the report share `entity`."""

    span: Span
    kind: NameKind
    entity: str


class Actor(Value):
    """Who speaks, acts, receives or promises. If several bearers remain possible, `candidates` lists them; `joined` are
    those who act together with the first."""

    span: Span | None
    name: str
    entity: str | None
    side: str | None = Field(description="Country and sector (PLOVER).", examples=["UKR GOV"])
    candidates: list[str] | None = None
    joined: list[Actor] | None = None


class Place(Value):
    """A place as written, and what the gazetteer knows of it; several `candidates` leave it unresolved. A place
    that a person gave has no span."""

    span: Span | None
    name: str
    country: str | None = Field(description="ISO 3166 alpha-2.")
    lat: float | None
    lon: float | None
    precision: Precision
    geonameid: int | None
    admin1: str | None
    candidates: list[str] | None = None


class When(Value):
    """A time expression as whole days, both included; null when it cannot be resolved."""

    span: Span | None
    start: date | None
    end: date | None


class Statement(Value):
    """Somebody conveys content by a cue; `within` is the statement whose content holds this one."""

    id: Id
    speaker: Actor | None
    cue: Span | None
    content: list[Span]
    form: Form
    act: Act
    hedged: bool
    within: str | None
    addressee: Actor | None
    medium: str | None
    when: When | None


class Incident(Value):
    """Something done or happening; `source` is the statement on whose word it stands."""

    id: Id
    type: str = Field(description="A PLOVER event type.", examples=["ASSAULT"])
    mode: str | None
    trigger: Span
    actor: Actor | None
    recipient: Actor | None
    place: Place | None
    when: When | None
    status: Status
    hedged: bool
    historical: bool
    source: str | None
    text: Span
    evidence: list[Span]
    contexts: list[str]


class Pledge(Value):
    """A party commits to an act; `type` is that of the deed which would keep it."""

    id: Id
    by: Actor | None
    to: Actor | None
    text: Span
    act: str
    type: str
    degree: Span | None
    place: Place | None
    from_on: date | None = Field(alias="from")
    until: date | None
    condition: Span | None
    source: str | None
    places: list[Place]
    said: When | None
    hedged: bool
    negated: bool
    evidence: list[Span]
    strength: Strength
    told_by: Actor | None


class Figure(Value):
    """A number that counts something; an open bound is null."""

    id: Id
    text: Span
    value: int | float | None
    low: int | float | None
    high: int | float | None
    approximate: bool
    counts: str
    unit: str | None
    place: Place | None
    as_of: When | None
    source: str | None
    evidence: list[Span]
    scope: Scope | None


class Extract(Value):
    """One report and all that it claims: one line of `facta extract`."""

    report: ReportCard
    statements: list[Statement]
    incidents: list[Incident]
    pledges: list[Pledge]
    figures: list[Figure]
    names: list[Name]
    passages: list[Passage]


class Found(Value):
    """What stands beside a claim that was asked for: its words, its report and whose word it is."""

    quote: str = Field(description="The characters of `quote_span`.")
    quote_span: Span
    stands_on: str | None = Field(description="Whose word it is, where it is not the report's own.")
    side: str | None = Field(description="The side of whoever says, does or promises it, as all reports know it.")
    report: ReportName


class FoundStatement(Found, Statement):
    kind: Literal["statement"]


class FoundIncident(Found, Incident):
    kind: Literal["incident"]


class FoundPledge(Found, Pledge):
    kind: Literal["pledge"]


class FoundFigure(Found, Figure):
    kind: Literal["figure"]


FoundClaim = Annotated[
    FoundStatement | FoundIncident | FoundPledge | FoundFigure, Field(discriminator="kind", title="Claim")
]
