"""`facta claims`, `pledges`, `why`: what a ledger holds, as tables for people or JSON for programs."""

from __future__ import annotations

from typing import Annotated

import typer

from facta.views.cli.options import AsJson, LedgerAt, StoryId, day, one_of, open_ledger
from facta.views.cli.output import complain, print_json, print_table

Kind = Annotated[str | None, typer.Option("--kind", help="statement, incident, pledge or figure.")]
SpeakerName = Annotated[str | None, typer.Option("--speaker", help="On whose word; any spelling, or part of it.")]
ActorName = Annotated[str | None, typer.Option("--actor", help="Who does it or promises it.")]
ActName = Annotated[str | None, typer.Option("--act", help="What a statement does: assert, deny, accuse, promise, …")]
TypeName = Annotated[str | None, typer.Option("--type", help="PLOVER type such as ASSAULT, or what a figure counts.")]
PlaceName = Annotated[str | None, typer.Option("--place", help="Where: a place's name or region, in any spelling.")]
From = Annotated[
    str | None, typer.Option("--from", "--since", metavar="DATE", help="Not before this day (YYYY-MM-DD).")
]
To = Annotated[str | None, typer.Option("--to", "--until", metavar="DATE", help="Not after this day (YYYY-MM-DD).")]
StatusName = Annotated[str | None, typer.Option("--status", help="Of incidents: reported, attributed, denied, …")]

CountryName = Annotated[
    str | None, typer.Option("--country", help="Of whoever says, does or promises it: a name or code, such as UKR.")
]
SectorName = Annotated[
    str | None, typer.Option("--sector", help="PLOVER sector of the same: GOV, MIL, IGO, MED, CVL …")
]

CLAIM_COLUMNS = ("claim", "kind", "type", "status", "who", "where", "when", "words", "report")


def claims(
    ledger: LedgerAt = None,
    kind: Kind = None,
    speaker: SpeakerName = None,
    actor: ActorName = None,
    act: ActName = None,
    type_: TypeName = None,
    place: PlaceName = None,
    from_: From = None,
    to: To = None,
    status: StatusName = None,
    country: CountryName = None,
    sector: SectorName = None,
    story: StoryId = None,
    as_json: AsJson = False,
) -> None:
    """List claims: statements, incidents, pledges and figures that fit all the options given."""
    from facta.ledger import Question
    from facta.records import Act, Status
    from facta.views.lists import claim_json, claim_row
    from facta.views.seen import seen_found

    question = Question(
        kind=one_of(kind, ("statement", "incident", "pledge", "figure"), "--kind"),
        speaker=speaker,
        actor=actor,
        act=one_of(act, Act, "--act"),
        type=type_,
        place=place,
        from_on=day(from_, "--from"),
        to_on=day(to, "--to"),
        status=one_of(status, Status, "--status"),
        country=country,
        sector=sector,
        story=story,
    )
    with open_ledger(ledger) as opened:
        found = seen_found(opened, question)
    if as_json:
        print_json([claim_json(one) for one in found])
    else:
        print_table(CLAIM_COLUMNS, map(claim_row, found), "no claim fits", wide="words")


def pledges(ledger: LedgerAt = None, story: StoryId = None, as_json: AsJson = False) -> None:
    """List pledges with their verdicts, place by place, and why."""
    from facta.views.lists import pledge_entries, pledge_json, pledge_lines, texts_of

    with open_ledger(ledger) as opened:
        entries = pledge_entries(opened, story)
        texts = texts_of(opened) if as_json else {}
    if as_json:
        print_json([pledge_json(entry, texts) for entry in entries])
    else:
        for entry in entries:
            typer.echo("\n".join(pledge_lines(entry)) + "\n")
        if not entries:
            complain("no pledges")


def why(
    name: Annotated[
        str, typer.Argument(metavar="ID", help="A claim, finding, story or entity; its beginning will do.")
    ],
    ledger: LedgerAt = None,
    as_json: AsJson = False,
) -> None:
    """Say why a claim or finding stands: its words, on whose word, the reasons, and what people decided."""
    from facta.views.why import why as answer_to
    from facta.views.why_forms import why_form, why_lines

    with open_ledger(ledger) as opened:
        answer = answer_to(opened, name)
    if as_json:
        print_json(why_form(answer))
    else:
        typer.echo("\n".join(why_lines(answer)))


ReportName = Annotated[str, typer.Argument(metavar="REPORT", help="A report's id, path, file name or address.")]


def compare(one: ReportName, other: ReportName, ledger: LedgerAt = None, as_json: AsJson = False) -> None:
    """Put two reports side by side: what they agree on, where they differ, what only one tells."""
    from facta.views.compare import compared, comparison_form, comparison_lines

    with open_ledger(ledger) as opened:
        found = compared(opened, one, other)
    if as_json:
        print_json(comparison_form(found))
    else:
        typer.echo("\n".join(comparison_lines(found)))


def register(app: typer.Typer) -> None:
    for command in (claims, pledges, why, compare):
        app.command()(command)
