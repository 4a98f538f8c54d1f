"""People's decisions, and what waits for one."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic import Field

from facta.records import Decision
from facta.views.api.values.base import Id, Next, Span, Value


class Review(Value):
    """A person's decision: who, when (UTC), on what, and why."""

    review: Id
    of: str = Field(description="The id of the claim, finding, entity, story or review that it is on.")
    decision: Decision
    by: str
    at: datetime
    note: str
    kind: str | None = Field(description="What it is on, where that is a claim: its kind.")
    span: Span | None = Field(description="Where the claim's words stand in the report.")
    before: dict[str, Any] | None = Field(description="The claim as the person saw it.")
    after: dict[str, Any] | None = Field(description="The claim as it is to be.")


class Reviews(Value):
    """A page of decisions, newest first."""

    reviews: list[Review]
    next: Next
