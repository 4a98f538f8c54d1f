"""A ledger in, people's decisions on claims as rows for training and tests out: words, reading, label. JSON Lines.

A row is one claim on which decisions stand, as the last of them left it. What was rejected is never a positive example;
what was taken back is no row. `label` tells what a row can teach."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from facta.ledger import Ledger
from facta.ledger.rows import all_claims
from facta.records import Claim, Claims, Decision, Review, Span
from facta.stories.corrections import claim_from, corrected, edits_of, words_of
from facta.views.forms import claim_form, span_form
from facta.views.seen import reviewed_claims

AROUND = 600  # characters of text on each side of a claim's words
FORMAT = "facta review 1"


def review_jsonl(ledger: Ledger) -> Iterator[str]:
    """A line a claim that people decided on, in the order of the reports' ids and of the text."""
    for read, reviews in reviewed_claims(ledger):
        for row in _rows(read, reviews):
            yield json.dumps(row, ensure_ascii=False) + "\n"


def _rows(read: Claims, reviews: tuple[Review, ...]) -> list[dict[str, Any]]:
    standing = {claim.id: claim for claim in all_claims(corrected(read, reviews))}
    machine = {claim.id: claim for claim in all_claims(read)}
    found = []
    for claim, decisions in edits_of(read, reviews).items():
        now, told = standing.get(claim), _first(decisions)
        before = told if told is not None else machine.get(claim)
        if before is not None or now is not None:
            found.append((claim, _row(read, before, now, decisions)))
    return [row for _, row in sorted(found, key=lambda pair: (pair[1]["span"], pair[1]["kind"], pair[0]))]


def _first(decisions: tuple[Review, ...]) -> Claim | None:
    """The claim as the first person saw it, which is how the machine read it."""
    first = decisions[0]
    return claim_from(first.kind, first.before) if first.before and first.kind else None


def _row(read: Claims, before: Claim | None, now: Claim | None, decisions: tuple[Review, ...]) -> dict[str, Any]:
    report, last = read.report, decisions[-1]
    shown = now or before
    span = words_of(shown) if shown else Span(0, 0)
    around = Span(max(0, span.start - AROUND), min(len(report.text), span.end + AROUND))
    return {
        "format": FORMAT,
        "id": shown.id if shown else last.target,
        "kind": last.kind,
        "label": _label(before, now, decisions),
        "decision": str(last.decision),
        "by": last.by,
        "at": last.at.isoformat(),
        "note": last.note,
        "report": report.id,
        "language": report.language,
        "publisher": report.publisher,
        "published": report.published.isoformat() if report.published else None,
        "url": report.url,
        "text": around.of(report.text),
        "text_start": around.start,
        "span": span_form(span),
        "quote": span.of(report.text),
        "before": claim_form(before) if before else None,
        "after": claim_form(now) if now else None,
    }


def _label(before: Claim | None, now: Claim | None, decisions: tuple[Review, ...]) -> str:
    """What the row teaches: "wrong" is to be read no more, "right" was read well, "corrected" otherwise, "missed" not
    at all."""
    if now is None:
        return "wrong"
    if decisions[0].decision is Decision.ADD:
        return "missed"
    return "right" if before == now else "corrected"
