"""`facta review add|list`: a person's decisions on claims, findings and stories. They survive every rerun."""

from __future__ import annotations

from typing import Annotated

import typer

from facta.views.cli.options import AsJson, LedgerAt, one_of, open_ledger
from facta.views.cli.output import print_json, print_table

Target = Annotated[
    str, typer.Argument(metavar="ID", help="A claim, finding or story; the beginning of its id will do.")
]
DecisionName = Annotated[str, typer.Argument(metavar="DECISION", help="confirm, reject or note.")]
Note = Annotated[str, typer.Option("--note", "-m", help="Why.")]
By = Annotated[str | None, typer.Option("--by", envvar="FACTA_REVIEWER", help="Who decides [the user's name].")]
Of = Annotated[str | None, typer.Argument(metavar="[ID]", help="Only the reviews of this claim, finding or story.")]
DECISIONS = ("confirm", "reject", "note")

group = typer.Typer(help="People's decisions on claims and findings; a rerun never loses them.", no_args_is_help=True)


@group.command("add")
def add(target: Target, decision: DecisionName, note: Note = "", by: By = None, ledger: LedgerAt = None) -> None:
    """Confirm or reject a claim or finding, or leave a note on it."""
    from datetime import UTC, datetime
    from getpass import getuser

    from facta.records import Decision
    from facta.views.cli.deciding import decide
    from facta.views.reviewing import review_of, unsure_pairs

    chosen = Decision(str(one_of(decision, DECISIONS, "DECISION")))
    with open_ledger(ledger) as opened:
        review = review_of(opened, target, chosen, note, by or getuser(), datetime.now(UTC))
        if review.target in {pair.id for _, pair in unsure_pairs(opened)}:
            decide(opened, review, ledger)
        else:
            opened.add_review(review)
    typer.echo(f"{review.id}: {review.decision} {review.target}, by {review.by}")


@group.command("list")
def listed(target: Of = None, ledger: LedgerAt = None, as_json: AsJson = False) -> None:
    """List the decisions, oldest first."""
    from facta.views.reviewing import review_form

    with open_ledger(ledger) as opened:
        reviews = opened.reviews(target)
    if as_json:
        print_json([review_form(review) for review in reviews])
        return
    rows = [(r.id, r.target, str(r.decision), r.by, f"{r.at:%Y-%m-%d %H:%M}", r.note) for r in reviews]
    print_table(("review", "of", "decision", "by", "at (UTC)", "note"), rows, "no reviews")


@group.command("unsure")
def unsure(ledger: LedgerAt = None, as_json: AsJson = False) -> None:
    """List pairs of deeds that may be one; `facta review add ID confirm` joins them, `reject` keeps them apart."""
    from facta.views.reviewing import unsure_form, unsure_pairs

    with open_ledger(ledger) as opened:
        pairs = unsure_pairs(opened)
    if as_json:
        print_json([unsure_form(story, pair) for story, pair in pairs])
        return
    rows = [(pair.id, pair.type, pair.label, *pair.reasons) for _, pair in pairs]
    print_table(("pair", "type", "deeds", "score and parts"), rows, "no pairs to decide on", wide="deeds")


def register(app: typer.Typer) -> None:
    app.add_typer(group, name="review")
