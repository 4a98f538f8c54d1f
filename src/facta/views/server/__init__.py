"""Takes the address of a ledger, gives a web application that shows it and keeps what people decide on it."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.responses import HTMLResponse

from facta.ledger import Ledger
from facta.pipeline import Pipeline
from facta.settings import Settings
from facta.views.server import failing
from facta.views.server.guard import Guard
from facta.views.server.pages import ROUTERS
from facta.views.server.site import Site

__all__ = ["app"]


def app(ledger: str, settings: Settings | None = None, shared: bool = False) -> FastAPI:
    """The pages of one ledger, which must exist; it is opened here and shared by all requests. `shared` demands an
    account of everybody, for a site that other machines may reach."""
    opened = Ledger.open(ledger, create=False)
    chosen = settings or Settings(ledger=ledger)
    site = FastAPI(title="facta", docs_url=None, redoc_url=None, openapi_url=None, default_response_class=HTMLResponse)
    site.state.site = Site(opened, Pipeline(chosen), chosen, shared)
    site.add_middleware(Guard)
    for router in ROUTERS:
        site.include_router(router)
    failing.register(site)
    return site
