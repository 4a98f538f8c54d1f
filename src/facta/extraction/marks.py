"""The words of `hedges.yml` of one language, ready to test tokens. Leaves clauses to `moods` and `status`."""

from __future__ import annotations

from functools import lru_cache

from facta.codebook import Codebook
from facta.codebook.hedges import Hedges
from facta.extraction.tree import Tree
from facta.extraction.words import Words
from facta.records import Status
from facta.text import fold


class Marks:
    """The words of `hedges.yml` of one language, ready to test tokens."""

    def __init__(self, page: Hedges) -> None:
        self.hedges, self.negators = Words(page.hedges), Words(page.negators)
        self.possible, self.future = Words(page.possible), Words(page.future)
        self.reported_future, self.conditions = Words(page.reported_future), Words(page.conditions)
        self.adding = Words(page.adding)
        self.inverted, self.shares = Words(page.inverted_conditions), Words(page.shares)
        self.achieved, self.remembrance = Words(page.achieved), Words(page.remembrance)
        self.historical, self.eras = Words(page.historical), Words(page.eras)
        self.happening, self.falsehoods = Words(page.happening), Words(page.falsehoods)
        self.scheduling, self.excluding, self.signs = Words(page.scheduling), Words(page.excluding), Words(page.signs)
        self.future_forms, self.ties = Words(page.future_forms), frozenset(map(fold, page.ties))
        self.conditional_endings, self.future_endings = page.conditional_endings, page.future_endings
        self.future_verbs, self.present_endings = Words(page.future_verbs), tuple(map(fold, page.present_endings))
        self.governors = (
            (Status.DENIED, Words(page.governors.denied)),
            (Status.NEGATED, Words(page.governors.negated)),
            (Status.PLANNED, Words(page.governors.planned)),
            (Status.HYPOTHETICAL, Words(page.governors.hypothetical)),
        )

    def kind(self, tree: Tree, i: int) -> Status | None:
        """What the word makes of the deed in its complement; a phrase that begins with it counts before it alone:
        "se negó a salir" is no denial."""
        phrased = (status for status, group in self.governors if group.phrase_at(tree, i))
        single = (status for status, group in self.governors if group.has(tree.tokens[i]))
        return next(phrased, None) or next(single, None)


@lru_cache(maxsize=32)
def marks(codebook: Codebook) -> Marks:
    """The marks of a codebook, compiled once."""
    return Marks(codebook.page("hedges", Hedges))
