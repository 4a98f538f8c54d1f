"""How the pages look: light, dark or as the system has it, and whether single keys do anything."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException
from fastapi.responses import RedirectResponse

from facta.views.server.address import local
from facta.views.server.forms import CheckedForm
from facta.views.server.look import KEYS, THEMES, YEAR
from facta.views.server.visitor import Guest

router = APIRouter()


@router.post("/look")
def look(form: CheckedForm, visitor: Guest) -> RedirectResponse:
    """Keeps the choice in a cookie of this browser and goes back to where it was made."""
    answer = RedirectResponse(local(form.get("back", "")), 303)
    for name, values in (("theme", THEMES), ("keys", KEYS)):
        if name in form:
            if form[name] not in values:
                raise HTTPException(422, f"{name} is one of: {', '.join(values)}")
            answer.set_cookie(name, form[name], max_age=YEAR, httponly=True, samesite="lax", path="/")
    return answer
