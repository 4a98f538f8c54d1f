"""Takes the address of a ledger, gives a web application that shows it: stories, a dossier each, reports. Read-only.

It serves this machine alone: a request that names another host is refused, so that no web page can reach the ledger.
"""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse

from facta.errors import UsageError
from facta.ledger import Ledger
from facta.views.dossier import html, shell
from facta.views.dossier.page import reading_of
from facta.views.server.guard import Guard
from facta.views.server.stories import story_lines

__all__ = ["app"]


def app(ledger: str) -> FastAPI:
    """The pages of one ledger, which must exist; it is opened here and shared by all requests."""
    opened = Ledger.open(ledger, create=False)
    site = FastAPI(title="facta", docs_url=None, redoc_url=None, openapi_url=None, default_response_class=HTMLResponse)
    site.add_middleware(Guard, policy=shell.policy())

    @site.get("/")
    def stories() -> str:
        return shell.page("stories.html.j2", stories=story_lines(opened))

    @site.get("/stories/{story}")
    def dossier(story: str) -> str:
        check = opened.check(opened.story(story).id)
        claims = [opened.claims_of(report) for report in check.story.reports]
        return html(check, claims, opened.entities(), opened.entity_links(), home="/")

    @site.get("/reports/{report}")
    def report(report: str) -> str:
        story = next((story for story in opened.stories() if report in story.reports), None)
        text = reading_of(opened.claims_of(report), f"/stories/{story.id}" if story else "")
        return shell.page("report.html.j2", text=text, story=story)

    @site.exception_handler(UsageError)
    def not_found(request: Request, error: UsageError) -> HTMLResponse:
        return HTMLResponse(shell.page("message.html.j2", title="Not in this ledger", text=error.message), 404)

    @site.exception_handler(404)
    def no_such_page(request: Request, error: Exception) -> HTMLResponse:
        return HTMLResponse(shell.page("message.html.j2", title="No such page", text=request.url.path), 404)

    return site
