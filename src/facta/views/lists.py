"""From a ledger to the lists that people and programs ask for: stories, claims, pledges. Printing is left to others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from facta.ledger import FoundClaim, Ledger
from facta.records import Claims, CrossCheck, Evidence, Finding, Group, Incident, Origin, Part, Pledge, Report, Story
from facta.views.forms import claim_form, day_form, span_form
from facta.views.seen import seen_claims

Form = dict[str, Any]
SHOWN_ID = 8  # digits of an id that people are shown; commands take the beginning of one
QUOTE = 160  # characters of a quote in a table for people


def short(text: str, limit: int = QUOTE) -> str:
    """Text on one line, cut at a word with an ellipsis if it is longer than `limit`."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1].rsplit(" ", 1)[0] + "…"


def many(number: int, word: str) -> str:
    """A number and its noun: "1 report", "2 reports"."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def story_forms(ledger: Ledger) -> list[Form]:
    """All stories with their reports, and who speaks in them."""
    reports = {report.id: report for report in ledger.reports()}
    return [
        {
            "story": story.id,
            "title": story.title,
            "reports": [_report_form(reports[report]) for report in story.reports if report in reports],
            "reasons": list(story.reasons),
            "follows": story.follows,
            "thread": story.thread,
            "origins": [origin_form(origin) for origin in ledger.check(story.id).origins],
        }
        for story in ledger.stories()
    ]


def origin_form(origin: Origin) -> Form:
    """Who speaks in a story, where they stand in it, and why."""
    return {
        "origin": origin.id,
        "label": origin.label,
        "kind": origin.kind,
        "entity": origin.entity,
        "side": origin.side,
        "stance": str(origin.stance),
        "reason": origin.reason,
    }


def _report_form(report: Report) -> Form:
    return {
        "id": report.id,
        "path": report.path,
        "url": report.url,
        "publisher": report.publisher,
        "published": day_form(report.published),
        "language": report.language,
    }


def story_row(story: Story, reports: Sequence[Report]) -> tuple[str, ...]:
    """Columns: story, title, reports, publishers, from, to."""
    days = sorted(report.published for report in reports if report.published)
    publishers = {report.publisher for report in reports if report.publisher}
    ends = (day_form(days[0]) or "", day_form(days[-1]) or "") if days else ("", "")
    return (story.id[:SHOWN_ID], short(story.title, 80), str(len(reports)), str(len(publishers)), *ends)


def claim_json(found: FoundClaim) -> Form:
    """A claim in the form of `facta extract`, with its kind, its report and the words that make it."""
    report = {
        "id": found.report,
        "path": found.path,
        "url": found.url,
        "publisher": found.publisher,
        "published": day_form(found.published),
        "language": found.language,
    }
    return {
        "kind": found.kind,
        **claim_form(found.claim),
        "quote": found.quote,
        "quote_span": span_form(found.span),
        "stands_on": found.speaker,
        "side": found.side,
        "report": report,
    }


def claim_row(found: FoundClaim) -> tuple[str, ...]:
    """Columns: claim, kind, type, status, who, where, when, words, report."""
    claim = found.claim
    status = str(claim.status) if isinstance(claim, Incident) else ""
    return (
        claim.id[:SHOWN_ID],
        found.kind,
        found.type,
        status,
        _who(found),
        _where(found),
        _when(found),
        short(found.quote),
        Path(found.path).name if found.path else found.url or found.report,
    )


def _who(found: FoundClaim) -> str:
    """Who did or promised it, else who says it."""
    form = claim_form(found.claim)
    doer = form.get("actor") or form.get("by") or form.get("speaker") or {}
    candidates = doer.get("candidates")
    open_to = f" ({' or '.join(candidates)}?)" if candidates else ""
    return str(doer.get("name") or found.speaker or "") + open_to


def _where(found: FoundClaim) -> str:
    form = claim_form(found.claim)
    return ", ".join(place["name"] for place in form.get("places") or [form.get("place")] if place)


def _when(found: FoundClaim) -> str:
    form = claim_form(found.claim)
    when = form.get("when") or form.get("as_of") or form.get("said") or {}
    days = dict.fromkeys(day for day in (when.get("start"), when.get("end")) if day)
    return " – ".join(days)


@dataclass(frozen=True, slots=True)
class PledgeEntry:
    """A group of pledges with what the cross-check says of it and every wording."""

    story: Story
    group: Group
    finding: Finding
    wordings: tuple[tuple[Report, Pledge], ...]

    @property
    def by(self) -> str:
        """Who promises, each spelling once."""
        return ", ".join(dict.fromkeys(pledge.by.name for _, pledge in self.wordings if pledge.by))


def pledge_entries(ledger: Ledger, story: str | None = None) -> list[PledgeEntry]:
    """All pledges the cross-check knows, of all stories or of one."""
    checks = ledger.checks() if story is None else (ledger.check(story),)
    return [entry for check in checks for entry in _entries(check, seen_claims(ledger, check.story.reports))]


def _entries(check: CrossCheck, claims: Sequence[Claims]) -> list[PledgeEntry]:
    pledges = {pledge.id: (one.report, pledge) for one in claims for pledge in one.pledges}
    groups = {group.id: group for group in check.groups if group.kind == "pledge"}
    return [
        PledgeEntry(
            check.story,
            groups[finding.group],
            finding,
            tuple(pledges[claim] for claim in groups[finding.group].claims if claim in pledges),
        )
        for finding in check.findings
        if finding.kind == "pledge" and finding.group in groups
    ]


def pledge_lines(entry: PledgeEntry) -> list[str]:
    """A pledge for people: who and what, the verdict with its three counts, then place by place and why."""
    finding, counts = entry.finding, entry.finding.counts
    numbers = ", ".join(
        many(number, word)
        for number, word in ((counts.reports, "report"), (counts.publishers, "publisher"), (counts.origins, "origin"))
    )
    lines = [f"{entry.by or 'somebody'}:" if entry.wordings else entry.group.label]
    lines += [
        f"  {pledge.strength.value} “{short(pledge.text.of(report.text))}”{_terms(report, pledge)} ({_name(report)})"
        for report, pledge in entry.wordings
    ]
    lines.append(f"  {finding.verdict.upper()} ({numbers}; finding {finding.id[:SHOWN_ID]})")
    if not finding.parts:
        lines.append(f"  {finding.reason}")
    return lines + [f"  - {part.label}: {part.verdict}. {_without(part.reason, part.label)}" for part in finding.parts]


def _terms(report: Report, pledge: Pledge) -> str:
    """To whom it is promised, its condition where the wording does not hold it, and whose account it is."""
    to = f" to {pledge.to.name}" if pledge.to else ""
    condition = pledge.condition if pledge.condition and not pledge.text.covers(pledge.condition) else None
    under = f" “{short(condition.of(report.text))}”" if condition else ""
    return f"{to}{under}{f', as told by {pledge.told_by.name}' if pledge.told_by else ''}"


def _name(report: Report) -> str:
    """How a report is called in a line: its publisher, else its file or address."""
    return report.publisher or (Path(report.path).name if report.path else report.url or report.id)


def _without(reason: str, label: str) -> str:
    """The reason without the label that it may begin with."""
    rest = reason.removeprefix(f"{label}: ")
    return rest[:1].upper() + rest[1:]


def pledge_json(entry: PledgeEntry, texts: dict[str, str]) -> Form:
    finding = entry.finding
    return {
        "story": entry.story.id,
        "finding": finding.id,
        "label": entry.group.label,
        "by": entry.by,
        "type": entry.group.type,
        "verdict": finding.verdict,
        "reason": finding.reason,
        "reports": finding.counts.reports,
        "publishers": finding.counts.publishers,
        "origins": finding.counts.origins,
        "wordings": [
            {
                "report": r.id,
                "publisher": r.publisher,
                "claim": p.id,
                "text": span_form(p.text),
                "quote": p.text.of(r.text),
                "strength": p.strength.value,
                "to": p.to.name if p.to else None,
                "told_by": p.told_by.name if p.told_by else None,
            }
            for r, p in entry.wordings
        ],
        "parts": [_part_form(part, texts) for part in finding.parts],
        "evidence": [evidence_form(e, texts) for e in finding.evidence],
    }


def _part_form(part: Part, texts: dict[str, str]) -> Form:
    return {
        "label": part.label,
        "verdict": part.verdict,
        "reason": part.reason,
        "origins": list(part.origins),
        "evidence": [evidence_form(e, texts) for e in part.evidence],
    }


def evidence_form(evidence: Evidence, texts: dict[str, str]) -> Form:
    """Where the evidence stands and its words; `texts` are the reports' texts by id."""
    quote = evidence.span.of(texts[evidence.report]) if evidence.report in texts else None
    return {"report": evidence.report, "span": span_form(evidence.span), "claim": evidence.claim, "quote": quote}


def texts_of(ledger: Ledger) -> dict[str, str]:
    return {report.id: report.text for report in ledger.reports()}
