"""From a deed's place in its clause to its status: denied, planned, supposed or not done. Leaves types to others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from facta.codebook import Codebook
from facta.codebook.hedges import Hedges
from facta.extraction.committing import commitments, committed_by
from facta.extraction.frames import clause_head, governors
from facta.extraction.tree import Tree
from facta.extraction.words import Words
from facta.records import Status, When
from facta.text import fold

HISTORICAL_DAYS = 400  # a deed dated more than a year and a month before publication is background
_IN_COMPLEMENT = ("ccomp", "xcomp", "obj", "acl", "obl", "nmod", "advcl", "compound", "csubj")
_STRENGTH = (Status.DENIED, Status.NEGATED, Status.HYPOTHETICAL, Status.PLANNED)
_QUESTION = ("?", "¿")


class Marks:
    """The words of `hedges.yml` of one language, ready to test tokens."""

    def __init__(self, page: Hedges) -> None:
        self.hedges, self.negators = Words(page.hedges), Words(page.negators)
        self.possible, self.future = Words(page.possible), Words(page.future)
        self.reported_future, self.conditions = Words(page.reported_future), Words(page.conditions)
        self.historical, self.achieved = Words(page.historical), Words(page.achieved)
        self.future_forms, self.ties = Words(page.future_forms), frozenset(map(fold, page.ties))
        self.conditional_endings, self.future_endings = page.conditional_endings, page.future_endings
        self.governors = (
            (Status.DENIED, Words(page.governors.denied)),
            (Status.NEGATED, Words(page.governors.negated)),
            (Status.PLANNED, Words(page.governors.planned)),
            (Status.HYPOTHETICAL, Words(page.governors.hypothetical)),
        )


@lru_cache(maxsize=32)
def marks(codebook: Codebook) -> Marks:
    """The marks of a codebook, compiled once."""
    return Marks(codebook.page("hedges", Hedges))


@dataclass(frozen=True, slots=True)
class Reality:
    """How a clause itself puts a deed; `None` as status when it is simply told."""

    status: Status | None
    hedged: bool


def reality(tree: Tree, predicate: int, verb: int, words: Marks) -> Reality:
    """The deed's status from its own clause and from the words that govern it, before anybody's word is considered."""
    found = {_of_clause(tree, predicate, words), _of_clause(tree, verb, words), _of_question(tree, verb)}
    found |= _of_governors(tree, predicate, words)
    if verb != predicate:
        found |= _of_governors(tree, verb, words)
    status = next((s for s in _STRENGTH if s in found), None)
    if status is None and _is_promised(tree, verb):
        status = Status.PLANNED
    return Reality(status, _is_hedged(tree, predicate, words) or _is_hedged(tree, verb, words))


def _of_clause(tree: Tree, i: int, words: Marks) -> Status | None:
    """What auxiliaries, negators and conditions directly on the word say."""
    below = [
        tree.tokens[c] for c in tree.all_children(i, "aux", "advmod", "det", "mark", "case", "discourse", "amod", "cc")
    ]
    below += [tree.tokens[d] for c in tree.all_children(i, "obl") for d in tree.all_children(c, "det")]
    if any(words.negators.has(t) for t in below):
        return Status.NEGATED
    if any(words.conditions.has(t) for t in below):
        return Status.HYPOTHETICAL
    conditioned = _has_condition(tree, i, words)
    if any(words.possible.has(t) for t in below):
        return Status.HYPOTHETICAL
    would = any(words.reported_future.has(t) for t in below)
    if any(words.future.has(t) for t in below) or would or is_future_form(tree, i, words):
        return Status.HYPOTHETICAL if conditioned else Status.PLANNED
    return None


def _is_promised(tree: Tree, verb: int) -> bool:
    """Whether the deed is what somebody decides, promises or agrees to do; what is promised has not happened yet."""
    if tree.codebook is None:
        return False
    return committed_by(tree, verb, commitments(tree.codebook)) is not None


def is_future_form(tree: Tree, i: int, words: Marks) -> bool:
    """Whether the verb is in a future tense without an auxiliary."""
    token = tree.tokens[i]
    if token.upos != "VERB":
        return False
    ending = bool(words.future_endings) and token.form.casefold().endswith(words.future_endings)
    return ending or fold(token.form) in words.future_forms.exact


def is_modal(tree: Tree, i: int, words: Marks) -> bool:
    """Whether the verb is put as what its subject will, would or can do."""
    aux = [tree.tokens[c] for c in tree.all_children(i, "aux")]
    modal = any(group.has(t) for group in (words.future, words.reported_future, words.possible) for t in aux)
    return modal or is_future_form(tree, i, words)


def _has_condition(tree: Tree, i: int, words: Marks) -> bool:
    """Whether an if-clause hangs on the word."""
    clauses = tree.all_children(i, "advcl")
    return any(words.conditions.has(tree.tokens[m]) for c in clauses for m in tree.all_children(c, "mark", "advmod"))


def _of_question(tree: Tree, i: int) -> Status | None:
    last = tree.tokens[-1].form if tree.tokens else ""
    asked = last in _QUESTION and (tree.relation(i) == "root" or tree.relation(clause_head(tree, i)) == "root")
    return Status.HYPOTHETICAL if asked else None


def _of_governors(tree: Tree, i: int, words: Marks) -> set[Status | None]:
    """What the words above say, as long as the deed stands in their complement."""
    found: set[Status | None] = set()
    for above, relation in governors(tree, i):
        if relation in ("conj", "cop", "aux"):
            i = above
            continue
        if is_aim(tree, i, words):
            outer = _of_clause(tree, above, words)  # "will move to send": the aim shares the verb's future
            found.add(outer or (None if _is_done(tree, above, words) else Status.PLANNED))
            if relation == "advcl":
                break
        if relation not in _IN_COMPLEMENT or not _is_tied(tree, i, relation, words):
            break
        kind = next((status for status, group in words.governors if group.any_in(tree, [above])), None)
        outer = _of_clause(tree, above, words)
        if kind in (Status.DENIED, Status.NEGATED) and outer is Status.NEGATED:
            kind = outer = None  # "did not deny", "will not stop"
        found.add(kind)
        if kind is not None or relation == "xcomp":
            found.add(outer)
        elif relation not in ("ccomp", "compound"):
            break
        i = above
    return found


def is_aim(tree: Tree, i: int, words: Marks) -> bool:
    """Whether the word is an infinitive that says what something is for: "moved in to retake", "a bid to retake"."""
    return tree.relation(i) in ("advcl", "acl") and any(
        tree.tokens[m].upos == "PART" and not words.negators.has(tree.tokens[m]) for m in tree.all_children(i, "mark")
    )


def _is_done(tree: Tree, above: int, words: Marks) -> bool:
    """Whether what hangs on the word as an aim has happened all the same: "used mortars to shell", "the first to"."""
    return words.achieved.any_in(tree, [above, *tree.all_children(above, "amod", "advmod")])


def _is_tied(tree: Tree, i: int, relation: str, words: Marks) -> bool:
    """Whether the relation makes `i` the complement of its head, and no mere circumstance or description."""
    if relation == "advcl":
        return _is_purpose(tree, i, words)
    if tree.tokens[i].deprel == "acl:relcl":
        return False
    if relation in ("obl", "nmod"):
        marks = [fold(tree.tokens[c].form) for c in tree.all_children(i, "case")]
        return not marks or marks[0] in words.ties
    return True


def _is_purpose(tree: Tree, i: int, words: Marks) -> bool:
    return any(words.conditions.has(tree.tokens[m]) for m in tree.all_children(i, "mark"))


def _is_hedged(tree: Tree, i: int, words: Marks) -> bool:
    """Whether a hedge stands on the word or on its governor, or the verb has the mood of hearsay."""
    near = [i, *tree.children[i], *(d for c in tree.all_children(i, "amod") for d in tree.children[c])]
    head = tree.tokens[i].head
    if head >= 0 and tree.relation(i) in ("xcomp", "obj", "obl", "conj", "nmod"):
        near += [head, *tree.all_children(head, "advmod", "aux", "amod")]
    hedged = words.hedges.any_in(tree, near)
    return hedged or any(_ends_any(tree, c, words.conditional_endings) for c in near)


def _ends_any(tree: Tree, i: int, endings: tuple[str, ...]) -> bool:
    token = tree.tokens[i]
    return bool(endings) and token.upos in ("VERB", "AUX") and token.form.casefold().endswith(endings)


def is_historical(tree: Tree, i: int, when: When | None, published: date | None, words: Marks) -> bool:
    """Whether the deed is background: dated long before publication, or told with words of remembrance."""
    if when is not None and when.end is not None and published is not None:
        return (published - when.end).days > HISTORICAL_DAYS
    near = [*tree.subtree(i), *tree.ancestors(i)]
    return words.historical.any_in(tree, near)
