"""Whatever went wrong with a request of a program, as problem+json (RFC 9457): what, why, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import Field
from starlette.exceptions import HTTPException

from facta.errors import Conflict, FactaError, LedgerError, UsageError
from facta.views.api.values.base import Value
from facta.views.server.failing import told

MEDIA = "application/problem+json"
READS = ("GET", "HEAD")
REMEDIES = {
    400: "send a body as the document describes it",
    401: "send the name and password of an account by HTTP Basic",
    403: "ask whoever keeps the site for the role, and send the header X-CSRF-Token if you use cookies",
    404: "see /api/v1 for the addresses",
    405: "see the header Allow",
    414: "ask for less in one address",
    409: "look again and decide",
    413: "send less at once",
    415: "send application/json, or multipart/form-data where files are asked for",
    421: "ask under a name that the site has",
    422: "see /api/v1/openapi.json for what is allowed",
    429: "wait as long as the header Retry-After says",
    431: "send fewer or shorter headers",
    500: "please report this with what you sent",
    503: "see whether the database answers",
}


class Wrong(Value):
    """One part of a request that is not as described."""

    where: str = Field(examples=["query.limit"])
    reason: str


class Problem(Value):
    """Why a request was not answered."""

    type: str = Field(examples=["/api/v1#problem-404"])
    title: str = Field(examples=["Not Found"])
    status: int = Field(ge=400, le=599)
    detail: str = Field(examples=["no story 'ffff' in the ledger"])
    remedy: str = Field(examples=["see facta stories"])
    errors: list[Wrong] | None = None


class Answer(JSONResponse):
    media_type = MEDIA


def problem(
    status: int, detail: str, remedy: str = "", errors: Sequence[Wrong] = (), headers: Mapping[str, str] | None = None
) -> Answer:
    """The answer for a request that fails."""
    title = HTTPStatus(status).phrase
    told = Problem(
        type=f"/api/v1#problem-{status}",
        title=title,
        status=status,
        detail=detail,
        remedy=remedy or REMEDIES.get(status, ""),
        errors=list(errors) or None,
    )
    return Answer(told.model_dump(exclude_none=True), status, dict(headers or {}))


def described(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The responses of these statuses for the OpenAPI document."""
    content = {MEDIA: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {status: {"description": HTTPStatus(status).phrase, "content": content} for status in statuses}


def register(api: FastAPI) -> None:
    """Lets every error end in problem+json."""

    @api.exception_handler(FactaError)
    async def of_facta(request: Request, error: FactaError) -> Answer:
        return problem(_status(request, error), *told(request, error))

    @api.exception_handler(HTTPException)
    async def of_http(request: Request, error: HTTPException) -> Answer:
        return problem(error.status_code, _words(error), headers=error.headers)

    @api.exception_handler(RequestValidationError)
    async def of_values(request: Request, error: RequestValidationError) -> Answer:
        listed = [Wrong(where=".".join(map(str, one["loc"])), reason=one["msg"]) for one in error.errors()]
        if any(one["type"] == "json_invalid" for one in error.errors()):
            return problem(400, "the body is not JSON", "send a JSON object as the document describes it", listed)
        names = ", ".join(dict.fromkeys(one.where for one in listed))
        return problem(422, f"not as described: {names}", errors=listed)

    @api.exception_handler(Exception)
    async def of_own(request: Request, error: Exception) -> Answer:
        return problem(500, "facta made a mistake here; the server's log says which")


def _status(request: Request, error: FactaError) -> int:
    if isinstance(error, Conflict):
        return 409
    if isinstance(error, UsageError):
        return 404 if request.method in READS else 422
    return 503 if isinstance(error, LedgerError) else 422


def _words(error: HTTPException) -> str:
    if error.status_code == 404 and error.detail == HTTPStatus(404).phrase:
        return "there is nothing at this address"
    return str(error.detail)
