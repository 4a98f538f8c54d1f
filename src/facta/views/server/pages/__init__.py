"""The pages of the site, a module for each kind of thing that is shown."""

from __future__ import annotations

from facta.views.server.pages import (
    accounts,
    api,
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
    queue,
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
    api.router,
    runs.router,
    correcting.router,
    queue.router,
    log.router,
    review.router,
    help.router,
    look.router,
    language.router,
    accounts.router,
    static.router,
)
