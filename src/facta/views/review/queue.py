"""A ledger in, what waits for a person's decision out, by what matters, a page at a time.

First the claims behind contested verdicts, then pairs of deeds that may be one, what is not resolved, what is hedged,
and pledges that one origin tells of; within each the latest stories first. Never reads more than a story at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from facta.crosscheck.unsure import KIND as UNSURE
from facta.crosscheck.verdicts import CONTESTED, KEPT, NO_DEEDS, TOO_EARLY
from facta.errors import UsageError
from facta.ledger import Ledger, cursor
from facta.ledger.waiting import Numbered, OpenClaim
from facta.records import CrossCheck, Decision, Finding, Span
from facta.stories.corrections import edits_of
from facta.stories.standing import standing
from facta.views.lists import short

AT_ONCE = 40  # stories asked for in one query
MOST = 60  # stories that are looked through for one page once something is on it
OPEN_PLEDGES = (KEPT, NO_DEEDS, TOO_EARLY)  # verdicts on pledges that the next report may change
TIERS = range(1, 6)
CONTEST, PAIR, UNRESOLVED, HEDGED, LONELY = TIERS
Start = tuple[int, int, str]  # tier, number of the story, target behind which to begin; "" behind all of it


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to decide on. `why` says in a sentence why it matters, `because` the same as a word for programs;
    `priority` 1 comes first."""

    target: str
    kind: str  # "claim", or "unsure" for a pair of deeds
    label: str
    why: str
    because: str
    priority: int
    report: str
    span: Span
    verdict: str | None = None
    story: str = ""
    title: str = ""
    quote: str = ""
    language: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Queue:
    """A page of the queue; `next` leads on."""

    items: tuple[Item, ...]
    next: str | None


def queue(ledger: Ledger, after: str | None = None, limit: int = 25) -> Queue:
    """What waits behind the place `after`. What somebody confirmed, rejected or edited waits no more."""
    start, found, more = _start(after), list[tuple[Start, Item]](), None
    for looked, (tier, number, story) in enumerate(_stories(ledger, start)):
        items = _items(ledger, story, tier)
        if start and start[:2] == (tier, number):
            items = _behind(items, start[2])
        found += (((tier, number, item.target), item) for item in _undecided(ledger, items))
        if len(found) > limit:
            more = found[limit - 1][0]
            break
        if found and looked >= MOST:
            more = (tier, number, "")
            break
    page = [item for _, item in found[:limit]]
    return Queue(tuple(_quoted(ledger, page)), cursor.written(more) if more else None)


def _start(after: str | None) -> Start | None:
    key = cursor.read(after, (int, int, str))
    if key is None:
        return None
    tier, number, target = key
    if tier not in TIERS:
        raise UsageError(f"{str(after)[:40]!r} is no place in this list", "leave it out to begin at the first page")
    return int(tier), int(number), str(target)


def _stories(ledger: Ledger, start: Start | None) -> Iterator[tuple[int, int, str]]:
    """Tier, number and id of the stories that may hold something, from the start on."""
    for tier in TIERS:
        if start and tier < start[0]:
            continue
        before = start[1] + bool(start[2]) if start and tier == start[0] else None
        while some := _of_tier(ledger, tier, before):
            yield from ((tier, number, story) for number, story in some)
            before = some[-1][0]


def _of_tier(ledger: Ledger, tier: int, before: int | None) -> tuple[Numbered, ...]:
    match tier:
        case 1:
            return ledger.contested_stories(CONTESTED, before, AT_ONCE)
        case 2:
            return ledger.stories_with_groups(UNSURE, before, AT_ONCE)
        case 3:
            return ledger.unresolved_stories(before, AT_ONCE)
        case 4:
            return ledger.hedged_stories(before, AT_ONCE)
        case _:
            return ledger.one_origin_stories(OPEN_PLEDGES, before, AT_ONCE)


def _behind(items: list[Item], target: str) -> list[Item]:
    """The items behind one; all of them when it is gone, since nothing may be passed over."""
    names = [item.target for item in items]
    return items[names.index(target) + 1 :] if target in names else items


# ---- one story


def _items(ledger: Ledger, story: str, tier: int) -> list[Item]:
    """All items of a story in a tier, decided ones as well; each in the first tier that it belongs to."""
    check = ledger.check(story)
    decided = _decided_findings(ledger, check)
    contested = {item.target: item for f in check.findings if f.id not in decided for item in _contested(check, f)}
    if tier == CONTEST:
        found = contested
    elif tier == PAIR:
        found = {item.target: item for item in _pairs(ledger, check)}
    else:
        found = _later(ledger, check, tier)
        found = {target: item for target, item in found.items() if target not in contested}
    return [replace(item, story=check.story.id, title=check.story.title) for item in found.values()]


