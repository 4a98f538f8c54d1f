"""What is done or happening: incidents typed by PLOVER, with actor, recipient, place, time and status."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from facta.codebook.grammar import written
from facta.extraction.background import is_historical, is_remembered
from facta.extraction.cast import Cast
from facta.extraction.committing import commitments, committed_by, promiser, speaker_at
from facta.extraction.context import Context
from facta.extraction.contexts import context_words
from facta.extraction.frames import Frame, clause_span
from facta.extraction.moods import of_clause
from facta.extraction.narrating import carried_over
from facta.extraction.places import place_of
from facta.extraction.placing import lies_within
from facta.extraction.same_deed import Mention, fold_mentions
from facta.extraction.seats import seats
from facta.extraction.senses import grounds
from facta.extraction.standing import source_at, status_of
from facta.extraction.status import is_modal, marks
from facta.extraction.telling import causes_of, told
from facta.extraction.times import time_of
from facta.extraction.together import together
from facta.extraction.tree import Tree
from facta.extraction.triggers import Setting, Spotted, Vocabulary, spot, vocabulary
from facta.extraction.urging import urged
from facta.records import Act, Actor, Incident, PassageRole, Place, Span, Statement, Status, When, digest

_ARMED = frozenset({"MIL", "REB", "COP", "PAR", "UAF"})  # sectors that use force
_SILENT = frozenset({PassageRole.PROMOTION, PassageRole.CREDIT, PassageRole.BYLINE})


def find_incidents(
    context: Context,
    cast: Cast,
    places: tuple[Place, ...],
    times: tuple[When, ...],
    statements: tuple[Statement, ...],
) -> tuple[Incident, ...]:
    """All incidents in text order, further mentions of a deed folded into its first."""
    mentions = list(_mentions(context, cast, places, times, statements))
    mentions += urged(context, cast, statements, [mention.incident for mention in mentions])
    return fold_mentions(sorted(mentions, key=lambda mention: mention.incident.trigger))


def _mentions(
    context: Context, cast: Cast, places: tuple[Place, ...], times: tuple[When, ...], statements: tuple[Statement, ...]
) -> Iterator[Mention]:
    words = vocabulary(context.codebook)
    setting = Setting.of(context, words)
    earlier: list[Incident] = []
    for tree in context.trees:
        role = context.role(tree.sentence.span)
        if role in _SILENT:
            continue
        tree.places = frozenset(i for place in places if place.span for i in tree.at(place.span))
        seen = [s for s in spot(tree, words, setting) if not _is_date(s, times)]
        found = told(seen, words, marks(context.codebook))
        for spotted in found:
            incident = _incident(context, cast, places, times, statements, spotted)
            if incident.when is None and (when := carried_over(spotted, incident, earlier, times, words)):
                incident = replace(incident, when=when)
            earlier.append(incident)
            _tell(spotted, incident, words)
            yield Mention(
                incident,
                _word(spotted),
                _is_definite(spotted, words),
                role,
                causes_of(spotted, found, words),
                articled=bool(tree.grammar.determiners.definite),
            )


def _is_date(spotted: Spotted, times: tuple[When, ...]) -> bool:
    """Whether the word belongs to a date: "since March" tells no march."""
    dated = any(when.span and when.span.covers(spotted.span) for when in times)
    if dated:
        spotted.drop("the word is part of a date")
    return dated


def _tell(spotted: Spotted, incident: Incident, words: Vocabulary) -> None:
    """Tell whoever listens by which entry the incident was found, and why its restrictions hold."""
    trace, kind = spotted.frame.tree.trace, f"{incident.type}, {incident.status}"
    if trace.on:
        reason = "; ".join((kind, *grounds(spotted, words)))
        trace.fired("incident", spotted.span, spotted.entry.rule, reason, incident.id)


def _incident(
    context: Context,
    cast: Cast,
    places: tuple[Place, ...],
    times: tuple[When, ...],
    statements: tuple[Statement, ...],
    spotted: Spotted,
) -> Incident:
    frame, tree, span = spotted.frame, spotted.frame.tree, spotted.span
    source = source_at(context, statements, spotted)
    status, hedged = status_of(context, spotted, source)
    kind, mode, status = _kind(context, spotted, status, source)
    when = _when(context, spotted, kind, times, source)
    actor, violent = _agent(context, cast, times, statements, spotted), commitments(context.codebook).page.violent
    return Incident(
        id=digest(context.report.id, "incident", span.start, span.end),
        type=kind,
        mode=mode,
        trigger=span,
        text=clause_span(tree, frame.predicate),
        actor=None if kind in violent and _only_tells(actor, source, span) else actor,
        recipient=_recipient(cast, times, statements, spotted),
        place=_place(context, spotted, places),
        when=when,
        status=status,
        hedged=hedged,
        historical=is_historical(tree, frame.predicate, when, context.report.published, marks(context.codebook)),
        source=source.id if source else None,
        contexts=context_words(context.codebook).of(tree, frame.predicate, kind, mode),
    )


def _only_tells(actor: Actor | None, source: Statement | None, deed: Span) -> bool:
    """Whether the actor is the speaker who stands beside the words that tell the deed: "“T was shelled,” said X"."""
    if actor is None or actor.span is None or source is None or source.speaker is None or source.speaker.span is None:
        return False
    told = any(span.covers(deed) for span in source.content)
    apart = not any(span.overlaps(actor.span) for span in source.content)
    return told and apart and actor.span.overlaps(source.speaker.span)


def _when(
    context: Context, spotted: Spotted, kind: str, times: tuple[When, ...], source: Statement | None
) -> When | None:
    """When it is done: a promised retreat when it is promised, what is done by saying so when that is said."""
    tree, verb = spotted.frame.tree, spotted.frame.verb
    promise = committed_by(tree, verb, commitments(context.codebook)) if kind == "CONCEDE" else None
    promised = time_of(tree, promise.cue, times) if promise else None
    found = promised or time_of(tree, verb, times)
    if found is not None and _dates_remembrance(context, spotted, found):
        return None
    uttered = found is None and kind in vocabulary(context.codebook).page.uttered
    return source.when if uttered and source is not None and source.act is not Act.DENY else found


def _dates_remembrance(context: Context, spotted: Spotted, when: When) -> bool:
    """Whether the time is that of remembering: "marked the anniversary of the massacre on Sunday"."""
    tree, deed = spotted.frame.tree, spotted.frame.predicate
    if not is_remembered(tree, deed, marks(context.codebook)):
        return False
    return when.span is None or not tree.span(tree.subtree(deed)).covers(when.span)


def _recipient(
    cast: Cast, times: tuple[When, ...], statements: tuple[Statement, ...], spotted: Spotted
) -> Actor | None:
    """To whom or what it is done; not the speaker of a deed of speech."""
    frame = _forced(cast, spotted.frame)
    found, teller = _actor(cast, frame.tree, frame.patient, times), _teller(spotted, statements)
    spans = [actor.span for actor in (found, teller) if actor and actor.span]
    return None if len(spans) > 1 and spans[0].overlaps(spans[1]) else found


def _kind(
    context: Context, spotted: Spotted, status: Status, source: Statement | None
) -> tuple[str, str | None, Status]:
    """Type, mode and status, where the status makes it another kind of act: a promised retreat is a concession, an
    announced sanction a threat, and what somebody will not or cannot do is refused."""
    page, mode = vocabulary(context.codebook).page, spotted.entry.trigger.mode
    if spotted.type == "RETREAT" and status is Status.PLANNED:
        return "CONCEDE", None, status
    frame = spotted.frame
    if (
        status is Status.PLANNED
        and spotted.type in page.threatening
        and is_modal(frame.tree, frame.verb, marks(context.codebook))
    ):
        return "THREATEN", page.threatening[spotted.type], status
    refused = spotted.type in page.refusable and frame.agent is not None and _will_not(context, spotted, status)
    if refused and is_modal(frame.tree, frame.verb, marks(context.codebook)):
        return "REJECT", page.refusable[spotted.type], Status.ATTRIBUTED if source else Status.REPORTED
    return spotted.type, mode, status


def _will_not(context: Context, spotted: Spotted, status: Status) -> bool:
    """Whether the clause itself says that it is not done: no "sign that they will" refuses nothing."""
    own = of_clause(spotted.frame.tree, spotted.frame.verb, marks(context.codebook))
    return status is Status.NEGATED and own is Status.NEGATED


def _place(context: Context, spotted: Spotted, places: tuple[Place, ...]) -> Place | None:
    """Where it happens; a state that only speaks or is spoken to is no place of the act."""
    frame = spotted.frame
    towns = seats(context, places)
    found = place_of(frame.tree, frame.predicate, places, towns) or place_of(frame.tree, frame.verb, places, towns)
    if found is None or spotted.type in vocabulary(context.codebook).page.physical:
        return found
    named = [i for i in (frame.agent, frame.patient) if i is not None and not lies_within(frame.tree, i)]
    parties = [frame.tree.tokens[i].span for i in named]
    return None if any(found.span.overlaps(party) for party in parties) else found


def _agent(
    context: Context, cast: Cast, times: tuple[When, ...], statements: tuple[Statement, ...], spotted: Spotted
) -> Actor | None:
    """Who does the deed; of a promised deed, who promises it."""
    frame, words = _forced(cast, spotted.frame), commitments(context.codebook)
    if (teller := _teller(spotted, statements)) is not None:
        return teller
    promise = None if spotted.type in words.page.violent else committed_by(frame.tree, frame.verb, words)
    if promise is None:
        return _doer(cast, frame.tree, frame.agent, times)
    agent = promiser(frame.tree, frame.agent, frame.verb, words)
    teller = speaker_at(frame.tree, promise.cue, statements)
    return teller if teller and agent != frame.agent else _doer(cast, frame.tree, agent, times)


def _forced(cast: Cast, frame: Frame) -> Frame:
    """The frame with an armed force before a noun of deed as its agent: "rebel strikes", but not "prisoner release"."""
    tree, i = frame.tree, frame.patient
    before = i is not None and i < frame.predicate and tree.relation(i) in ("compound", "amod")
    if i is None or not before or frame.agent is not None or tree.tokens[i].head != frame.predicate:
        return frame
    actor = cast.actor(tree.index, i)
    armed = actor is not None and _ARMED & set((actor.side or "").split())
    return replace(frame, agent=i, patient=None) if armed else frame


def _teller(spotted: Spotted, statements: tuple[Statement, ...]) -> Actor | None:
    """Who speaks, where the deed is the speaking and its speaker stands behind it: ", denunció una red de abogados"."""
    tree, verb = spotted.frame.tree, spotted.frame.predicate
    told = next((s for s in statements if s.cue is not None and s.cue.covers(tree.tokens[verb].span)), None)
    if told is None or told.speaker is None or told.speaker.span is None or told.cue is None:
        return None
    follows = told.speaker.span.start > told.cue.start and told.content[0].start < told.cue.start
    return told.speaker if follows and tree.sentence.span.covers(told.speaker.span) else None


def _doer(cast: Cast, tree: Tree, token: int | None, times: tuple[When, ...]) -> Actor | None:
    """Who the token stands for, if that can do a deed: no town, and no "it" that stands for nothing."""
    found = _actor(cast, tree, token, times)
    if found is None or token is None:
        return None
    return together(cast, tree, token, cast.doer(tree.index, token))


def _actor(cast: Cast, tree: Tree, token: int | None, times: tuple[When, ...]) -> Actor | None:
    """Who the token stands for; a day that hangs on the deed as a target would, "the call on Friday", is nobody."""
    if token is None or any(when.span and when.span.covers(tree.tokens[token].span) for when in times):
        return None
    return together(cast, tree, token, cast.actor(tree.index, token))


def _word(spotted: Spotted) -> str:
    return spotted.frame.tree.tokens[spotted.frame.predicate].lemma.casefold()


def _is_definite(spotted: Spotted, words: Vocabulary) -> bool:
    """Whether the noun points back to a deed: "the attack"; "the war" is the same in every sentence anyway."""
    tree, head = spotted.frame.tree, spotted.frame.predicate
    if spotted.entry.pos != "noun" or words.states.has(tree.tokens[head]):
        return False
    if not tree.grammar.determiners.definite:  # any noun of a language without articles, unless it is counted
        return tree.child(head, "nummod") is None
    return any(written(tree.tokens[c].form) in tree.grammar.pointers for c in tree.all_children(head, "det"))
