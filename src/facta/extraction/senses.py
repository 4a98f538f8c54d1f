"""Whether a word of deed has the sense of a deed: what stands near it, who must do it, what is said in metaphors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facta.codebook.geography import Geography
from facta.codebook.grammar import written
from facta.codebook.incidents import NAMED, STATE, Trigger
from facta.codebook.offices import Offices
from facta.extraction.deedwords import FORCE, Setting, Spotted, Vocabulary
from facta.extraction.frames import Frame, cases
from facta.extraction.trace import among
from facta.extraction.tree import Tree
from facta.records import NameKind
from facta.text import fold

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
    if not trigger.anywhere and _elsewhere(spotted, others, words, setting):
        yield f"`elsewhere`: the sentence or the report is about {among(words.page.elsewhere)}"
    if _figurative(spotted, words):
        yield f"`figurative`: what it is done to is of {among(words.page.figurative)}"
    if _is_natural(frame, trigger, words):
        yield f"`natural`: what does it is of {among(words.page.natural)}"
    if trigger.borne and frame.light is None:
        yield "`borne`: no verb of `light` carries it"
    if trigger.active and frame.passive:
        yield "`active`: the verb is in the passive"
    if trigger.bare and len(tree.all_children(frame.predicate, "obj", "xcomp", "ccomp")) > 1:
        yield "`bare`: the verb has a second complement"
    if trigger.own_object is not None and trigger.own_object != _has_object(frame):
        yield f"`own_object`: the verb has {'none' if trigger.own_object else 'one'} beside the phrase"
    for key, names, tokens in _asked(spotted, others):
        if in_classes(tree, tokens, names, words) or ("people" in names and _counts_people(spotted, key, words)):
            continue
        if key != "near" or not _points_back(spotted, setting):
            yield f"`{key}`: {_LACKS[key]} of {among(names)}"
    if trigger.unless and in_classes(tree, others, trigger.unless, words):
        yield f"`unless`: the sentence holds something of {among(trigger.unless)}"
    if trigger.topic and not (setting.conflict or _on_topic(frame, others, words)):
        yield f"`topic`: neither the report nor the sentence is on a conflict, nor of {among(words.page.topic)}"


def _counts_people(spotted: Spotted, key: str, words: Vocabulary) -> bool:
    """Whether a bare number is harmed, as only people are counted: "kills three", "one died"."""
    frame = spotted.frame
    i = {"object": frame.patient, "subject": frame.agent}.get(key)
    if i is None or frame.tree.tokens[i].upos != "NUM" or not words.harms.has(frame.tree.tokens[frame.predicate]):
        return False
    return frame.tree.child(i, "nmod", "obl") is None


def _has_object(frame: Frame) -> bool:
    """Whether something is done to somebody or something that the verb takes without preposition."""
    tree, i = frame.tree, frame.predicate
    return frame.passive or tree.child(i, "obj") is not None


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
    if not tree.grammar.determiners.definite:  # a language without articles
        return not determiners and tree.child(spotted.frame.predicate, "nummod") is None
    return any(written(tree.tokens[c].form) in tree.grammar.pointers for c in determiners)


def _on_topic(frame: Frame, others: list[int], words: Vocabulary) -> bool:
    """Whether the sentence speaks of politics or force, a place acts, as only states and towns do, or a state or
    people has a part in the deed."""
    tree = frame.tree
    acts = frame.agent is not None and in_classes(tree, [frame.agent], ("PLACE",), words)
    return (
        acts or in_classes(tree, others, words.page.topic, words) or in_classes(tree, _parties(frame), (STATE,), words)
    )


def _parties(frame: Frame) -> list[int]:
    """The words for who does the deed, whom it is done to, and whom it concerns, but not for where it is done."""
    tree, verb = frame.tree, frame.verb
    places = tree.codebook.page("geography", Geography).folded["locative_words"] if tree.codebook else frozenset()
    concerned = [c for c in tree.all_children(verb, "obl", "iobj") if not cases(tree, c) & places]
    return [i for head in (frame.agent, frame.patient, *concerned) for i in phrase_of(tree, head)]


def _elsewhere(spotted: Spotted, others: list[int], words: Vocabulary, setting: Setting) -> bool:
    """Whether the sentence or the report is about sport, business and the like: words of force outweigh that, and words
    of politics do for what politicians do; not those in names, such as a league of a party's."""
    tree, page = spotted.frame.tree, words.page
    foreign = setting.elsewhere or in_classes(tree, _unnamed(tree, others), page.elsewhere, words)
    weighty = page.topic if spotted.type not in page.physical and not setting.elsewhere else FORCE
    return foreign and not in_classes(tree, others, weighty, words)


def _unnamed(tree: Tree, tokens: list[int]) -> list[int]:
    """The words that are in no name of an organisation."""
    bodies = [n for n in tree.sentence.names if n.kind is NameKind.ORGANISATION]
    return [i for i in tokens if not any(n.first <= i < n.last for n in bodies)]


def _figurative(spotted: Spotted, words: Vocabulary) -> bool:
    """Whether it is done to what can be hurt in metaphors only; the fire in "open fire" is part of the deed."""
    frame, trigger = spotted.frame, spotted.entry.trigger
    if (
        frame.patient in spotted.tokens
        or (trigger.type not in words.page.physical and not trigger.active)
        or frame.patient is None
    ):
        return False
    return in_classes(frame.tree, [frame.patient], words.page.figurative, words)


def _is_natural(frame: Frame, trigger: Trigger, words: Vocabulary) -> bool:
    """Whether nobody does it: storms destroy and lightning strikes, but soldiers in a storm do as well."""
    if trigger.type not in words.page.physical or not words.page.natural:
        return False
    tree, i = frame.tree, frame.agent
    i = tree.child(frame.verb, "nsubj") if i is None and not frame.passive else i
    return i is not None and in_classes(tree, [i], words.page.natural, words)


def in_classes(tree: Tree, tokens: Iterable[int], names: Iterable[str], words: Vocabulary) -> bool:
    """Whether one of the tokens is in one of the classes, or in a name of one of the kinds."""
    chosen = list(tokens)
    kinds = NAMED.intersection(names)
    for span in tree.sentence.names if kinds else ():
        if _KINDS[span.kind] in kinds and any(span.first <= i < span.last for i in chosen):
            return True
    chosen_states = tree.states | tree.places if "PLACE" in kinds else frozenset()
    if STATE in names:
        chosen_states = tree.states | tree.peoples
    if "people" in names and any(_holds_office(tree, i) for i in chosen):
        return True
    return not chosen_states.isdisjoint(chosen) or words.union(tuple(names)).any_in(tree, chosen)


def _holds_office(tree: Tree, i: int) -> bool:
    """Whether the word is a role of `offices.yml`: whoever has one is somebody."""
    if tree.codebook is None or tree.tokens[i].upos not in ("NOUN", "PROPN"):
        return False
    roles = tree.codebook.page("offices", Offices).role_sectors
    return fold(tree.tokens[i].lemma) in roles or fold(tree.tokens[i].form) in roles


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
