"""Takes the application with the pages, adds the same for programs: JSON under /api/v1, described by OpenAPI."""

from __future__ import annotations

from fastapi import Depends, FastAPI

from facta import __version__
from facta.views.api import document, problems
from facta.views.api.routes import ROUTERS
from facta.views.api.strict import only_known
from facta.views.server.forms import checked_token
from facta.views.server.roles import admitted

__all__ = ["PREFIX", "add"]

PREFIX = "/api/v1"
ABOUT = """What the pages of a ledger show, for programs: who said, promised and did what, with the evidence. Objects
have the form and the names of `facta extract`; spans are half-open code points of a report's text. Lists come in pages:
give the `next` of one as `after` of the following one. Every error is problem+json."""


def add(site: FastAPI) -> FastAPI:
    """Mounts the API; it shares the site's state, and so its ledger and its visitors."""
    api = FastAPI(
        title="facta",
        version=__version__,
        description=ABOUT,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        dependencies=[Depends(admitted), Depends(checked_token), Depends(only_known)],
        responses=problems.described(400, 401, 404, 414, 422, 429, 431, 503),
        redirect_slashes=False,
    )
    api.state = site.state
    site.state.api = api
    for router in ROUTERS:
        api.include_router(router)
    api.include_router(document.router)
    problems.register(api)
    site.mount(PREFIX, api, name="api")
    return api
