"""A story's check in, the same with its thread out: pledges of earlier stories that its reports try, and all reports
that its findings cite. What is shown of them is left to the dossier."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from facta.ledger import Ledger
from facta.records import CrossCheck, Origin


def in_thread(ledger: Ledger, check: CrossCheck) -> CrossCheck:
    """The check with the groups, findings and origins of earlier pledges that reports of its story try."""
    tried = ledger.tried(check.story)
    if not tried:
        return check
    groups, findings = [group for _, group, _ in tried], [finding for _, _, finding in tried]
    told = {claim for group in groups for claim in group.claims}
    told |= {e.claim for finding in findings for e in finding.evidence if e.claim}
    origins = {origin.id: origin for origin in check.origins}
    for story in dict.fromkeys(story.id for story, _, _ in tried):
        for origin in ledger.check(story).origins:
            if cited := told & set(origin.claims):
                origins[origin.id] = _together(origins.get(origin.id), origin, cited)
    return replace(
        check,
        origins=tuple(sorted(origins.values(), key=lambda o: (o.stance, o.label, o.id))),
        groups=(*check.groups, *groups),
        findings=(*check.findings, *findings),
        earlier=tuple((group.id, story) for story, group, _ in tried),
    )


def _together(here: Origin | None, there: Origin, cited: Iterable[str]) -> Origin:
    """An origin of this story with the cited claims of an earlier one: whoever speaks in both is one."""
    known = here or replace(there, claims=(), reports=())
    claims = tuple(sorted({*known.claims, *cited}))
    return replace(known, claims=claims, reports=tuple(sorted({*known.reports, *there.reports})))


def cited_reports(check: CrossCheck) -> tuple[str, ...]:
    """The story's reports, then those of other stories that its findings cite, in the order of the findings."""
    cited = (e.report for finding in check.findings for e in finding.evidence)
    return tuple(dict.fromkeys([*check.story.reports, *cited]))
