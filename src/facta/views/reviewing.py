"""A person's decision on something in a ledger, as a `Review` that can find its claim again after a rerun."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from facta.crosscheck.unsure import KIND as UNSURE
from facta.errors import UsageError
from facta.ledger import Ledger, Question
from facta.records import Decision, Group, Review, Story, digest


def review_of(ledger: Ledger, target: str, decision: Decision, note: str, by: str, at: datetime) -> Review:
    """The decision on the claim, finding or story whose id begins with `target`."""
    if decision is Decision.NOTE and not note:
        raise UsageError("a note needs words", "give them with --note")
    identifier = resolve(ledger, target)
    claim = next(iter(ledger.find(Question(id=identifier))), None)
    return Review(
        id=digest(identifier, decision, note, by, at.isoformat()),
        target=identifier,
        decision=decision,
        by=by,
        at=at,
        note=note,
        kind=claim.kind if claim else None,
        text=digest(ledger.report(claim.report).text) if claim else None,
        span=claim.span if claim else None,
    )


def resolve(ledger: Ledger, name: str) -> str:
    """The one id in the ledger that begins with `name`."""
    fitting = ledger.beginning(name)
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise UsageError(f"more than one id begins with {name!r}", f"choose one of: {', '.join(fitting[:5])}")
    raise UsageError(f"nothing in the ledger has the id {name!r}", "see facta claims, facta pledges, facta stories")


def review_form(review: Review) -> dict[str, Any]:
    """A review as JSON values."""
    return {
        "review": review.id,
        "of": review.target,
        "decision": str(review.decision),
        "by": review.by,
        "at": review.at.isoformat(),
        "note": review.note,
    }


def unsure_pairs(ledger: Ledger) -> list[tuple[Story, Group]]:
    """Pairs of deeds that may be one, with their story."""
    return [(check.story, group) for check in ledger.checks() for group in check.groups if group.kind == UNSURE]


def unsure_form(story: Story, pair: Group) -> dict[str, Any]:
    """A pair as JSON values."""
    return {
        "pair": pair.id,
        "story": story.id,
        "type": pair.type,
        "deeds": pair.label.split(" / "),
        "claims": list(pair.claims),
        "reason": " ".join(pair.reasons),
    }
