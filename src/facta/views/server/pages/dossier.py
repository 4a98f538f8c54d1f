"""One story with all its parts: the page that an analyst opens first."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from facta.views.dossier.page import page_of
from facta.views.dossier.room import ALL, FIRST
from facta.views.interface import interface_in
from facta.views.seen import seen_claims
from facta.views.server.render import render
from facta.views.server.site import site_of
from facta.views.server.visitor import AnyVisitor
from facta.views.threads import cited_reports, in_thread

router = APIRouter()


@router.get("/stories/{story}")
def dossier(
    request: Request, visitor: AnyVisitor, story: str, every: Annotated[str, Query(alias="all")] = ""
) -> HTMLResponse:
    """The dossier of a story: the first rows of each list, or with `all=1` all of them."""
    ledger = site_of(request).ledger
    check = in_thread(ledger, ledger.check(ledger.story(story).id))
    reports = cited_reports(check)
    claims = seen_claims(ledger, reports, bare=True)
    entities, links = ledger.entities_of(reports)
    room, interface = ALL if every == "1" else FIRST, interface_in(visitor.language)
    page = page_of(check, claims, entities, links, whole=False, interface=interface, room=room)
    return render(request, visitor, "dossier.html.j2", page=page, home="/", kind="story", target=check.story.id)
