"""One story with all its parts: the page that an analyst opens first."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from facta.views.dossier.page import page_of
from facta.views.interface import interface_in
from facta.views.server.render import render
from facta.views.server.site import site_of
from facta.views.server.visitor import AnyVisitor
from facta.views.settled import settled

router = APIRouter()


@router.get("/stories/{story}")
def dossier(request: Request, visitor: AnyVisitor, story: str) -> HTMLResponse:
    """The dossier of a story."""
    ledger = site_of(request).ledger
    check = ledger.check(ledger.story(story).id)
    claims = settled(ledger, check.story.reports)
    entities, links = ledger.entities_of(check.story.reports)
    page = page_of(check, claims, entities, links, whole=False, interface=interface_in(visitor.language))
    return render(request, visitor, "dossier.html.j2", page=page, home="/", kind="story", target=check.story.id)
