"""One finding with everything that it rests on."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from facta.views.interface import interface_in
from facta.views.rulings import ruling_of
from facta.views.server.render import render
from facta.views.server.site import site_of
from facta.views.server.visitor import AnyVisitor

router = APIRouter()


@router.get("/findings/{finding}")
def finding(request: Request, visitor: AnyVisitor, finding: str) -> HTMLResponse:
    """The verdict, its reason, its parts and the claims that it compares."""
    ruling = ruling_of(site_of(request).ledger, finding, interface_in(visitor.language))
    return render(request, visitor, "finding.html.j2", ruling=ruling, kind="finding", target=finding)
