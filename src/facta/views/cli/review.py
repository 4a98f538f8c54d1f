"""`facta review`: people's decisions on claims, deeds, entities and stories, and what waits for them."""

from __future__ import annotations

from typing import Annotated

import typer

from facta.views.cli.deciding import By, Note, ReviewId, Sets, decide, report_named, take_back, values_of
from facta.views.cli.options import AsJson, LedgerAt, one_of, open_ledger
from facta.views.cli.output import complain, print_json, print_table

Target = Annotated[
    str, typer.Argument(metavar="ID", help="A claim, finding, pair, entity or story; the beginning of its id will do.")
]
DecisionName = Annotated[str, typer.Argument(metavar="DECISION", help="confirm, reject, edit or note.")]
Of = Annotated[str | None, typer.Argument(metavar="[ID]", help="Only the decisions on this claim, entity or story.")]
InReport = Annotated[
    str, typer.Argument(metavar="REPORT", help="The report that says it: its id, path, file name or address.")
]
Words = Annotated[str | None, typer.Option("--words", help="The words that say it, as they stand in the text.")]
Kind = Annotated[str, typer.Option("--kind", help="statement, incident, pledge or figure.")]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="Another of its kind: its id, or an entity's name.")]
Reports = Annotated[
    list[str] | None, typer.Argument(metavar="[REPORT]...", help="Reports of the other story: ids or paths.")
]
Spelling = Annotated[str | None, typer.Option("--spelling", help="Of an entity: the spelling that is somebody else's.")]
After = Annotated[str | None, typer.Option("--after", metavar="PLACE", help="Where the page before ended.")]
Limit = Annotated[int, typer.Option("--limit", min=1, max=1000, help="How many.")]
OutFile = Annotated[str, typer.Option("--out", "-o", metavar="FILE", help="Where to write; - is standard output.")]
DECISIONS = ("confirm", "reject", "edit", "note")

group = typer.Typer(
    help="People's decisions on what a ledger holds, and what waits for them; a rerun never loses them.",
    no_args_is_help=True,
)


@group.command("add")
def add(
    target: Target,
    decision: DecisionName,
    sets: Sets = None,
    note: Note = "",
    by: By = None,
    ledger: LedgerAt = None,
    as_json: AsJson = False,
) -> None:
    """Confirm, reject or edit a claim, confirm or reject a pair of deeds or a finding, or leave a note on anything."""
    chosen = str(one_of(decision, DECISIONS, "DECISION"))
    _decide(target, chosen, note, by, ledger, as_json, **values_of(sets))


@group.command("missed")
def missed(
    report: InReport,
    kind: Kind,
    words: Words = None,
    sets: Sets = None,
    note: Note = "",
    by: By = None,
    ledger: LedgerAt = None,
    as_json: AsJson = False,
) -> None:
    """Add a claim that the machine missed, by its words (or --set start=… --set end=…) and its fields."""
    given = {"kind": kind} | ({} if words is None else {"words": words}) | values_of(sets)
    with open_ledger(ledger) as opened:
        named = report_named(opened, report)
    _decide(named, "add", note, by, ledger, as_json, **given)


@group.command("merge")
def merge(
    target: Target, other: Other, note: Note = "", by: By = None, ledger: LedgerAt = None, as_json: AsJson = False
) -> None:
    """Decide that two entities, stories or deeds (groups, or claims of them) are one."""
    _decide(target, "merge", note, by, ledger, as_json, **{"with": other})


@group.command("split")
def split(
    target: Target,
    reports: Reports = None,
    spelling: Spelling = None,
    note: Note = "",
    by: By = None,
    ledger: LedgerAt = None,
    as_json: AsJson = False,
) -> None:
    """Decide that a claim tells another deed than its group, that reports tell another story, or that a spelling is
    somebody else's."""
    values = {}
    if reports:
        with open_ledger(ledger) as opened:
            members = opened.story(target).reports
            values["reports"] = " ".join(report_named(opened, given, members) for given in reports)
    _decide(target, "split", note, by, ledger, as_json, **values | ({"spelling": spelling} if spelling else {}))


