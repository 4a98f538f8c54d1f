"""From a ledger to deeds for formats of happenings: one a group of claims that the cross-check joined, or one a claim.

Deeds that the cross-check leaves alone are one where reports of one story tell the same type and mode, at the same
place and day, of the same parties. A claim that a person rejected is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import get_args

from facta.codebook import Codebook
from facta.codebook.offices import Offices, Sector
from facta.ledger import Ledger
from facta.records import Actor, Claims, Entity, Figure, Finding, Incident, Place, Report, Status, digest
from facta.stories.corrections import all_corrected
from facta.text import fold

SECTORS = frozenset(get_args(Sector))
AFFIRMED = (Status.REPORTED, Status.ATTRIBUTED)


@dataclass(frozen=True, slots=True)
class Party:
    """Who has a part in a deed: the name that all reports share, the side, the entity, and the words of the report."""

    name: str
    side: str | None
    entity: str | None
    words: str

    @property
    def country(self) -> str | None:
        """Alpha-3 code of the side's country."""
        return next((part for part in (self.side or "").split() if part not in SECTORS), None)

    @property
    def sectors(self) -> tuple[str, ...]:
        """PLOVER sectors of the side."""
        return tuple(part for part in (self.side or "").split() if part in SECTORS)


@dataclass(frozen=True, slots=True)
class Telling:
    """One report's claim of a deed, with the figures of the report and the parties as all reports know them."""

    report: Report
    incident: Incident
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    figures: tuple[Figure, ...] = ()

    @property
    def affirmed(self) -> bool:
        return self.incident.status in AFFIRMED

    @property
    def words(self) -> str:
        """The clause that tells it, on one line."""
        return " ".join(self.incident.text.of(self.report.text).split())

    @property
    def order(self) -> tuple[str, str, int]:
        published = self.report.published.isoformat() if self.report.published else "9999"
        return (published, self.report.id, self.incident.trigger.start)


@dataclass(frozen=True, slots=True)
class Deed:
    """One deed and every claim of it, earliest report first; `finding` is what the cross-check says of it."""

    id: str
    tellings: tuple[Telling, ...]
    finding: Finding | None = None

    @property
    def told(self) -> tuple[Telling, ...]:
        """Those who say that it was done, or all where nobody does."""
        return tuple(t for t in self.tellings if t.affirmed) or self.tellings

    @property
    def type(self) -> str:
        return self.told[0].incident.type

    @property
    def mode(self) -> str | None:
        return next((t.incident.mode for t in self.told if t.incident.mode), None)

    @property
    def status(self) -> Status:
        """The surest status that a report gives it."""
        order = list(Status)
        return min((t.incident.status for t in self.told), key=order.index)

    @property
    def historical(self) -> bool:
        return all(t.incident.historical for t in self.told)

    @property
    def place(self) -> Place | None:
        """The most precise place that is told."""
        places = [t.incident.place for t in self.told if t.incident.place]
        return min(places, key=lambda p: PRECISE.index(p.precision.value), default=None)

    @property
    def dated(self) -> tuple[date, date] | None:
        """First and last day that reports name; the narrowest of several."""
        named = [(w.start or w.end, w.end or w.start) for t in self.told if (w := t.incident.when)]
        whole = [(first, last) for first, last in named if first and last]
        return min(whole, key=lambda days: (days[1] - days[0], days[0]), default=None)

    @property
    def published(self) -> date | None:
        """The day of the first report."""
        return min((t.report.published for t in self.told if t.report.published), default=None)

    @property
    def actors(self) -> tuple[Party, ...]:
        return next((t.actors for t in self.told if t.actors), ())

    @property
    def recipients(self) -> tuple[Party, ...]:
        return next((t.recipients for t in self.told if t.recipients), ())

    @property
    def publishers(self) -> tuple[str, ...]:
        """Each publisher once, in order of publication; the path or address of a report without one."""
        names = (t.report.publisher or t.report.url or t.report.path or t.report.id for t in self.tellings)
        return tuple(dict.fromkeys(names))


