"""What the words above a deed make of it, as long as it stands in their complement: planned, supposed, prevented,
denied. Takes a deed's place in its sentence; leaves its own clause to `moods`, the outcome to `status`."""

from __future__ import annotations

from facta.codebook.grammar import written
from facta.codebook.speech import Speech
from facta.extraction.committing import is_infinitive
from facta.extraction.frames import cases, governors, is_relative
from facta.extraction.marks import Marks
from facta.extraction.moods import is_done_already, of_clause, tell
from facta.extraction.tree import Tree
from facta.records import Act, Status
from facta.text import fold

_IN_COMPLEMENT = ("ccomp", "xcomp", "obj", "acl", "obl", "nmod", "advcl", "compound", "csubj", "nsubj")
_UNDONE = (Status.DENIED, Status.NEGATED)


def of_governors(tree: Tree, i: int, words: Marks) -> set[Status | None]:
    """What the words above say, as long as the deed stands in their complement."""
    found: set[Status | None] = set()
    for above, relation in governors(tree, i):
        found.add(_of_helper(tree, i, words))
        if relation in ("conj", "cop", "aux"):
            i = above
            continue
        if _happens(tree, i, above, words):
            found |= {of_clause(tree, above, words), Status.PLANNED if words.future.has(tree.tokens[above]) else None}
            i = above
            continue  # "no talks took place", "обстрілів не було", "it is not true that …"
        if is_belied(tree, i, above, words):
            return found | {Status.DENIED}
        kind, outer = _of_word(tree, i, above, words)
        aim = is_aim(tree, i, words)
        if aim and kind is None:  # "will move to send": the aim shares the verb's future
            found.add(outer or (None if _is_done(tree, above, words) else Status.PLANNED))
            if relation == "advcl":
                break
        if _is_passive_subject(tree, i) and not _may_govern_subject(tree, above, kind, words):
            break  # "the attack was foiled", but not "the attack was discussed"
        if not (aim or (relation in _IN_COMPLEMENT and _is_tied(tree, i, relation, words))):
            break
        found.add(kind)
        if kind is not None:
            tell(tree, tree.tokens[above], f"governors.{kind}", f"makes “{tree.tokens[i].form}” {kind}")
        implied = relation == "ccomp" and outer is Status.NEGATED and words.achieved.has(tree.tokens[above])
        if kind is not None or implied or relation in ("xcomp", "csubj"):
            found.add(outer)  # "no lograron que firmaran"
        elif relation not in ("ccomp", "compound"):
            break
        i = above
    return found


def _of_word(tree: Tree, i: int, above: int, words: Marks) -> tuple[Status | None, Status | None]:
    """What the word above makes of the deed, and what its own clause makes of the word."""
    kind, outer = words.kind(tree, above), of_clause(tree, above, words)
    if outer is Status.NEGATED and words.excluding.any_in(tree, [above]):  # "does not rule out"
        return Status.HYPOTHETICAL, None
    if kind is Status.PLANNED and tree.relation(i) == "ccomp" and is_done_already(tree, i):
        kind = None  # "announced that they had taken the town"
    if kind in _UNDONE and outer is Status.NEGATED:  # "did not deny", "will not stop"
        return None, None
    if kind not in _UNDONE and _is_void(tree, above, kind, words):
        return Status.NEGATED, None
    return kind, outer


def _is_void(tree: Tree, noun: int, kind: Status | None, words: Marks) -> bool:
    """Whether there is no such plan, wish or sign: "has no intention of attacking", "не має наміру вивести"."""
    if tree.tokens[noun].upos != "NOUN" or not (kind is Status.PLANNED or words.signs.has(tree.tokens[noun])):
        return False
    verb = tree.tokens[noun].head
    borne = verb >= 0 and tree.relation(noun) in ("obj", "nsubj", "obl") and tree.tokens[verb].upos in ("VERB", "AUX")
    return borne and of_clause(tree, verb, words) is Status.NEGATED


def _happens(tree: Tree, i: int, above: int, words: Marks) -> bool:
    """Whether the word above only says that the deed happens: "talks will take place", "there was no attack"."""
    if tree.relation(i) not in ("nsubj", "obj", "csubj", "ccomp") or _is_passive_subject(tree, i):
        return False
    return words.kind(tree, above) is None and words.happening.any_in(tree, [above])


def _is_passive_subject(tree: Tree, i: int) -> bool:
    head = tree.tokens[i].head
    if tree.relation(i) != "nsubj" or head < 0:
        return False
    return tree.tokens[i].deprel == "nsubj:pass" or any(
        tree.tokens[c].deprel == "aux:pass" for c in tree.children[head]
    )


