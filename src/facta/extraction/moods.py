"""The mood of a verb: future, conditional, under a condition. Takes a clause; leaves what that makes of a deed to
`status`."""

from __future__ import annotations

from facta.extraction.auxiliaries import helpers
from facta.extraction.marks import Marks
from facta.extraction.tree import Tree
from facta.text import fold


def is_inverted(tree: Tree, i: int, words: Marks) -> bool:
    """Whether an auxiliary before the subject makes the clause a condition: "Had the army attacked, …"."""
    subject = tree.child(i, "nsubj")
    before = tree.all_children(i, "aux", "cop") if subject is not None else []
    return any(c < (subject or 0) and words.inverted.has(tree.tokens[c]) and _opens(tree, c) for c in before)


def _opens(tree: Tree, i: int) -> bool:
    return i == 0 or tree.tokens[i - 1].upos in ("PUNCT", "SCONJ", "CCONJ")


def is_future_form(tree: Tree, i: int, words: Marks) -> bool:
    """Whether the verb is in a future tense without an auxiliary."""
    token = tree.tokens[i]
    if token.upos != "VERB":
        return False
    ending = bool(words.future_endings) and token.form.casefold().endswith(words.future_endings)
    if any(tree.tokens[c].deprel in ("nsubj:pass", "aux:pass") for c in tree.children[i]):
        return ending
    perfective = words.future_verbs.has(token) and fold(token.form).endswith(words.present_endings)
    return ending or perfective or fold(token.form) in words.future_forms.exact


def is_modal(tree: Tree, i: int, words: Marks) -> bool:
    """Whether the verb is put as what its subject will, would or can do."""
    aux = helpers(tree, i)
    modal = any(group.has(t) for group in (words.future, words.reported_future, words.possible) for t in aux)
    return modal or is_future_form(tree, i, words)


def has_condition(tree: Tree, i: int, words: Marks) -> bool:
    """Whether an if-clause hangs on the word, perhaps one without an "if": "had the truce failed, …"."""
    return any(is_condition(tree, c, words) for c in tree.all_children(i, "advcl"))


def is_condition(tree: Tree, i: int, words: Marks) -> bool:
    """Whether the clause says under which condition another holds: "if …", "de haber fracasado", "should it rise"."""
    return is_marked_condition(tree, i, words) or is_inverted(tree, i, words)


def is_marked_condition(tree: Tree, i: int, words: Marks) -> bool:
    """Whether a word such as "if" makes the clause a condition."""
    return words.conditions.any_in(tree, tree.all_children(i, "mark", "advmod"))


def is_conditional(tree: Tree, i: int, words: Marks) -> bool:
    """Whether the verb is in a conditional mood, and does not itself say that something is possible: "podría"."""
    token, endings = tree.tokens[i], words.conditional_endings
    ends = bool(endings) and token.upos in ("VERB", "AUX") and token.form.casefold().endswith(endings)
    return ends and not words.possible.has(token)
