"""From a promise to the doubts about it: statements that call into question what its party promised."""

from __future__ import annotations

from facta.codebook.thresholds import PledgeTest
from facta.crosscheck.casefile import Case
from facta.crosscheck.promises import Promise
from facta.records import Act, Claims, Report, Statement


def doubts(case: Case, promise: Promise, test: PledgeTest | None) -> list[tuple[Report, Statement]]:
    """Statements of doubt that hold the promised kind of deed by the promising party, or, of an opponent, by nobody."""
    kinds = {promise.type, *(spec.partition("/")[0] for spec in (test.kept_by if test else ()))}
    kinds |= {"CONCEDE"} if "RETREAT" in kinds else set()
    return [
        (claims.report, statement)
        for claims in case.everything
        for statement in claims.statements
        if statement.act is Act.DOUBT and statement.speaker and _about(case, promise, claims, statement, kinds)
    ]


def _about(case: Case, promise: Promise, claims: Claims, statement: Statement, kinds: set[str]) -> bool:
    speaker = case.cause(claims.report.id, statement.speaker)
    if speaker == promise.cause:
        return False
    whose = (promise.cause, None) if promise.cause in case.parties.opponents(speaker) else (promise.cause,)
    held = (i for i in claims.incidents if any(content.covers(i.trigger) for content in statement.content))
    return any(i.type in kinds and case.cause(claims.report.id, i.actor) in whose for i in held)
