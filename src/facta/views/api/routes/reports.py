"""Reports: the list, and one with its text and all that it claims."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from facta.views.api.paging import After, Limit, lead_on
from facta.views.api.telling import edited, story_name
from facta.views.api.values.reports import Reports, ReportWhole
from facta.views.forms import Form, claims_form, report_form
from facta.views.seen import seen_claims
from facta.views.server.site import site_of

router = APIRouter(tags=["reports"])


@router.get("/reports", response_model=Reports, response_model_exclude_unset=True)
def reports(request: Request, response: Response, after: After = None, limit: Limit = 50) -> Form:
    """All reports, the latest first."""
    page = site_of(request).ledger.report_page(after, limit)
    lead_on(request, response, page.next)
    return {"reports": [report_form(report) for report in page.reports], "total": page.total, "next": page.next}


@router.get("/reports/{report}", response_model=ReportWhole, response_model_exclude_unset=True)
def report(request: Request, report: str) -> Form:
    """A report with its text, and its claims as they stand with people's decisions."""
    ledger = site_of(request).ledger
    claims = ledger.claims_of(report)
    (standing,) = seen_claims(ledger, [report])
    story = ledger.story_of(report)
    return {
        **claims_form(standing),
        "text": claims.report.text,
        "story": story_name(story) if story else None,
        "reviewed": edited(ledger, claims),
    }
