"""What commands that keep a person's decision share: who decides and when, and making the ledger's findings anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from facta.errors import UsageError
from facta.views.cli.options import settings

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from facta.ledger import Ledger
    from facta.records import Decision, Review

Note = Annotated[str, typer.Option("--note", "-m", help="Why.")]
By = Annotated[str | None, typer.Option("--by", envvar="FACTA_REVIEWER", help="Who decides [the user's name].")]
ReviewId = Annotated[str | None, typer.Argument(metavar="[REVIEW]", help="The decision to take back [the last one].")]
Sets = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="FIELD=VALUE", help="What a field is to be, such as place=Goma; again for more."),
]


def who(by: str | None) -> tuple[str, datetime]:
    """Who decides, and the time (UTC)."""
    from datetime import UTC, datetime
    from getpass import getuser

    return by or getuser(), datetime.now(UTC)


def values_of(given: list[str] | None) -> dict[str, str]:
    """Fields and their values as they stand on the command line."""
    values = {}
    for one in given or []:
        name, equals, value = one.partition("=")
        if not equals or not name.strip():
            raise UsageError(f"--set: {one!r} is no FIELD=VALUE", "write it as place=Goma")
        values[name.strip()] = value
    return values


def decide(
    opened: Ledger, where: str | None, target: str, decision: Decision, note: str, by: str | None, **values: str
) -> Review:
    """Keeps the decision and makes anew what it touches."""
    from facta.views.review import Change, review_of

    person, at = who(by)
    known = settings(where)
    review = review_of(opened, Change(target, decision, person, at, note, values), known.codebook)
    keep(opened, where, review)
    return review


def keep(opened: Ledger, where: str | None, review: Review) -> tuple[str, ...]:
    """Stores the decision; ids of the stories that were checked anew."""
    from facta.pipeline import Pipeline
    from facta.views.review import settle

    return settle(opened, Pipeline(settings(where)), review)


def report_named(opened: Ledger, given: str, members: Sequence[str] = ()) -> str:
    """The id of the report that the words mean, of these members if any are given: its id or its beginning, its path or
    the end of it, or its address."""
    reports = opened.reports_named(members) if members else opened.reports()
    fitting = [r.id for r in reports if given in (r.id, r.path, r.url)]
    fitting = fitting or [r.id for r in reports if r.id.startswith(given) or (r.path or "").endswith(f"/{given}")]
    if len(fitting) != 1:
        known = ", ".join(report.path or report.id for report in reports[:8])
        of = " of the story" if members else ""
        raise UsageError(f"{len(fitting)} reports{of} are called {given!r}", f"it has: {known}")
    return fitting[0]


def take_back(
    opened: Ledger, where: str | None, review: str | None, note: str, by: str | None, kinds: Collection[str] = ()
) -> Review:
    """Takes back a decision, the last one that stands if none is named, of one of the kinds if any are given."""
    from facta.stories.standing import standing
    from facta.views.review import undo_of

    if review is None:
        every = opened.reviews_of_kinds(kinds) if kinds else opened.reviews()
        held = standing(every)
        if not held:
            raise UsageError("there is no such decision to take back", "see facta review list")
        found = held[-1]
    else:
        found = opened.review(review)
        if kinds and found.kind not in kinds:
            raise UsageError(
                f"there is no such decision to take back: {found.id} is on a {found.kind}", "see facta review list"
            )
    keep(opened, where, undo_of(opened, found.id, *who(by), note))
    return found
