"""Search over the texts of reports and the words of claims."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from facta.codebook import languages
from facta.codebook.layers import bundled
from facta.ledger import Hit
from facta.ledger.words import Sought, terms_of
from facta.views.server.address import address, chips
from facta.views.server.render import render
from facta.views.server.site import site_of
from facta.views.server.visitor import AnyVisitor

router = APIRouter()
KINDS = ("report", "statement", "incident", "pledge", "figure")


@dataclass(frozen=True, slots=True)
class Shown:
    """A hit with its words cut into pieces: those that were looked for are marked."""

    hit: Hit
    pieces: tuple[tuple[str, bool], ...]


@router.get("/search")
def search(
    request: Request, visitor: AnyVisitor, q: str = "", kind: str = "", language: str = "", after: str | None = None
) -> HTMLResponse:
    """Reports and claims that hold all the words, the latest first."""
    asked = {"q": q.strip(), "kind": kind.strip(), "language": language.strip()}
    ledger = site_of(request).ledger
    found = ledger.search(asked["q"], asked["kind"] or None, asked["language"] or None, after) if asked["q"] else None
    sought = Sought(terms_of(asked["q"]))
    return render(
        request,
        visitor,
        "search.html.j2",
        hits=[Shown(hit, pieces(hit, sought)) for hit in found.hits] if found else [],
        asked=asked,
        chips=[chip for chip in chips("/search", asked) if chip.name != "q"],
        kinds=KINDS,
        languages=languages(bundled()),
        next=address("/search", asked | {"after": found.next}) if found and found.next else None,
        first=address("/search", asked) if after else None,
    )


def pieces(hit: Hit, sought: Sought) -> tuple[tuple[str, bool], ...]:
    """The characters of a hit in order, those that were looked for marked. A report's are the words found."""
    if hit.kind == "report":
        return (hit.before, False), (hit.quote, True), (hit.after, False)
    cut: list[tuple[str, bool]] = []
    at = 0
    for _, span in sought.found(hit.quote):
        if span.start >= at:
            cut += [(hit.quote[at : span.start], False), (span.of(hit.quote), True)]
            at = span.end
    return tuple(piece for piece in (*cut, (hit.quote[at:], False)) if piece[0])
