"""Claims: those that fit a question, one with its whole chain, those at a place, and words in reports and claims."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response

from facta.ledger import Hit, Question
from facta.records import Act, Status
from facta.views.api.chain import claim_whole
from facta.views.api.listing import claims_page
from facta.views.api.paging import After, Limit, lead_on
from facta.views.api.telling import as_they_stand
from facta.views.api.values.chain import ClaimWhole, Hits
from facta.views.api.values.checks import ClaimPage, PlaceClaims
from facta.views.forms import Form, day_form, span_form
from facta.views.lists import claim_json
from facta.views.server.site import site_of

router = APIRouter(tags=["claims"])
Kind = Literal["statement", "incident", "pledge", "figure"]


@router.get("/claims", response_model=ClaimPage, response_model_exclude_unset=True)
def claims(
    request: Request,
    response: Response,
    kind: Annotated[Kind | None, Query(description="Only claims of this kind.")] = None,
    speaker: Annotated[str | None, Query(description="Whose word it is, in any spelling.")] = None,
    actor: Annotated[str | None, Query(description="Who does or promises it, in any spelling.")] = None,
    act: Annotated[Act | None, Query(description="Only statements of this act.")] = None,
    type: Annotated[str | None, Query(description="A PLOVER event type, an act, or what is counted.")] = None,
    place: Annotated[str | None, Query(description="Where, in any spelling; a country has all its places.")] = None,
    from_on: Annotated[date | None, Query(alias="from", description="First day of what is claimed.")] = None,
    to_on: Annotated[date | None, Query(alias="to", description="Last day of what is claimed.")] = None,
    status: Annotated[Status | None, Query(description="Only incidents of this status.")] = None,
    country: Annotated[str | None, Query(description="Country of whoever says, does or promises it.")] = None,
    sector: Annotated[str | None, Query(description="PLOVER sector of the same, such as GOV or MIL.")] = None,
    story: Annotated[str | None, Query(description="Only claims of this story.")] = None,
    report: Annotated[str | None, Query(description="Only claims of this report.")] = None,
    after: After = None,
    limit: Limit = 50,
) -> Form:
    """The claims that fit every part of the question, as people left them, in order of publication, report and text."""
    question = Question(
        kind=kind,
        speaker=speaker,
        actor=actor,
        act=act,
        type=type,
        place=place,
        from_on=from_on,
        to_on=to_on,
        status=status,
        country=country,
        sector=sector,
        story=story,
        report=report,
    )
    ledger = site_of(request).ledger
    page = claims_page(ledger, question, after, limit)
    lead_on(request, response, page.next)
    return {"claims": [claim_json(found) for found in page.claims], "next": page.next}


@router.get("/claims/{claim}", response_model=ClaimWhole, response_model_exclude_unset=True)
def claim(request: Request, claim: str) -> Form:
    """A claim with its whole chain: who conveys it, the origins it goes back to, the groups that hold it, what was
    found of these, and what people decided on it."""
    return claim_whole(site_of(request).ledger, claim)


@router.get("/places/{name}", response_model=PlaceClaims, response_model_exclude_unset=True)
def place(request: Request, response: Response, name: str, after: After = None, limit: Limit = 50) -> Form:
    """Claims at the place of this name or GeoNames number, those of the latest reports first."""
    ledger = site_of(request).ledger
    page = ledger.at_place(name, after, limit)
    lead_on(request, response, page.next)
    return {"place": name, "claims": as_they_stand(ledger, page.claims), "next": page.next}


@router.get("/search", response_model=Hits, response_model_exclude_unset=True)
def search(
    request: Request,
    response: Response,
    q: Annotated[str, Query(description='Words, `begin*` or "a phrase"; all must be there.', max_length=1000)],
    kind: Annotated[Kind | Literal["report"] | None, Query(description="Only hits of this kind.")] = None,
    language: Annotated[str | None, Query(description="Only reports in this language, such as uk.")] = None,
    after: After = None,
    limit: Limit = 20,
) -> Form:
    """Reports and claims that hold all the words, the latest first."""
    page = site_of(request).ledger.search(q, kind, language, after, limit)
    lead_on(request, response, page.next)
    return {"hits": [_hit(hit) for hit in page.hits], "next": page.next}


def _hit(hit: Hit) -> Form:
    return {
        "report": {
            "id": hit.report,
            "path": hit.path,
            "url": hit.url,
            "publisher": hit.publisher,
            "published": day_form(hit.published),
            "language": hit.language,
        },
        "title": hit.title,
        "kind": hit.kind,
        "claim": hit.claim,
        "span": span_form(hit.span),
        "before": hit.before,
        "quote": hit.quote,
        "after": hit.after,
    }
