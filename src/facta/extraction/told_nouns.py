"""Nouns of speech and the verbs that carry them: "voiced doubt that …", "gave the order to fire".

A tree and a cue go in; whether a noun owns the clause behind it comes out. Leaves spans and acts to `contents`.
"""

from __future__ import annotations

from facta.codebook.speech import Speech
from facta.extraction.cues import CueHit
from facta.extraction.tree import Tree
from facta.text import fold


def is_told(tree: Tree, i: int, speech: Speech) -> bool:
    """Whether the word is a noun of speech, whose clause is its own and not its verb's: "voiced [doubt] that …"."""
    words = {fold(tree.tokens[i].lemma), fold(tree.tokens[i].form)}
    return tree.tokens[i].upos == "NOUN" and not words.isdisjoint(speech.nouns_by_lemma)


def borne(hit: CueHit, speech: Speech) -> list[int]:
    """The infinitive right behind a noun of speech, hung on the verb that carries it: "gave the order to fire"."""
    tree, carrier = hit.tree, hit.tree.tokens[hit.head].head
    if carrier < 0 or fold(tree.tokens[carrier].lemma) not in set(map(fold, speech.carriers)):
        return []
    near = range(hit.last, hit.last + 2)
    return [c for c in tree.all_children(carrier, "xcomp", "advcl", "ccomp") if tree.subtree(c)[0] in near]
