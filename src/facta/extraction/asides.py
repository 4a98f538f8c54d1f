"""What else a statement's sentence says of it: hedges, negation, addressee, medium and time."""

from __future__ import annotations

from dataclasses import dataclass

from facta.codebook.hedges import Hedges
from facta.codebook.speech import Speech
from facta.extraction.cast import Cast
from facta.extraction.context import Context
from facta.extraction.drafts import Draft
from facta.extraction.times import time_of
from facta.extraction.tree import Tree
from facta.extraction.words import Words
from facta.records import Actor, When
from facta.text import fold


@dataclass(frozen=True, slots=True)
class Aside:
    """What stands around a statement."""

    hedged: bool = False
    addressee: Actor | None = None
    medium: str | None = None
    when: When | None = None


class Asides:
    """Reads asides with the words of one language."""

    def __init__(self, context: Context, cast: Cast, times: tuple[When, ...]) -> None:
        self.cast = cast
        self.times = times
        self.speech = context.codebook.page("speech", Speech)
        hedges = context.codebook.page("hedges", Hedges)
        self.hedges = {fold(w) for w in hedges.hedges}
        self.negators = {fold(w) for w in hedges.negators}
        self.modals = {fold(w) for w in hedges.possible}
        self.pending = self.modals | {fold(w) for w in (*hedges.future, *hedges.reported_future)}
        kinds = hedges.governors
        self.governing = Words((*kinds.planned, *kinds.hypothetical, *kinds.negated, *kinds.denied))
        self.endings = tuple(fold(e) for e in hedges.conditional_endings)

    def of(self, draft: Draft) -> Aside:
        if draft.hit is None:
            return Aside()
        tree, head = draft.hit.tree, draft.hit.head
        heads = [head, *draft.words]
        listener = self._listener(draft, tree, head) if draft.hit.kind == "verb" else None
        medium = self._medium(tree, head)
        if listener is not None and listener.side == "MED":
            medium, listener = medium or listener.name, None
        hedged = any(self._hedged(tree, i, draft.hit.kind) for i in heads)
        return Aside(hedged, listener, medium, time_of(tree, head, self.times))

    def negated(self, tree: Tree, head: int) -> bool:
        """Whether the cue itself is denied: "did not say"."""
        below = tree.all_children(head, "advmod", "aux", "case", "discourse")
        return any(fold(tree.tokens[c].form) in self.negators for c in below)

    def unsaid(self, tree: Tree, head: int) -> bool:
        """Whether nobody has said it: possible, still to come, or what somebody is asked, plans or fails to say."""
        helpers = {fold(tree.tokens[c].form) for c in tree.all_children(head, "aux")}
        if helpers & self.pending or self.negated(tree, head):
            return True
        above, relation = tree.tokens[head].head, tree.relation(head)
        if above < 0:
            return False
        if relation == "conj":
            own = helpers or tree.child(head, "nsubj", "cop", "mark") is not None
            return not own and tree.tokens[above].upos == "VERB" and self.unsaid(tree, above)
        if tree.grammar.is_gerund(tree.tokens[head].form) and tree.child(head, "mark") is None:
            return False  # "expected to win, adding that …"
        governed = relation in ("xcomp", "acl", "obl", "advcl") and tree.tokens[head].deprel != "acl:relcl"
        return governed and tree.child(head, "nsubj") is None and self.governing.has(tree.tokens[above])

    def possible(self, tree: Tree, head: int) -> bool:
        """Whether the cue is only possible: "it can be noted"."""
        return any(fold(tree.tokens[c].form) in self.modals for c in tree.all_children(head, "aux"))

    def _hedged(self, tree: Tree, i: int, kind: str) -> bool:
        """Whether a hedge stands on the word or it has the mood of hearsay; behind "said" that is a mere future."""
        if kind == "hearsay":
            return True
        below = tree.all_children(i, "advmod", "amod", "discourse")
        if any(fold(tree.tokens[c].form) in self.hedges for c in below):
            return True
        near = tree.all_children(i, "aux", "cop") + ([i] if kind == "source" else [])
        forms = [fold(tree.tokens[c].form) for c in near]
        return bool(self.endings) and any(f.endswith(self.endings) for f in forms)

    def _listener(self, draft: Draft, tree: Tree, head: int) -> Actor | None:
        """Whom a cue is addressed to: the object of "told", or a phrase with "to"."""
        for child in tree.all_children(head, "iobj", "obj", "obl"):
            token = tree.tokens[child]
            if any(c.overlaps(token.span) for c in draft.contents):
                continue
            marks = [fold(tree.tokens[c].form) for c in tree.all_children(child, "case")]
            bare = tree.relation(child) != "obl" and not marks and token.upos in ("PROPN", "NOUN", "PRON")
            if bare or any(m in self.speech.listeners for m in marks):
                heard = self.cast.actor(tree.index, child)
                same = heard is not None and draft.speaker is not None and heard.entity == draft.speaker.entity
                return None if same else heard
        return None

    def _medium(self, tree: Tree, head: int) -> str | None:
        """What carries the message: "in a statement", "on Telegram"."""
        for child in tree.all_children(head, "obl", "nmod"):
            words = {fold(tree.tokens[child].form), fold(tree.tokens[child].lemma)}
            if words & {fold(m) for m in self.speech.media}:
                return tree.tokens[child].lemma
        return None
