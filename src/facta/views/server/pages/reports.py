"""One report with its evidence marked."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from facta.views.dossier.page import reading_of
from facta.views.server.render import render
from facta.views.server.site import site_of
from facta.views.server.visitor import AnyVisitor

router = APIRouter()


@router.get("/reports/{report}")
def report(request: Request, visitor: AnyVisitor, report: str) -> HTMLResponse:
    """The text of a report, each claim's words marked."""
    ledger = site_of(request).ledger
    story = next((story for story in ledger.stories() if report in story.reports), None)
    text = reading_of(ledger.claims_of(report), f"/stories/{story.id}" if story else "")
    return render(request, visitor, "report.html.j2", text=text, story=story)
