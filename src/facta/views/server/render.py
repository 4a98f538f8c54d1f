"""Takes a template and its values, gives an answer in the visitor's language; everything in it is escaped."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import ChoiceLoader, Environment, PackageLoader

from facta.views.dossier import shell
from facta.views.interface import LANGUAGES
from facta.views.server.look import look_of
from facta.views.server.visitor import Visitor

STATIC = {
    "page.css": ("facta.views.dossier", "templates", "text/css"),
    "page.js": ("facta.views.dossier", "templates", "text/javascript"),
    "site.css": ("facta.views.server", "static", "text/css"),
    "site.js": ("facta.views.server", "static", "text/javascript"),
    "run.js": ("facta.views.server", "static", "text/javascript"),
}


@dataclass(frozen=True, slots=True)
class Frame:
    """What the frame of each page shows: who is here, where, and how to get elsewhere."""

    visitor: Visitor
    path: str
    shared: bool
    theme: str = "system"
    keys: bool = True

    @property
    def csrf(self) -> str:
        return self.visitor.csrf


@lru_cache(maxsize=len(LANGUAGES))
def environment(language: str) -> Environment:
    """The dossier's templates with the site's own in front of them."""
    made = shell.environment(language).overlay()
    made.loader = ChoiceLoader([PackageLoader("facta.views.server", "templates"), *filter(None, [made.loader])])
    return made


def render(request: Request, visitor: Visitor, template: str, status: int = 200, **values: object) -> HTMLResponse:
    """A page of the site."""
    theme, keys = look_of(request)
    frame = Frame(visitor, request.url.path, request.app.state.site.shared, theme, keys)
    return HTMLResponse(environment(visitor.language).get_template(template).render(site=frame, **values), status)


@lru_cache(maxsize=len(STATIC))
def static(name: str) -> tuple[str, str]:
    """The text and media type of a style sheet or script; `KeyError` if there is none of that name."""
    package, folder, media = STATIC[name]
    return files(package).joinpath(folder, name).read_text(encoding="utf-8"), media
