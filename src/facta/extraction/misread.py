"""From a parsed sentence to one in which verbs are verbs that many-language parsers take for particles of another:
French "nie" (denies), which is "not" in Polish. The grammar of the language lists them."""

from __future__ import annotations

from dataclasses import replace

from facta.codebook.grammar import Grammar, written
from facta.records import Sentence, Token

_SUBJECT = ("nsubj", "nsubj:pass", "expl:subj")


def verbs_restored(sentence: Sentence, grammar: Grammar) -> Sentence:
    """The sentence with each such word as a verb above what it was hung on."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if written(token.form) in grammar.verb_forms and token.upos not in ("VERB", "AUX"):
            tokens = _restored(tokens, i)
    return sentence if tokens is sentence.tokens else replace(sentence, tokens=tokens)


def _restored(tokens: tuple[Token, ...], i: int) -> tuple[Token, ...]:
    verb, found = tokens[i], list(tokens)
    below = verb.head if verb.head > i else next((j for j, t in enumerate(tokens) if t.head == i and j > i), -1)
    if below < 0:
        return tokens
    if verb.head == below:
        verb = replace(verb, head=tokens[below].head, deprel=tokens[below].deprel)
    found[i] = replace(verb, upos="VERB")
    clause = any(t.head == below and t.deprel == "mark" and i < j for j, t in enumerate(tokens))
    kind = "ccomp" if clause else "xcomp" if tokens[below].upos in ("VERB", "AUX") else "obj"
    found[below] = replace(tokens[below], head=i, deprel=kind)
    for j in range(i):
        if tokens[j].head == below:
            subject = tokens[j].deprel in _SUBJECT
            found[j] = replace(tokens[j], head=i, deprel="nsubj" if subject else tokens[j].deprel)
    return tuple(found)
