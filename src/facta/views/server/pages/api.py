"""The API for people who write programs: every address with what may be asked and what answers, on one page."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from facta.views.server.render import render
from facta.views.server.visitor import AnyVisitor

router = APIRouter()


@router.get("/api/v1")
def api(request: Request, visitor: AnyVisitor) -> HTMLResponse:
    """The list of addresses."""
    from facta.views.api.document import document  # the API needs this package, which is complete only now
    from facta.views.api.problems import REMEDIES
    from facta.views.api.reading import common_refusals, operations_of, things_of

    told = document(request.app.state.api)
    return render(
        request,
        visitor,
        "api.html.j2",
        about=told["info"]["description"],
        operations=operations_of(told),
        things=things_of(told),
        common=common_refusals(told),
        problems=[(status, HTTPStatus(status).phrase, remedy) for status, remedy in sorted(REMEDIES.items())],
    )
