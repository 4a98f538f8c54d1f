"""What people decide on the pages: kept, or told why it cannot be. Each answer leads back to where it was asked."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from facta.errors import Conflict, UsageError
from facta.records import Decision
from facta.views.server.address import local
from facta.views.server.desk import Outcome, decision_of
from facta.views.server.forms import CheckedForm
from facta.views.server.pages.correcting import form_again
from facta.views.server.site import site_of
from facta.views.server.visitor import Reviewer

router = APIRouter()


@router.post("/review/{target}")
def decide(request: Request, visitor: Reviewer, form: CheckedForm, target: str) -> Response:
    """Keeps a decision on a claim, finding, group of deeds, entity or story. What is wrong with a corrected claim is
    told on its form, with all that was written."""
    site = site_of(request)
    try:
        return back(form.get("back", ""), site.desk.decide(site, target, visitor.name, form))
    except Conflict:
        raise
    except UsageError as error:
        if decision_of(form) is not Decision.EDIT:
            raise
        return form_again(request, visitor, form, error, claim=target)


@router.post("/review/{review}/undo")
def undo(request: Request, visitor: Reviewer, form: CheckedForm, review: str) -> Response:
    """Takes a decision back; it stays in the log."""
    site = site_of(request)
    return back(form.get("back", ""), site.desk.undo(site, review, visitor.name, form.get("note", "")))


@router.post("/reports/{report}/claims")
def add(request: Request, visitor: Reviewer, form: CheckedForm, report: str) -> Response:
    """Adds a claim that the machine missed to a report."""
    site = site_of(request)
    try:
        outcome = site.desk.decide(site, report, visitor.name, {**form, "decision": Decision.ADD})
    except UsageError as error:
        return form_again(request, visitor, form, error, report=report)
    return back(f"/claims/{outcome.review.target}", outcome)


def back(address: str, outcome: Outcome) -> RedirectResponse:
    """To the page from which it was asked, which tells what became of it."""
    path = local(address).partition("#")[0].partition("?")[0]
    return RedirectResponse(f"{path}?done={outcome.review.id}", 303)
