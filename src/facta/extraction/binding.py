"""Whether a clause binds whoever it is about: to come or not, negated, unreal, hoped for, or mere background.

Knows grammar and the words of `hedges.yml` and `pledges.yml`; parties and deeds are left to pledges.
"""

from __future__ import annotations

from facta.codebook.grammar import written
from facta.extraction.auxiliaries import helpers
from facta.extraction.committing import CLAUSES, Commitments, is_content, is_infinitive
from facta.extraction.frames import governors
from facta.extraction.status import Marks, is_future_form
from facta.extraction.tree import Tree


def is_future(tree: Tree, i: int, marks: Marks, reported: bool = False) -> bool:
    """Whether the clause has a future auxiliary, or a future ending of its own; `reported` takes a conditional for the
    future of a promise told: "anunció que retiraría"."""
    aux = helpers(tree, i)
    if any(marks.possible.has(t) or written(t.lemma) in tree.grammar.perfect_auxiliaries for t in aux):
        return False  # "would have been lifted"
    if reported and marks.conditional_endings and tree.tokens[i].form.casefold().endswith(marks.conditional_endings):
        return True
    return is_future_form(tree, i, marks) or any(marks.future.has(t) or marks.reported_future.has(t) for t in aux)


def is_negated(tree: Tree, i: int, marks: Marks) -> bool:
    """Whether a negator stands on the word."""
    below = tree.all_children(i, "advmod", "aux", "det", "mark", "cc")
    below += [d for c in tree.all_children(i, "obl") for d in tree.all_children(c, "det")]
    below += [c for c in tree.all_children(i, "obj", "iobj") if tree.tokens[c].upos == "PRON"]  # "give them nothing"
    return any(marks.negators.has(tree.tokens[c]) for c in below)


def is_unreal(tree: Tree, i: int, marks: Marks, abstains: bool = False, adjective: bool = False) -> bool:
    """Whether the commitment itself is negated, only possible, or asked for; who `abstains` commits by the negation,
    and an adjective may stand behind a verb: "stands ready"."""
    below = [tree.tokens[c] for c in tree.all_children(i, "aux", "advmod", "mark") if c < i]
    if any(marks.possible.has(t) or marks.conditions.has(t) for t in below):
        return True
    if not abstains and any(marks.negators.has(t) for t in below):
        return True
    head = tree.tokens[i].head
    refused = tree.relation(i) == "obl" and is_infinitive(tree, i)  # "declined to promise"
    asked = tree.relation(i) == "xcomp" or refused
    return head >= 0 and not adjective and asked and tree.tokens[head].upos != "AUX"


def is_left_open(tree: Tree, i: int, words: Commitments, marks: Marks) -> bool:
    """Whether the clause hangs on a word that would commit but does not: "has not decided when it will leave"."""
    head = tree.tokens[i].head
    below = head >= 0 and tree.relation(i) in CLAUSES and tree.tokens[i].deprel != "acl:relcl"
    return below and words.strength_of(tree, head) not in (None, "announces") and is_unreal(tree, head, marks)


def is_unbound(tree: Tree, i: int, words: Commitments) -> bool:
    """Whether the clause is what somebody hopes, demands, denies or predicts."""
    for above, relation in governors(tree, i):
        if tree.tokens[i].deprel == "acl:relcl" or relation not in ("ccomp", "xcomp", "csubj", "acl", "conj"):
            return False
        if relation != "conj" and words.unbinding.any_in(tree, [above]):
            return True
        i = above
    return False


def is_negated_behind(tree: Tree, cue: int, act: int, marks: Marks) -> bool:
    """Whether a negator between cue and act, hung on the cue, negates the act: "prometió no atacar"."""
    return any(cue < c < act and marks.negators.has(tree.tokens[c]) for c in tree.all_children(cue, "advmod"))


def is_background(tree: Tree, i: int, marks: Marks) -> bool:
    """Whether the clause only modifies: an if-clause, or one that says why or when."""
    return not is_content(tree, i) or any(
        marks.conditions.has(tree.tokens[c]) for c in tree.all_children(i, "mark", "advmod")
    )


def is_gerund(tree: Tree, i: int) -> bool:
    return tree.grammar.is_verbal_noun(tree.tokens[i].form) and tree.tokens[i].upos in ("VERB", "NOUN")
