"""Takes a request, refuses parameters that its address does not have, such as are given twice, and bodies of another
type: a misspelt filter would otherwise silently filter nothing."""

from __future__ import annotations

from fastapi import HTTPException, Request
from fastapi.dependencies.models import Dependant
from fastapi.exceptions import RequestValidationError

JSON = "application/json"


def only_json(request: Request) -> None:
    """A dependency of addresses that take JSON: 415 for a body that says it is something else, or nothing."""
    headers = request.headers
    sent = headers.get("content-length", "0") != "0" or "transfer-encoding" in headers
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    if (sent or kind) and kind != JSON:
        raise HTTPException(415, f"the body is {kind or 'of no type'}, and {JSON} is asked for")


def only_known(request: Request) -> None:
    """A dependency: 422 for a parameter of the query that is unknown here or given twice."""
    allowed = _names(request.scope["route"].dependant)
    given = [name for name, _ in request.query_params.multi_items()]
    wrong = [
        {"type": "unknown", "loc": ("query", name), "msg": _reason(name, given, allowed), "input": None}
        for name in dict.fromkeys(given)
        if name not in allowed or given.count(name) > 1
    ]
    if wrong:
        raise RequestValidationError(wrong)


def _reason(name: str, given: list[str], allowed: frozenset[str]) -> str:
    if name in allowed:
        return "is given more than once"
    return f"is unknown here; there are: {', '.join(sorted(allowed))}" if allowed else "there are no parameters here"


def _names(dependant: Dependant) -> frozenset[str]:
    own = (field.alias for field in dependant.query_params)
    return frozenset(own).union(*(_names(inner) for inner in dependant.dependencies))
