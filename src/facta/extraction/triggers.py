"""From a sentence to the words in it that tell a deed, each with its trigger. Leaves where and whether to others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from facta.codebook import Codebook
from facta.codebook.incidents import NAMED, Incidents, Trigger
from facta.extraction.context import Context
from facta.extraction.frames import Frame, aim_of, cases, frame_of, is_passive
from facta.extraction.tree import Tree
from facta.extraction.words import Words, adjacent, following, keys, plain
from facta.records import NameKind, Span

_KINDS = {
    NameKind.PERSON: "PERSON",
    NameKind.ORGANISATION: "ORGANISATION",
    NameKind.PLACE: "PLACE",
    NameKind.GROUP: "GROUP",
}
ON_TOPIC = 0.25  # share of sentences with words of arms or armies from which a whole report counts as one on a conflict
FORCE = ("armed", "arms")  # the classes of a page that show arms or those who bear them
Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One word or phrase of the codebook with its part of speech and trigger, in the page's order."""

    order: int
    phrase: Phrase
    pos: str
    trigger: Trigger


@dataclass(frozen=True, slots=True)
class Spotted:
    """A trigger found in a sentence: its tokens, of which `frame.predicate` is the head."""

    frame: Frame
    tokens: tuple[int, ...]
    entry: Entry
    victim: bool = False  # the subject of the light verb suffers the deed

    @property
    def span(self) -> Span:
        """The trigger's characters: the whole phrase where its words stand together, else its head word."""
        together = max(self.tokens) - min(self.tokens) < len(self.tokens) + 1
        return self.frame.tree.span(self.tokens if together else [self.frame.predicate])

    @property
    def type(self) -> str:
        return self.entry.trigger.type


class Vocabulary:
    """The triggers of one language, ready to look up by the first word."""

    def __init__(self, page: Incidents) -> None:
        self.page = page
        self._unions: dict[tuple[str, ...], Words] = {}
        self.light, self.victims = Words(page.light), Words(page.victims)
        self.carriers, self.idioms = Words(page.carriers), Words(page.idioms)
        self.abilities, self.states = Words(page.abilities), Words(page.states)
        self.harms, self.effects, self.framing = Words(page.harms), Words(page.effects), Words(page.framing)
        self.exact: dict[str, list[Entry]] = {}
        self.stems: dict[str, list[Entry]] = {}
        self.endings: dict[str, list[Entry]] = {}
        for entry in _entries(page):
            first = entry.phrase[0]
            if first.endswith("*"):
                self.stems.setdefault(first[:3], []).append(entry)
            elif first.startswith("*"):
                self.endings.setdefault(first[-3:], []).append(entry)
            else:
                self.exact.setdefault(first, []).append(entry)

    def union(self, names: tuple[str, ...]) -> Words:
        """The words of several classes, as one."""
        if names not in self._unions:
            classes = self.page.classes
            self._unions[names] = Words(word for name in names for word in classes.get(name, ()))
        return self._unions[names]

    def entries(self, tree: Tree, i: int) -> list[Entry]:
        """Entries whose first word may be token `i`: longer phrases first, then the page's order."""
        found: dict[int, Entry] = {}
        for key in keys(tree.tokens[i]):
            candidates = self.exact.get(key, []) + self.stems.get(key[:3], []) + self.endings.get(key[-3:], [])
            found.update((entry.order, entry) for entry in candidates)
        return sorted(found.values(), key=lambda e: (-len(e.phrase), e.order))


def _entries(page: Incidents) -> Iterator[Entry]:
    order = 0
    for trigger in page.triggers:
        for pos, words in (("verb", trigger.verbs), ("noun", trigger.nouns), ("adj", trigger.adjectives)):
            for word in words:
                yield Entry(order, tuple(plain(part) for part in word.split()), pos, trigger)
                order += 1


@lru_cache(maxsize=32)
def vocabulary(codebook: Codebook) -> Vocabulary:
    """The triggers of a codebook, compiled once."""
    return Vocabulary(codebook.page("incidents", Incidents))


@dataclass(frozen=True, slots=True)
class Setting:
    """What the whole report is about, for words that are as common elsewhere."""

    conflict: bool
    elsewhere: bool

    @classmethod
    def of(cls, context: Context, words: Vocabulary) -> Setting:
        arms, other = words.union(FORCE), words.union(words.page.elsewhere)
        total = max(1, len(context.trees))
        warlike = sum(arms.any_in(tree, range(len(tree.tokens))) for tree in context.trees) / total
        foreign = sum(other.any_in(tree, range(len(tree.tokens))) for tree in context.trees) / total
        return cls(warlike >= ON_TOPIC, foreign >= ON_TOPIC and foreign > warlike)


def spot(tree: Tree, words: Vocabulary, setting: Setting) -> list[Spotted]:
    """The deeds that a sentence tells, in text order; each token belongs to one at most."""
    taken = _idiomatic(tree, words)
    found: list[Spotted] = []
    for i in range(len(tree.tokens)):
        if i not in taken and (spotted := _spot_at(tree, i, words, setting)) and not taken & set(spotted.tokens):
            taken.update(spotted.tokens)
            found.append(spotted)
    return [one for one in found if not _is_absorbed(one, found, words)]


def _is_absorbed(one: Spotted, others: list[Spotted], words: Vocabulary) -> bool:
    """Whether a noun of deed is only what another deed is about: the strikes in "halted the strikes"."""
    if one.entry.pos != "noun":
        return False
    return any(
        other is not one and other.type in words.page.absorbing and one.frame.predicate == other.frame.patient
        for other in others
    )


