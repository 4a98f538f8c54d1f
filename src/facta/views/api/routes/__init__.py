"""The addresses of the API, a module for each kind of thing."""

from __future__ import annotations

from facta.views.api.routes import claims, entities, ledger, reports, reviews, runs, stories

ROUTERS = (stories.router, reports.router, claims.router, entities.router, reviews.router, runs.router, ledger.router)
