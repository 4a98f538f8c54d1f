"""Takes what went wrong with a request, gives a page that says so and what to do."""

from __future__ import annotations

import logging

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from facta.errors import Conflict, FactaError, LedgerError, UsageError
from facta.views.interface import msg
from facta.views.server.render import render
from facta.views.server.site import site_of
from facta.views.server.visitor import guest

log = logging.getLogger("facta.server")

TITLES = {
    403: msg("You may not do this"),
    404: msg("No such page"),
    405: msg("This page cannot do that"),
    409: msg("Somebody was faster"),
    413: msg("Too much at once"),
    421: msg("Not this machine"),
    422: msg("This cannot be done so"),
    503: msg("The ledger cannot be used now"),
    429: msg("Too many attempts"),
}


def register(app: FastAPI) -> None:
    """Lets every error of facta's own and every refused request end in a page."""

    @app.exception_handler(FactaError)
    async def of_facta(request: Request, error: FactaError) -> Response:
        status = 404 if isinstance(error, UsageError) and request.method in ("GET", "HEAD") else 422
        if isinstance(error, LedgerError):
            status = 503
        return _page(request, status, *told(request, error))

    @app.exception_handler(Conflict)
    async def of_conflict(request: Request, error: Conflict) -> Response:
        return _page(request, 409, error.message, error.remedy)

    @app.exception_handler(RequestValidationError)
    async def of_values(request: Request, error: RequestValidationError) -> Response:
        names = ", ".join(dict.fromkeys(str(one["loc"][-1]) for one in error.errors()))
        return _page(request, 422, f"this part of the address is not as it should be: {names}", "")

    @app.exception_handler(HTTPException)
    async def of_http(request: Request, error: HTTPException) -> Response:
        answer = _page(request, error.status_code, str(error.detail), "")
        answer.headers.update(error.headers or {})
        return answer


def told(request: Request, error: FactaError) -> tuple[str, str]:
    """What an error says and its remedy. What a database complains of may name machines and people: those at other
    machines do not read it."""
    if isinstance(error, LedgerError) and site_of(request).shared:
        log.error("%s", error)
        return "the ledger cannot be used now", "tell whoever keeps this site; the server's log says why"
    return error.message, error.remedy


def _page(request: Request, status: int, text: str, remedy: str) -> Response:
    title = TITLES.get(status, msg("This did not work"))
    return render(request, guest(request), "message.html.j2", status, title=title, text=text, remedy=remedy)
