"""Takes the cookies of a request, gives how its pages are to look and whether single keys do anything."""

from __future__ import annotations

from fastapi import Request

THEMES = ("system", "light", "dark")
KEYS = ("on", "off")
YEAR = 365 * 24 * 3600


def look_of(request: Request) -> tuple[str, bool]:
    """The theme, and whether single keys work: people who speak to their computer may switch them off."""
    theme = request.cookies.get("theme", "")
    return theme if theme in THEMES else THEMES[0], request.cookies.get("keys") != "off"
