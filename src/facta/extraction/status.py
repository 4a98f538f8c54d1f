"""From a deed's place in its clause to its status: denied, planned, supposed or not done. Leaves types to others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from facta.codebook import Codebook
from facta.codebook.grammar import written
from facta.codebook.hedges import Hedges
from facta.extraction.auxiliaries import helpers, is_hearsay
from facta.extraction.committing import commitments, committed_by, is_infinitive
from facta.extraction.frames import cases, clause_head, governors
from facta.extraction.tree import Tree
from facta.extraction.words import Words
from facta.records import Status, When
from facta.text import fold

HISTORICAL_DAYS = 400  # a deed dated more than a year and a month before publication is background
_IN_COMPLEMENT = ("ccomp", "xcomp", "obj", "acl", "obl", "nmod", "advcl", "compound", "csubj", "nsubj")
_STRENGTH = (Status.DENIED, Status.NEGATED, Status.HYPOTHETICAL, Status.PLANNED)
_QUESTION = ("?", "¿")


class Marks:
    """The words of `hedges.yml` of one language, ready to test tokens."""

    def __init__(self, page: Hedges) -> None:
        self.hedges, self.negators = Words(page.hedges), Words(page.negators)
        self.possible, self.future = Words(page.possible), Words(page.future)
        self.reported_future, self.conditions = Words(page.reported_future), Words(page.conditions)
        self.adding = Words(page.adding)
        self.inverted, self.shares = Words(page.inverted_conditions), Words(page.shares)
        self.historical, self.achieved = Words(page.historical), Words(page.achieved)
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
    beside = tree.all_children(i, "aux", "advmod", "det", "mark", "case", "discourse", "amod", "cc")
    arguments = tree.all_children(i, "obl", "nsubj", "obj", "iobj")
    beside += [d for c in arguments for d in tree.all_children(c, "det")]
    beside += [c for c in arguments if tree.tokens[c].upos in ("PRON", "DET")]  # "nobody", "ninguno"
    below = [tree.tokens[c] for c in beside if not words.adding.phrase_at(tree, c)]  # "not only"
    if any(words.negators.has(t) for t in below):
        return Status.NEGATED
    if any(words.conditions.has(t) for t in below) or _is_inverted(tree, i, words):
        return Status.HYPOTHETICAL
    conditioned = _has_condition(tree, i, words)
    if conditioned and any(_ends_any(tree, c, words.conditional_endings) for c in (i, *tree.all_children(i, "aux"))):
        return Status.HYPOTHETICAL
    if any(words.possible.has(t) for t in below):
        return Status.HYPOTHETICAL
    others = [t for t in below if t.upos != "AUX"]
    ahead = [*helpers(tree, i), *others]
    would = any(words.reported_future.has(t) for t in ahead)
    if any(words.future.has(t) for t in ahead) or would or is_future_form(tree, i, words):
        return Status.HYPOTHETICAL if conditioned else Status.PLANNED
    return None


def _is_inverted(tree: Tree, i: int, words: Marks) -> bool:
    """Whether an auxiliary before the subject makes the clause a condition: "Had the army attacked, …"."""
    subject = tree.child(i, "nsubj")
    before = tree.all_children(i, "aux", "cop") if subject is not None else []
    return any(c < (subject or 0) and words.inverted.has(tree.tokens[c]) and _opens(tree, c) for c in before)


def _opens(tree: Tree, i: int) -> bool:
    return i == 0 or tree.tokens[i - 1].upos in ("PUNCT", "SCONJ", "CCONJ")


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
    if any(tree.tokens[c].deprel in ("nsubj:pass", "aux:pass") for c in tree.children[i]):
        return ending
    perfective = words.future_verbs.has(token) and fold(token.form).endswith(words.present_endings)
    return ending or perfective or fold(token.form) in words.future_forms.exact


def is_modal(tree: Tree, i: int, words: Marks) -> bool:
    """Whether the verb is put as what its subject will, would or can do."""
    aux = helpers(tree, i)
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
        found.add(_of_helper(tree, i, words))
        if relation in ("conj", "cop", "aux"):
            i = above
            continue
        kind, outer = words.kind(tree, above), _of_clause(tree, above, words)
        if kind is Status.PLANNED and relation == "ccomp" and _is_done_already(tree, i):
            kind = None  # "announced that they had taken the town"
        aim = is_aim(tree, i, words)
        if aim and kind is None:  # "will move to send": the aim shares the verb's future
            found.add(outer or (None if _is_done(tree, above, words) else Status.PLANNED))
            if relation == "advcl":
                break
        if tree.tokens[i].deprel == "nsubj:pass" and kind not in (Status.DENIED, Status.NEGATED):
            break  # "the attack was foiled", but not "the attack was discussed"
        if not (aim or (relation in _IN_COMPLEMENT and _is_tied(tree, i, relation, words))):
            break
        if kind in (Status.DENIED, Status.NEGATED) and outer is Status.NEGATED:
            kind = outer = None  # "did not deny", "will not stop"
        found.add(kind)
        if kind is not None or relation in ("xcomp", "csubj"):
            found.add(outer)
        elif relation not in ("ccomp", "compound"):
            break
        i = above
    return found


def _is_done_already(tree: Tree, i: int) -> bool:
    """Whether a finite clause is in a perfect."""
    aux = (tree.tokens[c] for c in tree.all_children(i, "aux"))
    perfect = tree.grammar.perfect_auxiliaries | tree.grammar.narrative_auxiliaries
    return any(written(token.lemma) in perfect or written(token.form) in perfect for token in aux)


def _of_helper(tree: Tree, i: int, words: Marks) -> Status | None:
    """What the verb right before an infinitive says where it helps to form a tense or mood, whatever hangs on which:
    "is going to leave", "va a salir", "можуть вийти"."""
    j = i - 1
    small, near = ("PART", "ADP", "ADV"), (i, tree.tokens[i].head)
    while j >= 0 and tree.tokens[j].upos in small and tree.tokens[j].head in near:
        j -= 1
    if j < 0 or tree.tokens[j].upos not in ("AUX", "VERB") or not is_infinitive(tree, i):
        return None
    if words.possible.has(tree.tokens[j]):
        return Status.HYPOTHETICAL
    return Status.PLANNED if words.future.has(tree.tokens[j]) else None


def is_aim(tree: Tree, i: int, words: Marks) -> bool:
    """Whether the clause says what something is for: "moved in to retake", "entraron para tomar", "щоб захопити"."""
    if tree.relation(i) not in ("advcl", "acl") or tree.tokens[i].deprel == "acl:relcl":
        return False
    if any(words.negators.has(tree.tokens[m]) for m in tree.all_children(i, "mark")):
        return False
    told = (written(tree.tokens[c].form) in tree.grammar.perfect_auxiliaries for c in tree.all_children(i, "aux"))
    return bool(cases(tree, i) & tree.grammar.infinitives.purposive) and not any(told)


def _is_done(tree: Tree, above: int, words: Marks) -> bool:
    """Whether what hangs on the word as an aim has happened all the same: "used mortars to shell", "the first to"."""
    return words.achieved.any_in(tree, [above, *tree.all_children(above, "amod", "advmod")])


def _is_tied(tree: Tree, i: int, relation: str, words: Marks) -> bool:
    """Whether the relation makes `i` the complement of its head, and no mere circumstance or description."""
    if relation == "advcl":  # "stopped short of attacking", "se preparan para atacar"
        return _is_purpose(tree, i, words) or any(fold(mark) in words.ties for mark in cases(tree, i))
    if tree.tokens[i].deprel == "acl:relcl":
        return False
    if relation == "nsubj":
        return tree.tokens[i].deprel == "nsubj:pass"
    if relation in ("obl", "nmod"):
        marks = [fold(tree.tokens[c].form) for c in tree.all_children(i, "case")]
        return not marks or marks[0] in words.ties
    return True


def _is_purpose(tree: Tree, i: int, words: Marks) -> bool:
    return any(words.conditions.has(tree.tokens[m]) for m in tree.all_children(i, "mark"))


def _is_hedged(tree: Tree, i: int, words: Marks) -> bool:
    """Whether a hedge stands on the word or on its governor, or the verb has the mood of hearsay."""
    near = [i, *tree.children[i], *(d for c in tree.all_children(i, "amod") for d in tree.children[c])]
    near += [i - 1] if i and tree.tokens[i - 1].upos in ("ADV", "PART", "ADJ") else []  # hung on the subject instead
    head = tree.tokens[i].head
    if head >= 0 and tree.relation(i) in ("xcomp", "obj", "obl", "conj", "nmod"):
        near += [head, *tree.all_children(head, "advmod", "aux", "amod")]
    hedged = words.hedges.any_in(tree, near) or is_hearsay(tree, i)
    told = tree.relation(i) == "ccomp"  # "said it would halt": the future seen from the past, and no hearsay
    return hedged or any(_ends_any(tree, c, words.conditional_endings) for c in near if not (told and c == i))


def _ends_any(tree: Tree, i: int, endings: tuple[str, ...]) -> bool:
    token = tree.tokens[i]
    return bool(endings) and token.upos in ("VERB", "AUX") and token.form.casefold().endswith(endings)


def is_historical(tree: Tree, i: int, when: When | None, published: date | None, words: Marks) -> bool:
    """Whether the deed is background: dated long before publication, or told with words of remembrance."""
    if when is not None and when.end is not None and published is not None:
        return (published - when.end).days > HISTORICAL_DAYS
    near = [*tree.subtree(i), *tree.ancestors(i)]
    return words.historical.any_in(tree, near)
