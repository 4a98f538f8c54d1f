"""When the act named by a word of the sentence happens: the time expression that hangs on it. Never guesses."""

from __future__ import annotations

from facta.extraction.tree import Tree
from facta.records import When

ADJUNCTS = ("obl", "nmod", "advmod", "obj", "nummod", "dep", "compound", "amod", "appos")
CLIMBED = ("obj", "nsubj", "obl", "nmod", "compound", "xcomp", "conj", "advcl", "iobj", "aux", "acl", "appos")
CLAUSES = ("ccomp", "acl", "advcl", "csubj", "parataxis", "conj", "xcomp")


def time_of(tree: Tree, token: int, times: tuple[When, ...]) -> When | None:
    """The time of the act named by `token` of `tree`, if the sentence says so."""
    here = {i: when for when in times if when.span and tree.sentence.span.covers(when.span) for i in tree.at(when.span)}
    if not here:
        return None
    return _by_role(tree, token, here) or _by_adjunct(tree, token, here) or _by_clause(tree, token, here)


def _by_role(tree: Tree, token: int, here: dict[int, When]) -> When | None:
    """What the reader took for the time of the act."""
    for label, j in tree.roles.get(token, ()):
        if label.endswith("TMP") and (found := _within(tree, j, here)):
            return found
    return None


def _by_adjunct(tree: Tree, token: int, here: dict[int, When]) -> When | None:
    """A time among the adjuncts of the act: "shelled on Monday", "Monday's shelling"."""
    for j in tree.children[token]:
        if tree.relation(j) in ADJUNCTS and (found := _within(tree, j, here)):
            return found
    return None


def _within(tree: Tree, i: int, here: dict[int, When]) -> When | None:
    """The first time at token `i` or below it, other clauses left out."""
    for j in tree.subtree(i, leave=lambda c: tree.relation(c) in CLAUSES):
        if j in here:
            return here[j]
    return None


def _by_clause(tree: Tree, token: int, here: dict[int, When]) -> When | None:
    """The time of the verb on which the act depends, as long as no clause of another speaker or cause lies between."""
    i = token
    for head in tree.ancestors(token):
        if tree.relation(i) not in CLIMBED or _opens_clause(tree, i):
            return None
        if tree.tokens[head].upos in ("VERB", "AUX") or head in tree.predicates:
            found = _by_role(tree, head, here) or _by_adjunct(tree, head, here)
            if found:
                return found
        i = head
    return None


def _opens_clause(tree: Tree, i: int) -> bool:
    """Is this an adverbial clause with a conjunction of its own ("after…", "because…"), told of another time?"""
    return tree.relation(i) in ("advcl", "acl") and tree.child(i, "mark", "nsubj") is not None
