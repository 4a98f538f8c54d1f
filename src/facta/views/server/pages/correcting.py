"""The forms by which a person corrects a claim, or adds one that the machine missed, beside the report's text."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from facta.codebook import Codebook
from facta.errors import UsageError
from facta.records import Claims
from facta.stories.corrections import KINDS, kind_of
from facta.views.dossier.page import reading_of
from facta.views.interface import interface_in
from facta.views.review import fields_of, seen_claim, seen_claims, state_of
from facta.views.server.claimform import fields_for, spans_for
from facta.views.server.desk import VALUE, values_of
from facta.views.server.render import render
from facta.views.server.site import site_of
from facta.views.server.visitor import Reviewer, Visitor

router = APIRouter()


@router.get("/claims/{claim}/edit")
def edit(request: Request, visitor: Reviewer, claim: str) -> HTMLResponse:
    """The form of one claim, with what it says now."""
    ledger = site_of(request).ledger
    seen = seen_claim(ledger, claim)
    values = fields_of(seen.claims, seen.shown)
    return _page(request, visitor, seen.claims, kind_of(seen.shown), values, state_of(ledger, claim), claim=seen.id)


@router.get("/reports/{report}/add")
def add(
    request: Request, visitor: Reviewer, report: str, kind: str = "statement", start: int = -1, end: int = -1
) -> HTMLResponse:
    """The form of a missed claim; `start` and `end` are the characters that were selected in the text."""
    if kind not in KINDS:
        raise UsageError(f"there is no kind of claim {kind[:20]!r}", f"one of: {', '.join(KINDS)}")
    ledger = site_of(request).ledger
    (claims,) = seen_claims(ledger, [ledger.report(report).id])
    text = claims.report.text
    chosen = 0 <= start < end <= len(text)
    values = {"words": text[start:end], "start": str(start), "end": str(end)} if chosen else {}
    return _page(request, visitor, claims, kind, values, "")


def form_again(
    request: Request, visitor: Visitor, form: Mapping[str, str], error: UsageError, claim: str = "", report: str = ""
) -> HTMLResponse:
    """The form as it was sent, with what is wrong with it."""
    ledger, values = site_of(request).ledger, values_of(form)
    if claim:
        seen = seen_claim(ledger, claim)
        claims, kind = seen.claims, kind_of(seen.shown)
    else:
        (claims,) = seen_claims(ledger, [ledger.report(report).id])
        kind = values.get("kind", "")
        if kind not in KINDS:
            raise error
    note, state = form.get("note", ""), form.get("seen", "")
    return _page(request, visitor, claims, kind, values, state, claim, note, error)


def _page(
    request: Request,
    visitor: Visitor,
    claims: Claims,
    kind: str,
    values: Mapping[str, str],
    seen: str,
    claim: str = "",
    note: str = "",
    problem: UsageError | None = None,
) -> HTMLResponse:
    site, report = site_of(request), claims.report.id
    codebook = Codebook.load("en", site.settings.codebook)
    wrong = problem.message.partition(":")[0] if problem else ""
    return render(
        request,
        visitor,
        "correct.html.j2",
        422 if problem else 200,
        adding=not claim,
        action=f"/review/{claim}" if claim else f"/reports/{report}/claims",
        back=f"/claims/{claim}" if claim else f"/reports/{report}",
        kind=kind,
        seen=seen,
        note=note,
        words=values.get("words", ""),
        spans=spans_for(values),
        fields=fields_for(kind, values, codebook),
        problem=problem,
        wrong=wrong,
        prefix=VALUE,
        text=reading_of(_alone(claims, claim), f"/reports/{report}", interface_in(visitor.language)),
    )


def _alone(claims: Claims, claim: str) -> Claims:
    """The report with this one claim, so that the text shows nothing but what is being corrected."""
    return Claims(
        report=claims.report,
        statements=tuple(one for one in claims.statements if one.id == claim),
        incidents=tuple(one for one in claims.incidents if one.id == claim),
        pledges=tuple(one for one in claims.pledges if one.id == claim),
        figures=tuple(one for one in claims.figures if one.id == claim),
    )
