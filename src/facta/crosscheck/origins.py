"""From claims to origins: the utterance, wire or observation that each goes back to. Several reports of one utterance,
in any language, have one origin; copies have the origin of the text they copy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from facta.codebook import Codebook
from facta.codebook.publishers import Publishers
from facta.crosscheck.casefile import Case
from facta.crosscheck.wires import Wires
from facta.crosscheck.witnesses import witness_of
from facta.records import (
    Actor,
    Claim,
    Claims,
    Entity,
    Incident,
    NameKind,
    Origin,
    PassageRole,
    Report,
    Span,
    Stance,
    Statement,
    Status,
    When,
    digest,
)
from facta.stories.spelling import latin
from facta.text import fold, paragraphs

_UNNAMED = "the report does not say whose word it is"
_WITNESS = "its journalists saw or heard it themselves"
_OWN = "the outlet says it in its own voice"
_WIRE = "the text is that of an agency or first outlet"
_BESIDE = 1  # days from a dated utterance to an undated report of it


@dataclass(frozen=True, slots=True)
class Source:
    """Whoever an origin comes from; two utterances of one speaker have one source."""

    key: str
    kind: str
    label: str
    stance: Stance
    side: str | None = None
    entity: str | None = None
    collective: bool = False
    reason: str = ""  # why it has this stance
    sector: str | None = None  # of the side, such as "MIL"


@dataclass(frozen=True, slots=True)
class Voice:
    """One claim on its way to an origin: its source, and the day it was uttered, if the report says so."""

    claim: str
    report: str
    source: Source
    day: date | None
    dated: bool
    main: bool = True  # by the claim's main words, not by a further mention


@dataclass(frozen=True, slots=True)
class Origins:
    """All origins of a story, and the origin and source of each claim."""

    all: tuple[Origin, ...]
    by_claim: dict[str, Origin]
    sources: dict[str, Source]  # by origin id
    further: dict[str, tuple[Origin, ...]] = field(default_factory=dict)  # of deeds that several texts tell

    def of(self, claim: str) -> tuple[Origin, ...]:
        """All origins of the claim, the one of its main words first."""
        return (self.by_claim[claim], *self.further.get(claim, ()))


def find_origins(case: Case) -> Origins:
    """Resolves the chain of every claim of the story."""
    wires = Wires(case)
    voices: dict[str, list[Voice]] = defaultdict(list)
    for claims in case.everything:
        for voice in _voices(case, claims, wires):
            voices[voice.source.key].append(voice)
    origins: list[tuple[Origin, Source]] = []
    for _, said in sorted(voices.items()):
        origins += [(_origin(together), together[0].source) for together in _utterances(said)]
    main = {voice.claim: voice.source.key for said in voices.values() for voice in said if voice.main}
    by_claim = {c: origin for origin, source in origins for c in origin.claims if main[c] == source.key}
    further: dict[str, tuple[Origin, ...]] = defaultdict(tuple)
    for origin, source in origins:
        for claim in origin.claims:
            if main[claim] != source.key:
                further[claim] += (origin,)
    ordered = tuple(sorted((o for o, _ in origins), key=lambda o: (o.stance, o.label, o.id)))
    return Origins(ordered, by_claim, {origin.id: source for origin, source in origins}, dict(further))


def _voices(case: Case, claims: Claims, wires: Wires) -> Iterator[Voice]:
    report = claims.report
    every: list[Claim] = [*claims.statements, *claims.incidents, *claims.pledges, *claims.figures]
    for claim in every:
        statement = claim if isinstance(claim, Statement) else case.statements.get(claim.source or "")
        speaking = _speaking(case, statement)
        if speaking and speaking.speaker:
            day = _said(speaking)
            source = _speaker(case, report, speaking.speaker)
            yield Voice(claim.id, report.id, source, day or report.published, day is not None)
        else:
            source = _witnesses(case, claims, claim) or _own_voice(case, report, claim, statement, wires)
            yield Voice(claim.id, report.id, source, report.published, False)
            for other in _further(case, claims, claim, source, wires):
                yield Voice(claim.id, report.id, other, report.published, False, main=False)


def _further(case: Case, claims: Claims, claim: Claim, source: Source, wires: Wires) -> list[Source]:
    """Sources of the other mentions of a deed that the report tells in its own voice: an agency's block in a mixed
    article beside the reporter's own lines."""
    if not isinstance(claim, Incident) or claim.status is not Status.REPORTED or claim.hedged or claim.source:
        return []
    bodies = [p.span for p in claims.report.passages if p.role is PassageRole.BODY]
    told = [span for span in claim.evidence if any(body.covers(span) for body in bodies)]
    each = {other.key: other for span in told if (other := _teller(case, claims.report, span, wires))}
    return [other for key, other in sorted(each.items()) if key != source.key and _both_texts(key, source.key)]


