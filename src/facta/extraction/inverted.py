"""From a parsed sentence to one in which a speaker behind the cue is its subject: "« … », a crié un soldat", "…, écrit
le maire". Parsers take such a subject for an object; a verb of saying that closes what it reports has none."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from facta.records import NameKind, Sentence, Token
from facta.text import fold

_CLOSERS = ("”", "»", '"')
_SMALL = ("AUX", "PRON", "ADV", "PART")  # words of the verb's group before it
_MISREAD = ("obj", "iobj", "xcomp", "appos", "dep")
_SUBJECT = ("nsubj", "csubj")
_LEAST = 3  # words of a clause that stands before the cue without quotation marks


def righted(sentence: Sentence, cues: Collection[str], people: Collection[str]) -> Sentence:
    """The sentence with the noun behind each closing cue as its subject. `cues` are folded lemmas of verbs that invert,
    `people` folded words for those who speak: behind a clause without quotation marks only they are subjects."""
    tokens = sentence.tokens
    for verb, token in enumerate(tokens):
        if token.upos != "VERB" or fold(token.lemma) not in cues:
            continue
        start = _group_start(tokens, verb)
        if start < 2 or tokens[start - 1].form != ",":
            continue
        quoted = tokens[start - 2].form in _CLOSERS
        clause = start > _LEAST and any(t.upos in ("VERB", "AUX") for t in tokens[: start - 1])
        own = any(
            t.head == verb and t.deprel.startswith(_SUBJECT) and _is_own(i, start, quoted) for i, t in enumerate(tokens)
        )
        if own or not (quoted or clause):
            continue
        noun = next((i for i in range(verb + 1, len(tokens)) if _is_misread(tokens, i, verb)), None)
        if noun is not None and (quoted or _is_person(sentence, noun, people)):
            tokens = (*tokens[:noun], replace(tokens[noun], deprel="nsubj"), *tokens[noun + 1 :])
    return sentence if tokens is sentence.tokens else replace(sentence, tokens=tokens)


def _group_start(tokens: tuple[Token, ...], verb: int) -> int:
    while verb > 0 and tokens[verb - 1].upos in _SMALL:
        verb -= 1
    return verb


def _is_own(i: int, start: int, quoted: bool) -> bool:
    """Whether a subject is the cue's own, and not of the quotation before it."""
    return i >= start or not quoted


def _is_misread(tokens: tuple[Token, ...], i: int, verb: int) -> bool:
    """Whether a bare noun hangs on the verb as what it says or makes."""
    token = tokens[i]
    bare = not any(t.head == i and t.deprel == "case" for t in tokens)
    return token.head == verb and token.deprel in _MISREAD and token.upos in ("NOUN", "PROPN") and bare


def _is_person(sentence: Sentence, i: int, people: Collection[str]) -> bool:
    token = sentence.tokens[i]
    named = any(n.first <= i < n.last and n.kind is not NameKind.PLACE for n in sentence.names)
    return named or bool({fold(token.form), fold(token.lemma)} & set(people))
