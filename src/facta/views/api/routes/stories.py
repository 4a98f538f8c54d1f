"""Stories: the list, one with all that was found in it, its dossier, and single findings."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response

from facta.ledger import StoryFilter
from facta.views.api.dossier import dossier_of
from facta.views.api.paging import After, Limit, lead_on
from facta.views.api.telling import findings_form, group_form, line_form, origin_values, story_form, story_name
from facta.views.api.values.checks import FindingWhole, Story, StoryLines
from facta.views.api.values.dossier import Dossier
from facta.views.forms import Form
from facta.views.review import state_of
from facta.views.server.site import site_of

router = APIRouter(tags=["stories"])


@router.get("/stories", response_model=StoryLines, response_model_exclude_unset=True)
def stories(
    request: Request,
    response: Response,
    q: Annotated[str, Query(description="Words of the titles or the reports.", max_length=1000)] = "",
    place: Annotated[str, Query(description="A place in which something is set, in any spelling.")] = "",
    language: Annotated[str, Query(description="A language of the reports, such as uk.")] = "",
    verdict: Annotated[str, Query(description="A verdict that was found in it.")] = "",
    from_on: Annotated[date | None, Query(alias="from", description="First day of publication.")] = None,
    to_on: Annotated[date | None, Query(alias="to", description="Last day of publication.")] = None,
    contested: Annotated[bool, Query(description="Only stories in which something is contested.")] = False,
    sort: Annotated[Literal["new", "contested"], Query(description="What comes first.")] = "new",
    after: After = None,
    limit: Limit = 50,
) -> Form:
    """The stories that fit every part of the filter."""
    chosen = StoryFilter(q, place, language, verdict, from_on, to_on, contested, sort)
    page = site_of(request).ledger.story_page(chosen, after, limit)
    lead_on(request, response, page.next)
    return {"stories": [line_form(line) for line in page.lines], "total": page.total, "next": page.next}


@router.get("/stories/{story}", response_model=Story, response_model_exclude_unset=True)
def story(request: Request, story: str) -> Form:
    """A story: its reports, origins, groups and findings. The beginning of an id will do."""
    ledger = site_of(request).ledger
    check = ledger.check(ledger.story(story).id)
    return story_form(ledger, check, ledger.reports_named(check.story.reports))


@router.get("/stories/{story}/dossier", response_model=Dossier)
def dossier(request: Request, story: str) -> Form:
    """All that the page of a story shows, as values."""
    return dossier_of(site_of(request).ledger, story)


@router.get("/findings/{finding}", response_model=FindingWhole, response_model_exclude_unset=True)
def finding(request: Request, finding: str) -> Form:
    """A finding with its story, the group it is about and the origins of that."""
    ledger = site_of(request).ledger
    of, found = ledger.finding(finding)
    check = ledger.check(of.id)
    group = next((group for group in check.groups if group.id == found.group), None)
    named = {*(group.origins if group else ()), *(origin for part in found.parts for origin in part.origins)}
    return {
        **findings_form(ledger, of, [found])[0],
        "of": group_form(of, group) if group else None,
        "origins": [origin_values(origin) for origin in check.origins if origin.id in named],
        "within": story_name(of),
        "state": state_of(ledger, found.id),
    }
