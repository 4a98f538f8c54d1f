"""From a sentence to the words in it that tell a deed, each with its trigger. Leaves where and whether to others."""

from __future__ import annotations

from dataclasses import replace

from facta.codebook.speech import Speech
from facta.extraction.deedwords import Entry, Setting, Spotted, Vocabulary, vocabulary
from facta.extraction.frames import Frame, aim_of, cases, frame_of, is_passive
from facta.extraction.senses import objections
from facta.extraction.trace import Rule
from facta.extraction.tree import Tree
from facta.extraction.words import Words, adjacent, following
from facta.records import NameKind
from facta.text import fold

__all__ = ["Setting", "Spotted", "Vocabulary", "spot", "vocabulary"]

_ENDS = (".", "!", "?", "…")  # headlines have none


def spot(tree: Tree, words: Vocabulary, setting: Setting) -> list[Spotted]:
    """The deeds that a sentence tells, in text order; each token belongs to one at most."""
    names, found = _named(tree), list[Spotted]()
    taken = names | _idiomatic(tree, words)
    for i in range(len(tree.tokens)):
        if tree.trace.on and i in names and words.entries(tree, i):
            tree.trace.dropped("incident", tree.tokens[i].span, None, "the word is part of a person's name")
        if i not in taken and (spotted := _spot_at(tree, i, words, setting)) and not taken & set(spotted.tokens):
            taken.update(spotted.tokens)
            found.append(spotted)
    return [one for one in found if not _is_absorbed(one, found, words)]


def _is_absorbed(one: Spotted, others: list[Spotted], words: Vocabulary) -> bool:
    """Whether a noun of deed is only what another deed is about: the strikes in "halted the strikes"."""
    if one.entry.pos != "noun":
        return False
    page = words.page
    absorbed = any(
        (other.type in page.absorbing or one.type in page.merging.get(other.type, ()))
        and one.frame.predicate == other.frame.patient
        for other in others
        if other is not one and not (other.type in page.asking and one.frame.patient is not None)
    )
    if absorbed:
        one.drop("`absorbing`: the noun is what another deed of the sentence is about")
    return absorbed


def _named(tree: Tree) -> set[int]:
    """The words of persons' names; a verb in lower case was taken into one by mistake."""
    people = (i for n in tree.sentence.names if n.kind is NameKind.PERSON for i in range(n.first, n.last))
    return {i for i in people if tree.tokens[i].upos != "VERB" or not tree.tokens[i].form.islower()}


def _idiomatic(tree: Tree, words: Vocabulary) -> set[int]:
    taken: set[int] = set()
    for i in range(len(tree.tokens)):
        for phrase in words.idioms.phrases_from(tree.tokens[i]):
            _leave(tree, adjacent(tree, i, phrase) or [], taken)
        if tree.tokens[i].upos in ("NOUN", "ADJ") and words.idioms.has(tree.tokens[i]):
            _leave(tree, [i], taken)
    return taken


def _leave(tree: Tree, idiom: list[int], taken: set[int]) -> None:
    taken.update(idiom)
    if idiom:
        rule = Rule("incidents", ("idioms",), " ".join(tree.tokens[i].form for i in idiom))
        tree.trace.dropped("incident", tree.span(idiom), rule, "`idioms`: these words tell no deed together")


def _spot_at(tree: Tree, i: int, words: Vocabulary, setting: Setting) -> Spotted | None:
    for entry in words.entries(tree, i):
        tokens = following(tree, i, entry.phrase) if entry.pos == "verb" else adjacent(tree, i, entry.phrase)
        if tokens is None:
            continue
        head = i if entry.pos == "verb" else _head(tree, tokens)
        if entry.trigger.type in words.page.asking:
            tokens = [j for j in tokens if j == head or not _is_deed(tree, j)]
        if not _right_part(tree, head, entry.pos, words):
            reason = f"the entry is of {entry.rule.path[-1]}; the word stands here as {tree.tokens[head].upos.lower()}"
            tree.trace.dropped("incident", tree.tokens[head].span, entry.rule, reason)
            continue
        spotted = _framed(tree, head, tokens, entry, words)
        against = next(objections(spotted, words, setting), None)
        if against is None:
            return spotted
        spotted.drop(against)
    return None


def _is_deed(tree: Tree, i: int) -> bool:
    """Whether a word inside a phrase of asking may be a deed of its own: "called for the [release] of the nurses"."""
    upos = tree.tokens[i].upos
    return upos == "VERB" or (upos == "NOUN" and frame_of(tree, i).patient is not None)


def _head(tree: Tree, tokens: list[int]) -> int:
    return next((i for i in tokens if tree.tokens[i].head not in tokens), tokens[-1])


