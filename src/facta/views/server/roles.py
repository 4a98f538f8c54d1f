"""Who may use which address of the site: one table, and a check of it before each page. A page asks for a role in its
own parameters as well; what the table does not name is for admins alone."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import Request

from facta.views.server.visitor import Guest, Needs, Role, visitor

READER, REVIEWER, ADMIN = Role.READER, Role.REVIEWER, Role.ADMIN

# By method and path: the least role, or none where nobody need be signed in.
ROLES: Mapping[str, Role | None] = {
    "GET /": READER,
    "GET /stories/{story}": READER,
    "GET /stories/{story}/dossier.{form}": READER,
    "GET /reports/{report}": READER,
    "GET /claims/{claim}": READER,
    "GET /findings/{finding}": READER,
    "GET /entities": READER,
    "GET /entities/{entity}": READER,
    "GET /places/{place:path}": READER,
    "GET /search": READER,
    "GET /help": READER,
    "GET /runs": READER,
    "GET /runs/{run}": READER,
    "GET /review": READER,
    "GET /review/log": READER,
    "GET /accounts": READER,
    "POST /accounts/password": READER,
    "POST /sign-out": READER,
    "POST /look": None,
    "POST /language": None,
    "GET /static/{name}": None,
    "GET /sign-in": None,
    "POST /sign-in": None,
    "GET /claims/{claim}/edit": REVIEWER,
    "GET /reports/{report}/add": REVIEWER,
    "POST /review/{target}": REVIEWER,
    "POST /review/{review}/undo": REVIEWER,
    "POST /reports/{report}/claims": REVIEWER,
    "GET /import": REVIEWER,
    "POST /import": REVIEWER,
    "POST /accounts": ADMIN,
    "POST /accounts/{name}/role": ADMIN,
    "POST /accounts/{name}/remove": ADMIN,
    "GET /api/v1/claims": READER,
    "GET /api/v1/claims/{claim}": READER,
    "GET /api/v1/counts": READER,
    "GET /api/v1/entities": READER,
    "GET /api/v1/entities/{entity}": READER,
    "GET /api/v1/findings/{finding}": READER,
    "GET /api/v1/openapi.json": READER,
    "GET /api/v1/places/{name}": READER,
    "GET /api/v1/reports": READER,
    "GET /api/v1/reports/{report}": READER,
    "GET /api/v1/search": READER,
    "GET /api/v1/stories": READER,
    "GET /api/v1/stories/{story}": READER,
    "GET /api/v1/reviews": READER,
    "POST /api/v1/reviews": REVIEWER,
    "POST /api/v1/reviews/{review}/undo": REVIEWER,
    "GET /api/v1/queue": READER,
    "GET /api/v1/differences": READER,
    "POST /api/v1/imports": REVIEWER,
    "POST /api/v1/imports/files": REVIEWER,
    "GET /api/v1/runs": READER,
    "GET /api/v1/runs/{run}": READER,
    "GET /api/v1/stories/{story}/dossier": READER,
    "GET /api/v1": READER,
}


def admitted(request: Request, sender: Guest) -> None:
    """A dependency of the whole site: lets nobody through whose role the table does not allow."""
    role = ROLES.get(address_of_route(request), Role.ADMIN)
    if role is not None:
        Needs(role)(visitor(request))


def address_of_route(request: Request) -> str:
    """The method and the path of the page that answers, with the names of its parts."""
    root, route = request.scope.get("root_path", ""), request.scope.get("route")
    return f"{request.method} {root}{getattr(route, 'path', '')}"
