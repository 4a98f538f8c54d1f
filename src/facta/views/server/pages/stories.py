"""The list of stories, the first page of the site."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from facta.codebook import languages
from facta.codebook.layers import bundled
from facta.ledger import StoryFilter, StoryLine
from facta.views.dossier.days import days
from facta.views.dossier.marks import SIGNS, Verdict
from facta.views.interface import interface_in
from facta.views.server.address import address, chips, day_asked
from facta.views.server.render import render
from facta.views.server.site import site_of
from facta.views.server.visitor import AnyVisitor

router = APIRouter()
SORTS = ("new", "contested")


@router.get("/")
def stories(
    request: Request,
    visitor: AnyVisitor,
    q: str = "",
    place: str = "",
    language: str = "",
    verdict: str = "",
    from_: Annotated[str, Query(alias="from")] = "",
    to: str = "",
    sort: str = "new",
    after: str | None = None,
) -> HTMLResponse:
    """Stories that fit all that is asked for, the new or the contested ones first."""
    asked = {"q": q, "place": place, "language": language, "verdict": verdict, "from": from_, "to": to}
    asked = {name: value.strip() for name, value in asked.items()}
    chosen = StoryFilter(
        asked["q"], asked["place"], asked["language"], asked["verdict"],
        day_asked("from", from_), day_asked("to", to), sort=sort,
    )  # fmt: skip
    interface = interface_in(visitor.language)
    page = site_of(request).ledger.story_page(chosen, after)
    sorts = {name: address("/", asked | {"sort": "" if name == SORTS[0] else name}) for name in SORTS}
    kept = asked | {"sort": "" if sort == SORTS[0] else sort}
    return render(
        request,
        visitor,
        "stories.html.j2",
        lines=[(line, days(line.first_on, line.last_on, interface), _contested(line)) for line in page.lines],
        total=page.total,
        next=address("/", kept | {"after": page.next}) if page.next else None,
        first=address("/", kept) if after else None,
        asked=asked,
        sort=sort,
        sorts=sorts,
        chips=[chip for chip in chips("/", kept) if chip.name != "sort"],
        languages=languages(bundled()),
        verdicts=list(SIGNS),
    )


def _contested(line: StoryLine) -> list[tuple[Verdict, int]]:
    """What is contested, with how often it was found."""
    found = [(Verdict.of(text), line.verdicts[text]) for text in SIGNS if line.verdicts.get(text)]
    return [(verdict, count) for verdict, count in found if verdict.contested]
