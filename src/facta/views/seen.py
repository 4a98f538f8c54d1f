"""The claims of a ledger as people corrected them: of reports, one by its id, or those that fit a question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from facta.errors import UsageError
from facta.ledger import FoundClaim, Ledger, Question
from facta.ledger.bodies import KINDS
from facta.ledger.rows import all_claims
from facta.records import Claim, Claims, CrossCheck, Finding, Review, digest
from facta.stories.corrections import all_corrected, claim_from, corrected, edits_of

AT_ONCE = 100  # reports that are read at once


def seen_claims(ledger: Ledger, reports: Sequence[str], bare: bool = False) -> tuple[Claims, ...]:
    """What these reports claim, in their order, with what people decided laid over what the machine reads. `bare` ones
    come without names and places, and of the passages with headlines only."""
    return tuple(all_corrected(ledger.claims_of_many(reports, bare), ledger.reviews_of_reports(reports)))


def reviewed_claims(ledger: Ledger) -> Iterator[tuple[Claims, tuple[Review, ...]]]:
    """What the machine reads in each report on which people decided, with their decisions, some reports at a time."""
    reports = ledger.reviewed_reports()
    for start in range(0, len(reports), AT_ONCE):
        some = reports[start : start + AT_ONCE]
        by_text: dict[str | None, list[Review]] = {}
        for review in ledger.reviews_of_reports(some):
            by_text.setdefault(review.text, []).append(review)
        for claims in ledger.claims_of_many(some):
            yield claims, tuple(by_text.get(digest(claims.report.text), ()))


def holding(ledger: Ledger, check: CrossCheck, claims: Iterable[str], findings: Iterable[Finding] = ()) -> list[str]:
    """The story's reports that hold these claims, or evidence of these findings, in the story's order, then those of
    other stories that the findings cite."""
    cited = {e.report for f in findings for e in (*f.evidence, *(e for part in f.parts for e in part.evidence))}
    known = {e.claim: e.report for f in check.findings for e in f.evidence if e.claim}
    held = set[str]()
    for claim in dict.fromkeys(claims):
        held |= {known[claim]} if claim in known else set(ledger.reports_of_claim(claim))
    own = [report for report in check.story.reports if report in cited | held]
    return [*own, *sorted(cited.difference(check.story.reports))]


@dataclass(frozen=True, slots=True)
class SeenClaim:
    """A claim in its report. `claim` is as it stands, `None` when it was rejected; `machine` as the machine reads it,
    `None` when it does not; `decisions` are those that stand, oldest first."""

    id: str
    claim: Claim | None
    machine: Claim | None
    claims: Claims  # of its report, as they stand
    read: Claims  # the same as the machine reads them
    decisions: tuple[Review, ...]

    @property
    def shown(self) -> Claim:
        """The claim as it stands; a rejected one as it was."""
        return self.claim or self.machine or self._last

    @property
    def _last(self) -> Claim:
        told = [(r.kind, r.after or r.before) for r in self.decisions if r.kind]
        kind, body = next((kind, body) for kind, body in reversed(told) if body)
        return replace(claim_from(kind, body), id=self.id)


def seen_claim(ledger: Ledger, identifier: str) -> SeenClaim:
    """The claim of this id, whether the machine reads it or a person added it."""
    for report in ledger.reports_of_claim(identifier):
        (read,) = ledger.claims_of_many([report])
        reviews = ledger.reviews_of_reports([report])
        claims = corrected(read, reviews)
        claim = _with_id(claims, identifier)
        machine = _with_id(read, identifier)
        decisions = edits_of(read, reviews).get(identifier, ())
        if claim or machine or any(r.before or r.after for r in decisions):
            return SeenClaim(identifier, claim, machine, claims, read, decisions)
    raise UsageError(f"no claim {identifier[:40]!r} in the ledger", "see facta claims for their ids")


def _with_id(claims: Claims, identifier: str) -> Claim | None:
    return next((claim for claim in all_claims(claims) if claim.id == identifier), None)


def seen_found(ledger: Ledger, question: Question) -> tuple[FoundClaim, ...]:
    """The claims that fit the question as people left them: rejected ones are out, others as they were changed."""
    reviewed = frozenset(ledger.reviewed_reports())
    machine = [found for found in ledger.find(question) if found.report not in reviewed]
    asked = [report for report in _within(ledger, question) or sorted(reviewed) if report in reviewed]
    found = [*machine, *(_found_in(ledger, question, asked) if asked else ())]
    return tuple(sorted(found, key=_order))


def _within(ledger: Ledger, question: Question) -> tuple[str, ...]:
    """The reports that the question is about, empty when it may be about any."""
    if question.report:
        return (question.report,)
    if question.id:
        return ledger.reports_of_claim(question.id) or (question.id,)
    return ledger.story(question.story).reports if question.story else ()


def _found_in(ledger: Ledger, question: Question, reports: Sequence[str]) -> tuple[FoundClaim, ...]:
    """Asks the question of a small ledger that holds these reports as people left them."""
    with Ledger.open("sqlite://") as small:
        for claims in seen_claims(ledger, reports):
            small.add(claims)
        entities, links = ledger.entities_of(reports)
        small.replace_checks(entities, (), links)
        return small.find(replace(question, story=None))


def _order(found: FoundClaim) -> tuple[bool, date, str, int, int]:
    """Order of publication, report, and text."""
    day = found.published or date.min
    return (found.published is None, day, found.report, found.span.start, list(KINDS).index(found.kind))