def _later(ledger: Ledger, check: CrossCheck, tier: int) -> dict[str, Item]:
    """Items of the last three tiers."""
    claims = ledger.open_claims(check.story.id)
    unresolved = {c.id: _unresolved(c) for c in claims if c.candidates or c.unresolved}
    hedged = {c.id: _hedged(c) for c in claims if c.hedged and c.id not in unresolved}
    if tier != LONELY:
        return unresolved if tier == UNRESOLVED else hedged
    lonely = (item for finding in check.findings for item in _lonely(check, finding))
    return {item.target: item for item in lonely if item.target not in unresolved and item.target not in hedged}


def _contested(check: CrossCheck, finding: Finding) -> Iterator[Item]:
    """The claims behind a finding that says that accounts oppose each other."""
    if finding.verdict not in CONTESTED:
        return
    label = next((group.label for group in check.groups if group.id == finding.group), finding.kind)
    why = f"A verdict rests on it: “{short(label, 60)}” is called {finding.verdict}."
    yield from _behind_finding(finding, label, why, "contested", CONTEST)


def _lonely(check: CrossCheck, finding: Finding) -> Iterator[Item]:
    """The claims behind the verdict on a pledge of which one origin alone tells."""
    if finding.verdict not in OPEN_PLEDGES or finding.counts.origins != 1:
        return
    label = next((group.label for group in check.groups if group.id == finding.group), finding.kind)
    why = f"What is known of a pledge rests on one origin: “{short(label, 60)}”, {finding.verdict}."
    yield from _behind_finding(finding, label, why, "one-origin", LONELY)


def _behind_finding(finding: Finding, label: str, why: str, because: str, tier: int) -> Iterator[Item]:
    seen: set[str] = set()
    for one in finding.evidence:
        if one.claim and one.claim not in seen:
            seen.add(one.claim)
            yield Item(one.claim, "claim", label, why, because, tier, one.report, one.span, finding.verdict)


def _pairs(ledger: Ledger, check: CrossCheck) -> Iterator[Item]:
    """Pairs of deeds of which it is unsure whether they are one."""
    for group in check.groups:
        if group.kind == UNSURE:
            reports = ledger.reports_of_claim(group.claims[0])
            why = f"It is unsure whether these are one deed: {' '.join(group.reasons)}."
            report = reports[0] if reports else check.story.reports[0]
            yield Item(group.id, UNSURE, group.label, why, "unsure", PAIR, report, Span(0, 0), quote=group.label)


def _unresolved(claim: OpenClaim) -> Item:
    open_ones = [word for word, is_open in (("who", claim.candidates), ("where", claim.unresolved)) if is_open]
    why = f"It is not resolved {' and '.join(open_ones)} is meant."
    because = "unresolved-place" if claim.unresolved and not claim.candidates else "unresolved-name"
    return _of_open(claim, why, because, UNRESOLVED)


def _hedged(claim: OpenClaim) -> Item:
    return _of_open(claim, "The report hedges it.", "hedged", HEDGED)


def _of_open(claim: OpenClaim, why: str, because: str, tier: int) -> Item:
    return Item(claim.id, "claim", claim.kind, why, because, tier, claim.report, Span(claim.first, claim.last))


# ---- what is decided already, and the words of what is not


def _decided_findings(ledger: Ledger, check: CrossCheck) -> set[str]:
    given = [review for review in ledger.reviews_of_kinds(["finding"]) if review.decision is not Decision.NOTE]
    ids = {finding.id for finding in check.findings}
    return {review.target for review in standing(given) if review.target in ids}


def _undecided(ledger: Ledger, items: Sequence[Item]) -> list[Item]:
    reviewed = ledger.reviewed_among({item.report for item in items})
    if not reviewed:
        return list(items)
    reviews = ledger.reviews_of_reports(reviewed)
    decided = {claim for read in ledger.claims_of_many(reviewed) for claim in edits_of(read, reviews)}
    return [item for item in items if item.target not in decided]


def _quoted(ledger: Ledger, items: Sequence[Item]) -> Iterator[Item]:
    """The items with their words and who published them."""
    asked = list(dict.fromkeys(item.report for item in items))
    reports = {report.id: report for report in ledger.reports_named(asked)} if asked else {}
    spans = ledger.spans_of([item.target for item in items if item.kind == "claim"])
    for item in items:
        report, span = reports[item.report], spans.get((item.report, item.target), item.span)
        words = item.quote or short(span.of(report.text))
        yield replace(item, span=span, quote=words, language=report.language, publisher=report.publisher)
