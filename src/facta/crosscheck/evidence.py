"""From claims to the characters that carry a finding: what is told, and on whose word. Nothing is quoted here."""

from __future__ import annotations

from collections.abc import Iterable

from facta.crosscheck.casefile import Case
from facta.crosscheck.deeds import Deed
from facta.records import Actor, Claim, Evidence, Report, Span, Statement
from facta.text import paragraphs

OWN_VOICE = "a report's own voice"
UNNAMED = "an unnamed source"
WIRE = "a text that several print"
PLURAL = {OWN_VOICE: "several reports' own voices", UNNAMED: "several unnamed sources", WIRE: "several wires"}


def of_claims(case: Case, claims: Iterable[tuple[Report, Claim]]) -> tuple[Evidence, ...]:
    """The clause of each claim, then its speaker and cue; each place once. One clause alone is shown with its party, or
    the line around it."""
    told = list(claims)
    found: dict[Evidence, None] = {}
    for report, claim in told:
        for evidence in _of_claim(case, report, claim):
            found.setdefault(evidence)
    if len(found) == 1:
        found.update(dict.fromkeys(_beside(*told[0])))
    return tuple(found)


def _beside(report: Report, claim: Claim) -> list[Evidence]:
    """The party of a claim, its line, and the line below a headline: what is there besides the claim's own words."""
    if isinstance(claim, Statement):
        return []
    party = getattr(claim, "by", None) or getattr(claim, "actor", None)
    lines = paragraphs(report.text)
    at = next((n for n, line in enumerate(lines) if line.overlaps(claim.text)), 0)
    spans = [*([party.span] if party and party.span else []), *lines[at : at + 2]]
    return [Evidence(report.id, span, claim.id) for span in spans if span != claim.text][:1]


def of_deeds(case: Case, deeds: Iterable[Deed]) -> tuple[Evidence, ...]:
    return of_claims(case, ((deed.report, deed.incident) for deed in deeds))


def _of_claim(case: Case, report: Report, claim: Claim) -> list[Evidence]:
    if isinstance(claim, Statement):
        return [Evidence(report.id, span, claim.id) for span in claim.content] + _speaking(case, report, claim)
    statement = case.statements.get(claim.source or "")
    told = [Evidence(report.id, claim.text, claim.id)]
    if statement:
        return told + _speaking(case, report, statement)
    return told + [Evidence(report.id, span, claim.id) for span in _details(claim) if span != claim.text]


def _speaking(case: Case, report: Report, statement: Statement) -> list[Evidence]:
    """The speaker by name, and the word that says that it was said."""
    spans = [case.naming(report.id, statement.speaker)] if statement.speaker else []
    return [Evidence(report.id, span, statement.id) for span in [*spans, statement.cue] if span]


def _details(claim: Claim) -> list[Span]:
    """What else the outlet's own words point at: the verb of the deed, its place, further mentions."""
    place = getattr(claim, "place", None)
    found = [getattr(claim, "trigger", None), place.span if place else None, *getattr(claim, "evidence", ())[:1]]
    return [span for span in found if span]


def written(case: Case, report: Report, actor: Actor) -> str:
    """The actor in the report's own words."""
    span = case.naming(report.id, actor)
    return " ".join(span.of(report.text).split()) if span else actor.name


def voice(case: Case, report: Report, source: str | None, kind: str = "observation") -> str:
    """On whose word a claim stands, in the report's own words where it names somebody."""
    statement = case.statements.get(source or "")
    while statement and not statement.speaker and statement.within in case.statements:
        statement = case.statements[statement.within or ""]
    if statement and statement.speaker:
        return written(case, report, statement.speaker)
    if kind == "wire":
        return WIRE
    return UNNAMED if statement else OWN_VOICE
