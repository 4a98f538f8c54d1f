"""What is found across reports: who is who, what is one story, what claims go back to, and verdicts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facta.records.claims import Place, When
from facta.records.reading import NameKind
from facta.records.spans import Span


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
