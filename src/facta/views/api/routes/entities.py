"""Entities: the list by name, and one with all that the ledger holds on it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from facta.views.api.paging import After, Limit, lead_on
from facta.views.api.telling import entity_form
from facta.views.api.values.checks import Entity, EntityNames
from facta.views.entities import profile
from facta.views.entity_forms import profile_json
from facta.views.forms import Form
from facta.views.review import state_of
from facta.views.server.site import site_of

router = APIRouter(tags=["entities"])


@router.get("/entities", response_model=EntityNames, response_model_exclude_unset=True)
def entities(
    request: Request,
    response: Response,
    q: Annotated[str, Query(description="A name, or part of one, in any spelling.", max_length=1000)] = "",
    after: After = None,
    limit: Limit = 50,
) -> Form:
    """Entities by name: all, or those that the words can mean."""
    page = site_of(request).ledger.entity_page(q, after, limit)
    lead_on(request, response, page.next)
    return {"entities": [entity_form(entity) for entity in page.entities], "next": page.next}


@router.get("/entities/{entity}", response_model=Entity, response_model_exclude_unset=True)
def entity(request: Request, entity: str) -> Form:
    """All that the ledger holds on an entity: spellings, roles, sides, stances, statements, decisions."""
    ledger = site_of(request).ledger
    return {**profile_json(profile(ledger, ledger.entity(entity))), "state": state_of(ledger, entity)}
