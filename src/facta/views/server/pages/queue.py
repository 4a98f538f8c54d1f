"""What waits for a person's decision, what matters most first, each with a way to decide at once."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from facta.ledger import Ledger
from facta.stories.corrections import kind_of
from facta.views.dossier.marks import Verdict
from facta.views.review import Difference, differences
from facta.views.review.queue import Item, queue
from facta.views.review.state import state_of
from facta.views.seen import seen_claim
from facta.views.server.render import render
from facta.views.server.site import site_of
from facta.views.server.visitor import AnyVisitor

router = APIRouter()
PAGE = 20


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing to decide on. `claims` are those that it is about, `seen` how it stands now."""

    item: Item
    claims: tuple[str, ...]
    seen: str
    verdict: Verdict | None
    kind: str = ""  # of the claim

    @property
    def pair(self) -> bool:
        """Whether two deeds may be one."""
        return len(self.claims) > 1


@router.get("/review")
def waiting(request: Request, visitor: AnyVisitor, after: str | None = None) -> HTMLResponse:
    """A page of the queue."""
    ledger = site_of(request).ledger
    found = queue(ledger, after, PAGE)
    lines = [_waiting(ledger, item) for item in found.items]
    return render(
        request,
        visitor,
        "queue.html.j2",
        lines=lines,
        next=found.next,
        first=after is None,
        differing=_differing(ledger, after),
    )


def _differing(ledger: Ledger, after: str | None) -> list[Difference]:
    """Above the first page: decided claims that the machine now reads otherwise."""
    return list(differences(ledger)) if after is None else []


def _waiting(ledger: Ledger, item: Item) -> Waiting:
    claims = (item.target,) if item.kind == "claim" else ledger.group(item.target)[1].claims
    verdict = Verdict.of(item.verdict) if item.verdict else None
    kind = kind_of(seen_claim(ledger, item.target).shown) if item.kind == "claim" else ""
    return Waiting(item, claims, state_of(ledger, item.target), verdict, kind)
