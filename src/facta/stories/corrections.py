"""A report's claims as the machine reads them and people's decisions in, the claims that stand out. Stores nothing.

A decision is on words: it finds its claim by id, or, when a rerun gave the claim another id, by its kind and place in
the same text; so it holds in every report of that text.
- `CONFIRM`: the claim stands as the person saw it. `EDIT`: what the person changed stands, the rest is the machine's.
- `REJECT`: the claim is out, until a later decision brings it back. Claims that stood on the word of a rejected
  statement stand on the one around it, or on the outlet's own.
- `ADD`: a claim that the machine missed. A claim that somebody confirmed or changed stays when a rerun misses it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from facta.records import (
    Claim,
    Claims,
    Decision,
    Figure,
    Incident,
    Pledge,
    Report,
    Review,
    Span,
    Statement,
    Status,
    digest,
)
from facta.stories.standing import standing

KINDS: dict[str, type[Claim]] = {"statement": Statement, "incident": Incident, "pledge": Pledge, "figure": Figure}
_LISTS = {"statement": "statements", "incident": "incidents", "pledge": "pledges", "figure": "figures"}
_SETTLING = (Decision.CONFIRM, Decision.REJECT, Decision.EDIT, Decision.ADD)


def kind_of(claim: Claim) -> str:
    return type(claim).__name__.lower()


def words_of(claim: Claim) -> Span:
    """The characters by which a claim is found again: a statement's content, the clause, pledge or number of others."""
    if isinstance(claim, Statement):
        spans = claim.content or tuple(span for span in (claim.cue,) if span)
        return Span.around(spans) if spans else Span(0, 0)
    return claim.text


def body_of(claim: Claim) -> str:
    """A claim as decisions keep it: one line of JSON."""
    return _adapter(kind_of(claim)).dump_json(claim).decode("utf-8")


def claim_from(kind: str, body: str) -> Claim:
    """The claim that `body_of` wrote; `ValueError` if it is none."""
    claim: Claim = _adapter(kind).validate_json(body)
    return claim


@cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    """The converter of a kind of claim, made when first needed."""
    return TypeAdapter(KINDS[kind])


def added_id(report: str, claim: Claim) -> str:
    """The id of a claim that a person added: the same for the same words and type, whoever adds it and when."""
    span = words_of(claim)
    kind = getattr(claim, "type", None) or getattr(claim, "counts", None) or getattr(claim, "act", None)
    return digest(report, "added", kind_of(claim), span.start, span.end, kind)


def on_claims(reviews: Iterable[Review]) -> list[Review]:
    """The decisions on claims that stand and settle something, oldest first."""
    return [r for r in standing(reviews) if r.kind in KINDS and r.decision in _SETTLING]


def corrected(claims: Claims, reviews: Sequence[Review]) -> Claims:
    """What people decided, laid over the machine's claims."""
    decisions = _of_text(claims, reviews)
    if not decisions:
        return claims
    lists: dict[str, Any] = {name: _settled_all(claims, kind, decisions) for kind, name in _LISTS.items()}
    return _rooted(replace(claims, **lists), {s.id: s for s in claims.statements})


def all_corrected(everything: Iterable[Claims], reviews: Iterable[Review]) -> list[Claims]:
    """The same for many reports."""
    by_text: dict[str, list[Review]] = {}
    for review in reviews:
        if review.text and review.kind in KINDS:
            by_text.setdefault(review.text, []).append(review)
    if not by_text:
        return list(everything)
    return [corrected(claims, by_text.get(digest(claims.report.text), ())) for claims in everything]


def edits_of(claims: Claims, reviews: Iterable[Review]) -> dict[str, tuple[Review, ...]]:
    """The standing decisions on each claim that has any, oldest first, by the id under which the claim stands."""
    decisions = _of_text(claims, reviews)
    tracks = (track for kind in KINDS for track in _tracks(claims, kind, decisions))
    return {track.id: tuple(track.decisions) for track in tracks}


def _of_text(claims: Claims, reviews: Iterable[Review]) -> list[Review]:
    text = digest(claims.report.text)
    chosen = [review for review in reviews if review.text == text]
    return on_claims(chosen) if chosen else []


@dataclass(slots=True)
class _Track:
    """One claim: as the machine reads it now, if it does, and what people decided on it."""

    id: str
    machine: Claim | None
    decisions: list[Review]


def _tracks(claims: Claims, kind: str, decisions: Iterable[Review]) -> list[_Track]:
    """Decisions on one kind of claim by the claim that they are on, found by its id or its words."""
    machine: tuple[Claim, ...] = getattr(claims, _LISTS[kind])
    by_id = {claim.id: _Track(claim.id, claim, []) for claim in machine}
    for review in decisions:
        if review.kind != kind:
            continue
        track = by_id.get(review.target)
        if track is None and review.decision is not Decision.ADD:
            track = _by_words(by_id, machine, review)
        if track is None:
            track = _Track(_own_id(claims.report.id, review), None, [])
        by_id[review.target] = by_id[track.id] = track
        track.decisions.append(review)
    unique = {id(track): track for track in by_id.values() if track.decisions}
    return list(unique.values())


