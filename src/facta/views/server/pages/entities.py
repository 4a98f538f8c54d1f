"""People, bodies and groups: a list by name, and all that is known of one."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from facta.records import NameKind
from facta.views.doings import MOST, doings
from facta.views.entities import profile
from facta.views.interface import interface_in
from facta.views.server.address import address, chips
from facta.views.server.render import render
from facta.views.server.site import site_of
from facta.views.server.visitor import AnyVisitor

router = APIRouter()


@router.get("/entities")
def entities(request: Request, visitor: AnyVisitor, q: str = "", after: str | None = None) -> HTMLResponse:
    """Everybody who is named, or those whose name can be written so."""
    page = site_of(request).ledger.entity_page(q, after)
    asked = {"q": q.strip()}
    return render(
        request,
        visitor,
        "entities.html.j2",
        entities=page.entities,
        asked=asked,
        chips=chips("/entities", asked),
        next=address("/entities", asked | {"after": page.next}) if page.next else None,
        first=address("/entities", asked) if after else None,
    )


@router.get("/entities/{entity}")
def entity(request: Request, visitor: AnyVisitor, entity: str) -> HTMLResponse:
    """Spellings, roles, sides, standings, and what it says, promises and does."""
    ledger = site_of(request).ledger
    found = profile(ledger, ledger.entity(entity), MOST)
    name = found.entity.name
    return render(
        request,
        visitor,
        "entity.html.j2",
        profile=found,
        doings=doings(ledger, entity, interface_in(visitor.language)),
        placed=found.entity.kind is NameKind.PLACE and bool(ledger.at_place(name, limit=1).claims),
        kind="entity",
        target=entity,
    )
