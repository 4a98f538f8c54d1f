"""Takes a thing that people decide on, gives what its review panel shows: decisions so far, and what can be decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from facta.ledger import Ledger
from facta.records import Group, Story
from facta.views.dossier.index import outlet_of
from facta.views.review import reviews_on, target_of
from facta.views.review.differences import differences_in
from facta.views.review.state import state_of_target
from facta.views.server.decisions import DecisionLine, lines_of

MOST = 40  # groups and stories that a list to choose from holds
Choice = tuple[str, str]  # the id of something, and what to call it


@dataclass(frozen=True, slots=True)
class Panel:
    """What can be decided on a thing. `seen` is the token of how it stands, `group` the deed that a claim tells,
    `split` what can be parted from it, `merge` what it can be joined with, `differs` where the machine reads a claim
    otherwise than the person who decided saw it."""

    seen: str
    lines: tuple[DecisionLine, ...]
    group: Group | None = None
    split: tuple[str | Choice, ...] = ()
    merge: tuple[tuple[str, Group | str], ...] = ()
    differs: str = ""


def panel_of(ledger: Ledger, kind: str, target: str) -> Panel:
    """The panel of a claim, finding, group, entity, story or report."""
    found = target_of(ledger, target)
    lines = tuple(reversed(lines_of(ledger, reviews_on(ledger, found)))) if kind != "report" else ()
    seen = state_of_target(ledger, found)
    match kind:
        case "claim":
            return replace(_of_claim(ledger, found.id, seen, lines), differs=_differs(ledger, found.id))
        case "entity":
            spellings = ledger.entity(found.id).spellings
            return Panel(seen, lines, split=spellings if len(spellings) > 1 else ())
        case "story":
            return _of_story(ledger, ledger.story(found.id), seen, lines)
        case _:
            return Panel(seen, lines)


def _of_claim(ledger: Ledger, claim: str, seen: str, lines: tuple[DecisionLine, ...]) -> Panel:
    """A claim that tells a deed can be taken out of its group, or its group joined with another of the story."""
    here = next(((story, group) for story, group in ledger.groups_with(claim) if group.kind == "incident"), None)
    if here is None:
        return Panel(seen, lines)
    story, group = here
    others = [g for g in ledger.check(story.id).groups if g.kind == "incident" and g.id != group.id]
    near = sorted(others, key=lambda g: (g.type != group.type, _place(g) != _place(group), g.label))
    split = (claim,) if len(group.claims) > 1 else ()
    return Panel(seen, lines, group, split, tuple((other.id, other) for other in near[:MOST]))


def _differs(ledger: Ledger, claim: str) -> str:
    for report in ledger.reports_of_claim(claim):
        if reviews := ledger.reviews_of_reports([report]):
            (read,) = ledger.claims_of_many([report])
            return next((d.sentence for d in differences_in(read, reviews) if d.target == claim), "")
    return ""


def _place(group: Group) -> int | None:
    return group.place.geonameid if group.place else None


def _of_story(ledger: Ledger, story: Story, seen: str, lines: tuple[DecisionLine, ...]) -> Panel:
    reports = ledger.reports_named(story.reports[:MOST]) if len(story.reports) > 1 else ()
    split = tuple((report.id, f"{outlet_of(report)}, {report.published or '–'}") for report in reports)
    return Panel(seen, lines, split=split, merge=tuple(_near(ledger, story)))


def _near(ledger: Ledger, story: Story) -> Iterator[tuple[str, str]]:
    """Stories of the same thread first, then the newest."""
    page = ledger.story_page(limit=MOST).lines
    lines = sorted(page, key=lambda line: line.story.thread != (story.thread or story.id))
    yield from ((line.story.id, line.story.title) for line in lines if line.story.id != story.id)