def _idiomatic(tree: Tree, words: Vocabulary) -> set[int]:
    taken = {i for n in tree.sentence.names if n.kind is NameKind.PERSON for i in range(n.first, n.last)}
    for i in range(len(tree.tokens)):
        for phrase in words.idioms.phrases_from(tree.tokens[i]):
            taken.update(adjacent(tree, i, phrase) or ())
        if tree.tokens[i].upos in ("NOUN", "ADJ") and words.idioms.has(tree.tokens[i]):
            taken.add(i)
    return taken


def _spot_at(tree: Tree, i: int, words: Vocabulary, setting: Setting) -> Spotted | None:
    for entry in words.entries(tree, i):
        tokens = following(tree, i, entry.phrase) if entry.pos == "verb" else adjacent(tree, i, entry.phrase)
        if tokens is None:
            continue
        head = i if entry.pos == "verb" else _head(tree, tokens)
        if not _right_part(tree, head, entry.pos, words):
            continue
        spotted = _framed(tree, head, tokens, entry, words)
        if _right_sense(spotted, words, setting):
            return spotted
    return None


def _head(tree: Tree, tokens: list[int]) -> int:
    return next((i for i in tokens if tree.tokens[i].head not in tokens), tokens[-1])


def _right_part(tree: Tree, i: int, pos: str, words: Vocabulary) -> bool:
    upos, relation = tree.tokens[i].upos, tree.relation(i)
    if pos == "verb":
        participle = upos == "ADJ" and relation in ("root", "acl")
        return participle or (upos == "VERB" and relation not in ("amod", "compound"))
    if pos == "adj":
        return upos in ("ADJ", "VERB")
    if upos == "PROPN" and i > 0 and tree.tokens[i].form.istitle() and not _is_title(tree):
        return False  # the month of March, an operation's name
    if upos not in ("NOUN", "PROPN") and not (
        upos == "VERB" and relation in ("obj", "nsubj", "obl", "nmod", "compound")
    ):
        return False
    if relation in ("compound", "amod", "flat") and tree.tokens[i].head >= 0:
        return words.carriers.has(tree.tokens[tree.tokens[i].head])
    return True


def _is_title(tree: Tree) -> bool:
    """Whether the sentence writes most of its words with capitals, as some headlines do."""
    words = [t.form for t in tree.tokens if len(t.form) > 3 and t.form.isalpha()]
    return sum(form[0].isupper() for form in words) * 2 > len(words)


def _framed(tree: Tree, head: int, tokens: list[int], entry: Entry, words: Vocabulary) -> Spotted:
    if entry.pos != "noun":
        frame = frame_of(tree, head)
        frame = _undergone(frame) if entry.trigger.undergone else _beyond(frame, tokens)
        return Spotted(frame, tuple(tokens), entry)
    top = tree.tokens[head].head if tree.relation(head) == "compound" else head
    above = tree.tokens[top].head
    borne = above >= 0 and tree.tokens[above].upos == "VERB" and _is_borne(tree, top)
    if borne and (words.victims.has(tree.tokens[above]) or _phrasal(tree, above, words.victims)):
        frame = frame_of(tree, head)
        suffers = frame_of(tree, above).agent
        return Spotted(Frame(tree, head, frame.agent, suffers, light=above), tuple(tokens), entry, victim=True)
    # "answered with strikes" does strike; "opened an inquiry into the strikes" does not
    carried = borne and (tree.relation(top) != "obl" or not cases(tree, top) - tree.grammar.prepositions.instruments)
    light = above if carried and (words.light.has(tree.tokens[above]) or _phrasal(tree, above, words.light)) else None
    return Spotted(frame_of(tree, top if light is not None else head, light), tuple(tokens), entry)


def _undergone(frame: Frame) -> Frame:
    """The frame of a verb such as "die": who is its subject suffers it, and nobody does it."""
    patient = frame.agent if frame.agent is not None else frame.patient
    return replace(frame, agent=None, patient=patient)


def _beyond(frame: Frame, tokens: list[int]) -> Frame:
    """The frame with the patient that the trigger's own object points to: "dealt a blow to the port"."""
    if frame.patient not in tokens or frame.patient == frame.predicate:
        return frame
    below = frame_of(frame.tree, frame.patient).patient
    found = below if below is not None and below not in tokens else aim_of(frame.tree, frame.predicate)
    return frame if found is None or found in tokens else replace(frame, patient=found)


def _is_borne(tree: Tree, i: int) -> bool:
    relation = tree.relation(i)
    return relation in ("obj", "obl") or tree.tokens[i].deprel == "nsubj:pass" or is_passive(tree, tree.tokens[i].head)


def _phrasal(tree: Tree, i: int, words: Words) -> bool:
    return any(following(tree, i, phrase) is not None for phrase in words.phrases_from(tree.tokens[i]))


# ------------------------------------------------------------------------------------------------ senses


def _right_sense(spotted: Spotted, words: Vocabulary, setting: Setting) -> bool:
    frame, trigger = spotted.frame, spotted.entry.trigger
    tree = frame.tree
    others = [i for i in range(len(tree.tokens)) if i not in spotted.tokens]
    if _elsewhere(tree, others, words, setting) or _figurative(frame, trigger, words):
        return False
    if (trigger.borne and frame.light is None) or (trigger.active and frame.passive):
        return False
    return (
        (not trigger.subject or in_classes(tree, phrase_of(tree, frame.agent), trigger.subject, words))
        and (not trigger.object or in_classes(tree, phrase_of(tree, frame.patient), trigger.object, words))
        and (not trigger.near or in_classes(tree, others, trigger.near, words))
        and not (trigger.unless and in_classes(tree, others, trigger.unless, words))
        and (not trigger.topic or setting.conflict or _on_topic(frame, others, words))
    )


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
