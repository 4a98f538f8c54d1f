"""Whether a neutral cue brings a promise: the speaker says that the speaker will do something."""

from __future__ import annotations

from facta.codebook.hedges import Hedges
from facta.extraction.cast import Cast
from facta.extraction.context import Context
from facta.extraction.tree import Tree
from facta.records import Act, Actor
from facta.text import fold


class Commitments:
    """Reads the act of reported clauses with the words of one language."""

    def __init__(self, context: Context, cast: Cast) -> None:
        hedges = context.codebook.page("hedges", Hedges)
        self.cast = cast
        self.future = {fold(w) for w in (*hedges.future, *hedges.reported_future)}

    def act(self, tree: Tree, head: int, speaker: Actor | None, act: Act) -> Act:
        """`promise` for "Kenya said it would open the border", else the act given."""
        if act is not Act.ASSERT or speaker is None or speaker.entity is None or tree.tokens[head].upos != "VERB":
            return act
        subject = tree.child(head, "nsubj")
        coming = any(fold(tree.tokens[c].form) in self.future for c in tree.all_children(head, "aux"))
        if subject is None or not coming or tree.tokens[subject].deprel == "nsubj:pass":
            return act
        doer = self.cast.actor(tree.index, subject)
        return Act.PROMISE if doer is not None and doer.entity == speaker.entity else act
