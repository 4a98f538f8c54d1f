"""From the incidents of a story to deeds told: each with its report, days, sides and origin. Leaves out what is only
planned or supposed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from facta.crosscheck.casefile import Case
from facta.crosscheck.origins import Origins, Source
from facta.crosscheck.terms import Terms
from facta.records import Incident, Origin, Place, Precision, Report, Span, Status

TOLD = (Status.REPORTED, Status.ATTRIBUTED, Status.DENIED, Status.NEGATED)


@dataclass(frozen=True, slots=True)
class Deed:
    """One claim that something was done, or was not done."""

    report: Report
    incident: Incident
    origin: Origin
    source: Source
    actor: str | None  # whose deed: a cause such as "UKR" or "COL REB"
    recipient: str | None  # whose people or ground: the country of the place when nobody is named
    sufferer: str | None  # whose people, as named
    first: date | None
    last: date | None
    place: Place | None
    named: tuple[Place, ...]  # all places in its clause
    terms: Terms

    @property
    def id(self) -> str:
        return self.incident.id

    @property
    def affirmed(self) -> bool:
        return self.incident.status in (Status.REPORTED, Status.ATTRIBUTED)

    @property
    def own_voice(self) -> bool:
        return self.incident.status is Status.REPORTED and self.incident.source is None

    @property
    def order(self) -> tuple[str, str, int]:
        """Earliest report first, then text order."""
        published = self.report.published.isoformat() if self.report.published else "9999"
        return (published, self.report.id, self.incident.trigger.start)


def find_deeds(case: Case, origins: Origins) -> list[Deed]:
    """All deeds told in the story, earliest report first."""
    found = (deed for claims in case.everything for deed in _of_report(case, origins, claims.report, claims.incidents))
    return sorted(found, key=lambda deed: deed.order)


def _of_report(case: Case, origins: Origins, report: Report, incidents: tuple[Incident, ...]) -> Iterator[Deed]:
    for incident in incidents:
        if incident.type in case.rules.deeds.types and incident.status in TOLD:
            actor, sufferer = case.cause(report.id, incident.actor), case.cause(report.id, incident.recipient)
            place = _place(case, report, incident)
            home = case.sides.home(place)
            if sufferer == actor and home not in (None, actor):
                sufferer = None  # "their city" is taken for that of those who shell it; its country says whose it is
            first, last = days(report, incident, case.rules.deeds.unnamed_days)
            for origin in origins.of(incident.id):
                yield Deed(
                    report=report,
                    incident=incident,
                    origin=origin,
                    source=origins.sources[origin.id],
                    actor=actor,
                    recipient=sufferer or home,
                    sufferer=sufferer,
                    first=first,
                    last=last,
                    place=place,
                    named=case.places_in(report.id, incident.text),
                    terms=Terms.of(case.claims[report.id], incident, case.same_deed),
                )


def _place(case: Case, report: Report, incident: Incident) -> Place | None:
    """The place of the deed; without one, the only town that its clause names behind the verb, unless it is talks:
    they are held in one town about another."""
    if incident.place or incident.type == "CONSULT":
        return incident.place
    behind = Span(incident.trigger.start, max(incident.trigger.start, incident.text.end))
    towns = [p for p in case.places_in(report.id, behind) if p.precision in (Precision.POINT, Precision.TOWN)]
    return towns[0] if len(towns) == 1 else None


def days(report: Report, incident: Incident, unnamed_days: int) -> tuple[date | None, date | None]:
    """First and last day of a deed; without a date of its own, the days before its report unless it is history."""
    when = incident.when
    if when and (when.start or when.end):
        return when.start or when.end, when.end or when.start
    if report.published and not incident.historical:
        return report.published - timedelta(days=unnamed_days), report.published
    return None, None
