"""From a sentence to the tokens of a commitment: cue, act, party. Leaves actors and types to pledges."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from facta.extraction.auxiliaries import helpers
from facta.extraction.committing import (
    Commitments,
    complements,
    holder_of,
    is_content,
    is_infinitive,
    promiser,
)
from facta.extraction.frames import cases, subject_of
from facta.extraction.phrases import phrase
from facta.extraction.status import Marks, is_future_form
from facta.extraction.tree import Tree


@dataclass(frozen=True, slots=True)
class Cue:
    """A commitment in a sentence: `by` is the party's head word, `act` the head of what it commits to, `first` the
    token from which the wording runs, `cue` the word that commits; `clause` says whether the act is a verb's clause,
    `own` that the subject of the act is the one who commits; `leave` are acts beside it, promised on their own."""

    tree: Tree
    cue: int
    act: int
    by: int | None
    strength: str
    first: int | None = None
    clause: bool = True
    negated: bool = False
    weak: bool = False
    own: bool = False
    leave: frozenset[int] = frozenset()


def cues_in(tree: Tree, words: Commitments, marks: Marks) -> Iterator[Cue]:
    """Commitments told by a word that commits, in text order; future tenses are found by `futures_in`."""
    for i, token in enumerate(tree.tokens):
        if token.upos == "VERB":
            yield from _verbal(tree, i, words, marks)
        elif token.upos == "NOUN":
            yield from _nominal(tree, i, words, marks)
        if token.upos in ("ADJ", "VERB"):
            yield from _adjectival(tree, i, words, marks)


def _verbal(tree: Tree, i: int, words: Commitments, marks: Marks) -> Iterator[Cue]:
    strength = words.strength(tree, i, 0)
    if strength is None or _is_dropped(tree, i, words, marks, strength):
        return
    subject = subject_of(tree, i)
    weak = words.weak.has(tree.tokens[i])
    for act in complements(tree, i):
        future, infinitive = is_future(tree, act, marks, reported=True), is_infinitive(tree, act)
        if strength == "announces" and (not future or tree.relation(act) != "ccomp"):
            continue
        if not (future or infinitive) or _is_background(tree, act, marks):
            _drop(tree, i, words, "what follows is no act to come, or only a circumstance")
            continue
        own = tree.child(act, "nsubj")
        by = promiser(tree, own, act, words) if future else subject
        negated = is_negated(tree, act, marks) or _is_negated_behind(tree, i, act, marks)
        who = by if by is not None else subject
        yield Cue(tree, i, act, who, strength, None, True, negated, weak, by != own or not future)
    if strength in ("announces", "intends"):
        return
    noun = tree.child(i, "obj") if strength != "commits" or tree.child(i, "xcomp", "ccomp") is None else None
    towards = [c for c in tree.all_children(i, "obl") if cases(tree, c) & tree.grammar.prepositions.goals]
    for act in [*([noun] if noun is not None else []), *towards]:
        if tree.tokens[act].upos in ("NOUN", "VERB"):
            yield Cue(tree, i, act, subject, strength, None, False, False, weak)


def _nominal(tree: Tree, i: int, words: Commitments, marks: Marks) -> Iterator[Cue]:
    strength = words.strength(tree, i, 1)
    if strength is None:
        return
    denied = any(marks.negators.has(tree.tokens[c]) for c in tree.all_children(i, "det", "advmod"))
    party, weak = holder_of(tree, i), words.weak.has(tree.tokens[i])
    first = party if party is not None and party < i and tree.tokens[party].head == i else None
    if first is None and any(nouns.any_in(tree, [i]) for _, _, nouns in words.deeds):
        first = i
    for act in complements(tree, i):
        future = is_future(tree, act, marks, reported=True)
        if _is_background(tree, act, marks) or not (future or is_infinitive(tree, act) or _is_gerund(tree, act)):
            continue
        own = tree.child(act, "nsubj") if future else None
        by = promiser(tree, own, act, words) if own is not None else party
        negated = denied or is_negated(tree, act, marks) or _is_negated_behind(tree, i, act, marks)
        said = by == party and party is not None
        yield Cue(tree, i, act, by, strength, None if future else first, True, negated, weak, said)
        return
    if strength == "announces" or denied:
        return
    contents = tree.grammar.prepositions.contents
    towards = [c for c in tree.all_children(i, "nmod", "obl") if c > i and c != party and cases(tree, c) & contents]
    if towards:
        yield Cue(tree, i, towards[0], party, strength, first if first is not None else i, False, denied, weak)


def _adjectival(tree: Tree, i: int, words: Commitments, marks: Marks) -> Iterator[Cue]:
    strength = words.strength(tree, i, 2)
    if strength is None or is_negated(tree, i, marks) or _is_dropped(tree, i, words, marks, strength):
        return
    subject, words_for = subject_of(tree, i), tree.grammar.prepositions
    for act in [*complements(tree, i), *tree.all_children(i, "obl")]:
        clause = is_infinitive(tree, act) or _is_gerund(tree, act)
        if (clause or cases(tree, act) & (words_for.goals | words_for.purposes)) and subject is not None:
            yield Cue(
                tree,
                i,
                act,
                subject,
                strength,
                subject,
                clause,
                is_negated(tree, act, marks),
                words.weak.has(tree.tokens[i]),
            )
            return


def _is_dropped(tree: Tree, i: int, words: Commitments, marks: Marks, strength: str) -> bool:
    """Whether the word does not commit here, which whoever listens is told unless it is a mere word of saying."""
    unreal = is_unreal(tree, i, marks)
    if unreal and strength != "announces":
        _drop(tree, i, words, "the word itself is negated, only possible, or what somebody is asked to do")
    return unreal


def _drop(tree: Tree, i: int, words: Commitments, reason: str) -> None:
    if tree.trace.on:
        tree.trace.dropped("pledge", tree.tokens[i].span, words.rule(tree, i), reason)


def each_act(cue: Cue, apart: Callable[[Cue, Cue], bool]) -> Iterator[Cue]:
    """The cue, or one for each act of "free the hostages and stop the strikes" when they are apart."""
    tree = cue.tree
    beside = [
        replace(cue, act=c, first=None)
        for c in tree.all_children(cue.act, "conj")
        if tree.tokens[c].upos == "VERB" and tree.child(c, "nsubj") is None
    ]
    alone = replace(cue, leave=frozenset(other.act for other in beside))
    others = [other for other in beside if apart(alone, other)]
    if not others:
        yield cue
        return
    yield replace(cue, leave=frozenset(other.act for other in others))
    yield from others


def futures_in(tree: Tree, words: Commitments, marks: Marks) -> Iterator[Cue]:
    """Clauses in a future tense whose subject can decide on the act: "Germany will provide training"."""
    for i, token in enumerate(tree.tokens):
        predicate = token.upos == "VERB" or (token.upos == "ADJ" and words.predicates.has(token))
        if not predicate or not is_future(tree, i, marks) or words.passive.any_in(tree, [i]):
            continue
        subject = subject_of(tree, i)
        if subject is None or words.inanimate.has(tree.tokens[subject]) or _is_background(tree, i, marks):
            continue
        if tree.tokens[subject].head == i and tree.tokens[subject].deprel == "nsubj:pass":
            continue
        first = phrase(tree, subject)[0] if subject < i else None
        yield Cue(tree, i, i, subject, "commits", first, True, is_negated(tree, i, marks))


# ------------------------------------------------------------------------------------------------ grammar


def is_future(tree: Tree, i: int, marks: Marks, reported: bool = False) -> bool:
    """Whether the clause has a future auxiliary, or a future ending of its own; `reported` takes a conditional for the
    future of a promise told: "anunció que retiraría"."""
    aux = helpers(tree, i)
    if any(marks.possible.has(t) for t in aux):
        return False
    if reported and marks.conditional_endings and tree.tokens[i].form.casefold().endswith(marks.conditional_endings):
        return True
    return is_future_form(tree, i, marks) or any(marks.future.has(t) or marks.reported_future.has(t) for t in aux)


def is_negated(tree: Tree, i: int, marks: Marks) -> bool:
    """Whether a negator stands on the word."""
    below = tree.all_children(i, "advmod", "aux", "det", "mark", "cc")
    below += [d for c in tree.all_children(i, "obl") for d in tree.all_children(c, "det")]
    return any(marks.negators.has(tree.tokens[c]) for c in below)


def is_unreal(tree: Tree, i: int, marks: Marks) -> bool:
    """Whether the commitment itself is negated, only possible, or asked for."""
    below = [tree.tokens[c] for c in tree.all_children(i, "aux", "advmod", "mark") if c < i]
    if any(marks.negators.has(t) or marks.possible.has(t) or marks.conditions.has(t) for t in below):
        return True
    head = tree.tokens[i].head
    return head >= 0 and tree.relation(i) == "xcomp" and tree.tokens[head].upos != "AUX"


def _is_negated_behind(tree: Tree, cue: int, act: int, marks: Marks) -> bool:
    """Whether a negator between cue and act, hung on the cue, negates the act: "prometió no atacar"."""
    return any(cue < c < act and marks.negators.has(tree.tokens[c]) for c in tree.all_children(cue, "advmod"))


def _is_background(tree: Tree, i: int, marks: Marks) -> bool:
    """Whether the clause only modifies: an if-clause, or one that says why or when."""
    return not is_content(tree, i) or any(
        marks.conditions.has(tree.tokens[c]) for c in tree.all_children(i, "mark", "advmod")
    )


def _is_gerund(tree: Tree, i: int) -> bool:
    return tree.grammar.is_verbal_noun(tree.tokens[i].form) and tree.tokens[i].upos in ("VERB", "NOUN")
