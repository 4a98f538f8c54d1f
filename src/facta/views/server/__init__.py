"""Takes the address of a ledger, gives a web application that shows it and keeps what people decide on it."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import Depends, FastAPI
from fastapi.responses import HTMLResponse

from facta.ledger import Ledger
from facta.pipeline import Pipeline
from facta.settings import Settings
from facta.views.server import failing
from facta.views.server.guard import Guard
from facta.views.server.importing.worker import Worker
from facta.views.server.pages import ROUTERS
from facta.views.server.revalidation import Revalidation
from facta.views.server.roles import admitted
from facta.views.server.signing_in import Clock, Entrance, now
from facta.views.server.site import Site

__all__ = ["app"]


def app(
    ledger: str,
    settings: Settings | None = None,
    shared: bool = False,
    secure: bool = False,
    names: Sequence[str] = (),
    clock: Clock = now,
) -> FastAPI:
    """The pages of one ledger, which must exist; it is opened here and shared by all requests. `shared` demands an
    account of everybody, for a site that other machines may reach, under one of the `names`; so does a ledger that has
    accounts. `secure`: browsers reach it over TLS."""
    from facta.views import api  # it needs the parts of this package, which are complete only now

    opened = Ledger.open(ledger, create=False)
    chosen = settings or Settings(ledger=ledger)
    site = FastAPI(
        title="facta",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        default_response_class=HTMLResponse,
        dependencies=[Depends(admitted)],
    )
    shared = shared or bool(opened.accounts.all())
    site.state.site = Site(opened, Pipeline(chosen), chosen, Entrance(opened.accounts, clock), shared, secure)
    site.state.worker = Worker(site.state.site)
    site.state.worker.take_up()
    site.add_middleware(Revalidation)
    site.add_middleware(Guard, shared=shared, secure=secure, names=names, upload_bytes=chosen.max_upload_bytes)
    for router in ROUTERS:
        site.include_router(router)
    failing.register(site)
    api.add(site)
    return site