def _may_govern_subject(tree: Tree, verb: int, kind: Status | None, words: Marks) -> bool:
    return kind in _UNDONE or (kind is not None and words.scheduling.has(tree.tokens[verb]))


def is_belied(tree: Tree, i: int, noun: int, words: Marks) -> bool:
    """Whether the clause is the content of a noun that somebody calls false: "dismissed as fabricated claims that …",
    "las informaciones según las cuales … son falsas"."""
    if tree.tokens[noun].upos != "NOUN" or not (_is_content(tree, i) or tree.relation(i) == "nmod"):
        return False
    above = tree.tokens[noun].head
    near = [*tree.children[noun], *(c for c in tree.children[i] if tree.tokens[c].upos == "ADJ")]
    near += [above, *tree.all_children(above, "xcomp", "obl", "amod", "obj")] if above >= 0 else []
    kind = words.kind(tree, above) if above >= 0 and tree.relation(noun) in ("obj", "obl", "xcomp") else None
    denied = kind is Status.DENIED or (kind is Status.NEGATED and _is_claim(tree, noun))  # "rechazó las acusaciones"
    near = [c for c in near if c not in (noun, i)]
    return (denied and tree.relation(i) != "nmod") or words.falsehoods.any_in(tree, near)


def _is_claim(tree: Tree, noun: int) -> bool:
    """Whether the noun is something said of the deed, and no wish for it: "accusations", but not "demands"."""
    nouns = tree.codebook.page("speech", Speech).nouns_by_lemma if tree.codebook else {}
    return any(cue.act in (Act.ACCUSE, Act.ASSERT) for cue in nouns.get(fold(tree.tokens[noun].lemma), ()))


def _is_content(tree: Tree, i: int) -> bool:
    """Whether the clause under a noun tells what the noun says: "claims [that …]", "Berichte, [wonach …]"."""
    if not is_relative(tree, i):
        return tree.relation(i) in ("acl", "ccomp", "xcomp")
    sources = tree.codebook.page("speech", Speech).one_word_sources if tree.codebook else frozenset[str]()
    opening = (tree.tokens[m] for c in tree.all_children(i, "obl", "nmod") for m in tree.all_children(c, "case"))
    return any(fold(token.form) in sources for token in opening)


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
    if any(
        group.has(tree.tokens[m]) for m in tree.all_children(i, "mark") for group in (words.negators, words.conditions)
    ):
        return False  # "without retaking", "considers whether to retake"
    told = (written(tree.tokens[c].form) in tree.grammar.perfect_auxiliaries for c in tree.all_children(i, "aux"))
    return bool(cases(tree, i) & tree.grammar.infinitives.purposive) and not any(told)


def _is_done(tree: Tree, above: int, words: Marks) -> bool:
    """Whether what hangs on the word as an aim has happened all the same: "used mortars to shell", "the first to"."""
    return words.achieved.any_in(tree, [above, *tree.all_children(above, "amod", "advmod")])


def _is_tied(tree: Tree, i: int, relation: str, words: Marks) -> bool:
    """Whether the relation makes `i` the complement of its head, and no mere circumstance or description."""
    if relation == "advcl":  # "stopped short of attacking", "se preparan para atacar"
        tied = _is_purpose(tree, i, words) or any(fold(mark) in words.ties for mark in cases(tree, i))
        return tied or _is_gerund_object(tree, i)
    if tree.tokens[i].deprel == "acl:relcl":
        return False
    if relation == "nsubj":
        return _is_passive_subject(tree, i)
    if relation in ("obl", "nmod"):
        marks = [fold(tree.tokens[c].form) for c in tree.all_children(i, "case")]
        return not marks or marks[0] in words.ties
    return True


def _is_gerund_object(tree: Tree, i: int) -> bool:
    """Whether a gerund is all the object that its verb has: "does not rule out [sending troops]"."""
    above = tree.tokens[i].head
    bare = tree.child(i, "mark", "case", "nsubj") is None and tree.child(above, "obj") is None
    apart = any(tree.tokens[j].upos == "PUNCT" for j in range(above, i))
    return bare and above < i and not apart and tree.grammar.is_gerund(tree.tokens[i].form)


def _is_purpose(tree: Tree, i: int, words: Marks) -> bool:
    return any(words.conditions.has(tree.tokens[m]) for m in tree.all_children(i, "mark"))
