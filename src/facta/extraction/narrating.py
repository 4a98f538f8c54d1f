"""When a deed happened that is told after a dated sentence of its paragraph: "On Tuesday rebels entered the town. They
burned the market." Takes the sentences, their times and deeds; gives the time carried over. Never guesses: the deed
must be told in the past, without a time of its own, and be tied to what went before."""

from __future__ import annotations

from collections.abc import Sequence

from facta.codebook.grammar import written
from facta.codebook.speech import Speech
from facta.codebook.times import Times
from facta.extraction.same_deed import other_actor
from facta.extraction.times import is_one
from facta.extraction.timing import time_of
from facta.extraction.tree import Tree
from facta.extraction.triggers import Spotted, Vocabulary
from facta.records import Incident, Status, When
from facta.text import fold

_TOLD = (Status.REPORTED, Status.ATTRIBUTED)
_BACK = 2  # sentences; further on the story may have moved to another day


def carried_over(
    spotted: Spotted, incident: Incident, earlier: Sequence[Incident], times: tuple[When, ...], words: Vocabulary
) -> When | None:
    """The time of the nearest dated sentence before in the paragraph, where the deed goes on from it; `earlier` are
    the deeds told before this one."""
    tree = spotted.frame.tree
    if incident.status not in _TOLD or incident.historical or _is_dated(tree, times):
        return None
    before = tree
    for _ in range(_BACK):
        if before.previous is None:
            return None
        before = before.previous
        if _is_dated(before, times):
            when = _time_told(before, times) if _is_past(tree, spotted) or _both_before(tree, spotted, before) else None
            deeds = [deed for deed in earlier if before.sentence.span.covers(deed.trigger)]
            return when if _goes_on(spotted, incident, deeds, words) else None
    return None


def _is_dated(tree: Tree, times: tuple[When, ...]) -> bool:
    return any(when.span and tree.sentence.span.covers(when.span) for when in times)


def _is_past(tree: Tree, spotted: Spotted) -> bool:
    """Whether the clause is told in the past of news: "burned", "a brûlé", and not "has burned" or "had burned"."""
    if tree.codebook is None:
        return False
    verb = spotted.frame.verb
    chain = (verb, *tree.ancestors(verb))
    verb = next((i for i in chain if tree.tokens[i].upos in ("VERB", "AUX")), verb)
    helpers = [tree.tokens[c] for c in tree.all_children(verb, "aux", "cop")]
    perfect = [token.form for token in helpers if written(token.lemma) in tree.grammar.perfect_auxiliaries]
    if perfect:
        return any(written(form) in tree.grammar.narrative_auxiliaries for form in perfect)
    past = tree.codebook.page("times", Times).past
    return any(is_one(form, past) for form in (tree.tokens[verb].form, *(token.form for token in helpers)))


def _both_before(tree: Tree, spotted: Spotted, earlier: Tree) -> bool:
    """Whether both tell what had been done before: "In 2022 they had burned trucks. They had killed eleven"."""
    root = next((i for i in range(len(earlier.tokens)) if earlier.relation(i) == "root"), None)
    chain = (spotted.frame.verb, *tree.ancestors(spotted.frame.verb))
    return root is not None and any(_had_done(tree, i) for i in chain) and _had_done(earlier, root)


def _had_done(tree: Tree, verb: int) -> bool:
    """Is the verb in a past perfect: a helper that makes perfects, itself in a past form?"""
    if tree.codebook is None:
        return False
    past = tree.codebook.page("times", Times).past
    helpers = (tree.tokens[c] for c in tree.all_children(verb, "aux"))
    return any(
        written(token.lemma) in tree.grammar.perfect_auxiliaries
        and is_one(token.form, past)
        and written(token.form) not in tree.grammar.narrative_auxiliaries
        for token in helpers
    )


def _time_told(tree: Tree, times: tuple[When, ...]) -> When | None:
    """The time of the sentence's main clause, unless that only tells when something was said."""
    root = next((i for i in range(len(tree.tokens)) if tree.relation(i) == "root"), None)
    if root is None or tree.codebook is None:
        return None
    if fold(tree.tokens[root].lemma) in tree.codebook.page("speech", Speech).verb_lemmas:
        return None
    when = time_of(tree, root, times)
    return when if when is not None and when.start is not None else None


def _goes_on(spotted: Spotted, incident: Incident, deeds: Sequence[Incident], words: Vocabulary) -> bool:
    """Whether the deed is tied to the sentence before: by a pronoun, by "the attack", by who did it, or by nobody being
    named as who did it."""
    tree, agent = spotted.frame.tree, spotted.frame.agent
    if any(_other_ground(incident, deed) for deed in deeds):
        return False
    if agent is None or tree.tokens[agent].upos == "PRON" or _points_back(tree, spotted, words):
        return True
    same = (deed.actor for deed in deeds if deed.actor is not None)
    return incident.actor is not None and any(not other_actor(incident.actor, actor) for actor in same)


def _other_ground(one: Incident, other: Incident) -> bool:
    """Whether the two lie in different countries."""
    places = [one.place, other.place]
    return len({place.country for place in places if place and place.country}) > 1


def _points_back(tree: Tree, spotted: Spotted, words: Vocabulary) -> bool:
    """Whether the deed is done to one told before: "repelled the offensive"."""
    patient = spotted.frame.patient
    if patient is None or not any(entry.pos == "noun" for entry in words.entries(tree, patient)):
        return False
    return any(written(tree.tokens[c].form) in tree.grammar.pointers for c in tree.all_children(patient, "det"))
