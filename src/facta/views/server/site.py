"""What every request needs of the site: the open ledger, the pipeline, and whether other machines reach it."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock

from fastapi import Request

from facta.ledger import Ledger
from facta.pipeline import Pipeline
from facta.settings import Settings
from facta.views.server.desk import Desk
from facta.views.server.signing_in import Entrance


@dataclass(frozen=True, slots=True)
class Site:
    """One ledger as pages. The pipeline loads its model when it is first used. `shared` is true when other machines may
    reach the site: then nobody gets in without an account. `secure` says that
    browsers reach it over TLS. Whoever changes claims or stories holds `writing` meanwhile."""

    ledger: Ledger
    pipeline: Pipeline
    settings: Settings
    entrance: Entrance
    shared: bool = False
    secure: bool = False
    writing: Lock = field(default_factory=Lock, compare=False)
    desk: Desk = field(default_factory=Desk, compare=False)


def site_of(request: Request) -> Site:
    """The site that a request came to."""
    site: Site = request.app.state.site
    return site
