"""Takes an open ledger, gives the lines of the list of stories: counts, days, languages and what is contested."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from facta.ledger import Ledger
from facta.records import CrossCheck, Report, Story
from facta.views.dossier.days import days
from facta.views.dossier.marks import Verdict


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One story of the list; `verdicts` are the contested ones with how often each was found."""

    story: Story
    when: str
    last: date
    reports: int
    publishers: int
    origins: int
    languages: tuple[str, ...]
    verdicts: tuple[tuple[Verdict, int], ...]


def story_lines(ledger: Ledger) -> list[StoryLine]:
    """All stories, the latest first."""
    reports = {report.id: report for report in ledger.reports()}
    lines = [_line(check, [reports[id_] for id_ in check.story.reports]) for check in ledger.checks()]
    return sorted(lines, key=lambda line: (-line.last.toordinal(), -line.reports, line.story.title))


def _line(check: CrossCheck, reports: list[Report]) -> StoryLine:
    published = [report.published for report in reports if report.published]
    counted: dict[str, int] = {}
    for finding in check.findings:
        if Verdict.of(finding.verdict).contested:
            counted[finding.verdict] = counted.get(finding.verdict, 0) + 1
    return StoryLine(
        story=check.story,
        when=days(min(published), max(published)) if published else "",
        last=max(published, default=date.min),
        reports=len(reports),
        publishers=len({report.publisher for report in reports if report.publisher}),
        origins=len(check.origins),
        languages=tuple(sorted({report.language for report in reports})),
        verdicts=tuple((Verdict.of(text), count) for text, count in counted.items()),
    )
