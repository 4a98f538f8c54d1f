"""`facta stories`: the stories of a ledger, and people's decisions on what is one story. They survive every rerun."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from facta.errors import UsageError
from facta.views.cli.deciding import By, Note, ReviewId, decide, who
from facta.views.cli.options import AsJson, LedgerAt, open_ledger
from facta.views.cli.output import print_json, print_table

if TYPE_CHECKING:
    from facta.ledger import Ledger

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
    from facta.stories.decisions import together

    with open_ledger(ledger) as opened:
        one, two = opened.story(name), opened.story(other)
        if one.id == two.id:
            raise UsageError(f"{name!r} and {other!r} are one story already: {one.title}", "see facta stories")
        decide(opened, together(one.reports[0], two.reports[0], *who(by), note), ledger)
    typer.echo(f"one story: {one.title} | {two.title}")


@group.command("split")
def split(name: One, reports: Out, note: Note = "", by: By = None, ledger: LedgerAt = None) -> None:
    """Decide that some reports of a story tell another one."""
    from facta.stories.decisions import asunder

    with open_ledger(ledger) as opened:
        story = opened.story(name)
        out = [_report(opened, story.reports, given) for given in reports]
        rest = [report for report in story.reports if report not in out]
        if not rest:
            raise UsageError("no report would be left in the story", "name the reports that tell another story")
        decide(opened, asunder(out, rest, *who(by), note), ledger)
    typer.echo(f"{len(out)} of {len(story.reports)} reports tell another story than: {story.title}")


@group.command("undo")
def undo(review: ReviewId = None, note: Note = "", by: By = None, ledger: LedgerAt = None) -> None:
    """Take back a decision on stories."""
    from facta.stories.decisions import standing
    from facta.stories.standing import undoing

    with open_ledger(ledger) as opened:
        decided = [r for r in standing(opened.reviews()) if review is None or r.id.startswith(review)]
        if not decided:
            raise UsageError("there is no such decision on stories to take back", "see facta review list")
        decide(opened, undoing(decided[-1], *who(by), note), ledger)
    typer.echo(f"taken back: {decided[-1].decision} of {decided[-1].at:%Y-%m-%d} by {decided[-1].by}")


def _report(opened: Ledger, members: tuple[str, ...], given: str) -> str:
    """The report of the story that the words mean: the beginning of its id, its path, or its path's end."""
    reports = [report for report in opened.reports() if report.id in members]
    fitting = [r.id for r in reports if r.path == given or r.url == given]
    fitting = fitting or [r.id for r in reports if r.id.startswith(given) or (r.path or "").endswith(f"/{given}")]
    if len(fitting) != 1:
        known = ", ".join(report.path or report.id for report in reports[:8])
        raise UsageError(f"{len(fitting)} reports of the story are called {given!r}", f"it has: {known}")
    return fitting[0]


def register(app: typer.Typer) -> None:
    app.add_typer(group, name="stories")
