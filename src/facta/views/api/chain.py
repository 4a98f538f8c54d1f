"""From a ledger and a claim's id to the claim with its whole chain, as JSON values."""

from __future__ import annotations

from facta.ledger import Ledger
from facta.records import Statement
from facta.views.api.deciding import entry_values
from facta.views.api.telling import claims_in, findings_form, found_in, group_form, origin_values, story_name
from facta.views.chains import AROUND, chain_of
from facta.views.forms import Form, statement_form
from facta.views.lists import claim_json
from facta.views.review import entries, state_of
from facta.views.seen import seen_claims


def claim_whole(ledger: Ledger, claim: str) -> Form:
    """All that there is on the claim; `UsageError` if there is none of this id."""
    chain = chain_of(ledger, claim)
    claims = seen_claims(ledger, [chain.report.id])[0] if chain.stands else ledger.claims_of(chain.report.id)
    statements = {one.id: one for one in claims_in(claims) if isinstance(one, Statement)}
    found, story, text = found_in(ledger, claims, chain.claim), chain.story, chain.report.text
    findings = [finding for company in chain.companies for finding, _ in company.findings]
    return {
        "claim": claim_json(found),
        "stands": chain.stands,
        "around": {
            "before": text[max(0, found.span.start - AROUND) : found.span.start],
            "after": text[found.span.end : found.span.end + AROUND],
        },
        "story": story_name(story) if story else None,
        "chain": [statement_form(statements[step.row.id]) for step in chain.steps],
        "origins": [origin_values(source.origin) for source in chain.sources],
        "groups": [group_form(story, company.group) for company in chain.companies] if story else [],
        "findings": findings_form(ledger, story, findings) if story else [],
        "resting": [row.id for row in chain.resting],
        "reviews": [entry_values(entry) for entry in entries(ledger, ledger.reviews(claim))],
        "state": state_of(ledger, claim),
    }
