"""One story with all its parts: the page that an analyst opens first."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from facta.views.dossier.page import page_of
from facta.views.interface import interface_in
from facta.views.server.render import render
from facta.views.server.site import site_of
from facta.views.server.visitor import AnyVisitor

router = APIRouter()


@router.get("/stories/{story}")
def dossier(request: Request, visitor: AnyVisitor, story: str) -> HTMLResponse:
    """The dossier of a story."""
    ledger = site_of(request).ledger
    check = ledger.check(ledger.story(story).id)
    claims = [ledger.claims_of(report) for report in check.story.reports]
    page = page_of(
        check, claims, ledger.entities(), ledger.entity_links(), whole=False, interface=interface_in(visitor.language)
    )
    return render(request, visitor, "dossier.html.j2", page=page, home="/")
