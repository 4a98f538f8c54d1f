"""From a parsed sentence to one in which a speaker behind the cue is its subject: "« … », a crié un soldat", "…, écrit
le maire". Parsers take such a subject for an object; a verb of saying that closes what it reports has none."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from facta.codebook.grammar import Grammar, written
from facta.records import NameKind, Sentence, Token
from facta.text import fold

_CLOSERS = ("”", "»", '"')
_SMALL = ("AUX", "PRON", "ADV", "PART")  # words of the verb's group before it
_MISREAD = ("obj", "iobj", "xcomp", "appos", "dep")
_SUBJECT = ("nsubj", "csubj")
_LEAST = 3  # words of a clause that stands before the cue without quotation marks


def righted(sentence: Sentence, cues: Collection[str], people: Collection[str], grammar: Grammar) -> Sentence:
    """The sentence with the noun behind each closing cue as its subject. `cues` are folded lemmas of verbs that invert,
    `people` folded words for those who speak: behind a clause without quotation marks only they are subjects."""
    tokens = sentence.tokens
    for verb, token in enumerate(tokens):
        if token.upos != "VERB" or fold(token.lemma) not in cues:
            continue
        start = _group_start(tokens, verb)
        quoted = start > 1 and tokens[start - 2].form in _CLOSERS
        if start < 2 or tokens[start - 1].form != "," or not (quoted or _is_clause(tokens[: start - 1])):
            continue
        if any(
            t.head == verb and t.deprel.startswith(_SUBJECT) and (i >= start or not quoted)
            for i, t in enumerate(tokens)
        ):
            continue
        noun = next((i for i in range(verb + 1, len(tokens)) if _is_misread(sentence, i, verb, grammar)), None)
        if noun is not None and (quoted or _is_person(sentence, noun, people)):
            tokens = _subject(tokens, noun, verb)
    return sentence if tokens is sentence.tokens else replace(sentence, tokens=tokens)


def _is_clause(tokens: tuple[Token, ...]) -> bool:
    return len(tokens) >= _LEAST and any(t.upos in ("VERB", "AUX") for t in tokens)


def _subject(tokens: tuple[Token, ...], noun: int, verb: int) -> tuple[Token, ...]:
    """The tokens with the noun as the verb's subject, and an article taken for a preposition as one."""
    found = [replace(t, deprel="det", upos="DET") if t.head == noun and t.deprel == "case" else t for t in tokens]
    found[noun] = replace(found[noun], head=verb, deprel="nsubj")
    return tuple(found)


def _group_start(tokens: tuple[Token, ...], verb: int) -> int:
    while verb > 0 and tokens[verb - 1].upos in _SMALL:
        verb -= 1
    return verb


def _is_misread(sentence: Sentence, i: int, verb: int, grammar: Grammar) -> bool:
    """Whether a bare noun hangs on the verb as what it says or makes, or a person on whoever is spoken to: "a raconté à
    l'AFP Jeanne Kavira"."""
    tokens, token = sentence.tokens, sentence.tokens[i]
    if token.upos not in ("NOUN", "PROPN"):
        return False
    cases = [written(t.form) for t in tokens if t.head == i and t.deprel == "case"]
    if any(case not in grammar.determiners.indefinite for case in cases):
        return False
    if token.head == verb:
        return token.deprel in _MISREAD or (bool(cases) and token.deprel.startswith("obl"))  # "des" is no preposition
    hearer = tokens[token.head]
    person = any(n.first == i and n.kind is NameKind.PERSON for n in sentence.names)
    told = hearer.head == verb and hearer.deprel.startswith(("obl", "iobj")) and verb < token.head < i
    return person and told and token.deprel in ("appos", "flat", "flat:name", "nmod", "conj")


def _is_person(sentence: Sentence, i: int, people: Collection[str]) -> bool:
    token = sentence.tokens[i]
    named = any(n.first <= i < n.last and n.kind is not NameKind.PLACE for n in sentence.names)
    return named or bool({fold(token.form), fold(token.lemma)} & set(people))
