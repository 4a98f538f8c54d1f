"""People's decisions, what they change, and what waits for one."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from facta.records import Decision
from facta.views.api.values.base import Id, Next, Span, Value

Words = Annotated[str, StringConstraints(max_length=10_000, pattern=r"^[^\x00]*$")]
Target = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^[^\x00]*$")]
Decided = Literal["confirm", "reject", "edit", "add", "merge", "split", "note"]


class Review(Value):
    """A person's decision: who, when (UTC), on what, and why."""

    review: Id
    of: str = Field(description="The id of the claim, finding, entity, story or review that it is on.")
    decision: Decision
    by: str
    at: datetime
    note: str
    kind: str | None = Field(description="What it is on, such as a kind of claim.")
    span: Span | None = Field(description="Where the claim's words stand in the report.")
    before: dict[str, Any] | None = Field(description="The claim as the person saw it.")
    after: dict[str, Any] | None = Field(description="The claim as it is to be.")
    stands: bool = Field(description="Whether nobody took it back.")
    taken_back: str | None = Field(description="The decision that took it back.")


class Reviews(Value):
    """A page of decisions, newest first."""

    reviews: list[Review]
    next: Next


class VerdictChange(Value):
    """A finding whose verdict a decision changed; null where there is none."""

    finding: Id
    story: Id
    label: str | None
    before: str | None
    after: str | None


class Outcome(Value):
    """A decision that was kept, and what became of it."""

    review: Review
    stories: list[str] = Field(description="Stories that were checked anew.")
    changes: list[VerdictChange]


class Change(BaseModel):
    """One decision. What a decision may say depends on what it is on."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {"target": "9f1c2ab4d0e37756", "decision": "reject", "note": "an exercise, not an attack"},
                {"target": "9f1c2ab4d0e37756", "decision": "edit", "values": {"place": "Goma", "type": "ASSAULT"}},
            ]
        },
    )

    target: Target = Field(description="An id, or its beginning; to add a missed claim that of the report.")
    decision: Decided
    note: Words = ""
    values: dict[str, Words] = Field(
        default_factory=dict,
        description="Of an edit: fields of the claim, as words. Of a missed claim: `kind`, `words` or `start` and"
        " `end`, and fields. Of a merge: `with`. Of a split: `reports`, `spelling` or `claim`. See docs/review.md.",
    )
    seen: Words = Field(
        default="", description="The `state` that you saw; if it is another by now, nothing is kept and 409 answers."
    )


class Undo(BaseModel):
    """Why a decision is taken back."""

    model_config = ConfigDict(extra="forbid")

    note: Words = ""


class Waiting(Value):
    """One thing to decide on, and why it matters."""

    target: Id
    kind: Literal["claim", "unsure"]
    label: str
    why: str
    because: str = Field(description="The same as a word.")
    priority: int = Field(ge=1, description="1 comes first.")
    verdict: str | None
    story: str
    title: str = Field(description="Of the story.")
    report: Id
    span: Span
    quote: str
    language: str | None
    publisher: str | None


class Queue(Value):
    """A page of what waits for a person, by what matters."""

    items: list[Waiting]
    next: Next


class FieldChange(Value):
    """One field of a claim in two readings."""

    name: str
    before: Any
    after: Any


class Difference(Value):
    """A decision that stands, and where the machine now reads otherwise than the person saw."""

    review: Review
    claim: Id = Field(description="The claim's present id.")
    report: Id
    kind: str
    sentence: str
    changes: list[FieldChange]


class Differences(Value):
    differences: list[Difference]
