"""What commands that keep a person's decision share: who decides and when, and making the ledger's findings anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from facta.views.cli.options import settings

if TYPE_CHECKING:
    from datetime import datetime

    from facta.ledger import Ledger
    from facta.records import Review

Note = Annotated[str, typer.Option("--note", "-m", help="Why.")]
By = Annotated[str | None, typer.Option("--by", envvar="FACTA_REVIEWER", help="Who decides [the user's name].")]
ReviewId = Annotated[str | None, typer.Argument(metavar="[REVIEW]", help="The decision to take back [the last one].")]


def who(by: str | None) -> tuple[str, datetime]:
    """Who decides, and the time (UTC)."""
    from datetime import UTC, datetime
    from getpass import getuser

    return by or getuser(), datetime.now(UTC)


def decide(opened: Ledger, review: Review, where: str | None) -> None:
    """Keeps the decision and makes entities, stories and findings anew with it."""
    from facta.pipeline import Pipeline

    opened.add_review(review)
    Pipeline(settings(where)).recheck(opened)
