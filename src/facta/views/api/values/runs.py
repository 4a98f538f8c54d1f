"""The log of runs, and what one gives to be read."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from facta.ledger.runs import RunState
from facta.views.api.values.base import Id, Next, Value

NO_NUL = r"^[^\x00]*$"
ADDRESS = r"^https?://[^\x00-\x20/?#@:\[\]]+([/?#][^\x00-\x20]*)?$"
Line = Annotated[str, StringConstraints(max_length=1_000, pattern=r"^[^\x00-\x1f]*$")]


class Failed(Value):
    """What could not be read, why, and what to do about it."""

    what: str
    reason: str
    remedy: str


class Run(Value):
    """One filling of the ledger: how far it is and what came of it."""

    run: Id
    what: str
    by: str
    state: RunState
    started_at: datetime
    ended_at: datetime | None
    total: int | None = Field(description="How many reports it has, where that is known.")
    read: int
    known: int = Field(description="In the ledger already.")
    failed: int
    stories: int = Field(description="In how many stories its reports are, once it is over.")


class Runs(Value):
    """A page of runs, newest first."""

    runs: list[Run]
    next: Next


class Met(Value):
    """A report that a run met."""

    id: Id
    title: str | None
    publisher: str | None
    published: date | None
    language: str
    story: str | None


class RunWhole(Run):
    """A run with what failed in it, and the reports that it met."""

    failures: list[Failed]
    reports: list[Met]
    next: Next


class Import(BaseModel):
    """A text to be read, with what is known of it."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "text": "The rebels said on Monday that they would withdraw from Goma by Friday.",
                    "publisher": "Kivu Courier",
                    "published": "2024-02-06",
                }
            ]
        },
    )

    text: Annotated[str, StringConstraints(min_length=1, max_length=2_000_000, pattern=NO_NUL)] = Field(
        description="The report's text; it is kept as it is."
    )
    title: Line | None = None
    publisher: Line | None = None
    published: date | None = Field(default=None, description="The day in the publisher's own zone.")
    language: Line | None = Field(default=None, description="Found out if it is not given.", examples=["en"])
    url: Annotated[Line, StringConstraints(pattern=ADDRESS)] | None = Field(
        default=None, description="Where it stands on the web.", examples=["https://example.org/goma"]
    )
