"""People's decisions, and what became of them, as JSON values."""

from __future__ import annotations

from facta.records import Review
from facta.views.forms import Form
from facta.views.review import Difference, Entry, Item, review_form
from facta.views.server.desk import Outcome


def entry_values(entry: Entry) -> Form:
    """A decision of the log."""
    return review_values(entry.review, entry.taken_back)


def review_values(review: Review, taken_back: Review | None = None) -> Form:
    """A decision with what it changed, and the one by which it no longer stands."""
    values = {name: value for name, value in review_form(review).items() if name != "report"}
    return {**values, "stands": taken_back is None, "taken_back": taken_back.id if taken_back else None}


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


def item_values(item: Item) -> Form:
    return {
        "target": item.target,
        "kind": item.kind,
        "label": item.label,
        "why": item.why,
        "because": item.because,
        "priority": item.priority,
        "verdict": item.verdict,
        "story": item.story,
        "title": item.title,
        "report": item.report,
        "span": [item.span.start, item.span.end],
        "quote": item.quote,
        "language": item.language,
        "publisher": item.publisher,
    }


def difference_values(found: Difference) -> Form:
    return {
        "review": review_values(found.review),
        "claim": found.target,
        "report": found.report,
        "kind": found.kind,
        "sentence": found.sentence,
        "changes": [{"name": one.name, "before": one.before, "after": one.after} for one in found.changes],
    }
