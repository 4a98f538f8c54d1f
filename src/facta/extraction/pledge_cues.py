"""From a sentence to the tokens of a commitment: cue, act, party. Leaves actors and types to pledges."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from facta.extraction.binding import (
    is_background,
    is_future,
    is_gerund,
    is_left_open,
    is_negated,
    is_negated_behind,
    is_unreal,
)
from facta.extraction.committing import CLAUSES, Commitments, complements, holder_of, is_infinitive, promiser
from facta.extraction.frames import cases, subject_of
from facta.extraction.phrases import phrase
from facta.extraction.status import Marks
from facta.extraction.tree import Tree


@dataclass(frozen=True, slots=True)
class Cue:
    """A commitment in a sentence: `by` is the party's head word, `act` the head of what it commits to, `first` the
    token from which the wording runs, `cue` the word that commits; `clause` says whether the act is a verb's clause,
    `own` that the subject of the act is the one who commits; `leave` are acts beside it, promised on their own; in the
    `passive`, `by` is only what it will be done to; `holder` is who gives the promise that the act is told of."""

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
    passive: bool = False
    holder: int | None = None


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
    strength = words.strength(tree, i, 0) or ("signs" if words.concluding.has(tree.tokens[i]) else None)
    weak = words.weak.has(tree.tokens[i])
    abstains = strength == "intends" and weak and is_negated(tree, i, marks)  # "does not intend to attack"
    if strength is None or _is_dropped(tree, i, words, marks, strength, abstains):
        return
    subject = subject_of(tree, i)
    for act in complements(tree, i):
        future, infinitive = is_future(tree, act, marks, reported=True), is_infinitive(tree, act)
        if strength == "announces" and (not future or tree.relation(act) not in ("ccomp", "acl")):
            continue
        if strength == "announces" and words.passive.has(tree.tokens[act]):
            continue
        if not (future or infinitive) or is_background(tree, act, marks):
            _drop(tree, i, words, "what follows is no act to come, or only a circumstance")
            continue
        own = tree.child(act, "nsubj")
        own = None if own is not None and tree.grammar.is_complementiser(tree.tokens[own].form) else own
        by = promiser(tree, own, act, words) if future and own is not None else subject
        negated = is_negated(tree, act, marks) or is_negated_behind(tree, i, act, marks)
        who = by if by is not None else subject
        passive = who is not None and tree.tokens[who].head == act and tree.tokens[who].deprel == "nsubj:pass"
        own_act = by != own or not future
        yield Cue(tree, i, act, who, strength, None, True, negated != abstains, weak, own_act, passive=passive)
    if strength == "intends" or (strength == "announces" and not words.declaring.has(tree.tokens[i])):
        return
    for act in _things(tree, i, strength, words):
        clause = tree.tokens[act].upos == "VERB"
        if tree.tokens[act].upos in ("NOUN", "VERB"):
            yield Cue(tree, i, act, subject, strength, None, clause, False, weak, strength == "announces")


def _things(tree: Tree, i: int, strength: str, words: Commitments) -> Iterator[int]:
    """What a verb promises other than by a clause of its own: its object, "committed to a truce", and what a pact that
    it signs is about."""
    said = tree.child(i, "xcomp", "ccomp") is not None
    things = tree.all_children(i, "obj")[-1:] if strength != "commits" or not said else []  # "promised Mali grain"
    things = [] if said and strength == "announces" else things
    if strength == "signs" and not things:  # "llegaron a un acuerdo"
        things = [c for c in tree.all_children(i, "obl") if words.pacts.has(tree.tokens[c])]
    for thing in things:
        if strength == "signs" and words.pacts.any_in(tree, [thing]):
            yield from _provisions(tree, i, thing, words)
        elif not words.concluding.has(tree.tokens[i]):
            yield thing
    if strength not in ("announces", "signs"):
        yield from (c for c in tree.all_children(i, "obl") if cases(tree, c) & tree.grammar.prepositions.goals)


def _provisions(tree: Tree, i: int, pact: int, words: Commitments) -> Iterator[int]:
    """What a pact commits to, "a deal to free the crew", "an accord on a truce"; else the pact, "a ceasefire deal"."""
    clauses = [c for c in (*tree.all_children(pact, *CLAUSES), *tree.all_children(i, *CLAUSES)) if c > pact]
    found = [c for c in clauses if is_infinitive(tree, c) or words.is_to_come(tree, c)]
    contents = tree.grammar.prepositions.contents
    found += [c for c in tree.all_children(pact, "nmod", "obl") if cases(tree, c) & contents]
    found += [c for c in tree.all_children(i, "obl") if c > pact and cases(tree, c) & contents]
    yield from found or [pact]


def _nominal(tree: Tree, i: int, words: Commitments, marks: Marks) -> Iterator[Cue]:
    strength = words.strength(tree, i, 1)
    if strength is None:
        return
    denied = any(marks.negators.has(tree.tokens[c]) for c in tree.all_children(i, "det", "advmod"))
    carrier = tree.tokens[i].head if tree.relation(i) == "obj" else None  # "made no promise", "has no plan"
    if carrier is not None and carrier >= 0 and is_unreal(tree, carrier, marks, abstains=strength == "intends"):
        _drop(tree, i, words, "the word itself is negated, only possible, or what somebody is asked to do")
        return
    denied = denied or (carrier is not None and carrier >= 0 and is_negated(tree, carrier, marks))
    party, weak = holder_of(tree, i), words.weak.has(tree.tokens[i])
    first = party if party is not None and party < i and tree.tokens[party].head == i else None
    if first is None and any(nouns.any_in(tree, [i]) for _, _, nouns in words.deeds):
        first = i
    for act in complements(tree, i):
        future = is_future(tree, act, marks, reported=True)
        if is_background(tree, act, marks) or not (future or is_infinitive(tree, act) or is_gerund(tree, act)):
            continue
        own = tree.child(act, "nsubj") if future else None
        by = promiser(tree, own, act, words) if own is not None else party
        negated = is_negated(tree, act, marks) or is_negated_behind(tree, i, act, marks)
        said = by == party and party is not None
        start = None if future else first
        yield Cue(tree, i, act, by, strength, start, True, negated or denied, weak, said, holder=party)
        return
    if strength == "announces" or denied:
        return
    contents = tree.grammar.prepositions.contents
    towards = [c for c in tree.all_children(i, "nmod", "obl") if c > i and c != party and cases(tree, c) & contents]
    if towards:
        yield Cue(tree, i, towards[0], party, strength, first if first is not None else i, False, denied, weak)


def _adjectival(tree: Tree, i: int, words: Commitments, marks: Marks) -> Iterator[Cue]:
    strength = words.strength(tree, i, 2)
    if strength is None:
        return
    weak = words.weak.has(tree.tokens[i])
    abstains = strength == "intends" and weak and is_negated(tree, i, marks)  # "не намерена штурмовать"
    if (is_negated(tree, i, marks) and not abstains) or _is_dropped(tree, i, words, marks, strength, abstains, True):
        return
    subject, words_for = subject_of(tree, i), tree.grammar.prepositions
    for act in [*complements(tree, i), *tree.all_children(i, "obl")]:
        clause = is_infinitive(tree, act) or is_gerund(tree, act)
        if (clause or cases(tree, act) & (words_for.goals | words_for.purposes)) and subject is not None:
            negated = is_negated(tree, act, marks) != abstains
            yield Cue(tree, i, act, subject, strength, subject, clause, negated, weak)
            return


def _is_dropped(
    tree: Tree, i: int, words: Commitments, marks: Marks, strength: str, abstains: bool, adjective: bool = False
) -> bool:
    """Whether the word does not commit here, which whoever listens is told unless it is a mere word of saying."""
    unreal = is_unreal(tree, i, marks, abstains, adjective)
    if unreal and strength != "announces":
        _drop(tree, i, words, "the word itself is negated, only possible, or what somebody is asked to do")
    return unreal


def _drop(tree: Tree, i: int, words: Commitments, reason: str) -> None:
    if tree.trace.on:
        tree.trace.dropped("pledge", tree.tokens[i].span, words.rule(tree, i), reason)


def each_act(cue: Cue, marks: Marks, apart: Callable[[Cue, Cue], bool]) -> Iterator[Cue]:
    """The cue, or one for each act of "free the hostages and stop the strikes" when they are apart."""
    tree = cue.tree
    beside = [
        replace(cue, act=c, first=None, negated=is_negated(tree, c, marks) if _is_marked(tree, c) else cue.negated)
        for c in tree.all_children(cue.act, "conj")
        if tree.tokens[c].upos == "VERB" and tree.child(c, "nsubj") is None
    ]
    alone = replace(cue, leave=frozenset(other.act for other in beside))
    others = [other for other in beside if apart(alone, other) or _is_told_apart(tree, other.act)]
    if not others:
        yield cue
        return
    yield replace(cue, leave=frozenset(other.act for other in others))
    yield from others


def _is_marked(tree: Tree, act: int) -> bool:
    """Whether an act beside another begins anew, with its own "to" or "that"; it shares no negation then."""
    return bool(tree.all_children(act, "mark")) or _is_told_apart(tree, act)


def _is_told_apart(tree: Tree, act: int) -> bool:
    """Whether the act stands in a that-clause of its own: "… and that it would free the crew"."""
    marks = tree.all_children(act, "mark")
    return any(tree.grammar.is_complementiser(tree.tokens[c].form) for c in marks)


def futures_in(tree: Tree, words: Commitments, marks: Marks) -> Iterator[Cue]:
    """Clauses in a future tense whose subject can decide on the act: "Germany will provide training"."""
    for i, token in enumerate(tree.tokens):
        predicate = token.upos == "VERB" or (token.upos == "ADJ" and words.predicates.has(token))
        if not predicate or not is_future(tree, i, marks) or words.passive.any_in(tree, [i]):
            continue
        subject = subject_of(tree, i)
        if is_left_open(tree, i, words, marks):
            continue
        if subject is None or words.inanimate.has(tree.tokens[subject]) or is_background(tree, i, marks):
            continue
        passive = tree.tokens[subject].head == i and tree.tokens[subject].deprel == "nsubj:pass"
        first = phrase(tree, subject)[0] if subject < i else None
        yield Cue(tree, i, i, subject, "commits", first, True, is_negated(tree, i, marks), passive=passive)
