"""On whose word a deed stands, and what becomes of its status by that. Takes a spotted deed and a report's statements;
leaves what the sentence itself makes of the deed to `status`."""

from __future__ import annotations

from facta.codebook.speech import Speech
from facta.extraction.context import Context
from facta.extraction.statements import source_of
from facta.extraction.status import marks, reality
from facta.extraction.tree import Tree
from facta.extraction.triggers import Spotted
from facta.records import Act, Statement, Status
from facta.text import fold


def status_of(context: Context, spotted: Spotted, source: Statement | None) -> tuple[Status, bool]:
    """The deed's status, and whether it is hedged: the clause first, then on whose word it stands."""
    frame = spotted.frame
    real = reality(frame.tree, frame.predicate, frame.verb, marks(context.codebook))
    hedged = real.hedged or (source is not None and (source.hedged or _is_unsure(context, frame.tree, source)))
    if real.status is not None:
        return real.status, real.hedged if real.status is Status.HYPOTHETICAL else hedged
    if source is not None:
        denied = source.act is Act.DENY and source.cue is not None and _is_bare(spotted, source)
        return (Status.DENIED if denied else Status.ATTRIBUTED), hedged
    return (Status.ATTRIBUTED if hedged else Status.REPORTED), hedged


def _is_unsure(context: Context, tree: Tree, source: Statement) -> bool:
    """Whether nobody vouches for what tells the deed: "unconfirmed reports said", "rumours that …"."""
    if source.speaker is None or source.speaker.span is None or not tree.sentence.span.covers(source.speaker.span):
        return False
    tokens, speech = tree.at(source.speaker.span), context.codebook.page("speech", Speech)
    told = {fold(word) for cue in speech.nouns for word in cue.words} | {fold(word) for word in speech.texts}
    tells = any(fold(tree.tokens[i].lemma) in told for i in tokens)
    return tells and marks(context.codebook).hedges.any_in(tree, tokens)


def _is_bare(spotted: Spotted, source: Statement) -> bool:
    """Whether the denied content is the deed itself: "denied shelling the town"."""
    return any(content.covers(spotted.span) for content in source.content)


def source_at(context: Context, statements: tuple[Statement, ...], spotted: Spotted) -> Statement | None:
    """On whose word the deed stands; who denies a share in it, "denied any role in the attack", is not its source."""
    source = source_of(statements, spotted.span)
    if source is None or source.act is not Act.DENY:
        return source
    tree, shares = spotted.frame.tree, marks(context.codebook).shares
    shared = any(shares.has(tree.tokens[i]) for i in tree.ancestors(spotted.frame.predicate))
    return next((s for s in statements if s.id == source.within), None) if shared else source
