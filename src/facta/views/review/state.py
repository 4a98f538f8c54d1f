"""A token for how something stands: another one as soon as anybody decides on it or the machine reads it otherwise."""

from __future__ import annotations

from facta.crosscheck.unsure import DEED
from facta.ledger import Ledger
from facta.ledger.bodies import to_body
from facta.records import Review, digest
from facta.stories.decisions import STORY
from facta.stories.judgements import ENTITY, SPELLING, anchor
from facta.views.review.targets import Target, target_of
from facta.views.seen import seen_claim


def state_of(ledger: Ledger, target: str) -> str:
    """The token of what has the id `target`."""
    return state_of_target(ledger, target_of(ledger, target))


def state_of_target(ledger: Ledger, target: Target) -> str:
    given = [review.id for review in reviews_on(ledger, target)]
    return digest(target.kind, target.id, _body(ledger, target), *given)


def reviews_on(ledger: Ledger, target: Target) -> tuple[Review, ...]:
    """All decisions on it, oldest first, and those that take them back; of a report those on its claims. A story is
    joined and parted by its reports, an entity by its mentions, a deed by its claims."""
    match target.kind:
        case "report":
            return ledger.reviews_of_reports([target.id])
        case "story":
            kinds, names = [STORY], set(ledger.story(target.id).reports)
        case "entity":
            kinds, names = [ENTITY, SPELLING], {anchor(*link) for link in ledger.links_of(target.id)}
        case "group":
            kinds, names = [DEED], set(ledger.group(target.id)[1].claims)
        case _:
            kinds, names = [DEED], {target.id}
    joined = [r for r in ledger.reviews_of_kinds(kinds) if names & {r.target, *_named(r)}]
    found = {review.id: review for review in (*ledger.reviews(target.id), *ledger.with_takers(joined))}
    return tuple(sorted(found.values(), key=lambda review: (review.at, review.id)))


def _named(review: Review) -> list[str]:
    """What a decision that joins or parts names beside its target."""
    return (review.text or "").replace("/", " ").split()


def _body(ledger: Ledger, target: Target) -> str:
    """The thing itself as it stands."""
    match target.kind:
        case "claim":
            seen = seen_claim(ledger, target.id)
            return to_body(seen.claim or seen.shown)
        case "finding":
            return to_body(ledger.finding(target.id)[1])
        case "group":
            return to_body(ledger.group(target.id)[1])
        case "entity":
            return to_body(ledger.entity(target.id))
        case "story":
            return to_body(ledger.story(target.id))
        case _:
            return target.id
