"""People's decisions as JSON values."""

from __future__ import annotations

import json

from facta.records import Review
from facta.views.forms import Form, span_form


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
