"""One place: what is claimed of it, and where it lies."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from facta.views.interface import interface_in
from facta.views.placed import placed
from facta.views.server.address import address
from facta.views.server.render import render
from facta.views.server.site import site_of
from facta.views.server.visitor import AnyVisitor

router = APIRouter()


@router.get("/places/{place:path}")
def place(request: Request, visitor: AnyVisitor, place: str, after: str | None = None) -> HTMLResponse:
    """Deeds, pledges and figures of the place with this name or GeoNames number."""
    found = placed(site_of(request).ledger, place, after, interface=interface_in(visitor.language))
    path = f"/places/{quote(place)}"
    next_page = address(path, {"after": found.next}) if found.next else None
    return render(request, visitor, "place.html.j2", placed=found, next=next_page, first=path if after else None)
