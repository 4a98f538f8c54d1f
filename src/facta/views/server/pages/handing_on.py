"""A dossier as a file to hand on: one HTML page, Markdown, or a PDF."""

from __future__ import annotations

from threading import Lock

from fastapi import APIRouter, Request, Response

from facta.views.files import dossier_of
from facta.views.server.site import site_of
from facta.views.server.visitor import AnyVisitor

router = APIRouter()
MEDIA = {"html": "text/html; charset=utf-8", "md": "text/markdown; charset=utf-8", "pdf": "application/pdf"}
_printing = Lock()  # one Chromium at a time: it takes some hundred MB


@router.get("/stories/{story}/dossier.{form}")
def file(request: Request, visitor: AnyVisitor, story: str, form: str) -> Response:
    """The whole dossier as `facta dossier` writes it, in the language of the pages."""
    site = site_of(request)
    chosen = site.ledger.story(story)
    known = (site.ledger, chosen, form, visitor.language, site.settings.chromium)
    if form == "pdf":
        with _printing:
            content = dossier_of(*known)
    else:
        content = dossier_of(*known)
    name = f'attachment; filename="dossier-{chosen.id}.{form}"'
    return Response(content, media_type=MEDIA[form], headers={"content-disposition": name})
