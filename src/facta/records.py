"""Every value that passes between stages: frozen, compared by content, and free of paths, clocks and databases.

Spans are half-open code-point offsets into the text of one report. Quotes are sliced from it and never stored.
Ids are derived from content, so the same input gives the same ids on every machine and in every run.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float32]
_WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")


def digest(*parts: object) -> str:
    """Sixteen hexadecimal digits that depend on the parts alone; `None` and "" differ."""
    joined = "\x1f".join("\x00" if part is None else str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points, `start` included and `end` not."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    @classmethod
    def around(cls, spans: Iterable[Span]) -> Span:
        """The smallest span that covers all the given ones; there must be at least one."""
        chosen = list(spans)
        return cls(min(s.start for s in chosen), max(s.end for s in chosen))


# ---------------------------------------------------------------------------------------------- reports


class PassageRole(StrEnum):
    HEADLINE = "headline"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"
    PROMOTION = "promotion"
    BYLINE = "byline"


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph of a report and what it serves as."""

    span: Span
    role: PassageRole


@dataclass(frozen=True, slots=True)
class Report:
    """One published text. `published` is the day in the publisher's own zone; unknown facts are `None`."""

    id: str
    text: str
    language: str
    path: str | None = None
    url: str | None = None
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    passages: tuple[Passage, ...] = ()

    @classmethod
    def of(cls, text: str, language: str, **known: Any) -> Report:
        """A report whose id comes from its text, publisher and address."""
        return cls(id=digest(text, known.get("publisher"), known.get("url")), text=text, language=language, **known)

    @property
    def words(self) -> int:
        """Number of words in the text, punctuation apart."""
        return len(_WORD.findall(self.text))


# ---------------------------------------------------------------------------------------------- reading


class NameKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Token:
    """One word or punctuation mark. `head` is an index into the sentence, -1 for the root (Universal Dependencies)."""

    start: int
    end: int
    form: str
    lemma: str
    upos: str
    head: int
    deprel: str
    fact: float | None = None  # factuality of a predicate, -3 (did not happen) to 3 (happened), if the model gives it

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Role:
    """Token `argument` is the head word of a PropBank-style argument of token `predicate` (indices in the sentence)."""

    predicate: int
    argument: int
    label: str


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """Tokens `first` up to but not including `last` name somebody or something."""

    first: int
    last: int
    kind: NameKind


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as the reader parsed it."""

    span: Span
    tokens: tuple[Token, ...]
    predicates: tuple[int, ...] = ()
    roles: tuple[Role, ...] = ()
    names: tuple[NamedSpan, ...] = ()
    vector: Vector | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Reading:
    """A report and its sentences in text order; `vector` stands for the whole report (unit length)."""

    report: Report
    sentences: tuple[Sentence, ...]
    vector: Vector | None = field(default=None, compare=False, repr=False)


# ---------------------------------------------------------------------------------------------- claims


class Form(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    ASSERT = "assert"
    DENY = "deny"
    ACCUSE = "accuse"
    PROMISE = "promise"
    DEMAND = "demand"
    THREATEN = "threaten"
    DOUBT = "doubt"
    ASK = "ask"


class Status(StrEnum):
    REPORTED = "reported"
    ATTRIBUTED = "attributed"
    DENIED = "denied"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


class Strength(StrEnum):
    """How far a party binds itself; a future told of itself, "will withdraw", commits."""

    COMMITS = "commits"
    INTENDS = "intends"
    PROPOSES = "proposes"
    OFFERS = "offers"
    SIGNS = "signs"


class Scope(StrEnum):
    """How a figure stands to other counts of the same thing: on top of them ("another 12"), all of them so far
    ("bringing the toll to 86", "since January"), or among them ("including 9 children")."""

    EXCLUSIVE = "exclusive"
    CUMULATIVE = "cumulative"
    PART = "part"


BINDING = (Strength.SIGNS, Strength.COMMITS, Strength.OFFERS, Strength.PROPOSES, Strength.INTENDS)  # the most first


class Precision(StrEnum):
    POINT = "point"
    TOWN = "town"
    DISTRICT = "district"
    REGION = "region"
    COUNTRY = "country"
    NEAR = "near"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written. `entity` is shared by all the names of one bearer within the report."""

    span: Span
    kind: NameKind
    entity: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Who speaks, acts, receives or promises. `span` is the mention nearest to the words, `name` the fullest form
    known for it in the report; `side` is a country and sector code such as "UKR GOV" (PLOVER). When more than one
    bearer remains possible, `entity` is `None` and `candidates` lists them. Of parties that act together, "Chad and
    Niger", the first is the actor, `span` covers all of them, and `joined` has the others."""

    span: Span | None
    name: str
    entity: str | None = None
    side: str | None = None
    candidates: tuple[str, ...] = ()
    joined: tuple[Actor, ...] = ()

    @property
    def parties(self) -> tuple[Actor, ...]:
        """The actor and those who act together with it."""
        return (self, *self.joined)


