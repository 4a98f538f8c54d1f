"""From the texts of a story to the wires they carry, passage by passage: credited agencies, copies, translations."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from facta.codebook import Codebook
from facta.codebook.credits import find_credits
from facta.crosscheck.casefile import Case
from facta.records import Claims, PassageRole, Span
from facta.stories import SharedPassage, shared_passages, translations

_DATELINE = 90  # characters of a body within which a credit is a dateline: "GENEVA, March 3 (…) - "


class Wires:
    """Which wire the text of a report comes from, passage by passage."""

    def __init__(self, case: Case) -> None:
        self.credited = {claims.report.id: _credited(claims, case) for claims in case.everything}
        shared = shared_passages(case.everything, case.rules.copies)
        translated = translations(case.everything, case.entities, case.codebook)
        self.passages = (*shared, *(p for found in translated for p in found.passages))
        self.order = {claims.report.id: i for i, claims in enumerate(case.everything)}
        self.outlets = {claims.report.id: claims.report.publisher or "a report" for claims in case.everything}

    def of(self, report: str, span: Span) -> str | None:
        """The agency whose text the span is; a copied text that credits nobody is its first publisher's."""
        copies = self._copies(report, span)
        agencies = sorted({agency for r in copies for agency in self.credited[r][1]})
        if len(copies) > 1:
            return (
                agencies[0]
                if agencies
                else f"text first seen at {self.outlets[min(copies, key=self.order.__getitem__)]}"
            )
        return self.credited[report][0]

    def _copies(self, report: str, span: Span) -> set[str]:
        """Reports that carry the span's words, the report itself among them."""
        found, waiting = {report}, [(report, span)]
        while waiting:
            here, words = waiting.pop()
            for there, same in _across(self.passages, here, words):
                if there not in found:
                    found.add(there)
                    waiting.append((there, same))
        return found


def _across(passages: tuple[SharedPassage, ...], report: str, span: Span) -> Iterator[tuple[str, Span]]:
    for p in passages:
        if p.one == report and p.one_span.overlaps(span):
            yield p.other, p.other_span
        if p.other == report and p.other_span.overlaps(span):
            yield p.one, p.one_span


def _credited(claims: Claims, case: Case) -> tuple[str | None, tuple[str, ...]]:
    """The agency of the whole text (the only one credited, and in its dateline), and all agencies credited."""
    report = claims.report
    folder = case.codebook.folder
    codebook = Codebook.load(report.language, folder if isinstance(folder, Path) else None)
    credits = [c for c in find_credits(report.text, codebook) if c.kind == "text"]
    agencies = tuple(sorted({c.agency for c in credits}))
    body = min((p.span.start for p in report.passages if p.role is PassageRole.BODY), default=0)
    dateline = len(agencies) == 1 and any(c.span.start <= body + _DATELINE for c in credits)
    return (agencies[0] if dateline else None), agencies
