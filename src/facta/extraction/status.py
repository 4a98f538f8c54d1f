"""From a deed's place in its clause to its status: denied, planned, supposed or not done. Leaves types to others."""

from __future__ import annotations

from dataclasses import dataclass

from facta.codebook.grammar import written
from facta.codebook.speech import Speech
from facta.extraction.auxiliaries import helpers, is_hearsay
from facta.extraction.committing import commitments, committed_by, is_infinitive
from facta.extraction.frames import cases, clause_head, governors
from facta.extraction.marks import Marks, marks
from facta.extraction.moods import (
    has_condition,
    is_conditional,
    is_future_form,
    is_inverted,
    is_marked_condition,
    is_modal,
)
from facta.extraction.trace import Rule
from facta.extraction.tree import Tree
from facta.extraction.words import Words
from facta.records import Status, Token
from facta.text import fold

__all__ = ["Marks", "Reality", "is_aim", "is_future_form", "is_marked_condition", "is_modal", "marks", "reality"]

_IN_COMPLEMENT = ("ccomp", "xcomp", "obj", "acl", "obl", "nmod", "advcl", "compound", "csubj", "nsubj")
_STRENGTH = (Status.DENIED, Status.NEGATED, Status.HYPOTHETICAL, Status.PLANNED)
_QUESTION = ("?", "¿")


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
    below = [tree.tokens[c] for c in _beside(tree, i) if not words.adding.phrase_at(tree, c)]  # "not only"
    if any(words.negators.has(t) for t in below):
        return _put(tree, i, Status.NEGATED, "negators", words.negators, below)
    if any(words.conditions.has(t) for t in below) or is_inverted(tree, i, words):
        return _put(tree, i, Status.HYPOTHETICAL, "conditions", words.conditions, below)
    conditioned = has_condition(tree, i, words)
    if conditioned and any(is_conditional(tree, c, words) for c in (i, *tree.all_children(i, "aux"))):
        return Status.HYPOTHETICAL
    if any(words.possible.has(t) for t in below):
        return _put(tree, i, Status.HYPOTHETICAL, "possible", words.possible, below)
    others = [t for t in below if t.upos != "AUX"]
    ahead = [*helpers(tree, i), *others]
    would = any(words.reported_future.has(t) for t in ahead)
    if would and _is_done_already(tree, i):  # "would have attacked" did not
        return Status.HYPOTHETICAL
    if any(words.future.has(t) for t in ahead) or would or is_future_form(tree, i, words):
        status = Status.HYPOTHETICAL if conditioned else Status.PLANNED
        return _put(tree, i, status, "future", words.future, ahead)
    return None


def _put(tree: Tree, i: int, status: Status, key: str, words: Words, tokens: list[Token]) -> Status:
    """The status; whoever listens is told which of the tokens gives it to token `i`."""
    if tree.trace.on:
        by = next((token for token in tokens if words.has(token)), tree.tokens[i])
        _tell(tree, by, key, f"makes “{tree.tokens[i].form}” {status}")
    return status


def _tell(tree: Tree, by: Token, key: str, reason: str) -> None:
    tree.trace.fired("status", by.span, Rule("hedges", tuple(key.split(".")), by.form), reason)


def _beside(tree: Tree, i: int) -> list[int]:
    """The small words on the predicate and on its arguments: "nobody", "neither the army"; not "with no warning"."""
    beside = tree.all_children(i, "aux", "advmod", "det", "mark", "case", "discourse", "amod", "cc")
    beside += [c for c in tree.all_children(i, "parataxis") if tree.tokens[c].upos == "ADV"]  # ", можливо, звільнить"
    arguments = tree.all_children(i, "obl", "nsubj", "obj", "iobj")
    arguments = [c for c in arguments if not cases(tree, c) & tree.grammar.prepositions.instruments]
    beside += [d for c in arguments for d in tree.all_children(c, "det", "cc")]
    return beside + [c for c in arguments if tree.tokens[c].upos in ("PRON", "DET")]


def _is_promised(tree: Tree, verb: int) -> bool:
    """Whether the deed is what somebody decides, promises or agrees to do; what is promised has not happened yet."""
    if tree.codebook is None:
        return False
    return committed_by(tree, verb, commitments(tree.codebook)) is not None


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
        if kind is None and relation in ("nsubj", "obj", "csubj", "ccomp") and words.happening.has(tree.tokens[above]):
            found |= {outer, Status.PLANNED if words.future.has(tree.tokens[above]) else None}
            i = above
            continue  # "no talks took place", "обстрілів не було", "it is not true that …"
        if is_belied(tree, i, above, words):
            found.add(Status.DENIED)
            break
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
        if kind is not None:
            _tell(tree, tree.tokens[above], f"governors.{kind}", f"makes “{tree.tokens[i].form}” {kind}")
        if kind is not None or relation in ("xcomp", "csubj"):
            found.add(outer)
        elif relation not in ("ccomp", "compound"):
            break
        i = above
    return found


def is_belied(tree: Tree, i: int, noun: int, words: Marks) -> bool:
    """Whether the clause is the content of a noun that somebody calls false: "dismissed as fabricated claims that …",
    "las informaciones según las cuales … son falsas"."""
    if tree.tokens[noun].upos != "NOUN" or not _is_content(tree, i):
        return False
    above = tree.tokens[noun].head
    near = [*tree.children[noun], *([above, *tree.all_children(above, "xcomp", "obl", "amod")] if above >= 0 else [])]
    denied = above >= 0 and words.kind(tree, above) is Status.DENIED and tree.relation(noun) in ("obj", "obl", "xcomp")
    return denied or words.falsehoods.any_in(tree, near)


def _is_content(tree: Tree, i: int) -> bool:
    """Whether the clause under a noun tells what the noun says: "claims [that …]", "Berichte, [wonach …]"."""
    if tree.tokens[i].deprel != "acl:relcl":
        return tree.relation(i) in ("acl", "ccomp")
    sources = tree.codebook.page("speech", Speech).one_word_sources if tree.codebook else frozenset[str]()
    opening = (tree.tokens[m] for c in tree.all_children(i, "obl", "nmod") for m in tree.all_children(c, "case"))
    return any(fold(token.form) in sources for token in opening)


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
    small = [c for c in tree.children[i] if tree.relation(c) not in ("nsubj", "obj", "iobj")]  # "the suspect shot"
    near = [i, *small, *(d for c in tree.all_children(i, "amod") for d in tree.children[c])]
    beside = (
        i > 0 and tree.tokens[i - 1].upos in ("ADV", "PART", "ADJ") and tree.relation(i - 1) not in ("nsubj", "obj")
    )
    near += [i - 1] if beside else []  # hung on the subject instead
    head = tree.tokens[i].head
    if head >= 0 and tree.relation(i) in ("xcomp", "obj", "obl", "conj", "nmod"):
        near += [head, *tree.all_children(head, "advmod", "aux", "amod")]
    if words.hedges.any_in(tree, near) or has_condition(tree, i, words):
        return words.hedges.any_in(tree, near)
    if is_hearsay(tree, i):
        return True
    told = tree.relation(i) == "ccomp"  # "said it would halt": the future seen from the past, and no hearsay
    return any(is_conditional(tree, c, words) for c in near if not (told and c == i))
