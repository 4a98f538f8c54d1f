"""People's decisions, and what became of them, as JSON values."""

from __future__ import annotations

import json

from facta.records import Review
from facta.views.forms import Form, span_form
from facta.views.server.desk import Outcome


def review_values(review: Review) -> Form:
    """A decision with what it changed."""
    return {
        "review": review.id,
        "of": review.target,
        "decision": str(review.decision),
        "by": review.by,
        "at": review.at.isoformat(),
        "note": review.note,
        "kind": review.kind,
        "span": span_form(review.span),
        "before": json.loads(review.before) if review.before else None,
        "after": json.loads(review.after) if review.after else None,
    }


def outcome_values(outcome: Outcome) -> Form:
    return {
        "review": review_values(outcome.review),
        "stories": list(outcome.stories),
        "changes": [
            {
                "finding": change.finding,
                "story": change.story,
                "label": change.group.label if change.group else None,
                "before": change.before,
                "after": change.after,
            }
            for change in outcome.changes
        ],
    }
