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
from facta.views.server.desk import Outcome
from facta.views.server.look import look_of
from facta.views.server.panel import Panel, panel_of
from facta.views.server.site import Site, site_of
from facta.views.server.visitor import Role, Visitor

STATIC = {
    "page.css": ("facta.views.dossier", "templates", "text/css"),
    "page.js": ("facta.views.dossier", "templates", "text/javascript"),
    "site.css": ("facta.views.server", "static", "text/css"),
    "site.js": ("facta.views.server", "static", "text/javascript"),
    "desk.js": ("facta.views.server", "static", "text/javascript"),
    "run.js": ("facta.views.server", "static", "text/javascript"),
}


@dataclass(frozen=True, slots=True)
class Frame:
    """What the frame of each page shows: who is here, where, and how to get elsewhere."""

    visitor: Visitor
    path: str
    site: Site
    theme: str = "system"
    keys: bool = True
    done: str = ""  # the id of the decision that led here

    @property
    def csrf(self) -> str:
        return self.visitor.csrf

    @property
    def shared(self) -> bool:
        return self.site.shared

    @property
    def may_review(self) -> bool:
        return self.visitor.may(Role.REVIEWER)

    @property
    def outcome(self) -> Outcome | None:
        """What became of the decision that led here."""
        return self.site.desk.outcome(self.done) if self.done else None

    def panel(self, kind: str, target: str) -> Panel:
        """What can be decided on a thing."""
        return panel_of(self.site.ledger, kind, target)


@lru_cache(maxsize=len(LANGUAGES))
def environment(language: str) -> Environment:
    """The dossier's templates with the site's own in front of them."""
    made = shell.environment(language).overlay()
    made.loader = ChoiceLoader([PackageLoader("facta.views.server", "templates"), *filter(None, [made.loader])])
    return made


def render(request: Request, visitor: Visitor, template: str, status: int = 200, **values: object) -> HTMLResponse:
    """A page of the site."""
    theme, keys = look_of(request)
    frame = Frame(visitor, request.url.path, site_of(request), theme, keys, request.query_params.get("done", ""))
    return HTMLResponse(environment(visitor.language).get_template(template).render(site=frame, **values), status)


@lru_cache(maxsize=len(STATIC))
def static(name: str) -> tuple[str, str]:
    """The text and media type of a style sheet or script; `KeyError` if there is none of that name."""
    package, folder, media = STATIC[name]
    return files(package).joinpath(folder, name).read_text(encoding="utf-8"), media
