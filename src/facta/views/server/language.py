"""Takes a request, gives the language of its page's own words."""

from __future__ import annotations

from fastapi import Request

from facta.views.interface import chosen

COOKIE = "language"


def language_of(request: Request) -> str:
    """The one that was chosen in this browser, else the first of the browser's own that there is, else English."""
    return chosen(request.cookies.get(COOKIE), request.headers.get("accept-language", ""))