def _both_texts(one: str, other: str) -> bool:
    """Whether one is an agency's text and the other the outlet's own: of two agencies, one has copied the other."""
    return one.startswith("wire ") != other.startswith("wire ")


def _said(statement: Statement) -> date | None:
    """The day of an utterance; a time within what is said is that of what it tells."""
    when = statement.when
    if when is None or (when.span and any(content.covers(when.span) for content in statement.content)):
        return None
    return when.start


def _speaking(case: Case, statement: Statement | None) -> Statement | None:
    """The statement itself, or the nearest around it that has a speaker."""
    seen: set[str] = set()
    while statement and not statement.speaker and statement.within and statement.id not in seen:
        seen.add(statement.id)
        statement = case.statements.get(statement.within)
    return statement


def _speaker(case: Case, report: Report, actor: Actor) -> Source:
    side = case.sides.of(report.id, actor)
    entity = _organisation(case, report, actor) or case.entity(report.id, actor)
    name = entity.name if entity else actor.name
    stance, why = case.parties.stance(side), case.parties.reason(side)
    kind = "observation" if stance is Stance.PRESS else "utterance"
    if fold(name) in _agencies(case.codebook):
        kind, stance, why = "wire", Stance.PRESS, "a news agency tells it"
    if actor.candidates:
        key, name = f"unresolved {report.id} {actor.span}", "unresolved: " + " or ".join(actor.candidates)
    else:
        key = f"entity {entity.id}" if entity else f"name {latin(name) or name} {case.sides.cause(side) or side or ''}"
    cause = case.sides.cause(side)
    known = entity.id if entity else None
    sector = case.sides.sector(side)
    collective = entity is None or case.is_collective(report.id, actor)
    return Source(key, kind, name, stance, cause, known, collective, why, sector)


def _organisation(case: Case, report: Report, actor: Actor) -> Entity | None:
    """The observers of whom the speaker is a part without a name of its own: "the mission of the OSCE"."""
    entity = case.entity(report.id, actor)
    if actor.span is None or (entity and entity.kind is NameKind.PERSON):
        return None
    named = [e for e in _observers(case, report) if e != entity]
    within = {name.entity for name in case.claims[report.id].names if actor.span.covers(name.span)}
    inside = [e for e in named if any(case.entities.of(report.id, own) == e for own in within)]
    called = (entity is None or entity.kind is NameKind.GROUP) and _observes(case, actor)
    return next(iter(inside), named[0] if called and len(named) == 1 else None)


def _observers(case: Case, report: Report) -> list[Entity]:
    """The bodies of observers that the report names, each once."""
    named = (case.entities.of(report.id, name.entity) for name in case.claims[report.id].names)
    bodies = [e for e in named if e and e.kind is not NameKind.PERSON]
    return list(dict.fromkeys(e for e in bodies if case.sides.sector(e.side) in case.rules.parties.observers))


def _observes(case: Case, actor: Actor) -> bool:
    """Whether the last word of the speaker is one for observers: "the mission"."""
    return " ".join(fold(actor.name).split()[-1:]).startswith(tuple(map(fold, case.rules.parties.observing)))