def _by_words(tracks: dict[str, _Track], machine: Sequence[Claim], review: Review) -> _Track | None:
    """The machine's claim in the same words; of several in one clause the one with the same trigger, or none."""
    fitting = [claim for claim in machine if words_of(claim) == review.span]
    if seen := _told(review):
        same = [claim for claim in machine if tells(claim, seen)]
        fitting = same or ([] if len(fitting) > 1 else fitting)
    return tracks[fitting[0].id] if len(fitting) == 1 else None


def tells(claim: Claim, other: Claim) -> bool:
    """Whether two claims of a kind are told by the same words: deeds by the same verb."""
    if isinstance(claim, Incident) and isinstance(other, Incident):
        return claim.trigger == other.trigger
    return words_of(claim) == words_of(other)


def _told(review: Review) -> Claim | None:
    """The claim that the decision was given on, or that it added."""
    body = review.before or review.after
    return claim_from(review.kind, body) if body and review.kind else None


def _own_id(report: str, review: Review) -> str:
    """The id of a claim that the machine does not read: the one it had, or its own in another report of the text."""
    told = _told(review)
    return review.target if told is None or review.report in (None, report) else added_id(report, told)


def _settled_all(claims: Claims, kind: str, decisions: Iterable[Review]) -> tuple[Claim, ...]:
    """One kind of claim as it stands, in the machine's order, what it missed in text order between. Where a rerun reads
    what a person had to add, the person's claim stands in the place of the machine's."""
    machine: tuple[Claim, ...] = getattr(claims, _LISTS[kind])
    known = {statement.id for statement in claims.statements}
    settled = {track.id: _settled(track, claims.report, known) for track in _tracks(claims, kind, decisions)}
    own = {claim.id for claim in machine}
    missed = [claim for name, claim in settled.items() if name not in own and claim is not None]
    kept = [settled.get(claim.id, claim) for claim in machine if not any(tells(claim, other) for other in missed)]
    return _among([claim for claim in kept if claim is not None], missed)


def _among(kept: list[Claim], missed: Iterable[Claim]) -> tuple[Claim, ...]:
    """Each missed claim before the first that begins behind it."""
    for claim in sorted(missed, key=lambda one: (words_of(one), one.id)):
        at = next((n for n, other in enumerate(kept) if words_of(other).start > words_of(claim).start), len(kept))
        kept.insert(at, claim)
    return tuple(kept)


def _settled(track: _Track, report: Report, statements: set[str]) -> Claim | None:
    """A claim after all that was decided on it, `None` when it is out."""
    state = track.machine
    for review in track.decisions:
        own = review.report in (None, report.id)
        if review.decision is Decision.REJECT:
            state = None
        elif review.decision is Decision.EDIT:
            state = _edited(state or track.machine or _told(review), review)
        elif review.decision is Decision.ADD or own or track.machine is None:
            state = _as_seen(track, review, statements)
        else:
            state = state or track.machine
    return replace(state, id=track.id) if state and _fits(state, report.text) else None


def _edited(base: Claim | None, review: Review) -> Claim | None:
    """The claim with what the person changed."""
    if base is None or not review.before or not review.after or not review.kind:
        return base
    before, after = claim_from(review.kind, review.before), claim_from(review.kind, review.after)
    return replace(base, **changed(before, after))


def changed(before: Claim, after: Claim) -> dict[str, Any]:
    """The fields, but for the id, that differ, with the later value."""
    names = [field.name for field in fields(after) if field.name != "id"]
    return {name: getattr(after, name) for name in names if getattr(before, name) != getattr(after, name)}


def _as_seen(track: _Track, review: Review, statements: set[str]) -> Claim | None:
    """The claim as the person left it; a source that a rerun gave another id is the machine's."""
    body = review.after or review.before
    if not body or not review.kind:
        return track.machine
    seen = claim_from(review.kind, body)
    root = "within" if isinstance(seen, Statement) else "source"
    if getattr(seen, root) in statements or track.machine is None:
        return seen
    return replace(seen, **{root: getattr(track.machine, root)})


def _fits(claim: Claim, text: str) -> bool:
    """Whether the claim's words lie in the text: a decision that came from elsewhere may say anything."""
    span = words_of(claim)
    return 0 <= span.start < span.end <= len(text)


def _rooted(claims: Claims, read: dict[str, Statement]) -> Claims:
    """The claims, those whose statement is out on the word of the one around it, or in the outlet's own voice."""
    known = {statement.id for statement in claims.statements}

    def root(name: str | None) -> str | None:
        seen: set[str] = set()
        while name and name not in known and name not in seen:
            seen.add(name)
            out = read.get(name)
            instead = next((s.id for s in claims.statements if out and s.id not in read and tells(s, out)), None)
            name = instead or (out.within if out else None)
        return name if name in known else None

    def told(incident: Incident) -> Incident:
        source = root(incident.source)
        lost = source is None and incident.source is not None and incident.status is Status.ATTRIBUTED
        return replace(incident, source=source, status=Status.REPORTED if lost else incident.status)

    return replace(
        claims,
        statements=tuple(replace(s, within=root(s.within)) for s in claims.statements),
        incidents=tuple(map(told, claims.incidents)),
        pledges=tuple(replace(p, source=root(p.source)) for p in claims.pledges),
        figures=tuple(replace(f, source=root(f.source)) for f in claims.figures),
    )
