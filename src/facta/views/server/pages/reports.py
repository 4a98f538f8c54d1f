"""One report: its text with the evidence marked, and the rows of its claims beside it."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from facta.records import CrossCheck, Story
from facta.views.chains import claims_in_order, type_of
from facta.views.dossier.index import Index
from facta.views.dossier.page import reading_of
from facta.views.dossier.rows import claim_row
from facta.views.interface import interface_in
from facta.views.seen import seen_claims
from facta.views.server.render import render
from facta.views.server.site import site_of
from facta.views.server.visitor import AnyVisitor

router = APIRouter()


@router.get("/reports/{report}")
def report(request: Request, visitor: AnyVisitor, report: str) -> HTMLResponse:
    """The text of a report, each claim's words marked, and its claims in text order."""
    ledger, interface = site_of(request).ledger, interface_in(visitor.language)
    claims = seen_claims(ledger, [ledger.report(report).id])[0]
    story = ledger.story_of(report)
    check = ledger.check(story.id) if story else CrossCheck(Story("", "", (report,)))
    index = Index(check, [claims], *ledger.entities_of([report]), interface)
    rows = [(row, type_of(claim)) for claim in claims_in_order(claims) if (row := claim_row(index, claim.id))]
    text = reading_of(claims, interface=interface)
    return render(
        request,
        visitor,
        "report.html.j2",
        text=text,
        rows=rows,
        story=story,
        kind="report",
        target=report,
        report=claims.report,
    )
