"""In which language the pages speak."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException
from fastapi.responses import RedirectResponse

from facta.views.interface import LANGUAGES
from facta.views.server.address import local
from facta.views.server.forms import CheckedForm
from facta.views.server.language import COOKIE
from facta.views.server.look import YEAR
from facta.views.server.visitor import Guest

router = APIRouter()


@router.post("/language")
def language(form: CheckedForm, visitor: Guest) -> RedirectResponse:
    """Keeps the choice in a cookie of this browser and goes back to where it was made."""
    wish = form.get("language", "")
    if wish not in LANGUAGES:
        raise HTTPException(422, f"language is one of: {', '.join(LANGUAGES)}")
    answer = RedirectResponse(local(form.get("back", "")), 303)
    answer.set_cookie(COOKIE, wish, max_age=YEAR, httponly=True, samesite="lax", path="/")
    return answer