@group.command("undo")
def undo(
    review: ReviewId = None, note: Note = "", by: By = None, ledger: LedgerAt = None, as_json: AsJson = False
) -> None:
    """Take a decision back; that can be taken back as well."""
    from facta.views.review import review_form

    with open_ledger(ledger) as opened:
        back = take_back(opened, ledger, review, note, by)
    if as_json:
        print_json(review_form(back))
    else:
        typer.echo(f"taken back: {back.decision} of {back.at:%Y-%m-%d} by {back.by}")


@group.command("list")
def listed(target: Of = None, ledger: LedgerAt = None, as_json: AsJson = False) -> None:
    """List the decisions, oldest first, with what they changed and who took them back."""
    from facta.views.review import LOG_COLUMNS, entries, entry_form, entry_row, reviews_on, target_of

    with open_ledger(ledger) as opened:
        found = opened.reviews() if target is None else reviews_on(opened, target_of(opened, target))
        log = entries(opened, found)
    if as_json:
        print_json([entry_form(entry) for entry in log])
    else:
        print_table(LOG_COLUMNS, map(entry_row, log), "no reviews")


@group.command("queue")
def queue(after: After = None, limit: Limit = 25, ledger: LedgerAt = None, as_json: AsJson = False) -> None:
    """List what waits for a decision: claims behind contested verdicts first, then what the machine is unsure of."""
    from facta.views.review import QUEUE_COLUMNS, item_form, item_row
    from facta.views.review import queue as waiting

    with open_ledger(ledger) as opened:
        page = waiting(opened, after, limit)
    if as_json:
        print_json({"items": [item_form(item) for item in page.items], "next": page.next})
        return
    print_table(QUEUE_COLUMNS, map(item_row, page.items), "nothing waits for a decision", wide="words")
    if page.next:
        complain(f"more with: facta review queue --after {page.next}")


@group.command("differences")
def differences(ledger: LedgerAt = None, as_json: AsJson = False) -> None:
    """List decisions after which the machine now reads otherwise than the person saw; they stand all the same."""
    from facta.views.review import difference_form
    from facta.views.review import differences as found_in

    with open_ledger(ledger) as opened:
        found = found_in(opened)
    if as_json:
        print_json([difference_form(one) for one in found])
        return
    rows = [(one.target, one.kind, str(one.review.decision), one.review.by, one.sentence) for one in found]
    print_table(("claim", "kind", "decision", "by", "now"), rows, "the machine reads what people saw", wide="now")


@group.command("unsure")
def unsure(ledger: LedgerAt = None, as_json: AsJson = False) -> None:
    """List pairs of deeds that may be one; `facta review add ID confirm` joins them, `reject` keeps them apart."""
    from facta.views.review import unsure_form, unsure_pairs

    with open_ledger(ledger) as opened:
        pairs = unsure_pairs(opened)
    if as_json:
        print_json([unsure_form(story, pair) for story, pair in pairs])
        return
    rows = [(pair.id, pair.type, pair.label, *pair.reasons) for _, pair in pairs]
    print_table(("pair", "type", "deeds", "score and parts"), rows, "no pairs to decide on", wide="deeds")


@group.command("export")
def export(out: OutFile = "-", ledger: LedgerAt = None) -> None:
    """Write reviewed claims as rows for training and tests (the same as facta export --format review-jsonl)."""
    from pathlib import Path

    from facta.views.exports import EXPORTS
    from facta.views.files import write

    with open_ledger(ledger) as opened:
        pieces = EXPORTS["review-jsonl"](opened)
        if out == "-":
            for piece in pieces:
                typer.echo(piece.encode("utf-8"), nl=False)
        else:
            write(Path(out), pieces)


def _decide(
    target: str, decision: str, note: str, by: str | None, ledger: str | None, as_json: bool, **values: str
) -> None:
    from facta.records import Decision
    from facta.views.review import review_form

    with open_ledger(ledger) as opened:
        review = decide(opened, ledger, target, Decision(decision), note, by, **values)
    if as_json:
        print_json(review_form(review))
    else:
        typer.echo(f"{review.id}: {review.decision} {review.target}, by {review.by}")


def register(app: typer.Typer) -> None:
    app.add_typer(group, name="review")
