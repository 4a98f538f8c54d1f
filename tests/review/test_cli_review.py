"""`facta review`: decisions on the command line, what waits for them, and the rows they make for training and tests."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from facta.errors import UsageError
from facta.ledger import Ledger
from facta.views.cli import app
from tests.review.conftest import machine
from tests.review.test_verdicts_change import SHELLED, deed, deed_groups

PER_CLAIM = {"plover": ("--per-claim",), "acled": ("--per-claim",)}


def facta(ledger: Path, *arguments: str) -> str:
    done = CliRunner().invoke(app, [*arguments, "--ledger", str(ledger)], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


def listed(ledger: Path, *arguments: str) -> Any:
    return json.loads(facta(ledger, *arguments, "--json"))


def shelled(ledger: Path) -> str:
    with Ledger.open(str(ledger)) as opened:
        return deed(opened, SHELLED)


def rows(ledger: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in facta(ledger, "export", "--format", "review-jsonl").splitlines()]


def test_an_edit_shows_in_claims_and_goes_when_it_is_taken_back(copied: Path) -> None:
    target = shelled(copied)
    review = listed(
        copied, "review", "add", target[:9], "edit", "--set", "mode=drone", "--set", "date=2023-05-19", "--by", "ines"
    )
    assert (review["decision"], review["of"], review["by"]) == ("edit", target, "ines")
    assert (review["before"]["mode"], review["after"]["mode"]) == ("heavy-weapons", "drone")
    shown = {claim["id"]: claim for claim in listed(copied, "claims", "--type", "ASSAULT")}
    assert (shown[target]["mode"], shown[target]["when"]["start"]) == ("drone", "2023-05-19")
    assert "taken back: edit" in facta(copied, "review", "undo", review["review"][:10])
    assert {c["id"]: c for c in listed(copied, "claims", "--type", "ASSAULT")}[target]["mode"] == "heavy-weapons"


def test_a_rejected_claim_is_in_no_list_and_no_export(copied: Path) -> None:
    target = shelled(copied)
    facta(copied, "review", "add", target, "reject", "--note", "misread")
    assert target not in facta(copied, "claims", "--json")
    for form in ("csv", "geojson", "plover", "acled"):
        assert target not in facta(copied, "export", "--format", form, *PER_CLAIM.get(form, ()))
    (line,) = listed(copied, "review", "list", target)
    assert (line["decision"], line["stands"], line["note"]) == ("reject", True, "misread")


def test_a_missed_claim_is_added_by_its_words(copied: Path) -> None:
    words = ("--words", "its troops had fired", "--kind", "incident", "--set", "type=ASSAULT")
    with Ledger.open(str(copied)) as opened:
        report = next(r for r in opened.reports() if SHELLED in r.text)
    added = listed(copied, "review", "missed", report.id[:8], *words, "--set", "status=denied")
    assert added["of"] in {claim["id"] for claim in listed(copied, "claims", "--status", "denied")}
    with pytest.raises(UsageError, match="has this incident already"):
        facta(copied, "review", "missed", str(report.path), *words)


def test_deeds_are_parted_and_joined(copied: Path) -> None:
    with Ledger.open(str(copied)) as opened:
        before = machine(opened)
        largest = max(deed_groups(opened), key=lambda group: len(group.claims))
    out, *rest = largest.claims
    facta(copied, "review", "split", out, "--by", "ines")
    with Ledger.open(str(copied)) as opened:
        assert not any({out, rest[0]} <= set(group.claims) for group in deed_groups(opened))
    facta(copied, "review", "merge", out, rest[0], "--by", "ines")
    with Ledger.open(str(copied)) as opened:
        assert any({out, rest[0]} <= set(group.claims) for group in deed_groups(opened))
    facta(copied, "review", "undo")
    facta(copied, "review", "undo")
    with Ledger.open(str(copied)) as opened:
        assert machine(opened) == before
        decisions = [str(review.decision) for review in opened.reviews()]
    assert decisions == ["split", "merge", "undo", "undo"]


def test_the_queue_is_paged(copied: Path) -> None:
    first = listed(copied, "review", "queue", "--limit", "2")
    assert [item["priority"] for item in first["items"]] == [1, 1]
    then = listed(copied, "review", "queue", "--limit", "2", "--after", first["next"])
    assert not {item["target"] for item in first["items"]} & {item["target"] for item in then["items"]}
    assert first["items"][0]["why"] in facta(copied, "review", "queue")


def test_nothing_differs_until_the_machine_reads_otherwise(copied: Path) -> None:
    facta(copied, "review", "add", shelled(copied), "confirm")
    assert listed(copied, "review", "differences") == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("add", "ID", "edit"), "nothing is changed"),
        (("add", "ID", "edit", "--set", "mode"), "--set: 'mode' is no FIELD=VALUE"),
        (("add", "ID", "edit", "--set", "colour=red"), "has no field 'colour'"),
        (("add", "ID", "perhaps"), "did you mean|one of: confirm"),
        (("missed", "nowhere.txt", "--kind", "incident"), "0 reports are called 'nowhere.txt'"),
        (("undo",), "no such decision"),
        (("undo", "abc"), "there is no decision 'abc'"),
        (("split", "STORY", "nowhere.txt"), "0 reports of the story are called 'nowhere.txt'"),
    ],
)
def test_wrong_use_is_told(copied: Path, arguments: tuple[str, ...], message: str) -> None:
    with Ledger.open(str(copied)) as opened:
        known = {"ID": deed(opened, "Shells hit Sotk"), "STORY": opened.stories()[0].id}
    with pytest.raises(UsageError, match=message):
        facta(copied, "review", *(known.get(word, word) for word in arguments))


# ---- rows for training and tests


def test_reviewed_rows_say_what_they_teach(copied: Path) -> None:
    target = shelled(copied)
    with Ledger.open(str(copied)) as opened:
        hit, denied = deed(opened, "Shells hit Sotk"), deed(opened, "negó el ataque")
        report = next(r for r in opened.reports() if SHELLED in r.text)
    facta(copied, "review", "add", target, "edit", "--set", "mode=drone")
    facta(copied, "review", "add", hit, "reject")
    facta(copied, "review", "add", denied, "confirm")
    facta(copied, "review", "add", denied, "note", "--note", "a note is no row")
    words = ("--words", "its troops had fired", "--kind", "incident", "--set", "type=ASSAULT")
    facta(copied, "review", "missed", report.id, *words)
    found = {row["label"]: row for row in rows(copied)}
    assert {label: row["id"] for label, row in found.items() if label != "missed"} == {
        "corrected": target,
        "wrong": hit,
        "right": denied,
    }
    assert found["wrong"]["after"] is None
    assert found["wrong"]["before"]["type"] == "ASSAULT"
    assert found["missed"]["before"] is None
    assert found["missed"]["quote"] == "its troops had fired"
    assert (found["corrected"]["before"]["mode"], found["corrected"]["after"]["mode"]) == ("heavy-weapons", "drone")
    for row in found.values():
        start, end = (offset - row["text_start"] for offset in row["span"])
        assert row["text"][start:end] == row["quote"]


def test_what_was_rejected_or_taken_back_is_never_a_positive_row(copied: Path) -> None:
    target = shelled(copied)
    facta(copied, "review", "add", target, "edit", "--set", "mode=drone")
    facta(copied, "review", "add", target, "reject")
    assert [(row["label"], row["after"]) for row in rows(copied)] == [("wrong", None)]
    facta(copied, "review", "undo")
    facta(copied, "review", "undo")
    assert rows(copied) == []


def test_the_same_decisions_give_the_same_rows(copied: Path, tmp_path: Path) -> None:
    facta(copied, "review", "add", shelled(copied), "confirm")
    facta(copied, "review", "export", "--out", str(tmp_path / "rows.jsonl"))
    assert (tmp_path / "rows.jsonl").read_text(encoding="utf-8") == facta(copied, "review", "export")
