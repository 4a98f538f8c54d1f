"""The pages of the site, a module for each kind of thing that is shown."""

from __future__ import annotations

from facta.views.server.pages import (
    accounts,
    claims,
    correcting,
    dossier,
    entities,
    findings,
    help,
    importing,
    language,
    log,
    look,
    places,
    reports,
    review,
    runs,
    search,
    static,
    stories,
)

ROUTERS = (
    stories.router,
    dossier.router,
    reports.router,
    claims.router,
    findings.router,
    entities.router,
    places.router,
    search.router,
    importing.router,
    runs.router,
    correcting.router,
    log.router,
    review.router,
    help.router,
    look.router,
    language.router,
    accounts.router,
    static.router,
)
