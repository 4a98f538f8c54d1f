"""The auxiliaries of a verb that bear its tense or mood: without those that only make a passive of a participle, and
without those of hearsay. What the others say is left to the codebook's words."""

from __future__ import annotations

from facta.codebook.grammar import written
from facta.codebook.speech import Speech
from facta.extraction.tree import Tree
from facta.records import Token
from facta.text import fold


def helpers(tree: Tree, i: int) -> list[Token]:
    """The auxiliaries that may put the verb ahead: "wird angreifen", but neither "wird angegriffen" nor "soll
    angegriffen haben"."""
    found = tree.all_children(i, "aux")
    hearsay = is_hearsay(tree, i)
    return [tree.tokens[c] for c in found if not _makes_passive(tree, i, c) and not (hearsay and _tells(tree, c))]


def is_hearsay(tree: Tree, i: int) -> bool:
    """Whether the verb tells what the outlet was told: "soll … getötet haben"."""
    found = tree.all_children(i, "aux")
    beside = {fold(tree.tokens[c].form) for c in found}
    wanted = {fold(word) for word in _speech(tree).hearsay_with}
    return bool(wanted & beside) and any(_tells(tree, c) for c in found)


def _tells(tree: Tree, c: int) -> bool:
    return written(tree.tokens[c].form) in {written(word) for word in _speech(tree).hearsay}


def _speech(tree: Tree) -> Speech:
    return tree.codebook.page("speech", Speech) if tree.codebook else Speech()


def _makes_passive(tree: Tree, i: int, c: int) -> bool:
    """Whether the auxiliary makes a passive: it does of a participle, where an infinitive would be a future."""
    token = tree.tokens[i]
    passive = written(tree.tokens[c].form) in tree.grammar.passive_auxiliaries
    return passive and fold(token.form) != fold(token.lemma)
