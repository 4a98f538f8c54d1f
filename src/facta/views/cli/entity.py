"""`facta entity`: who somebody is in a ledger, and people's decisions on who is the same. They survive every rerun."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from facta.views.cli.deciding import By, Note, ReviewId, decide, take_back
from facta.views.cli.options import AsJson, LedgerAt, open_ledger
from facta.views.cli.output import print_json

NameOrId = Annotated[str, typer.Argument(metavar="NAME", help="A name in any spelling and script, or an entity's id.")]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="The name or id of the other.")]
SpellingToPart = Annotated[str, typer.Argument(metavar="SPELLING", help="The spelling that is somebody else's.")]


class _NameFirst(TyperGroup):
    """Takes `facta entity NAME` for `facta entity show NAME`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and args[0] not in ("-h", "--help"):
            args = ["show", *args]
        return super().parse_args(ctx, args)


group = typer.Typer(
    cls=_NameFirst,
    help="Who somebody is: `facta entity NAME` shows all spellings, roles, sides and statements, and why they are one.",
    no_args_is_help=True,
)


@group.command("show")
def show(name: NameOrId, ledger: LedgerAt = None, as_json: AsJson = False) -> None:
    """Show an entity: spellings, roles over time, sides, statements by date, and the reasons (`facta entity NAME`)."""
    from facta.views.entities import entity_named, profile
    from facta.views.entity_forms import profile_json, profile_lines

    with open_ledger(ledger) as opened:
        found = profile(opened, entity_named(opened, name))
    if as_json:
        print_json(profile_json(found))
    else:
        for line in profile_lines(found):
            typer.echo(line)


@group.command("merge")
def merge(name: NameOrId, other: Other, note: Note = "", by: By = None, ledger: LedgerAt = None) -> None:
    """Decide that two entities are one."""
    from facta.records import Decision
    from facta.views.entities import entity_named

    with open_ledger(ledger) as opened:
        one, two = entity_named(opened, name), entity_named(opened, other)
        decide(opened, ledger, one.id, Decision.MERGE, note, by, **{"with": two.id})
    typer.echo(f"{one.name} and {two.name} are the same")


@group.command("split")
def split(name: NameOrId, spelling: SpellingToPart, note: Note = "", by: By = None, ledger: LedgerAt = None) -> None:
    """Decide that whoever is written with a spelling is not the entity it was taken for."""
    from facta.records import Decision
    from facta.views.entities import entity_named

    with open_ledger(ledger) as opened:
        one = entity_named(opened, name)
        decide(opened, ledger, one.id, Decision.SPLIT, note, by, spelling=spelling)
    typer.echo(f"{spelling} is not {one.name}")


@group.command("undo")
def undo(review: ReviewId = None, note: Note = "", by: By = None, ledger: LedgerAt = None) -> None:
    """Take back a decision on entities."""
    from facta.stories.judgements import ENTITY, SPELLING

    with open_ledger(ledger) as opened:
        back = take_back(opened, ledger, review, note, by, (ENTITY, SPELLING))
    typer.echo(f"taken back: {back.decision} of {back.at:%Y-%m-%d} by {back.by}")


def register(app: typer.Typer) -> None:
    app.add_typer(group, name="entity")
