"""How much a ledger holds."""

from __future__ import annotations

from fastapi import APIRouter, Request

from facta.views.api.values.base import Value
from facta.views.forms import Form
from facta.views.server.site import site_of

router = APIRouter(tags=["ledger"])


class Held(Value):
    """How many of each kind the ledger holds."""

    reports: int
    claims: int
    entities: int
    stories: int
    groups: int
    findings: int
    reviews: int
    runs: int


@router.get("/counts", response_model=Held)
def counts(request: Request) -> Form:
    """How many reports, claims, entities, stories, groups, findings, reviews and runs the ledger holds."""
    rows = site_of(request).ledger.counts()
    return {name: rows["claim_groups" if name == "groups" else name] for name in Held.model_fields}
