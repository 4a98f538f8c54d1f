"""What a deed is about, as PLOVER contexts: from the words of its clause, and from the kind of deed. Leaves the deed
itself to others."""

from __future__ import annotations

from functools import lru_cache

from facta.codebook import Codebook
from facta.codebook.contexts import Contexts
from facta.codebook.plover import Plover
from facta.extraction.frames import SUBJECTS, clause, clause_head
from facta.extraction.tree import Tree
from facta.extraction.words import Words


class ContextWords:
    """The words of contexts in one language, in the order in which PLOVER lists the contexts."""

    def __init__(self, codebook: Codebook) -> None:
        plover, words = codebook.common("plover", Plover), codebook.page("contexts", Contexts).words
        self._words = tuple((name, Words(words.get(name, ()))) for name in plover.contexts)
        self._implied = plover.implied

    def of(self, tree: Tree, predicate: int, kind: str, mode: str | None) -> tuple[str, ...]:
        """The contexts of a deed, none where neither its clause nor its mode shows any."""
        told = [*clause(tree, predicate), *_added(tree, clause_head(tree, predicate))]
        implied = self._implied.get(f"{kind}/{mode}", ())
        return tuple(name for name, words in self._words if name in implied or words.any_in(tree, told))


def _added(tree: Tree, head: int) -> list[int]:
    """The words of clauses that have no subject of their own: "arrested for taking bribes"."""
    below = (c for c in tree.all_children(head, "advcl") if tree.child(c, *SUBJECTS) is None)
    return [i for c in below for i in tree.subtree(c)]


@lru_cache(maxsize=32)
def context_words(codebook: Codebook) -> ContextWords:
    """The words of a codebook, compiled once."""
    return ContextWords(codebook)
