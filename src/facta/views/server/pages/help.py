"""What the pages show, in a few words, and their keys."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from facta.views.dossier.marks import SIGNS, Verdict
from facta.views.server.render import render
from facta.views.server.visitor import AnyVisitor

router = APIRouter()


@router.get("/help")
def help_page(request: Request, visitor: AnyVisitor) -> HTMLResponse:
    """Words, signs and keys."""
    return render(request, visitor, "help.html.j2", verdicts=[Verdict.of(text) for text in SIGNS])
