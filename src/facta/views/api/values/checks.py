"""What was found across reports: stories, origins, groups, findings, and the entities they are about."""

from __future__ import annotations

from pydantic import Field

from facta.records import NameKind, Stance
from facta.views.api.values.base import Day, Id, Next, Span, State, Value
from facta.views.api.values.claims import FoundClaim, Place, ReportName, Statement, When


class Counts(Value):
    """Never one number: reports, publishers, origins, and utterances of these origins."""

    reports: int = Field(ge=0)
    publishers: int = Field(ge=0)
    origins: int = Field(ge=0)
    utterances: int = Field(ge=0)


class Evidence(Value):
    """Characters of a report that carry a finding."""

    report: Id
    span: Span
    claim: str | None
    quote: str | None = Field(description="The characters themselves; null when the ledger holds the report no more.")


class Part(Value):
    """One part of a finding, such as one place of a pledge, with its own verdict."""

    label: str
    verdict: str
    reason: str
    origins: list[str]
    evidence: list[Evidence]


class Finding(Value):
    """What the cross-check says of a group, and why."""

    finding: Id
    story: Id
    group: Id
    kind: str
    verdict: str = Field(examples=["disputed"])
    reason: str
    counts: Counts
    parts: list[Part]
    evidence: list[Evidence]


class Group(Value):
    """Claims about the same deed, pledge or quantity, and why they are taken for one."""

    group: Id
    story: Id
    kind: str
    type: str
    label: str
    claims: list[str]
    origins: list[str]
    counts: Counts
    place: Place | None
    when: When | None
    reasons: list[str]


class OriginName(Value):
    """Who speaks in a story, where they stand in it, and why: as `facta stories --json` has it."""

    origin: Id
    label: str
    kind: str = Field(examples=["utterance"])
    entity: str | None
    side: str | None
    stance: Stance
    reason: str


class Origin(OriginName):
    """The utterance or observation that claims go back to."""

    said: When | None
    claims: list[str]
    reports: list[str]


class StoryLine(Value):
    """A story in the list. Days are those of publication; `countries` are those in which it is set."""

    story: Id
    title: str
    from_on: Day | None = Field(alias="from")
    to_on: Day | None = Field(alias="to")
    reports: int = Field(ge=0)
    publishers: int = Field(ge=0)
    origins: int = Field(ge=0)
    languages: list[str]
    countries: list[str]
    contested: int = Field(ge=0, description="How many findings are disputed, denied or contradicted.")
    verdicts: dict[str, int]


class StoryLines(Value):
    """A page of stories."""

    stories: list[StoryLine]
    total: int = Field(ge=0, description="How many stories fit the filter, on all pages.")
    next: Next


class StoryName(Value):
    """A story as it is named beside what belongs to it."""

    story: Id
    title: str


class Story(StoryName):
    """A story with all that was found in it."""

    reports: list[ReportName]
    reasons: list[str]
    follows: str | None
    thread: str | None
    origins: list[Origin]
    groups: list[Group]
    findings: list[Finding]
    state: State


class EntityName(Value):
    """Who or what several names refer to."""

    entity: Id
    name: str
    kind: NameKind
    side: str | None
    spellings: list[str]


class EntityNames(Value):
    """A page of entities, by name."""

    entities: list[EntityName]
    next: Next


class Spelling(Value):
    spelling: str
    count: int
    languages: list[str]


class Role(Value):
    """What reports call the bearer, from the first day to the last."""

    role: str
    from_on: Day | None = Field(alias="from")
    to_on: Day | None = Field(alias="to")
    reports: int


class SideCount(Value):
    side: str
    count: int


class Standing(Value):
    """Where the entity stands in a story, and why."""

    story: Id
    title: str
    stance: Stance
    party: str | None
    reason: str


class SaidReport(Value):
    id: Id
    path: str | None
    url: str | None
    publisher: str | None


class Said(Statement):
    """A statement of the entity."""

    date: Day | None
    quote: str
    report: SaidReport


class ReviewOf(Value):
    """A person's decision, as it stands beside what it is on."""

    review: Id
    of: str
    decision: str
    by: str
    at: str
    note: str


class Entity(Value):
    """All that the ledger holds on one entity: as `facta entity --json` has it."""

    entity: Id
    name: str
    kind: NameKind
    side: str | None
    spellings: list[Spelling]
    roles: list[Role]
    sides: list[SideCount]
    stances: list[Standing]
    statements: list[Said]
    unresolved: list[Said]
    reasons: list[str]
    decisions: list[ReviewOf]
    state: State


class ClaimPage(Value):
    """A page of claims."""

    claims: list[FoundClaim]
    next: Next


class PlaceClaims(ClaimPage):
    """A page of claims at a place, those of the latest reports first."""

    place: str


class FindingWhole(Finding):
    """A finding with all that it is about."""

    of: Group | None
    origins: list[Origin]
    within: StoryName
    state: State
