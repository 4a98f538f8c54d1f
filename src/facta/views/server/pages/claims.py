"""One claim with its whole chain."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from facta.views.chains import chain_of
from facta.views.interface import interface_in
from facta.views.server.render import render
from facta.views.server.site import site_of
from facta.views.server.visitor import AnyVisitor

router = APIRouter()


@router.get("/claims/{claim}")
def claim(request: Request, visitor: AnyVisitor, claim: str) -> HTMLResponse:
    """The claim's words, who tells them, what they go back to, and what else is told of the same."""
    chain = chain_of(site_of(request).ledger, claim, interface_in(visitor.language))
    return render(
        request,
        visitor,
        "claim.html.j2",
        chain=chain,
        kind="claim",
        target=claim,
        claim=chain.claim,
        report=chain.report,
    )
