"""Reports as lists and as wholes."""

from __future__ import annotations

from pydantic import Field

from facta.views.api.values.base import Next, Value
from facta.views.api.values.checks import StoryName
from facta.views.api.values.claims import Extract, ReportCard


class Reports(Value):
    """A page of reports."""

    reports: list[ReportCard]
    total: int = Field(ge=0)
    next: Next


class ReportWhole(Extract):
    """A report with its text."""

    text: str
    story: StoryName | None
    reviewed: dict[str, list[str]] = Field(description="Claims on which decisions of people stand, with their ids.")
