"""`facta stories`: the stories of a ledger, and people's decisions on what is one story. They survive every rerun."""

from __future__ import annotations

from typing import Annotated

import typer

from facta.views.cli.deciding import By, Note, ReviewId, decide, report_named, take_back
from facta.views.cli.options import AsJson, LedgerAt, open_ledger
from facta.views.cli.output import print_json, print_table

One = Annotated[str, typer.Argument(metavar="STORY", help="A story's id; its beginning will do.")]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="The other story's id.")]
Out = Annotated[list[str], typer.Argument(metavar="REPORT...", help="Reports that tell another story: ids or paths.")]
COLUMNS = ("story", "title", "reports", "publishers", "from", "to")

group = typer.Typer(
    help="List the stories of a ledger, or decide what is one story: `facta stories` lists them.",
    invoke_without_command=True,
)


@group.callback()
def stories(context: typer.Context, ledger: LedgerAt = None, as_json: AsJson = False) -> None:
    """List the stories of a ledger; merge and split decide what is one story."""
    from facta.views.lists import story_forms, story_row

    if context.invoked_subcommand:
        return
    with open_ledger(ledger) as opened:
        if as_json:
            print_json(story_forms(opened))
            return
        reports = {report.id: report for report in opened.reports()}
        rows = [story_row(story, [reports[r] for r in story.reports]) for story in opened.stories()]
    print_table(COLUMNS, rows, "no stories yet; fill the ledger with: facta read PATH", wide="title")


@group.command("merge")
def merge(name: One, other: Other, note: Note = "", by: By = None, ledger: LedgerAt = None) -> None:
    """Decide that two stories are one."""
    from facta.records import Decision

    with open_ledger(ledger) as opened:
        one, two = opened.story(name), opened.story(other)
        decide(opened, ledger, one.id, Decision.MERGE, note, by, **{"with": two.id})
    typer.echo(f"one story: {one.title} | {two.title}")


@group.command("split")
def split(name: One, reports: Out, note: Note = "", by: By = None, ledger: LedgerAt = None) -> None:
    """Decide that some reports of a story tell another one."""
    from facta.records import Decision

    with open_ledger(ledger) as opened:
        story = opened.story(name)
        out = [report_named(opened, given, story.reports) for given in reports]
        decide(opened, ledger, story.id, Decision.SPLIT, note, by, reports=" ".join(out))
    typer.echo(f"{len(out)} of {len(story.reports)} reports tell another story than: {story.title}")


@group.command("undo")
def undo(review: ReviewId = None, note: Note = "", by: By = None, ledger: LedgerAt = None) -> None:
    """Take back a decision on stories."""
    from facta.stories.decisions import STORY

    with open_ledger(ledger) as opened:
        back = take_back(opened, ledger, review, note, by, (STORY,))
    typer.echo(f"taken back: {back.decision} of {back.at:%Y-%m-%d} by {back.by}")


def register(app: typer.Typer) -> None:
    app.add_typer(group, name="stories")