@dataclass(frozen=True, slots=True)
class Place:
    """A place as written and what the gazetteer knows of it. `name` is the English GeoNames name when resolved."""

    span: Span
    name: str
    country: str | None = None  # ISO 3166 alpha-2
    lat: float | None = None
    lon: float | None = None
    precision: Precision = Precision.UNRESOLVED
    geonameid: int | None = None
    admin1: str | None = None  # first-level division: its English name
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class When:
    """A time expression resolved to whole days, `start` and `end` included; both `None` when it cannot be."""

    span: Span | None
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """Somebody conveys content by a cue. `within` is the id of the statement whose content holds this one."""

    id: str
    speaker: Actor | None
    cue: Span | None
    content: tuple[Span, ...]
    form: Form
    act: Act
    hedged: bool = False
    within: str | None = None
    addressee: Actor | None = None
    medium: str | None = None
    when: When | None = None


@dataclass(frozen=True, slots=True)
class Incident:
    """Something done or happening, typed by PLOVER. `evidence` are further mentions of the same deed in the report,
    `text` the clause that tells it, `source` the id of the statement on whose word it stands, `contexts` what it is
    about, as PLOVER names it."""

    id: str
    type: str
    mode: str | None
    trigger: Span
    text: Span
    actor: Actor | None = None
    recipient: Actor | None = None
    place: Place | None = None
    when: When | None = None
    status: Status = Status.REPORTED
    hedged: bool = False
    historical: bool = False
    source: str | None = None
    evidence: tuple[Span, ...] = ()
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pledge:
    """A party commits to an act. `act` is the promised act in the report's words, `type` the PLOVER type of the deed
    that would keep it; `to` is whom it is promised to or would benefit; `places` are all the places it names, `said`
    the time of the promise. `told_by` is who tells of it when that is not the party itself, such as the other side."""

    id: str
    by: Actor | None
    text: Span
    act: str
    type: str
    to: Actor | None = None
    degree: Span | None = None
    places: tuple[Place, ...] = ()
    from_on: date | None = None
    until_on: date | None = None
    condition: Span | None = None
    source: str | None = None
    said: When | None = None
    hedged: bool = False
    negated: bool = False
    evidence: tuple[Span, ...] = ()
    strength: Strength = Strength.COMMITS
    told_by: Actor | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that counts something. Open bounds are `None`: "more than 100,000" is low 100000, high `None`. `source`
    is the statement on whose word it stands, `scope` how it stands to other counts where the words tell."""

    id: str
    text: Span
    value: float | None
    low: float | None
    high: float | None
    counts: str
    unit: str | None = None
    approximate: bool = False
    place: Place | None = None
    as_of: When | None = None
    source: str | None = None
    evidence: tuple[Span, ...] = ()
    scope: Scope | None = None


Claim = Statement | Incident | Pledge | Figure


@dataclass(frozen=True, slots=True)
class Claims:
    """All that one report claims, in text order, with the report's vector for grouping."""

    report: Report
    names: tuple[Name, ...] = ()
    places: tuple[Place, ...] = ()
    statements: tuple[Statement, ...] = ()
    incidents: tuple[Incident, ...] = ()
    pledges: tuple[Pledge, ...] = ()
    figures: tuple[Figure, ...] = ()
    vector: Vector | None = field(default=None, compare=False, repr=False)


