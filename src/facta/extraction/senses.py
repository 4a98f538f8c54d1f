"""Whether a word of deed has the sense of a deed: what stands near it, who must do it, what is said in metaphors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facta.codebook.grammar import written
from facta.codebook.incidents import NAMED, Trigger
from facta.extraction.deedwords import FORCE, Setting, Spotted, Vocabulary
from facta.extraction.frames import Frame, cases
from facta.extraction.trace import among
from facta.extraction.tree import Tree
from facta.records import NameKind

_KINDS = {
    NameKind.PERSON: "PERSON",
    NameKind.ORGANISATION: "ORGANISATION",
    NameKind.PLACE: "PLACE",
    NameKind.GROUP: "GROUP",
}
_LACKS = {
    "subject": "who does it is not",
    "object": "what it is done to is not",
    "near": "the sentence holds nothing",
}


def objections(spotted: Spotted, words: Vocabulary, setting: Setting) -> Iterator[str]:
    """What speaks against the sense of a deed, each found when it is asked for."""
    frame, trigger = spotted.frame, spotted.entry.trigger
    tree = frame.tree
    others = [i for i in range(len(tree.tokens)) if i not in spotted.tokens]
    if _elsewhere(tree, others, words, setting):
        yield f"`elsewhere`: the sentence or the report is about {among(words.page.elsewhere)}"
    if _figurative(frame, trigger, words):
        yield f"`figurative`: what it is done to is of {among(words.page.figurative)}"
    if trigger.borne and frame.light is None:
        yield "`borne`: no verb of `light` carries it"
    if trigger.active and frame.passive:
        yield "`active`: the verb is in the passive"
    for key, names, tokens in _asked(spotted, others):
        if not in_classes(tree, tokens, names, words) and not (key == "near" and _points_back(spotted, setting)):
            yield f"`{key}`: {_LACKS[key]} of {among(names)}"
    if trigger.unless and in_classes(tree, others, trigger.unless, words):
        yield f"`unless`: the sentence holds something of {among(trigger.unless)}"
    if trigger.topic and not (setting.conflict or _on_topic(frame, others, words)):
        yield f"`topic`: neither the report nor the sentence is on a conflict, nor of {among(words.page.topic)}"


def grounds(spotted: Spotted, words: Vocabulary) -> Iterator[str]:
    """By which words the restrictions of the trigger hold, once nothing speaks against it."""
    frame, trigger = spotted.frame, spotted.entry.trigger
    tree = frame.tree
    others = [i for i in range(len(tree.tokens)) if i not in spotted.tokens]
    asked = list(_asked(spotted, others)) + ([("topic", words.page.topic, others)] if trigger.topic else [])
    for key, names, tokens in asked:
        holding = next((i for i in tokens if in_classes(tree, [i], names, words)), None)
        if holding is None:
            yield f"`{key}`: the report is on a conflict"
        else:
            fitting = among(name for name in names if in_classes(tree, [holding], [name], words))
            yield f"`{key}`: “{tree.tokens[holding].form}” is of {fitting}"
    if trigger.borne and frame.light is not None:
        yield f"`borne`: “{tree.tokens[frame.light].form}” is of `light`"
    if trigger.unless:
        yield f"`unless`: nothing of {among(trigger.unless)}"


def _asked(spotted: Spotted, others: list[int]) -> Iterator[tuple[str, tuple[str, ...], list[int]]]:
    """The classes that the trigger asks for, and the tokens of which one must be of them."""
    frame, trigger = spotted.frame, spotted.entry.trigger
    if trigger.subject:
        yield "subject", trigger.subject, phrase_of(frame.tree, frame.agent)
    if trigger.object:
        yield "object", trigger.object, phrase_of(frame.tree, frame.patient)
    if trigger.near:
        yield "near", trigger.near, others


def _points_back(spotted: Spotted, setting: Setting) -> bool:
    """Whether "the attack" in a report on a conflict means one told before, whatever else its sentence holds."""
    if spotted.entry.pos != "noun" or not setting.conflict:
        return False
    tree = spotted.frame.tree
    determiners = tree.all_children(spotted.frame.predicate, "det")
    return any(written(tree.tokens[c].form) in tree.grammar.pointers for c in determiners)


def _on_topic(frame: Frame, others: list[int], words: Vocabulary) -> bool:
    """Whether the sentence speaks of politics or force, or a place acts, as only states and towns do."""
    acts = frame.agent is not None and in_classes(frame.tree, [frame.agent], ("PLACE",), words)
    return acts or in_classes(frame.tree, others, words.page.topic, words)


def _elsewhere(tree: Tree, others: list[int], words: Vocabulary, setting: Setting) -> bool:
    foreign = setting.elsewhere or in_classes(tree, others, words.page.elsewhere, words)
    return foreign and not in_classes(tree, others, FORCE, words)


def _figurative(frame: Frame, trigger: Trigger, words: Vocabulary) -> bool:
    if (trigger.type not in words.page.physical and not trigger.active) or frame.patient is None:
        return False
    return in_classes(frame.tree, [frame.patient], words.page.figurative, words)


def in_classes(tree: Tree, tokens: Iterable[int], names: Iterable[str], words: Vocabulary) -> bool:
    """Whether one of the tokens is in one of the classes, or in a name of one of the kinds."""
    chosen = list(tokens)
    kinds = NAMED.intersection(names)
    for span in tree.sentence.names if kinds else ():
        if _KINDS[span.kind] in kinds and any(span.first <= i < span.last for i in chosen):
            return True
    return words.union(tuple(names)).any_in(tree, chosen)


def phrase_of(tree: Tree, i: int | None) -> list[int]:
    """The tokens of the noun phrase headed by `i`, without clauses and without what only surrounds the noun: the men
    in "services for men of military age" are not served up as the object."""
    if i is None:
        return []

    def around(c: int) -> bool:
        relation = tree.relation(c)
        if relation in ("nmod", "obl"):
            marks = cases(tree, c)
            return bool(marks) and not marks & tree.grammar.prepositions.partitives
        return relation in ("acl", "advcl", "ccomp", "parataxis", "appos")

    return tree.subtree(i, around)
