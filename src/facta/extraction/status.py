"""From a deed's place in its clause to its status: denied, planned, supposed or not done. Leaves types to others."""

from __future__ import annotations

from dataclasses import dataclass

from facta.codebook.grammar import written
from facta.extraction.auxiliaries import is_hearsay
from facta.extraction.committing import commitments, committed_by
from facta.extraction.frames import clause_head
from facta.extraction.governing import is_aim, of_governors
from facta.extraction.marks import Marks, marks
from facta.extraction.moods import (
    has_condition,
    is_conditional,
    is_future_form,
    is_marked_condition,
    is_modal,
    of_clause,
    tell,
)
from facta.extraction.tree import Tree
from facta.records import Status

__all__ = ["Marks", "Reality", "is_aim", "is_future_form", "is_marked_condition", "is_modal", "marks", "reality"]

_STRENGTH = (Status.DENIED, Status.NEGATED, Status.HYPOTHETICAL, Status.PLANNED)
_QUESTION = ("?", "¿")


@dataclass(frozen=True, slots=True)
class Reality:
    """How a clause itself puts a deed; `None` as status when it is simply told."""

    status: Status | None
    hedged: bool


def reality(tree: Tree, predicate: int, verb: int, words: Marks) -> Reality:
    """The deed's status from its own clause and from the words that govern it, before anybody's word is considered."""
    found = {of_clause(tree, predicate, words), of_clause(tree, verb, words), _of_question(tree, verb)}
    found.add(_of_effect(tree, predicate, words))
    found |= of_governors(tree, predicate, words)
    if verb != predicate:
        found |= of_governors(tree, verb, words)
    status = next((s for s in _STRENGTH if s in found), None)
    if status is None and _is_promised(tree, verb):
        status = Status.PLANNED
    return Reality(status, _is_hedged(tree, predicate, words) or _is_hedged(tree, verb, words))


def _is_promised(tree: Tree, verb: int) -> bool:
    """Whether the deed is what somebody decides, promises or agrees to do; what is promised has not happened yet."""
    if tree.codebook is None:
        return False
    return committed_by(tree, verb, commitments(tree.codebook)) is not None


def _of_effect(tree: Tree, noun: int, words: Marks) -> Status | None:
    """Supposed is a deed not told before of which only is said what it would do: "an attack would flood villages"."""
    verb = tree.tokens[noun].head
    if tree.tokens[noun].deprel != "nsubj" or verb < 0 or words.happening.any_in(tree, [verb]):
        return None
    new = any(
        written(tree.tokens[c].form) in tree.grammar.determiners.indefinite for c in tree.all_children(noun, "det")
    )
    return Status.HYPOTHETICAL if new and is_modal(tree, verb, words) else None


def _of_question(tree: Tree, i: int) -> Status | None:
    last = tree.tokens[-1].form if tree.tokens else ""
    asked = last in _QUESTION and (tree.relation(i) == "root" or tree.relation(clause_head(tree, i)) == "root")
    return Status.HYPOTHETICAL if asked else None


def _is_hedged(tree: Tree, i: int, words: Marks) -> bool:
    """Whether a hedge stands on the word or on its governor, or the verb has the mood of hearsay."""
    small = [c for c in tree.children[i] if tree.relation(c) not in ("nsubj", "obj", "iobj")]  # "the suspect shot"
    near = [i, *small, *(d for c in tree.all_children(i, "amod") for d in tree.children[c])]
    beside = (
        i > 0 and tree.tokens[i - 1].upos in ("ADV", "PART", "ADJ") and tree.relation(i - 1) not in ("nsubj", "obj")
    )
    near += [i - 1] if beside else []  # hung on the subject instead
    head = tree.tokens[i].head
    if head >= 0 and tree.relation(i) in ("xcomp", "obj", "obl", "conj", "nmod"):
        near += [head, *tree.all_children(head, "advmod", "aux", "amod")]
    hedge = next((c for c in near if words.hedges.any_in(tree, (c,))), None)
    if hedge is not None:
        tell(tree, tree.tokens[hedge], "hedges", f"hedges “{tree.tokens[i].form}”")
        return True
    if has_condition(tree, i, words):
        return False
    if is_hearsay(tree, i):
        return True
    told = tree.relation(i) == "ccomp"  # "said it would halt": the future seen from the past, and no hearsay
    return any(is_conditional(tree, c, words) for c in near if not (told and c == i))
