"""From an id to why it stands in the ledger: verdict, parts, group, claims, who tells them, origins and their stance,
and the characters of all of these. Only the story concerned is read. Lines and JSON are left to `why_forms`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from facta.ledger import Ledger
from facta.records import (
    Claim,
    Claims,
    CrossCheck,
    Entity,
    Evidence,
    Finding,
    Group,
    Origin,
    Part,
    Report,
    Review,
    Span,
    Statement,
    Story,
)
from facta.views.review import resolve
from facta.views.seen import seen_claims


@dataclass(frozen=True, slots=True)
class Words:
    """Characters of a report."""

    report: Report
    span: Span

    @property
    def text(self) -> str:
        return self.span.of(self.report.text)


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with its words, the statements on whose word it stands, the innermost first, and its origins."""

    claim: Claim
    words: tuple[Words, ...]
    chain: tuple[tuple[Statement, tuple[Words, ...]], ...]
    origins: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """A group with its claims."""

    group: Group
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Because:
    """A part of a finding with the claims and origins that it rests on."""

    part: Part
    told: tuple[Told, ...]
    origins: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A finding, opened: `told` are the claims cited beside those of its group and its parts."""

    story: Story
    finding: Finding
    parts: tuple[Because, ...]
    gathered: Gathered | None
    told: tuple[Told, ...]
    cited: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """All that the ledger says of one id."""

    id: str
    claim: Told | None = None
    story: Story | None = None
    entity: Entity | None = None
    groups: tuple[Gathered, ...] = ()
    findings: tuple[Found, ...] = ()
    reviews: tuple[Review, ...] = ()


class Opened:
    """A story's check with the claims of the reports that are asked for."""

    def __init__(self, ledger: Ledger, check: CrossCheck, reports: Iterable[str]) -> None:
        self.check = check
        self.groups = {group.id: group for group in check.groups}
        claims = seen_claims(ledger, list(dict.fromkeys(reports)))
        self.reports = {each.report.id: each.report for each in claims}
        self.claims = {claim.id: (each.report, claim) for each in claims for claim in _all(each)}

    def told(self, ids: Iterable[str]) -> tuple[Told, ...]:
        """The claims with these ids, each once, as far as the reports at hand hold them."""
        return tuple(self._told(*self.claims[id_]) for id_ in dict.fromkeys(ids) if id_ in self.claims)

    def _told(self, report: Report, claim: Claim) -> Told:
        origins = tuple(origin for origin in self.check.origins if claim.id in origin.claims)
        chain = tuple((each, _words(report, each)) for each in self._chain(claim))
        return Told(claim, _words(report, claim), chain, origins)

    def _chain(self, claim: Claim) -> list[Statement]:
        """Who says it within whose words, the innermost first."""
        found: list[Statement] = []
        step = claim.within if isinstance(claim, Statement) else claim.source
        while step in self.claims:
            statement = self.claims[step][1]
            if not isinstance(statement, Statement) or statement in found:
                break
            found.append(statement)
            step = statement.within
        return found

    def gathered(self, group: Group) -> Gathered:
        return Gathered(group, self.told(group.claims))

    def found(self, finding: Finding) -> Found:
        group = self.groups.get(finding.group)
        shown = {*(group.claims if group else ()), *(e.claim for part in finding.parts for e in part.evidence)}
        chains = {s.id for told in self.told(i for i in shown if i) for s, _ in told.chain}
        beside = [e.claim for e in finding.evidence if e.claim and e.claim not in shown and e.claim not in chains]
        return Found(
            self.check.story,
            finding,
            tuple(self._because(part) for part in finding.parts),
            self.gathered(group) if group else None,
            self.told(beside),
            tuple(Words(self.reports[e.report], e.span) for e in finding.evidence),
        )

    def _because(self, part: Part) -> Because:
        origins = {origin.id: origin for origin in self.check.origins}
        told = self.told(e.claim for e in part.evidence if e.claim and not self._is_statement(e))
        return Because(part, told, tuple(origins[o] for o in part.origins if o in origins))

    def _is_statement(self, evidence: Evidence) -> bool:
        return isinstance(self.claims.get(evidence.claim or "", (None, None))[1], Statement)


