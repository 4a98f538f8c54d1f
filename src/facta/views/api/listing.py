"""A question about claims in, a page of them as they stand out: what the machine read, and over it what people decided.

Reports on whose claims nobody decided are asked in the ledger; the others, as people left them, in a small one beside
it, and the answers are laid together by their places in one order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from facta.ledger import ClaimPage, FoundClaim, Ledger, Question, cursor
from facta.ledger.cursor import Key
from facta.views.seen import seen_claims

PLACE = (int, str, str, int, str, int)  # whether undated, day, report, first character, kind, number
Placed = list[tuple[Key, FoundClaim]]


def claims_page(ledger: Ledger, question: Question, after: str | None, limit: int) -> ClaimPage:
    """The claims that fit every part of the question, in order of publication, report and text."""
    place = cursor.read(after, PLACE)
    found = ledger.claims_behind(question, place, limit + 1, unreviewed=True)
    last = found[-1][0] if len(found) > limit else None
    found += _reviewed(ledger, question, place, last, limit + 1)
    found.sort(key=lambda pair: pair[0])
    more = cursor.written(found[limit - 1][0]) if len(found) > limit else None
    return ClaimPage(tuple(claim for _, claim in found[:limit]), more)


def _reviewed(ledger: Ledger, question: Question, place: Key | None, last: Key | None, limit: int) -> Placed:
    """The same of the reports on which people decided, between two places."""
    reports = _between(ledger, _asked(ledger, question), place, last)
    if not reports:
        return []
    with Ledger.open("sqlite://") as small:
        for claims in seen_claims(ledger, reports):
            small.add(claims)
        entities, links = ledger.entities_of(reports)
        small.replace_checks(entities, (), links)
        return small.claims_behind(replace(question, story=None), place, limit)


def _asked(ledger: Ledger, question: Question) -> list[str]:
    """The reviewed reports that the question is about."""
    within = ledger.story(question.story).reports if question.story else None
    return [
        report
        for report in ledger.reviewed_reports()
        if question.report in (None, report) and (within is None or report in within)
    ]


def _between(ledger: Ledger, reports: Sequence[str], place: Key | None, last: Key | None) -> list[str]:
    def at(published: str | None, report: str) -> Key:
        return int(published is None), published or "", report

    days = {one.id: one.published.isoformat() if one.published else None for one in ledger.reports_named(reports)}
    kept = [report for report in reports if report in days]
    return [
        report
        for report in kept
        if (place is None or at(days[report], report) >= place[:3])
        and (last is None or at(days[report], report) <= last[:3])
    ]
