"""When the act named by a word of the sentence happens: the time expression that hangs on it. Never guesses."""

from __future__ import annotations

from itertools import takewhile

from facta.codebook.geography import Geography
from facta.codebook.grammar import written
from facta.extraction.frames import cases
from facta.extraction.tree import Tree
from facta.records import When

CLIMBED = ("obj", "nsubj", "obl", "compound", "xcomp", "conj", "advcl", "iobj", "aux", "acl")


def time_of(tree: Tree, token: int, times: tuple[When, ...]) -> When | None:
    """The time of the act named by `token` of `tree`, if the sentence says so."""
    within = tree.sentence.span
    here = {i: when for when in times if when.span and within.covers(when.span) for i in tree.at(when.span)}
    if not here:
        return None
    return _at(tree, token, here) or _by_clause(tree, token, here) or _only_one(tree, token, here)


def _at(tree: Tree, token: int, here: dict[int, When]) -> When | None:
    """What the reader took for the time of the act, or a time that hangs on it: "shelled on Monday"."""
    for label, j in tree.roles.get(token, ()):
        if label.endswith("TMP"):
            below = () if _barred(tree, j) else tree.children[j]
            if found := next((here[k] for k in (j, *below) if k in here), None):
                return found
    own = next((here[j] for j in (*tree.children[token], *_misplaced(tree, token)) if j in here), None)
    return own or (_in_phrase(tree, token, here) if tree.tokens[token].upos == "NOUN" else None)


def _misplaced(tree: Tree, verb: int) -> list[int]:
    """Days tied to the subject or object behind them, preposition and all: "On Sunday troops entered"."""
    nouns = tree.all_children(verb, "nsubj", "obj")
    cased = [(noun, case) for noun in nouns for case in tree.all_children(noun, "case")]
    return [j for noun, case in cased for j in tree.all_children(noun, "compound") if case < j < noun]


def _in_phrase(tree: Tree, noun: int, here: dict[int, When]) -> When | None:
    """The time anywhere in the phrase of a noun of deed: "the meeting in Kyiv last May"."""

    def leave(i: int) -> bool:
        return tree.relation(i) in ("acl", "advcl", "ccomp", "parataxis", "appos", "conj") or _barred(tree, i)

    return next((here[i] for i in tree.subtree(noun, leave) if i in here), None)


def _by_clause(tree: Tree, token: int, here: dict[int, When]) -> When | None:
    """The time of the verb on which the act depends, as long as no clause of another time or speaker lies between."""
    i = token
    for head in tree.ancestors(token):
        if tree.relation(i) not in CLIMBED or _barred(tree, i) or _is_topic(tree, i):
            return None
        if found := _at(tree, head, here):
            return found
        i = head
    return None


def _is_topic(tree: Tree, i: int) -> bool:
    """Is the noun only what the clause is about, "outrage grew over the raid", "reacted to the raid", and no part of
    what it tells, as in "killed in the raid"?"""
    second = tree.relation(i) == "nsubj" and tree.child(tree.tokens[i].head, "nsubj") != i  # can be no subject too
    if not (second or tree.relation(i) == "obl") or tree.tokens[i].upos != "NOUN":
        return False
    marks, words = cases(tree, i), tree.grammar.prepositions
    particle = min(tree.subtree(i)) - 1  # "grew over a raid", where the preposition was read as part of the verb
    if not marks and particle >= 0 and tree.tokens[particle].deprel == "compound:prt":
        marks = frozenset({written(tree.tokens[particle].form)})
    return bool(marks) and not marks & (words.occasions | words.purposes)


def _barred(tree: Tree, i: int) -> bool:
    """Does a word such as "after" or "because" part the token from what stands above it?"""
    if tree.codebook is None:
        return tree.child(i, "mark") is not None
    words = tree.codebook.page("geography", Geography)
    return any(words.has("barrier_words", tree.tokens[c].form) for c in tree.all_children(i, "case", "mark"))


def _only_one(tree: Tree, token: int, here: dict[int, When]) -> When | None:
    """The only time of the sentence, when it hangs somewhere in the clause of the act."""
    below = takewhile(lambda i: tree.tokens[i].upos not in ("VERB", "AUX"), (token, *tree.ancestors(token)))
    if len(set(here.values())) != 1 or _barred(tree, token) or any(_is_topic(tree, i) for i in below):
        return None
    first = min(here)
    same = _clause(tree, token) in (_clause(tree, first), _clause_before(tree, first))
    return here[first] if same and not _barred_above(tree, first) else None


def _clause(tree: Tree, i: int) -> int:
    """The verb that heads the clause of a token."""
    chain = (i, *tree.ancestors(i))
    return next((j for j in chain if tree.tokens[j].upos in ("VERB", "AUX")), chain[-1])


def _clause_before(tree: Tree, i: int) -> int:
    """The clause that a time belongs to when a comma parts it from the participle that it was tied to:
    "a blast hit the camp on Friday, killing five"."""
    verb = _clause(tree, i)
    parted = i < verb and any(tree.tokens[j].form == "," for j in range(i, verb))
    return _clause(tree, tree.tokens[verb].head) if parted and tree.relation(verb) in ("advcl", "acl") else verb


def _barred_above(tree: Tree, i: int) -> bool:
    """Does the time belong to an event that is only mentioned: "following a pause in July"?"""
    joined = False  # "since noon and throughout the night": "since" is the other's
    for j in (i, *tree.ancestors(i)):
        if tree.tokens[j].upos in ("VERB", "AUX"):
            return False
        if j != i and not joined and _barred(tree, j):
            return True
        joined = tree.relation(j) == "conj"
    return False
