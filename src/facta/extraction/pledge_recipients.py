"""To whom something is promised: takes a commitment and its deed, gives the listener of the promise or who receives."""

from __future__ import annotations

from collections.abc import Iterator

from facta.extraction.cast import Cast
from facta.extraction.committing import Commitments
from facta.extraction.frames import cases
from facta.extraction.pledge_cues import Cue
from facta.extraction.same_deed import other_actor
from facta.extraction.tree import Tree
from facta.records import Actor, NameKind, Span, Statement

_PRESS = "MED"  # the press that hears a promise is nobody to whom it is made


def recipient_of(
    cue: Cue, kind: str, mode: str | None, by: Actor | None, cast: Cast, statements: tuple[Statement, ...],
    words: Commitments,
) -> Actor | None:  # fmt: skip
    """The party to whom it is promised, or to whom what is promised would go; nobody where neither is told."""
    tree = cue.tree
    act = tree.span(tree.subtree(cue.act, lambda c: c == cue.cue))
    heard = _listeners(cue, act, statements)
    found = (cast.actor(tree.index, i) for i in _told(cue, cast, words, kind in words.page.gifts or mode == "release"))
    for actor in (*heard, *found):
        if actor is None or actor.side == _PRESS or (by is not None and not other_actor(by, actor)):
            continue
        return actor
    return None


def _listeners(cue: Cue, act: Span, statements: tuple[Statement, ...]) -> Iterator[Actor]:
    """Whom the committing word, or the word of saying around the promise, is addressed to."""
    word = cue.tree.tokens[cue.cue].span
    for statement in statements:
        listener = statement.addressee
        if statement.cue is None or listener is None or listener.span is None or act.covers(listener.span):
            continue
        telling = statement.cue.overlaps(word) or any(content.covers(act) for content in statement.content)
        if telling and listener.side is not None and cue.tree.sentence.span.covers(statement.cue):
            yield listener


def _told(cue: Cue, cast: Cast, words: Commitments, gift: bool) -> Iterator[int]:
    """The words for listeners and receivers, those of the committing word before those of the act."""
    tree = cue.tree
    if cue.cue != cue.act:
        heard = ("iobj",) if cue.strength == "signs" else ("iobj", "obj")
        beside = (c for c in tree.all_children(cue.cue, *heard) if c not in (cue.act, cue.by))
        yield from (c for c in beside if _is_bearer(tree, c, cast) and not cases(tree, c) - _joined(words))
        spoken = (c for c in tree.all_children(cue.cue, "obl") if c not in (cue.act, cue.by))
        spoken = (c for c in spoken if not words.pacts.has(tree.tokens[c]))  # "llegaron a un acuerdo"
        yield from (c for c in spoken if _is_given(tree, c, words) and _is_bearer(tree, c, cast))
    if not gift:
        return
    first = tree.all_children(cue.act, "obj")[:-1]  # "devolver a Malí a los detenidos"
    yield from (c for c in (*tree.all_children(cue.act, "iobj"), *first) if _is_bearer(tree, c, cast))
    whole = tree.child(cue.act, "obj") is not None or not tree.grammar.prepositions.objects  # "liberar a los presos"
    given = (c for c in tree.all_children(cue.act, "obl") if whole and _is_given(tree, c, words))
    yield from (c for c in given if _is_bearer(tree, c, cast))
    things = [cue.act, *tree.all_children(cue.act, "obj")]
    for_whom = (c for thing in things for c in tree.all_children(thing, "nmod", "obl"))
    yield from (c for c in for_whom if _is_for(tree, c, words) and _is_bearer(tree, c, cast))


def _joined(words: Commitments) -> frozenset[str]:
    """Prepositions that may stand before an object that is a person."""
    return frozenset(words.page.recipients)


def _is_given(tree: Tree, i: int, words: Commitments) -> bool:
    return words.recipients.any_in(tree, tree.all_children(i, "case"))


def _is_for(tree: Tree, i: int, words: Commitments) -> bool:
    return words.beneficiaries.any_in(tree, tree.all_children(i, "case"))


def _is_bearer(tree: Tree, i: int, cast: Cast) -> bool:
    """Whether the word is for somebody who can hear or receive: a side is known, or it is a name of no mere place."""
    if tree.tokens[i].upos not in ("NOUN", "PROPN", "PRON") or _is_mere_place(tree, i, cast):
        return False
    actor = cast.actor(tree.index, i)
    return actor is not None and (actor.side is not None or cast.mention(tree, i) is not None)


def _is_mere_place(tree: Tree, i: int, cast: Cast) -> bool:
    """Whether the word names a town or a region, which stands for no side."""
    mention, actor = cast.mention(tree, i), cast.actor(tree.index, i)
    return mention is not None and mention.kind is NameKind.PLACE and (actor is None or " " not in (actor.side or ""))
