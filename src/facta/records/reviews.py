"""What people decide on claims, findings, entities and stories."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from facta.records.spans import Span


class Decision(StrEnum):
    CONFIRM = "confirm"
    REJECT = "reject"
    EDIT = "edit"
    ADD = "add"
    MERGE = "merge"
    SPLIT = "split"
    NOTE = "note"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Review:
    """A person's decision on a claim, finding, entity or story: who, when (UTC) and why. For a claim, `kind`, `text`
    (a digest of the report's text), `span` and `report` let it find its claim again when a rerun gives it a new id;
    `before` and `after` are the claim as JSON, as the person saw it and as it is to be (`ADD`: no `before`). The target
    of `UNDO` is the id of another review."""

    id: str
    target: str
    decision: Decision
    by: str
    at: datetime
    note: str = ""
    kind: str | None = None
    text: str | None = None
    span: Span | None = None
    before: str | None = None
    after: str | None = None
    report: str | None = None