def _witnesses(case: Case, claims: Claims, claim: Claim) -> Source | None:
    """The press that saw or heard the deed itself."""
    outlet = witness_of(case, claims, claim) if isinstance(claim, Incident) else None
    if outlet is None:
        return None
    return Source(f"witness {outlet}", "observation", f"{outlet} journalists", Stance.PRESS, reason=_WITNESS)


def _own_voice(case: Case, report: Report, claim: Claim, statement: Statement | None, wires: Wires) -> Source:
    """Nobody is named: the copied wire, the outlet, or a source that the outlet keeps to itself."""
    outlet = report.publisher or "a report"
    attributed = isinstance(claim, Incident) and claim.status is not Status.REPORTED
    if statement is not None or attributed or getattr(claim, "hedged", False):
        return Source(
            f"unnamed {report.id}", "observation", f"unnamed source of {outlet}", Stance.UNKNOWN, reason=_UNNAMED
        )
    return _teller(case, report, span_of(claim), wires)


def _teller(case: Case, report: Report, span: Span, wires: Wires) -> Source:
    """Whose text the span is: a wire's, or the outlet's own. A headline stands for the lead below it."""
    wire = wires.of(report.id, _lead(report) if _is_headline(report, span) else span)
    if wire:
        return Source(f"wire {wire}", "wire", wire, Stance.PRESS, reason=_WIRE)
    outlet = report.publisher or "a report"
    key = f"own {case.publisher(report.id)}"
    return Source(key, "observation", f"own voice of {outlet}", Stance.UNKNOWN, reason=_OWN)


def _is_headline(report: Report, span: Span) -> bool:
    """Whether the span lies in a headline. Where lines have no roles, the first is one if it is no sentence."""
    if report.passages:
        return any(p.role is PassageRole.HEADLINE and p.span.overlaps(span) for p in report.passages)
    lines = paragraphs(report.text)
    return len(lines) > 1 and lines[0].overlaps(span) and lines[0].of(report.text).rstrip()[-1:].isalnum()


def _lead(report: Report) -> Span:
    """The first paragraph of the body."""
    body = [p.span for p in report.passages if p.role is PassageRole.BODY] or paragraphs(report.text)[1:]
    return next(iter(body), Span(0, len(report.text)))


def span_of(claim: Claim) -> Span:
    """The characters that best stand for the claim."""
    if isinstance(claim, Statement):
        return Span.around([*claim.content, *([claim.cue] if claim.cue else [])])
    return claim.text


def _utterances(voices: list[Voice]) -> Iterator[list[Voice]]:
    """The voices of one source, parted by day; reports that give no day join the utterance nearest to their own day."""
    if voices[0].source.kind != "utterance":
        yield voices
        return
    days: dict[date | None, list[Voice]] = defaultdict(list)
    for voice in voices:
        if voice.dated:
            days[voice.day].append(voice)
    for voice in sorted((v for v in voices if not v.dated), key=lambda v: (v.day or date.max, v.claim)):
        days[_nearest(voice.day, list(days))].append(voice)
    yield from days.values()


def _nearest(day: date | None, known: list[date | None]) -> date | None:
    if day is None:
        return known[0] if len(known) == 1 else None
    near = [d for d in known if d and 0 <= (day - d).days <= _BESIDE]
    return max(near, default=day)


def _origin(voices: list[Voice]) -> Origin:
    source = voices[0].source
    first = min((v.day for v in voices if v.day), default=None)
    uttered = min((v.day for v in voices if v.dated and v.day), default=None)
    return Origin(
        id=digest("origin", source.key, first if source.kind == "utterance" else None),
        kind=source.kind,
        label=source.label,
        stance=source.stance,
        side=source.side,
        entity=source.entity,
        said=When(None, uttered, uttered) if uttered and source.kind == "utterance" else None,
        claims=tuple(sorted(v.claim for v in voices)),
        reports=tuple(sorted({v.report for v in voices})),
        reason=source.reason,
    )


def _agencies(codebook: Codebook) -> frozenset[str]:
    agencies = codebook.common("publishers", Publishers).agencies
    return frozenset(fold(name) for agency in agencies for name in (agency.name, *agency.spellings))
