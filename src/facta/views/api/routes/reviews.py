"""People's decisions: the log, and deciding and taking back."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from facta.views.api.deciding import difference_values, entry_values, item_values, outcome_values
from facta.views.api.paging import After, Limit, lead_on
from facta.views.api.problems import described
from facta.views.api.strict import only_json
from facta.views.api.values.reviews import Change, Differences, Outcome, Queue, Reviews, Undo
from facta.views.forms import Form
from facta.views.review import differences, entries, history, queue, reviews_on, target_of
from facta.views.server.desk import VALUE
from facta.views.server.site import site_of
from facta.views.server.visitor import Reviewer

router = APIRouter(tags=["reviews"])
CHANGES = described(400, 403, 409, 413, 415)


@router.get("/reviews", response_model=Reviews)
def reviews(
    request: Request,
    response: Response,
    target: Annotated[str | None, Query(description="Only those on this id, and those that take them back.")] = None,
    after: After = None,
    limit: Limit = 50,
) -> Form:
    """Decisions, newest first; those on one thing all at once."""
    ledger = site_of(request).ledger
    if target is not None:
        found = entries(ledger, reviews_on(ledger, target_of(ledger, target)))
        return {"reviews": [entry_values(entry) for entry in reversed(found)], "next": None}
    page = history(ledger, after, limit)
    lead_on(request, response, page.next)
    return {"reviews": [entry_values(entry) for entry in page.entries], "next": page.next}


@router.get("/queue", response_model=Queue)
def waiting(request: Request, response: Response, after: After = None, limit: Limit = 25) -> Form:
    """What waits for a person, by what matters: claims behind contested verdicts first."""
    page = queue(site_of(request).ledger, after, limit)
    lead_on(request, response, page.next)
    return {"items": [item_values(item) for item in page.items], "next": page.next}


@router.get("/differences", response_model=Differences)
def differing(request: Request) -> Form:
    """Decisions that stand, where the machine now reads otherwise than the person saw."""
    return {"differences": [difference_values(one) for one in differences(site_of(request).ledger)]}


@router.post("/reviews", status_code=201, response_model=Outcome, responses=CHANGES, dependencies=[Depends(only_json)])
def decide(request: Request, visitor: Reviewer, change: Change) -> Form:
    """Keeps a decision; the stories that it touches are checked anew, and verdicts that change are told."""
    values = {f"{VALUE}{name}": value for name, value in change.values.items()}
    form = {"decision": change.decision, "note": change.note, "seen": change.seen, **values}
    site = site_of(request)
    return outcome_values(site.desk.decide(site, change.target, visitor.name, form))


@router.post(
    "/reviews/{review}/undo",
    status_code=201,
    response_model=Outcome,
    responses=CHANGES,
    dependencies=[Depends(only_json)],
)
def undo(request: Request, visitor: Reviewer, review: str, why: Undo | None = None) -> Form:
    """Takes a decision back; one that took something back can be taken back as well."""
    site = site_of(request)
    return outcome_values(site.desk.undo(site, review, visitor.name, why.note if why else ""))
