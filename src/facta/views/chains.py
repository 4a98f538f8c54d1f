"""From a ledger and a claim's id to its whole chain: the words, who tells them on whose word, the origin that they go
back to, what else is told of the same, and what was found of it. Decides nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from facta.ledger import Ledger
from facta.records import (
    Claim,
    Claims,
    CrossCheck,
    Figure,
    Finding,
    Group,
    Incident,
    Origin,
    Pledge,
    Report,
    Span,
    Statement,
    Story,
)
from facta.views.dossier.days import day
from facta.views.dossier.index import SHOWN, Index, all_claims, outlet_of
from facta.views.dossier.marks import Mark, Verdict
from facta.views.dossier.rows import ClaimRow, Voice, claim_row, claim_rows, main_spans, stressed, voice
from facta.views.facets import Facet, facets
from facta.views.interface import ENGLISH, Interface
from facta.views.seen import holding, seen_claim, seen_claims

AROUND = 280  # characters shown on each side of a claim's words


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of the report: `kind` is empty around the claim, `main` in it, `strong` where it turns."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Step:
    """One who conveys the claim: a statement of the same report."""

    voice: Voice
    row: ClaimRow
    cue: str


@dataclass(frozen=True, slots=True)
class Source:
    """An origin with the mark it is drawn with."""

    origin: Origin
    mark: Mark


@dataclass(frozen=True, slots=True)
class Company:
    """A group that holds the claim: the other claims on the same, and what was found of them."""

    group: Group
    rows: tuple[ClaimRow, ...]
    findings: tuple[tuple[Finding, Verdict], ...]

    @property
    def shown(self) -> bool:
        """Whether the group has a row in the dossier; others are pairs left to a person, and quotations."""
        return self.group.kind in SHOWN


@dataclass(frozen=True, slots=True)
class Chain:
    """All that there is on one claim. `stands` is false for one that a person rejected."""

    claim: Claim
    row: ClaimRow
    report: Report
    outlet: str
    published: str
    story: Story | None
    span: Span
    text: tuple[Piece, ...]
    cut: tuple[bool, bool]
    facets: tuple[Facet, ...]
    steps: tuple[Step, ...]
    sources: tuple[Source, ...]
    companies: tuple[Company, ...]
    resting: tuple[ClaimRow, ...]
    stands: bool


def chain_of(ledger: Ledger, claim: str, interface: Interface = ENGLISH) -> Chain:
    """The chain of the claim with this id; `UsageError` if there is none."""
    seen = seen_claim(ledger, claim)
    home, stands = seen.claims.report.id, seen.claim is not None
    story = ledger.story_of(home)
    check = ledger.check(story.id) if story else CrossCheck(Story("", "", (home,)))
    groups = [group for group in check.groups if claim in group.claims]
    others = holding(ledger, check, (id_ for group in groups for id_ in group.claims))
    own = seen.claims if stands else _with(seen.claims, seen.shown)
    everything = (own, *seen_claims(ledger, [report for report in others if report != home]))
    index = Index(check, everything, *ledger.entities_of([claims.report.id for claims in everything]), interface)
    return _chain(index, groups, claim, story, stands)


def _with(claims: Claims, claim: Claim) -> Claims:
    """The claims with one more, which a person took out: it is shown as it was."""
    match claim:
        case Statement():
            return replace(claims, statements=(*claims.statements, claim))
        case Incident():
            return replace(claims, incidents=(*claims.incidents, claim))
        case Pledge():
            return replace(claims, pledges=(*claims.pledges, claim))
        case Figure():
            return replace(claims, figures=(*claims.figures, claim))


def _chain(index: Index, groups: Sequence[Group], id_: str, story: Story | None, stands: bool) -> Chain:
    report, claim = index.by_id[id_]
    row = claim_row(index, id_)
    if row is None:
        raise KeyError(id_)
    spans = main_spans(claim)
    around = Span.around(spans) if spans else Span(0, 0)
    shown = Span(max(0, around.start - AROUND), min(len(report.text), around.end + AROUND))
    return Chain(
        claim=claim,
        row=row,
        report=report,
        outlet=outlet_of(report, index.interface),
        published=day(report.published, index.interface),
        story=story,
        span=around,
        text=tuple(_pieces(report.text, shown, claim)),
        cut=(shown.start > 0, shown.end < len(report.text)),
        facets=facets(index, report, claim),
        steps=tuple(_steps(index, report, claim)),
        sources=tuple(Source(index.origins[o], index.marks[o]) for o in index.origins_of.get(id_, [])),
        companies=tuple(_company(index, group, id_) for group in groups),
        resting=claim_rows(index, tuple(index.resting_on(id_))),
        stands=stands,
    )


def _pieces(text: str, shown: Span, claim: Claim) -> Iterator[Piece]:
    """The characters shown, those of the claim apart."""
    main, strong = main_spans(claim), stressed(claim)
    every = [*main, *([strong] if strong else [])]
    edges = {edge for span in every for edge in (span.start, span.end)}
    cuts = sorted({shown.start, shown.end, *(edge for edge in edges if shown.start < edge < shown.end)})
    for start, end in pairwise(cuts):
        here = Span(start, end)
        kind = "strong" if strong and strong.covers(here) else "main" if any(s.covers(here) for s in main) else ""
        yield Piece(here.of(text), kind)


def _steps(index: Index, report: Report, claim: Claim) -> Iterator[Step]:
    """Who conveys it, the innermost first: of a statement its own speaker."""
    for statement in index.chain(claim.id if isinstance(claim, Statement) else claim.source):
        if row := claim_row(index, statement.id):
            cue = statement.cue.of(report.text) if statement.cue else ""
            yield Step(voice(index, report, statement), row, cue)


def _company(index: Index, group: Group, but: str) -> Company:
    rows = claim_rows(index, tuple(id_ for id_ in group.claims if id_ != but))
    found = tuple((finding, Verdict.of(finding.verdict)) for finding in index.findings.get(group.id, []))
    return Company(group, rows, found)


def claims_in_order(claims: Claims) -> list[Claim]:
    """Every claim of a report in text order; where two begin together, the wider one first."""

    def place(claim: Claim) -> tuple[int, int, str]:
        spans = main_spans(claim)
        around = Span.around(spans) if spans else Span(0, 0)
        return around.start, -around.end, claim.id

    return sorted(all_claims(claims), key=place)


def type_of(claim: Claim) -> str:
    """The code of what is claimed; a statement has an act, which stands in its row."""
    match claim:
        case Incident():
            return " · ".join(filter(None, (claim.type, claim.mode)))
        case Pledge():
            return claim.type
        case Figure():
            return claim.counts
        case Statement():
            return ""
