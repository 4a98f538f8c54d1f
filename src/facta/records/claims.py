"""What one report claims: who and where, and statements, incidents, pledges and figures with their evidence."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from facta.records.kinds import Act, Form, Precision, Scope, Status, Strength
from facta.records.reading import NameKind, Vector
from facta.records.reports import Report
from facta.records.spans import Span


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
