"""Takes a story's check, its claims and the entities, gives ways to look things up: claim, quote, speaker, origin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from facta.records import Actor, Claim, Claims, CrossCheck, Entity, Finding, Group, Report, Statement
from facta.text import fold
from facta.views.dossier.marks import Mark, marks_of
from facta.views.dossier.room import ALL, Room
from facta.views.interface import ENGLISH, Interface
from facta.views.map import Borders


@dataclass(frozen=True, slots=True)
class Quote:
    """Characters of a report as they stand there, the stressed ones marked, with what is needed to find them."""

    pieces: tuple[tuple[str, bool], ...]
    language: str
    report: str
    outlet: str
    published: str
    anchor: str


def all_claims(claims: Claims) -> list[Claim]:
    """Every claim of a report."""
    return [*claims.pledges, *claims.statements, *claims.figures, *claims.incidents]


def outlet_of(report: Report, interface: Interface = ENGLISH) -> str:
    """What to call a report's publisher: its name, or else what tells the report from others."""
    return report.publisher or report.title or file_of(report) or f"{interface.gettext('report')} {report.id[:6]}"


def file_of(report: Report) -> str:
    """The name of a report's file without its folders: a page that is handed on tells nothing of the machine."""
    return (report.path or "").replace("\\", "/").rpartition("/")[2]


def unresolved(candidates: Sequence[str], interface: Interface) -> str:
    """`unresolved: A or B`: all that a name may mean."""
    among = f" {interface.gettext('or')} ".join(candidates)
    return interface.gettext("unresolved") + (f": {among}" if among else "")


Link = tuple[str, str, str]  # report, its own entity, the shared entity


SHOWN = ("incident", "pledge", "figure")  # kinds of groups with a row; others are pairs for a person, and quotations


class Index:
    """Look-ups over one story. Built once a page, never changed."""

    def __init__(
        self,
        check: CrossCheck,
        claims: Sequence[Claims],
        entities: Sequence[Entity],
        links: Sequence[Link] = (),
        interface: Interface = ENGLISH,
        room: Room = ALL,
    ) -> None:
        wanted = {id_: place for place, id_ in enumerate(check.story.reports)}
        mine = sorted((c for c in claims if c.report.id in wanted), key=lambda c: wanted[c.report.id])
        self.check = check
        self.room = room
        self.interface = interface
        self.claims = mine
        self.outside = [c for c in claims if c.report.id not in wanted]  # of other stories, which findings cite
        self.reports: list[Report] = [c.report for c in mine]
        self.marks: dict[str, Mark] = marks_of(check.origins)
        self.origins = {origin.id: origin for origin in check.origins}
        self.groups = {group.id: group for group in check.groups}
        self.findings: dict[str, list[Finding]] = {}
        for finding in check.findings:
            self.findings.setdefault(finding.group, []).append(finding)
        self.countries = Borders.load().names
        self._entities = {entity.id: entity for entity in entities}
        self._links = {(report, own): shared for report, own, shared in links}

    @cached_property
    def by_id(self) -> dict[str, tuple[Report, Claim]]:
        """Report and claim for each claim id."""
        found: dict[str, tuple[Report, Claim]] = {}
        for one in (*self.claims, *self.outside):
            for claim in all_claims(one):
                found[claim.id] = (one.report, claim)
        return found

    @cached_property
    def origins_of(self) -> dict[str, list[str]]:
        """Ids of the origins of each claim, in the order of the check."""
        found: dict[str, list[str]] = {}
        for origin in self.check.origins:
            for claim in origin.claims:
                found.setdefault(claim, []).append(origin.id)
        return found

    @cached_property
    def groups_of(self) -> dict[str, str]:
        """Id of the group of each claim, of those groups that have a row of their own."""
        return {claim: group.id for group in self.check.groups if group.kind in SHOWN for claim in group.claims}

    @cached_property
    def _resting(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for one in self.claims:
            for claim in all_claims(one):
                if not isinstance(claim, Statement) and claim.source:
                    found.setdefault(claim.source, []).append(claim.id)
        return found

    def resting_on(self, statement: str) -> list[str]:
        """Ids of the incidents, pledges and figures that stand on the word of a statement."""
        return self._resting.get(statement, [])

    @cached_property
    def _spellings(self) -> dict[tuple[str, str], Entity]:
        return {(e.kind.value, fold(s)): e for e in self._entities.values() for s in (e.name, *e.spellings)}

    def claims_in(self, group: Group) -> list[Claim]:
        """The claims of a group that the story's reports carry."""
        return [self.by_id[id_][1] for id_ in group.claims if id_ in self.by_id]

    def entity(self, report: str, actor: Actor) -> Entity | None:
        """The bearer of an actor's name across reports: by the ledger's links, otherwise by its spelling."""
        if shared := self._links.get((report, actor.entity or "")):
            return self._entities.get(shared)
        if actor.candidates or self._links:
            return None
        for kind in ("person", "organisation", "group"):
            if known := self._spellings.get((kind, fold(actor.name))):
                return known
        return None

    def name(self, report: str, actor: Actor | None) -> str:
        """The name to show for an actor; every possible one when more than one remains."""
        if actor is None:
            return ""
        if actor.candidates and actor.entity is None:
            return f"{actor.name} ({unresolved(actor.candidates, self.interface)})"
        known = self.entity(report, actor)
        return known.name if known else actor.name

    def bearer(self, report: str, actor: Actor | None) -> str:
        """The id of the actor's entity, or nothing where it is not resolved."""
        known = self.entity(report, actor) if actor else None
        return known.id if known else ""

    def chain(self, source: str | None) -> list[Statement]:
        """The statement on whose word a claim stands, then the one that conveys it, and so on outwards."""
        found: list[Statement] = []
        while source is not None and source in self.by_id:
            statement = self.by_id[source][1]
            if not isinstance(statement, Statement) or statement in found:
                break
            found.append(statement)
            source = statement.within
        return found

    def main_finding(self, group: Group) -> Finding | None:
        """What is found of a group as such; a remark on how it is worded comes beside it."""
        found = self.findings.get(group.id, [])
        return next((finding for finding in found if finding.kind == group.kind), found[0] if found else None)

    def remarks(self, group: Group) -> list[Finding]:
        """Whatever else is found of a group."""
        main = self.main_finding(group)
        return [finding for finding in self.findings.get(group.id, []) if finding is not main]

    def mark(self, claim: str) -> Mark | None:
        """The mark of a claim's first origin."""
        for origin in self.origins_of.get(claim, []):
            return self.marks[origin]
        return None