PRECISE = ("point", "town", "near", "district", "region", "country", "unresolved")


def deeds(ledger: Ledger, per_claim: bool = False) -> list[Deed]:
    """All deeds in order of publication."""
    tellings = _tellings(ledger)
    if per_claim:
        return [Deed(id_, (telling,)) for id_, telling in tellings.items()]
    found = [*_grouped(ledger, tellings)]
    taken = {telling.incident.id for deed in found for telling in deed.tellings}
    alone = [telling for id_, telling in tellings.items() if id_ not in taken]
    found += _joined(alone, _story_of(ledger))
    return sorted(found, key=lambda deed: deed.tellings[0].order)


def _tellings(ledger: Ledger) -> dict[str, Telling]:
    """Every incident as people left it, by id, in order of publication."""
    entities = {entity.id: entity for entity in ledger.entities()}
    links = {(report, own): entities[shared] for report, own, shared in ledger.entity_links() if shared in entities}
    everything = all_corrected(ledger.claims(), ledger.reviews())
    told = (_telling(claims, incident, links) for claims in everything for incident in claims.incidents)
    return {telling.incident.id: telling for telling in sorted(told, key=lambda t: t.order)}


def _telling(claims: Claims, incident: Incident, links: dict[tuple[str, str], Entity]) -> Telling:
    def parties(actor: Actor | None) -> tuple[Party, ...]:
        named = [one for one in actor.parties if not _is_pronoun(one, claims.report.language)] if actor else []
        return tuple(_party(claims.report, one, links) for one in named)

    return Telling(claims.report, incident, parties(incident.actor), parties(incident.recipient), claims.figures)


def _is_pronoun(actor: Actor, language: str) -> bool:
    """Whether nobody was found for whom the pronoun stands: "they"."""
    return fold(actor.name) in Codebook.load(language).page("offices", Offices).pronoun_of


def _party(report: Report, actor: Actor, links: dict[tuple[str, str], Entity]) -> Party:
    shared = links.get((report.id, actor.entity or ""))
    known = [side for side in (shared.side if shared else None, actor.side) if side]
    return Party(
        name=shared.name if shared else actor.name,
        side=max(known, key=lambda side: len(side.split()), default=None),
        entity=shared.id if shared else actor.entity,
        words=actor.span.of(report.text) if actor.span else actor.name,
    )


def _grouped(ledger: Ledger, tellings: dict[str, Telling]) -> Iterator[Deed]:
    for check in ledger.checks():
        findings = {finding.group: finding for finding in check.findings if finding.kind == "deed"}
        for group in check.groups:
            members = [tellings[id_] for id_ in group.claims if id_ in tellings] if group.kind == "incident" else []
            if members:
                yield Deed(group.id, tuple(sorted(members, key=lambda t: t.order)), findings.get(group.id))


def _story_of(ledger: Ledger) -> dict[str, str]:
    return {report: story.id for story in ledger.stories() for report in story.reports}


def _joined(alone: Iterable[Telling], story_of: dict[str, str]) -> Iterator[Deed]:
    """Deeds of the claims that are in no group: one where everything that names a deed is the same, and known."""
    same: dict[tuple[object, ...], list[Telling]] = {}
    for telling in alone:
        incident = telling.incident
        when, place = incident.when, incident.place
        known = when and when.start and place and place.geonameid
        parties = tuple(party.name for party in (*telling.actors, *telling.recipients))
        told = (incident.type, incident.mode, incident.status, place and place.geonameid, when and when.start, parties)
        key = (story_of.get(telling.report.id), *told) if known else (incident.id,)
        same.setdefault(key, []).append(telling)
    for members in same.values():
        yield Deed(digest("deed", *(t.incident.id for t in members)), tuple(members))