def _right_part(tree: Tree, i: int, pos: str, words: Vocabulary) -> bool:
    upos, relation = tree.tokens[i].upos, tree.relation(i)
    if pos == "verb":
        participle = upos == "ADJ" and relation in ("root", "acl")
        described = relation in ("amod", "compound") and tree.child(i, "mark", "obj", "aux") is None
        return participle or (upos == "VERB" and not described)  # "accused of shelling villages", whatever its relation
    if pos == "adj":
        return upos in ("ADJ", "VERB")
    if tree.tokens[i].form.istitle() and _speaks(tree, i):
        return False  # "Batalla said"
    if upos == "PROPN" and i > 0 and tree.tokens[i].form.istitle() and not _is_title(tree):
        return False  # the month of March, an operation's name
    if upos not in ("NOUN", "PROPN") and not (
        upos == "VERB" and relation in ("obj", "nsubj", "obl", "nmod", "compound")
    ):
        return False
    if relation in ("compound", "amod", "flat") and tree.tokens[i].head >= 0:
        return words.carriers.has(tree.tokens[tree.tokens[i].head])
    return True


def _speaks(tree: Tree, i: int) -> bool:
    """Whether the word is the bare subject of a verb of speech, as names are in languages with articles."""
    head = tree.tokens[i].head
    articled = tree.codebook is not None and bool(tree.grammar.determiners.definite)
    if tree.codebook is None or not articled or tree.relation(i) != "nsubj" or head < 0 or tree.children[i]:
        return False
    return fold(tree.tokens[head].lemma) in tree.codebook.page("speech", Speech).verb_lemmas


def _is_title(tree: Tree) -> bool:
    """Whether the sentence writes most of its words with capitals, as some headlines do."""
    words = [t.form for t in tree.tokens if len(t.form) > 3 and t.form.isalpha()]
    return sum(form[0].isupper() for form in words) * 2 > len(words)


def _framed(tree: Tree, head: int, tokens: list[int], entry: Entry, words: Vocabulary) -> Spotted:
    if entry.pos != "noun":
        frame = frame_of(tree, head)
        suffered = entry.trigger.undergone or _is_clipped(frame, words)
        frame = _undergone(frame) if suffered else _beyond(frame, tokens)
        return Spotted(frame, tuple(tokens), entry)
    top = tree.tokens[head].head if tree.relation(head) == "compound" else head
    while tree.relation(top) == "conj" and tree.tokens[tree.tokens[top].head].upos in ("NOUN", "PROPN"):
        top = tree.tokens[top].head  # "expressed dismay and condemnation"
    above = tree.tokens[top].head
    borne = above >= 0 and tree.tokens[above].upos == "VERB" and _is_borne(tree, top)
    if borne and _suffers(tree, above, entry, words):
        frame = frame_of(tree, head)
        suffers = frame_of(tree, above).agent
        return Spotted(Frame(tree, head, frame.agent, suffers, light=above), tuple(tokens), entry, victim=True)
    # "answered with strikes" does strike; "opened an inquiry into the strikes" does not
    carried = borne and (tree.relation(top) != "obl" or not cases(tree, top) - tree.grammar.prepositions.instruments)
    light = above if carried and (words.light.has(tree.tokens[above]) or _phrasal(tree, above, words.light)) else None
    frame = frame_of(tree, top if light is not None else head, light)
    named = frame.patient is not None and frame.patient in tokens  # the air of "an air attack" suffers nothing
    return Spotted(replace(frame, patient=None) if named else frame, tuple(tokens), entry)


def _suffers(tree: Tree, verb: int, entry: Entry, words: Vocabulary) -> bool:
    """Whether the verb's subject suffers the deed in its object: "came under fire", "had some shelling"."""
    befallen = entry.trigger.type == "ASSAULT" and words.befalls.has(tree.tokens[verb])
    return befallen or words.victims.has(tree.tokens[verb]) or _phrasal(tree, verb, words.victims)


def _undergone(frame: Frame) -> Frame:
    """The frame of a verb such as "die": who is its subject suffers it, and nobody does it."""
    patient = frame.agent if frame.agent is not None else frame.patient
    return replace(frame, agent=None, patient=patient)


def _is_clipped(frame: Frame, words: Vocabulary) -> bool:
    """Whether a participle of harm has lost its auxiliary, as in headlines: "two farmers killed in raid"."""
    tree, i = frame.tree, frame.predicate
    if frame.passive or frame.agent is None or tree.tokens[-1].form in _ENDS:
        return False
    if frame.patient is not None and not cases(tree, frame.patient) & tree.grammar.prepositions.occasions:
        return False
    bare = tree.child(i, "aux", "obj", "ccomp", "xcomp") is None and tree.child(i, "nsubj") == frame.agent
    return bare and words.harms.has(tree.tokens[i]) and tree.grammar.is_participle(tree.tokens[i].form)


def _beyond(frame: Frame, tokens: list[int]) -> Frame:
    """The frame with the patient that the trigger's own object points to: "dealt a blow to the port"."""
    if frame.patient is None and len(tokens) > 1:  # "set ablaze [a station]"
        objects = (c for i in tokens for c in frame.tree.all_children(i, "obj") if c not in tokens)
        return replace(frame, patient=next(objects, None))
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
