"""The list of stories, the first page of the site."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from facta.views.server.render import render
from facta.views.server.site import site_of
from facta.views.server.stories import story_lines
from facta.views.server.visitor import AnyVisitor

router = APIRouter()


@router.get("/")
def stories(request: Request, visitor: AnyVisitor) -> HTMLResponse:
    """All stories, what is new and contested first."""
    return render(request, visitor, "stories.html.j2", stories=story_lines(site_of(request).ledger))
