"""All decisions, newest first, with who, when, why, what they changed, and whether they stand."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from facta.errors import UsageError
from facta.ledger import Ledger
from facta.records import Decision, Review
from facta.stories.corrections import KINDS
from facta.views.review import seen_claim
from facta.views.review.targets import target_of
from facta.views.server.decisions import DecisionLine, lines_of
from facta.views.server.render import render
from facta.views.server.site import site_of
from facta.views.server.visitor import AnyVisitor

router = APIRouter()
PAGE = 25
ADDRESSES = {"claim": "claims", "finding": "findings", "entity": "entities", "story": "stories", "report": "reports"}


@dataclass(frozen=True, slots=True)
class LogLine:
    """A decision and what it is on: words for it, and its page if it has one now."""

    line: DecisionLine
    label: str
    href: str


@router.get("/review/log")
def log(request: Request, visitor: AnyVisitor, after: str | None = None) -> HTMLResponse:
    """A page of the log."""
    ledger = site_of(request).ledger
    reviews, more = ledger.review_page(after, PAGE)
    lines = [_log_line(ledger, line) for line in lines_of(ledger, reviews)]
    return render(request, visitor, "log.html.j2", lines=lines, next=more)


def _log_line(ledger: Ledger, line: DecisionLine) -> LogLine:
    try:
        return LogLine(line, *_named(ledger, line.review))
    except UsageError:  # it is gone: the decision stays
        return LogLine(line, line.review.target, "")


def _named(ledger: Ledger, review: Review) -> tuple[str, str]:
    """Words for the target of a decision, and the address of its page; of an undo those of what was taken back."""
    if review.decision is Decision.UNDO:
        return _named(ledger, ledger.review(review.target))
    if review.kind in KINDS:
        seen = seen_claim(ledger, review.target)
        span = review.span
        return " ".join(span.of(seen.claims.report.text).split()) if span else seen.id, f"/claims/{seen.id}"
    target = target_of(ledger, review.target.partition(":")[0])
    label = {
        "finding": lambda: ledger.finding(target.id)[1].reason,
        "entity": lambda: ledger.entity(target.id).name,
        "story": lambda: ledger.story(target.id).title,
        "group": lambda: ledger.group(target.id)[1].label,
        "report": lambda: ledger.report(target.id).title or target.id,
    }.get(target.kind, lambda: target.id)()
    room = ADDRESSES.get(target.kind)
    return label, f"/{room}/{target.id}" if room else ""