def why(ledger: Ledger, name: str) -> Answer:
    """Why the claim, finding, group, entity or story stands whose id begins with `name`."""
    id_ = resolve(ledger, name)
    homes = dict(ledger.homes(id_))
    entity = ledger.entity(id_) if "entity" in homes else None
    reviews = ledger.reviews(id_)
    if "finding" in homes:
        return Answer(id_, findings=why_found(ledger, homes["finding"], id_), reviews=reviews)
    if "group" in homes:
        opened = _opened(ledger, homes["group"], id_)
        return _of_groups(opened, Answer(id_, reviews=reviews), [opened.groups[id_]])
    if "story" in homes:
        return Answer(id_, story=ledger.story(id_), reviews=reviews)
    if entity:
        return Answer(id_, entity=entity, reviews=reviews)
    return _of_claim(ledger, Answer(id_, reviews=reviews))


def _of_claim(ledger: Ledger, answer: Answer) -> Answer:
    """The claim, the groups that hold it, and the findings on these; then pledges of earlier stories that it tries."""
    homes = ledger.reports_of_claim(answer.id)
    story = ledger.story_of(homes[0]) if homes else None
    check = ledger.check(story.id) if story else CrossCheck(Story("", "", homes))
    groups = [group for group in check.groups if answer.id in group.claims]
    findings = [finding for finding in check.findings if finding.group in {group.id for group in groups}]
    opened = Opened(ledger, check, [*homes, *_reports(check, groups, findings)])
    answer = _of_groups(opened, answer, groups)
    tried = ledger.tried(story) if story else ()
    citing = {(s.id, f.id) for s, _, f in tried if any(e.claim == answer.id for e in f.evidence)}
    further = [found for home, id_ in sorted(citing) for found in why_found(ledger, home, id_)]
    told = opened.told([answer.id])
    return replace(answer, claim=told[0] if told else None, findings=(*answer.findings, *further))


def _of_groups(opened: Opened, answer: Answer, groups: Sequence[Group]) -> Answer:
    held = {group.id for group in groups}
    found = tuple(opened.found(finding) for finding in opened.check.findings if finding.group in held)
    return replace(answer, groups=tuple(opened.gathered(group) for group in groups), findings=found)


def why_found(ledger: Ledger, story: str, finding: str) -> tuple[Found, ...]:
    """One finding of a story, opened."""
    opened = _opened(ledger, story, finding)
    return tuple(opened.found(each) for each in opened.check.findings if each.id == finding)


def _opened(ledger: Ledger, story: str, id_: str) -> Opened:
    """The story, with the reports that hold what the finding or group rests on."""
    check = ledger.check(story)
    findings = [finding for finding in check.findings if id_ in (finding.id, finding.group)]
    groups = [group for group in check.groups if group.id == id_ or group.id in {f.group for f in findings}]
    return Opened(ledger, check, _reports(check, groups, findings))


def _reports(check: CrossCheck, groups: Iterable[Group], findings: Iterable[Finding]) -> Iterator[str]:
    """The reports that findings cite, and those that the origins of claims of the groups speak in."""
    claims = {claim for group in groups for claim in group.claims}
    for finding in findings:
        yield from (evidence.report for evidence in finding.evidence)
    for origin in check.origins:
        if claims & set(origin.claims):
            yield from origin.reports


def _words(report: Report, claim: Claim) -> tuple[Words, ...]:
    """The characters that say what the claim says; of a statement the speaker and the cue as well."""
    if not isinstance(claim, Statement):
        return (Words(report, claim.text),)
    speaker = claim.speaker.span if claim.speaker else None
    return tuple(Words(report, span) for span in (speaker, claim.cue, *claim.content) if span)


def _all(claims: Claims) -> Iterator[Claim]:
    yield from claims.statements
    yield from claims.incidents
    yield from claims.pledges
    yield from claims.figures
