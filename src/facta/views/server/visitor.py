"""Takes a request, gives who sends it and what they may do. On this machine alone that is the machine's own user."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from getpass import getuser
from typing import Annotated
from urllib.parse import quote

from fastapi import Depends, HTTPException, Request

from facta.ledger.accounts import Role
from facta.views.server.language import language_of
from facta.views.server.site import Site, site_of

__all__ = ["Admin", "AnyVisitor", "Guest", "Needs", "Reviewer", "Role", "Visitor", "guest", "visitor"]

READS = ("GET", "HEAD")


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who sends a request. `role` is none for somebody who is not signed in where that is demanded. `csrf` is the token
    that each form of theirs must carry, `language` that of the pages. A `program` names its account in each request; no
    other page can make it do anything, so that it needs no token."""

    name: str
    role: Role | None
    csrf: str = ""
    language: str = "en"
    program: bool = False

    def may(self, role: Role) -> bool:
        return self.role is not None and self.role.covers(role)


def guest(request: Request) -> Visitor:
    """Whoever sends the request, signed in or not; found out once a request."""
    if not hasattr(request.state, "visitor"):
        site = site_of(request)
        language = language_of(request)
        request.state.visitor = Visitor("", None, language=language)  # of the page that says why it was refused
        request.state.visitor = replace(_found(request, site), language=language)
    found: Visitor = request.state.visitor
    return found


def visitor(request: Request) -> Visitor:
    """Whoever sends the request, if they may see the ledger; others are sent to sign in."""
    found = guest(request)
    if found.role is not None:
        return found
    if request.method in READS and not is_api(request):
        asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        raise HTTPException(303, "sign in first", {"Location": f"/sign-in?next={quote(asked, safe='')}"})
    raise HTTPException(401, "sign in first")


class Needs:
    """A dependency that lets only visitors of a role (or a higher one) through: 403 for all others."""

    def __init__(self, role: Role) -> None:
        self.role = role

    def __call__(self, found: Annotated[Visitor, Depends(visitor)]) -> Visitor:
        if not found.may(self.role):
            raise HTTPException(403, f"this needs the role {self.role}, and {found.name} is {found.role}")
        return found


Guest = Annotated[Visitor, Depends(guest)]
AnyVisitor = Annotated[Visitor, Depends(visitor)]
Reviewer = Annotated[Visitor, Depends(Needs(Role.REVIEWER))]
Admin = Annotated[Visitor, Depends(Needs(Role.ADMIN))]


def is_api(request: Request) -> bool:
    """Whether a program asks, which is answered in JSON; `/api/v1` itself is a page for people."""
    return request.url.path.startswith("/api/v1/")


def address_of(request: Request) -> str:
    """Where the request comes from; behind a proxy that is what the proxy says."""
    return request.client.host if request.client else "unknown"


def session_cookie(site: Site) -> str:
    """The name of the cookie with a session's token. The prefix lets only this very host, over TLS, set it."""
    return "__Host-facta" if site.secure else "facta"


def _found(request: Request, site: Site) -> Visitor:
    if not site.shared:
        return Visitor(getuser(), Role.ADMIN, _form_token(request, site))
    kind, _, credentials = request.headers.get("authorization", "").partition(" ")
    if kind.lower() == "basic" and is_api(request):
        account = site.entrance.program(credentials.strip(), address_of(request))
        return Visitor(account.name, account.role, program=True)
    token = request.cookies.get(session_cookie(site))
    session = site.entrance.session(token) if token else None
    if session:
        return Visitor(session.account.name, session.account.role, session.csrf)
    return Visitor("", None, _form_token(request, site))


def _form_token(request: Request, site: Site) -> str:
    """The token of forms in a browser without a session, bound to a random cookie that the browser gets if need be. A
    program gets none: it has no forms, and one that keeps cookies would then have to know the token."""
    name = session_cookie(site) + "-form"
    browser = request.cookies.get(name)
    if not browser:
        browser = secrets.token_urlsafe(32)
        if not is_api(request):
            request.state.cookie = cookie(site, name, browser)
    return site.entrance.csrf(browser)


def cookie(site: Site, name: str, value: str, age: int | None = None) -> str:
    """The value of a Set-Cookie header. `Lax` and not `Strict`: a link in a message to a colleague should find them
    signed in, and nothing is changed by following a link."""
    parts = [f"{name}={value}", "Path=/", "HttpOnly", "SameSite=Lax"]
    parts += [f"Max-Age={age}"] if age is not None else []
    return "; ".join([*parts, "Secure"] if site.secure else parts)
