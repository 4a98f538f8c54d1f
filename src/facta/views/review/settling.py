"""A decision in; kept, and the stories that it touches checked anew, out."""

from __future__ import annotations

from facta.crosscheck.unsure import DEED
from facta.ledger import Ledger
from facta.pipeline import Pipeline
from facta.records import Decision, Review
from facta.stories.corrections import KINDS
from facta.stories.decisions import STORY
from facta.stories.judgements import ENTITY, SPELLING
from facta.views.seen import seen_claims

_EVERYTHING = (STORY, ENTITY, SPELLING)  # kinds after which stories and entities themselves are made anew


def settle(ledger: Ledger, pipeline: Pipeline, review: Review) -> tuple[str, ...]:
    """Keeps the decision and makes anew what it touches; ids of the stories that were checked anew."""
    if review.kind in _EVERYTHING and review.decision is not Decision.NOTE:
        return _made_anew(ledger, pipeline, review)
    reports = touched(ledger, review)
    before = seen_claims(ledger, reports) if review.kind in KINDS else ()
    ledger.add_review(review)
    if review.kind in KINDS and before == seen_claims(ledger, reports):
        return ()
    stories = ledger.stories_of(reports)
    if not stories:
        return ()
    known = ledger.made_from()
    pipeline.recheck_stories(ledger, stories)
    others = sorted(name for name, now in ledger.made_from().items() if now != known.get(name))
    return tuple(dict.fromkeys((*stories, *others)))  # an earlier story's pledge may be tried by these reports


def _made_anew(ledger: Ledger, pipeline: Pipeline, review: Review) -> tuple[str, ...]:
    """Stories whose findings are others than before, when who is who or what is one story was decided."""
    before = ledger.made_from()
    ledger.add_review(review)
    pipeline.recheck(ledger)
    after = ledger.made_from()
    return tuple(story.id for story in ledger.stories() if after.get(story.id) != before.get(story.id))


def touched(ledger: Ledger, review: Review) -> tuple[str, ...]:
    """The reports whose claims a decision can change."""
    if review.decision is Decision.NOTE:
        return ()
    if review.kind == DEED:
        claims = (review.text or "").replace("/", " ").split()
        return tuple(dict.fromkeys(report for claim in claims for report in ledger.reports_of_claim(claim)))
    if review.kind in KINDS:
        return ledger.reports_with_text(review.text or "")
    return ()
