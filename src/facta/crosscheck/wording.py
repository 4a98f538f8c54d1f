"""From a promise to the drift of its wording: degree words that differ from report to report, side by side."""

from __future__ import annotations

from facta.crosscheck import verdicts
from facta.crosscheck.casefile import Case
from facta.crosscheck.promises import Promise, Wording
from facta.crosscheck.words import listed, sentence
from facta.records import Counts, Evidence, Finding, digest
from facta.stories.spelling import latin


def wording_finding(case: Case, promise: Promise) -> Finding | None:
    """Degree words of one pledge that differ between reports in one language; `None` when they do not."""
    degrees = [(wording, word) for wording in promise.wordings if (word := _degree(wording))]
    drifting = [pair for pair in degrees if any(_differs(pair, other) for other in degrees)]
    if not drifting:
        return None
    words = listed([f'"{word}"' for _, word in drifting])
    reports = {wording.report.id for wording, _ in drifting}
    evidence = [Evidence(w.report.id, w.pledge.degree, w.pledge.id) for w, _ in drifting if w.pledge.degree]
    return Finding(
        id=digest("finding", promise.group.id, "wording"),
        group=promise.group.id,
        kind="wording",
        verdict=verdicts.WORDING,
        reason=sentence(f"the reports word the degree of one pledge as {words}"),
        evidence=tuple(
            dict.fromkeys([*evidence, *(Evidence(w.report.id, w.pledge.text, w.pledge.id) for w, _ in drifting)])
        ),
        counts=Counts(len(reports), len({case.publisher(r) for r in reports}), promise.group.counts.origins),
    )


def _degree(wording: Wording) -> str | None:
    span = wording.pledge.degree
    return " ".join(span.of(wording.report.text).split()).strip("\"'“”«»‘’") if span else None


def _differs(one: tuple[Wording, str], other: tuple[Wording, str]) -> bool:
    """Whether two reports in one language use different words."""
    if one[0].report.id == other[0].report.id or one[0].report.language != other[0].report.language:
        return False
    return latin(one[1]) != latin(other[1])
