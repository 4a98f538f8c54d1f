"""People's decisions on what a ledger holds: looked up and checked, kept, laid over the claims, listed."""

from __future__ import annotations

from facta.errors import Conflict
from facta.views.review.change import Change
from facta.views.review.differences import Difference, differences
from facta.views.review.fields import NAMES, fields_of
from facta.views.review.forms import (
    LOG_COLUMNS,
    QUEUE_COLUMNS,
    difference_form,
    entry_form,
    entry_row,
    item_form,
    item_row,
    review_form,
    unsure_form,
    unsure_pairs,
)
from facta.views.review.history import Entry, FieldChange, History, changes_of, entries, history
from facta.views.review.queue import Item, Queue, queue
from facta.views.review.reviewing import review_of, undo_of
from facta.views.review.settling import settle
from facta.views.review.state import reviews_on, state_of
from facta.views.review.targets import Target, resolve, target_of
from facta.views.seen import SeenClaim, seen_claim, seen_claims, seen_found

__all__ = [
    "LOG_COLUMNS",
    "NAMES",
    "QUEUE_COLUMNS",
    "Change",
    "Conflict",
    "Difference",
    "Entry",
    "FieldChange",
    "History",
    "Item",
    "Queue",
    "SeenClaim",
    "Target",
    "changes_of",
    "difference_form",
    "differences",
    "entries",
    "entry_form",
    "entry_row",
    "fields_of",
    "history",
    "item_form",
    "item_row",
    "queue",
    "resolve",
    "review_form",
    "review_of",
    "reviews_on",
    "seen_claim",
    "seen_claims",
    "seen_found",
    "settle",
    "state_of",
    "target_of",
    "undo_of",
    "unsure_form",
    "unsure_pairs",
]
