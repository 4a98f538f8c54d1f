"""From an id to the lines that say why it stands in the ledger: the words, the chain of speakers, reasons, reviews."""

from __future__ import annotations

from collections.abc import Iterator

from facta.ledger import FoundClaim, Ledger, Question
from facta.records import CrossCheck, Entity, Evidence, Finding, Group, Incident, Statement, Story
from facta.views.lists import short
from facta.views.reviewing import resolve

AROUND = 60  # characters shown on each side of a claim's words


def why(ledger: Ledger, name: str) -> list[str]:
    """Lines on the claim, finding, group, entity or story whose id begins with `name`."""
    identifier = resolve(ledger, name)
    lines = [*_claim(ledger, identifier), *_checked(ledger, identifier)]
    lines += [line for entity in ledger.entities() if entity.id == identifier for line in _entity(entity)]
    for review in ledger.reviews(identifier):
        lines.append(
            f"{review.decision} by {review.by} on {review.at:%Y-%m-%d}" + f": {review.note}" * bool(review.note)
        )
    return lines


def _claim(ledger: Ledger, identifier: str) -> Iterator[str]:
    for found in ledger.find(Question(id=identifier)):
        text = ledger.report(found.report).text
        before, after = text[: found.span.start][-AROUND:], text[found.span.end :][:AROUND]
        yield f"{found.kind} {identifier}: {_named(found)}"
        yield f"  …{' '.join(before.split())} [{' '.join(found.quote.split())}] {' '.join(after.split())}…"
        yield f"  {_where(found)}, characters {found.span.start} to {found.span.end}"
        yield from _chain(ledger, found)


def _named(found: FoundClaim) -> str:
    if isinstance(found.claim, Incident):
        return f"{found.type}, {found.claim.status}" + ", hedged" * found.claim.hedged
    return found.type


def _where(found: FoundClaim) -> str:
    published = found.published.isoformat() if found.published else "no date"
    return f"{found.path or found.url or found.report} ({found.publisher or 'publisher unknown'}, {published})"


def _chain(ledger: Ledger, found: FoundClaim) -> Iterator[str]:
    """Who says it within whose words, the innermost first."""
    statements = {statement.id: statement for statement in ledger.claims_of(found.report).statements}
    step = found.claim.within if isinstance(found.claim, Statement) else found.claim.source
    while step in statements:
        statement = statements.pop(step)
        speaker = statement.speaker.name if statement.speaker else "somebody"
        yield f"  on the word of {speaker} ({statement.act}, statement {statement.id})"
        step = statement.within


def _checked(ledger: Ledger, identifier: str) -> Iterator[str]:
    for check in ledger.checks():
        groups = {group.id: group for group in check.groups}
        if check.story.id == identifier:
            yield from _story(check.story)
        for group in check.groups:
            if identifier == group.id or identifier in group.claims:
                yield from _group(group)
        for finding in check.findings:
            held = groups[finding.group].claims if finding.group in groups else ()
            if identifier in (finding.id, finding.group, *held):
                yield from _finding(ledger, check, finding)


def _story(story: Story) -> Iterator[str]:
    yield f"story {story.id}: {story.title} ({len(story.reports)} reports)"
    yield from (f"  {reason}" for reason in story.reasons)


def _group(group: Group) -> Iterator[str]:
    counts = group.counts
    yield f"{group.kind} group {group.id}: {group.label}, {len(group.claims)} claims"
    yield f"  {counts.reports} reports, {counts.publishers} publishers, {counts.origins} origins"
    yield from (f"  {reason}" for reason in group.reasons)


def _finding(ledger: Ledger, check: CrossCheck, finding: Finding) -> Iterator[str]:
    yield f"finding {finding.id} in story {check.story.id}: {finding.verdict}"
    yield f"  {finding.reason}"
    for part in finding.parts:
        yield f"  {part.label}: {part.verdict}. {part.reason}"
    for evidence in finding.evidence:
        yield f"    {_quote(ledger, evidence)}"


def _quote(ledger: Ledger, evidence: Evidence) -> str:
    report = ledger.report(evidence.report)
    return f"“{short(evidence.span.of(report.text))}” ({report.path or report.url or report.id})"


def _entity(entity: Entity) -> Iterator[str]:
    yield f"{entity.kind} {entity.id}: {entity.name}, written {', '.join(entity.spellings)}"
    yield from (f"  {reason}" for reason in entity.reasons)