# ---------------------------------------------------------------------------------------------- across reports


class Stance(StrEnum):
    """Where an origin stands towards the conflict of a story."""

    PARTY = "party"
    THIRD_PARTY = "third party"
    OBSERVER = "observer"
    PRESS = "press witness"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Entity:
    """Who or what several names refer to. `reasons` says why the spellings were taken for one bearer."""

    id: str
    name: str
    kind: NameKind
    spellings: tuple[str, ...] = ()
    side: str | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """Reports on one happening or chain of happenings, ids in order of publication. `follows` is the id of the earlier
    story that this one takes up, `thread` that of the first story of the chain."""

    id: str
    title: str
    reports: tuple[str, ...]
    reasons: tuple[str, ...] = ()
    follows: str | None = None
    thread: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Characters of one report that carry a finding, and the claim they belong to, if any."""

    report: str
    span: Span
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """The utterance or observation that claims go back to. `kind`: utterance, wire, or observation; `reason` says in
    words why it has this stance in this story."""

    id: str
    kind: str
    label: str
    stance: Stance
    side: str | None = None  # party or country code, such as "UKR"
    entity: str | None = None
    said: When | None = None
    claims: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """Never one number: how many reports, by how many publishers, from how many origins. Two interviews of one speaker
    are two `utterances` (wires and observations count as such too) and one origin."""

    reports: int
    publishers: int
    origins: int
    utterances: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """Claims about the same deed, pledge or quantity. `kind`: incident, pledge or figure; `reasons` say why joined."""

    id: str
    kind: str
    type: str
    label: str
    claims: tuple[str, ...]
    origins: tuple[str, ...]
    counts: Counts
    place: Place | None = None
    when: When | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a finding, such as one of the places a pledge names, with its own verdict and evidence."""

    label: str
    verdict: str
    reason: str
    origins: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What the cross-check says of a group: a verdict, the reason in words, and at least two pieces of evidence."""

    id: str
    group: str
    kind: str
    verdict: str
    reason: str
    evidence: tuple[Evidence, ...]
    counts: Counts
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class CrossCheck:
    """All that was found across the reports of one story. A pledge may be tried by reports of later stories of the
    thread, which then speak among the origins. `earlier` says of groups of pledges in which earlier story they were
    made, where these are shown with the story that tries them."""

    story: Story
    origins: tuple[Origin, ...] = ()
    groups: tuple[Group, ...] = ()
    findings: tuple[Finding, ...] = ()
    earlier: tuple[tuple[str, Story], ...] = ()

    @property
    def own_origins(self) -> tuple[Origin, ...]:
        """The origins that speak in the story's own reports."""
        own = frozenset(self.story.reports)
        return tuple(origin for origin in self.origins if not own.isdisjoint(origin.reports))


@dataclass(frozen=True, slots=True)
class Failure:
    """A report that could not be read: what, why, and what to do about it."""

    what: str
    reason: str
    remedy: str = ""


# ---------------------------------------------------------------------------------------------- people's decisions


class Decision(StrEnum):
    CONFIRM = "confirm"
    REJECT = "reject"
    EDIT = "edit"
    ADD = "add"
    MERGE = "merge"
    SPLIT = "split"
    NOTE = "note"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Review:
    """A person's decision on a claim, finding, entity or story: who, when (UTC) and why. For a claim, `kind`, `text`
    (a digest of the report's text), `span` and `report` let it find its claim again when a rerun gives it a new id;
    `before` and `after` are the claim as JSON, as the person saw it and as it is to be (`ADD`: no `before`). The target
    of `UNDO` is the id of another review."""

    id: str
    target: str
    decision: Decision
    by: str
    at: datetime
    note: str = ""
    kind: str | None = None
    text: str | None = None
    span: Span | None = None
    before: str | None = None
    after: str | None = None
    report: str | None = None
