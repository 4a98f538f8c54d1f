"""An answer to `facta why` in, lines for people or JSON values for programs out. Quotes are the characters cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from facta.ledger.bodies import kind_of
from facta.records import Claim, Counts, Entity, Figure, Incident, Origin, Pledge, Statement, Story
from facta.views.forms import day_form, span_form
from facta.views.lists import many
from facta.views.review import review_form
from facta.views.why import Answer, Because, Found, Gathered, Told, Words

Form = dict[str, Any]
STEP = "  "


def why_lines(answer: Answer) -> list[str]:
    """The answer for people, indented by what rests on what."""
    lines: list[str] = []
    if answer.claim:
        lines += _told_lines(answer.claim)
    if answer.story:
        lines += _story_lines(answer.story)
    if answer.entity:
        lines += _entity_lines(answer.entity)
    opened = {found.gathered.group.id for found in answer.findings if found.gathered}
    for found in answer.findings:
        lines += _found_lines(found)
    for gathered in answer.groups:
        if gathered.group.id not in opened:
            lines += _gathered_lines(gathered)
    for review in answer.reviews:
        note = f": {review.note}" if review.note else ""
        lines.append(f"{review.decision} by {review.by} on {review.at:%Y-%m-%d}{note}")
    return lines


def _found_lines(found: Found) -> Iterator[str]:
    finding = found.finding
    yield f"finding {finding.id} in story {found.story.id}, {found.story.title}: {finding.verdict}"
    yield f"{STEP}{finding.reason}"
    yield f"{STEP}{_counted(finding.counts)}"
    for because in found.parts:
        yield from _indented(_part_lines(because))
    if found.gathered:
        yield from _indented(_gathered_lines(found.gathered))
    if found.told:
        yield f"{STEP}beside these:"
        yield from _indented(_indented(line for told in found.told for line in _told_lines(told)))
    yield f"{STEP}evidence:"
    yield from (f"{STEP}{STEP}{_quoted(words)} of {_where(words)}" for words in found.cited)


def _part_lines(because: Because) -> Iterator[str]:
    part = because.part
    yield f"{part.label}: {part.verdict}. {part.reason}"
    for origin in because.origins:
        yield f"{STEP}{_origin_line(origin)}"
    for told in because.told:
        yield from _indented(_told_lines(told))


def _gathered_lines(gathered: Gathered) -> Iterator[str]:
    group = gathered.group
    yield f"{group.kind} group {group.id}: {group.label}, {many(len(group.claims), 'claim')}"
    yield f"{STEP}{_counted(group.counts)}"
    yield from (f"{STEP}{reason}" for reason in group.reasons)
    for told in gathered.told:
        yield from _indented(_told_lines(told))


def _told_lines(told: Told) -> Iterator[str]:
    where = f", in {_where(told.words[0])}" if told.words else ""
    yield f"{kind_of(told.claim)} {told.claim.id}: {_named(told.claim)}{where}"
    yield from (f"{STEP}{_quoted(words)}" for words in told.words)
    for depth, (statement, words) in enumerate(told.chain, start=1):
        speaker = statement.speaker.name if statement.speaker else "somebody"
        yield f"{STEP * depth}on the word of {speaker} ({statement.act}, statement {statement.id})"
        yield from (f"{STEP * (depth + 1)}{_quoted(piece)}" for piece in words)
    yield from (f"{STEP}{_origin_line(origin)}" for origin in told.origins)


def _named(claim: Claim) -> str:
    match claim:
        case Statement():
            return f"{claim.act}, {claim.form}"
        case Incident():
            mode = f"/{claim.mode}" if claim.mode else ""
            return f"{claim.type}{mode}, {claim.status}" + ", hedged" * claim.hedged
        case Pledge():
            return f"{claim.type}, {claim.strength}" + ", not to" * claim.negated
        case Figure():
            return claim.counts


def _origin_line(origin: Origin) -> str:
    side = f" {origin.side}" if origin.side else ""
    said = f", said on {origin.said.start}" if origin.said and origin.said.start else ""
    return f"origin {origin.id}: {origin.label}, {origin.kind}{said}; {origin.stance}{side}: {origin.reason}"


def _quoted(words: Words) -> str:
    """The characters in quotation marks, with line breaks as blanks, and where they stand."""
    return f"“{' '.join(words.text.split())}” characters {words.span.start} to {words.span.end}"


def _where(words: Words) -> str:
    report = words.report
    published = report.published.isoformat() if report.published else "no date"
    return f"{report.path or report.url or report.id} ({report.publisher or 'publisher unknown'}, {published})"


def _counted(counts: Counts) -> str:
    parts = (many(counts.reports, "report"), many(counts.publishers, "publisher"), many(counts.origins, "origin"))
    return " · ".join(parts)


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"{STEP}{line}" for line in lines)


def _story_lines(story: Story) -> Iterator[str]:
    yield f"story {story.id}: {story.title} ({many(len(story.reports), 'report')})"
    yield from (f"{STEP}{reason}" for reason in story.reasons)


def _entity_lines(entity: Entity) -> Iterator[str]:
    yield f"{entity.kind} {entity.id}: {entity.name}, written {', '.join(entity.spellings)}"
    yield from (f"{STEP}{reason}" for reason in entity.reasons)


# ---- for programs


def why_form(answer: Answer) -> Form:
    """The answer as JSON values; only what there is."""
    form: Form = {
        "id": answer.id,
        "claim": _told_form(answer.claim) if answer.claim else None,
        "story": _story_form(answer.story) if answer.story else None,
        "entity": _entity_form(answer.entity) if answer.entity else None,
        "findings": [_found_form(found) for found in answer.findings],
        "groups": [_gathered_form(gathered) for gathered in answer.groups],
        "reviews": [review_form(review) for review in answer.reviews],
    }
    return {name: value for name, value in form.items() if value}


def _found_form(found: Found) -> Form:
    finding = found.finding
    return {
        "finding": finding.id,
        "story": found.story.id,
        "kind": finding.kind,
        "verdict": finding.verdict,
        "reason": finding.reason,
        "counts": _counts_form(finding.counts),
        "parts": [_part_form(because) for because in found.parts],
        "group": _gathered_form(found.gathered) if found.gathered else None,
        "beside": [_told_form(told) for told in found.told],
        "evidence": [_words_form(words) for words in found.cited],
    }


def _part_form(because: Because) -> Form:
    part = because.part
    return {
        "label": part.label,
        "verdict": part.verdict,
        "reason": part.reason,
        "origins": [_origin_form(origin) for origin in because.origins],
        "claims": [_told_form(told) for told in because.told],
    }


def _gathered_form(gathered: Gathered) -> Form:
    group = gathered.group
    return {
        "group": group.id,
        "kind": group.kind,
        "type": group.type,
        "label": group.label,
        "counts": _counts_form(group.counts),
        "reasons": list(group.reasons),
        "claims": [_told_form(told) for told in gathered.told],
    }


def _told_form(told: Told) -> Form:
    return {
        "claim": told.claim.id,
        "kind": kind_of(told.claim),
        "what": _named(told.claim),
        "words": [_words_form(words) for words in told.words],
        "chain": [
            {
                "statement": statement.id,
                "speaker": statement.speaker.name if statement.speaker else None,
                "act": str(statement.act),
                "words": [_words_form(piece) for piece in words],
            }
            for statement, words in told.chain
        ],
        "origins": [_origin_form(origin) for origin in told.origins],
    }


def _origin_form(origin: Origin) -> Form:
    return {
        "origin": origin.id,
        "label": origin.label,
        "kind": origin.kind,
        "stance": str(origin.stance),
        "side": origin.side,
        "reason": origin.reason,
        "said": day_form(origin.said.start) if origin.said else None,
    }


def _words_form(words: Words) -> Form:
    report = words.report
    where = {"report": report.id, "path": report.path, "url": report.url, "publisher": report.publisher}
    return {"text": words.text, "span": span_form(words.span), **where, "published": day_form(report.published)}


def _counts_form(counts: Counts) -> Form:
    return {
        "reports": counts.reports,
        "publishers": counts.publishers,
        "origins": counts.origins,
        "utterances": counts.utterances,
    }


def _story_form(story: Story) -> Form:
    form = {"story": story.id, "title": story.title, "reports": list(story.reports), "reasons": list(story.reasons)}
    return form | {"follows": story.follows, "thread": story.thread}


def _entity_form(entity: Entity) -> Form:
    names = {"entity": entity.id, "name": entity.name, "kind": str(entity.kind), "side": entity.side}
    return names | {"spellings": list(entity.spellings), "reasons": list(entity.reasons)}
