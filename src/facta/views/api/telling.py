"""Records in, the JSON values out in which the API tells them: the names of `facta extract` and of the lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from facta.ledger import FoundClaim, Ledger, StoryLine
from facta.ledger.bodies import kind_of
from facta.ledger.find import doer_of, side_of
from facta.ledger.rows import span_of, type_of
from facta.records import (
    Claim,
    Claims,
    Counts,
    CrossCheck,
    Entity,
    Evidence,
    Finding,
    Group,
    Origin,
    Report,
    Statement,
    Story,
)
from facta.stories.corrections import edits_of
from facta.views.forms import Form, day_form, place_form, when_form
from facta.views.lists import claim_json, evidence_form, origin_form
from facta.views.review import state_of
from facta.views.seen import seen_claims


def report_name(report: Report) -> Form:
    """A report as it is named beside what it tells."""
    return {
        "id": report.id,
        "path": report.path,
        "url": report.url,
        "publisher": report.publisher,
        "published": day_form(report.published),
        "language": report.language,
    }


def story_name(story: Story) -> Form:
    return {"story": story.id, "title": story.title}


def line_form(line: StoryLine) -> Form:
    """A story of the list."""
    return {
        **story_name(line.story),
        "from": day_form(line.first_on),
        "to": day_form(line.last_on),
        "reports": line.reports,
        "publishers": line.publishers,
        "origins": line.origins,
        "languages": list(line.languages),
        "countries": list(line.countries),
        "contested": line.contested,
        "verdicts": dict(line.verdicts),
    }


def counts_form(counts: Counts) -> Form:
    return {
        "reports": counts.reports,
        "publishers": counts.publishers,
        "origins": counts.origins,
        "utterances": counts.utterances,
    }


def origin_values(origin: Origin) -> Form:
    """An origin with all that goes back to it."""
    carried = {"claims": list(origin.claims), "reports": list(origin.reports)}
    return {**origin_form(origin), "said": when_form(origin.said), **carried}


def group_form(story: Story, group: Group) -> Form:
    return {
        "group": group.id,
        "story": story.id,
        "kind": group.kind,
        "type": group.type,
        "label": group.label,
        "claims": list(group.claims),
        "origins": list(group.origins),
        "counts": counts_form(group.counts),
        "place": place_form(group.place),
        "when": when_form(group.when),
        "reasons": list(group.reasons),
    }


def finding_form(story: Story, finding: Finding, texts: dict[str, str]) -> Form:
    """A finding with the words of its evidence; `texts` are those of the reports by id."""
    return {
        "finding": finding.id,
        "story": story.id,
        "group": finding.group,
        "kind": finding.kind,
        "verdict": finding.verdict,
        "reason": finding.reason,
        "counts": counts_form(finding.counts),
        "parts": [
            {
                "label": part.label,
                "verdict": part.verdict,
                "reason": part.reason,
                "origins": list(part.origins),
                "evidence": [evidence_form(one, texts) for one in part.evidence],
            }
            for part in finding.parts
        ],
        "evidence": [evidence_form(one, texts) for one in finding.evidence],
    }


def findings_form(ledger: Ledger, story: Story, findings: Sequence[Finding]) -> list[Form]:
    """Findings of one story, with the words of their evidence."""
    reports = dict.fromkeys(one.report for finding in findings for one in _evidence(finding))
    texts = {report.id: report.text for report in ledger.reports_named(list(reports))}
    return [finding_form(story, finding, texts) for finding in findings]


def _evidence(finding: Finding) -> Iterator[Evidence]:
    yield from finding.evidence
    for part in finding.parts:
        yield from part.evidence


def story_form(ledger: Ledger, check: CrossCheck, reports: Sequence[Report]) -> Form:
    """A story with all that was found in it."""
    story = check.story
    return {
        **story_name(story),
        "reports": [report_name(report) for report in reports],
        "reasons": list(story.reasons),
        "follows": story.follows,
        "thread": story.thread,
        "origins": [origin_values(origin) for origin in check.origins],
        "groups": [group_form(story, group) for group in check.groups],
        "findings": findings_form(ledger, story, check.findings),
        "state": state_of(ledger, story.id),
    }


def entity_form(entity: Entity) -> Form:
    return {
        "entity": entity.id,
        "name": entity.name,
        "kind": str(entity.kind),
        "side": entity.side,
        "spellings": list(entity.spellings),
    }


def claims_in(claims: Claims) -> Iterator[Claim]:
    """Every claim of a report, kind by kind in text order."""
    yield from claims.statements
    yield from claims.incidents
    yield from claims.pledges
    yield from claims.figures


def found_in(ledger: Ledger, claims: Claims, claim: Claim) -> FoundClaim:
    """A claim of these, with what is known of its report, its words and its side."""
    entities, links = ledger.entities_of([claims.report.id])
    known = {entity.id: entity.side for entity in entities if entity.side}
    sides = {(report, own): known[entity] for report, own, entity in links if entity in known}
    return _found(claims, claim, sides)


def _found(claims: Claims, claim: Claim, sides: Mapping[tuple[str, str], str]) -> FoundClaim:
    report, span = claims.report, span_of(claim)
    speakers = {statement.id: statement.speaker for statement in claims.statements}
    speaker = claim.speaker if isinstance(claim, Statement) else speakers.get(claim.source or "")
    return FoundClaim(
        kind=kind_of(claim),
        claim=claim,
        type=type_of(claim),
        report=report.id,
        path=report.path,
        url=report.url,
        title=report.title,
        published=report.published,
        publisher=report.publisher,
        language=report.language,
        speaker=speaker.name if speaker else None,
        span=span,
        quote=span.of(report.text),
        side=side_of(report.id, doer_of(claim), sides),
    )


def as_they_stand(ledger: Ledger, found: Sequence[FoundClaim]) -> list[Form]:
    """Claims that the machine read as people left them: those that were rejected are out, those edited are so."""
    reports = list(dict.fromkeys(one.report for one in found))
    reviewed = {review.text for review in ledger.reviews_of_reports(reports)}
    if not reviewed:
        return [claim_json(one) for one in found]
    known = {claims.report.id: claims for claims in seen_claims(ledger, reports)}
    standing = {(report, claim.id): claim for report, claims in known.items() for claim in claims_in(claims)}
    kept = [(one, standing[one.report, one.claim.id]) for one in found if (one.report, one.claim.id) in standing]
    return [
        claim_json(one if claim == one.claim else found_in(ledger, known[one.report], claim)) for one, claim in kept
    ]


def edited(ledger: Ledger, claims: Claims) -> dict[str, list[str]]:
    """By id, the claims on which people's decisions stand, with the ids of these."""
    reviews = ledger.reviews_of_reports([claims.report.id])
    return {claim: [review.id for review in on] for claim, on in edits_of(claims, reviews).items()}
