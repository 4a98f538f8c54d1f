"""The pages of the site, a module for each kind of thing that is shown."""

from __future__ import annotations

from facta.views.server.pages import dossier, look, reports, static, stories

ROUTERS = (stories.router, dossier.router, reports.router, look.router, static.router)
