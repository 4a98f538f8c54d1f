"""What every request needs of the site: the open ledger, the pipeline, and whether other machines reach it."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import Request

from facta.ledger import Ledger
from facta.pipeline import Pipeline
from facta.settings import Settings


@dataclass(frozen=True, slots=True)
class Site:
    """One ledger as pages. The pipeline loads its model when it is first used. `shared` is true when other machines may
    reach the site: then nobody gets in without an account."""

    ledger: Ledger
    pipeline: Pipeline
    settings: Settings
    shared: bool = False


def site_of(request: Request) -> Site:
    """The site that a request came to."""
    site: Site = request.app.state.site
    return site
