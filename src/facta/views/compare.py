"""From two reports of a ledger to lines, or JSON values: what both tell, where they differ, what only one tells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from facta.codebook import Codebook
from facta.crosscheck.comparing import Comparison, Row, Standing, compare
from facta.errors import UsageError
from facta.ledger import Ledger
from facta.records import Claims, Figure, Incident, Pledge, Report, Span
from facta.views.forms import span_form
from facta.views.lists import short
from facta.views.seen import seen_claims

Form = dict[str, Any]


def compared(ledger: Ledger, one: str, other: str) -> Comparison:
    """Two reports of the ledger, each named by its id's beginning, its path or the end of it, or its address."""
    reports = ledger.reports()
    first, second = (_named(reports, name) for name in (one, other))
    if first.id == second.id:
        raise UsageError(f"{one!r} and {other!r} are one report", "name two reports")
    some, others = seen_claims(ledger, [first.id, second.id])
    return compare(some, others, Codebook.load("en"))


def _named(reports: tuple[Report, ...], name: str) -> Report:
    exact = [r for r in reports if name in (r.id, r.path, r.url)]
    fitting = exact or [r for r in reports if r.id.startswith(name) or (r.path or "").endswith(f"/{name}")]
    if len(fitting) == 1:
        return fitting[0]
    known = ", ".join(r.path or r.url or r.id for r in (fitting or reports)[:5])
    if fitting:
        raise UsageError(f"more than one report is named {name!r}", f"choose one of: {known}")
    raise UsageError(f"no report {name!r} in the ledger", f"it holds: {known}")


def comparison_lines(found: Comparison) -> Iterator[str]:
    """For people: under each standing, what is told, in the words of each report."""
    for number, claims in (("first", found.one), ("second", found.other)):
        yield f"{number}: {_name(claims.report)}"
    for standing in Standing:
        rows = [row for row in found.rows if row.standing is standing]
        if rows:
            yield f"\n{standing.upper()}"
        for row in rows:
            yield f"  {row.group.kind}: {row.group.label}" + f" ({row.reason})" * bool(row.reason)
            for number, claims, held in (("first", found.one, row.first), ("second", found.other, row.second)):
                yield from (f"    {number}: “{short(quote)}”" for quote in _quotes(claims, held))


def comparison_form(found: Comparison) -> Form:
    """As JSON values."""
    return {
        "first": _report_form(found.one.report),
        "second": _report_form(found.other.report),
        "rows": [_row_form(found, row) for row in found.rows],
    }


def _row_form(found: Comparison, row: Row) -> Form:
    return {
        "standing": str(row.standing),
        "kind": row.group.kind,
        "type": row.group.type,
        "label": row.group.label,
        "reason": row.reason,
        "first": [_claim_form(found.one, claim) for claim in row.first],
        "second": [_claim_form(found.other, claim) for claim in row.second],
    }


def _claim_form(claims: Claims, claim: str) -> Form:
    span = next(span for identifier, span in _spans(claims) if identifier == claim)
    return {"claim": claim, "span": span_form(span), "quote": span.of(claims.report.text)}


def _report_form(report: Report) -> Form:
    published = report.published.isoformat() if report.published else None
    return {"id": report.id, "path": report.path, "publisher": report.publisher, "published": published}


def _quotes(claims: Claims, held: tuple[str, ...]) -> list[str]:
    return [span.of(claims.report.text) for identifier, span in _spans(claims) if identifier in held]


def _spans(claims: Claims) -> Iterator[tuple[str, Span]]:
    told: list[Incident | Pledge | Figure] = [*claims.incidents, *claims.pledges, *claims.figures]
    for statement in claims.statements:
        yield from ((statement.id, span) for span in statement.content[:1])
    for claim in told:
        yield claim.id, claim.text


def _name(report: Report) -> str:
    name = report.path or report.url or report.id
    return f"{name} ({report.publisher or 'publisher unknown'}, {report.published or 'no date'})"
