"""Style sheets and scripts, by their names alone."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Response

from facta.views.server import render

router = APIRouter()


@router.get("/static/{name}")
def static(name: str) -> Response:
    """One of the few files that pages link; nothing else can be asked for."""
    try:
        text, media = render.static(name)
    except KeyError:
        raise HTTPException(404, f"no such file: {name}") from None
    return Response(text, media_type=media)
