"""Decisions, the queue and what the machine now reads otherwise, in; JSON values and rows for people out."""

from __future__ import annotations

import json
from typing import Any

from facta.crosscheck.unsure import KIND as UNSURE
from facta.ledger import Ledger
from facta.records import Group, Review, Story
from facta.views.forms import span_form
from facta.views.lists import SHOWN_ID, short
from facta.views.review.differences import Difference
from facta.views.review.history import Entry
from facta.views.review.queue import Item

Form = dict[str, Any]
LOG_COLUMNS = ("review", "of", "decision", "by", "at (UTC)", "what changed", "note")
QUEUE_COLUMNS = ("id", "kind", "words", "why", "report of")


def review_form(review: Review) -> Form:
    """A review as JSON values."""
    return {
        "review": review.id,
        "of": review.target,
        "decision": str(review.decision),
        "by": review.by,
        "at": review.at.isoformat(),
        "note": review.note,
        "kind": review.kind,
        "report": review.report,
        "span": span_form(review.span),
        "before": _told(review.before),
        "after": _told(review.after),
    }


def _told(body: str | None) -> Any:
    """What a review keeps of before and after, as JSON values."""
    return json.loads(body) if body else None


def entry_form(entry: Entry) -> Form:
    """A line of the log as JSON values."""
    changes = [{"field": c.name, "before": c.before, "after": c.after} for c in entry.changes]
    taken_back = review_form(entry.taken_back) if entry.taken_back else None
    return {**review_form(entry.review), "stands": entry.stands, "taken_back": taken_back, "changes": changes}


def entry_row(entry: Entry) -> tuple[str, ...]:
    """Columns: `LOG_COLUMNS`."""
    review = entry.review
    decision = str(review.decision) + (f" (taken back by {entry.taken_back.by})" if entry.taken_back else "")
    at = f"{review.at:%Y-%m-%d %H:%M}"
    return (review.id, review.target, decision, review.by, at, ", ".join(c.name for c in entry.changes), review.note)


def item_form(item: Item) -> Form:
    """One thing that waits as JSON values."""
    return {
        "target": item.target,
        "kind": item.kind,
        "priority": item.priority,
        "because": item.because,
        "why": item.why,
        "label": item.label,
        "verdict": item.verdict,
        "quote": item.quote,
        "span": span_form(item.span) if item.span.end else None,
        "report": item.report,
        "publisher": item.publisher,
        "language": item.language,
        "story": item.story,
        "title": item.title,
    }


def item_row(item: Item) -> tuple[str, ...]:
    """Columns: `QUEUE_COLUMNS`."""
    return (item.target, item.kind, short(item.quote, 80), item.why, item.publisher or item.report[:SHOWN_ID])


def difference_form(difference: Difference) -> Form:
    """Where the machine now reads otherwise, as JSON values."""
    return {
        "claim": difference.target,
        "kind": difference.kind,
        "report": difference.report,
        "sentence": difference.sentence,
        "review": review_form(difference.review),
        "changes": [{"field": c.name, "seen": c.before, "machine": c.after} for c in difference.changes],
    }


def unsure_pairs(ledger: Ledger) -> list[tuple[Story, Group]]:
    """Pairs of deeds that may be one, with their story."""
    return [(check.story, group) for check in ledger.checks() for group in check.groups if group.kind == UNSURE]


def unsure_form(story: Story, pair: Group) -> Form:
    """A pair as JSON values."""
    return {
        "pair": pair.id,
        "story": story.id,
        "type": pair.type,
        "deeds": pair.label.split(" / "),
        "claims": list(pair.claims),
        "reason": " ".join(pair.reasons),
    }
