"""From a parsed sentence to one in which an adverb before a verb bears none of the verb's words: `to “sharply” cut`.

Adverbs in quotation marks or between "to" and its verb are easily parsed as verbs; everything else is left as it is.
"""

from __future__ import annotations

from dataclasses import replace

from facta.codebook.grammar import Grammar
from facta.records import Sentence, Token

_DATELINE = 20  # words before the dash that parts it from the text, at most
_VERBAL = ("aux", "mark", "nsubj", "obj")


def mended(sentence: Sentence, grammar: Grammar) -> Sentence:
    """The sentence with misparsed adverbs hung on the verbs that follow them."""
    tokens = _undated(sentence.tokens)
    for i, token in enumerate(tokens):
        verb = _verb_behind(tokens, i) if grammar.is_adverb(token.form) else None
        if verb is not None and _bears_the_verbs_words(tokens, i):
            tokens = _rehung(tokens, i, verb)
    return sentence if tokens is sentence.tokens else replace(sentence, tokens=tokens)


def dateline(tokens: tuple[Token, ...]) -> int:
    """Where the text begins behind a dateline: "KYIV, 14 May (AFP) – Three soldiers were killed"; 0 without one."""
    dash = next((i for i, t in enumerate(tokens[:_DATELINE]) if t.form in ("–", "—", "-")), None)
    if not dash or dash + 1 >= len(tokens) or not tokens[dash + 1].form[0].isupper() or not tokens[0].form[0].isupper():
        return 0
    before = tokens[:dash]
    if any(t.upos in ("VERB", "AUX", "PRON") for t in before) or not any(t.form == "(" for t in before):
        return 0
    return dash + 1


def _undated(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with the words of a dateline as no subject of what follows."""
    start = dateline(tokens)
    if not start:
        return tokens
    subject = ("nsubj", "nsubj:pass", "csubj")
    return tuple(
        replace(t, deprel="dep") if i < start <= t.head and t.deprel in subject else t for i, t in enumerate(tokens)
    )


def _verb_behind(tokens: tuple[Token, ...], i: int) -> int | None:
    """The verb right behind the word, beside, below or above it in the tree."""
    j = i + 1
    while j < len(tokens) and tokens[j].upos == "PUNCT" and tokens[j].form != ",":
        j += 1
    if j == len(tokens) or tokens[j].upos != "VERB":
        return None
    return j if tokens[j].head in (i, tokens[i].head) or tokens[i].head == j else None


def _bears_the_verbs_words(tokens: tuple[Token, ...], i: int) -> bool:
    below = any(t.head == i and t.deprel.partition(":")[0] in _VERBAL for t in tokens)
    return below or tokens[i].upos == "VERB"


def _rehung(tokens: tuple[Token, ...], i: int, verb: int) -> tuple[Token, ...]:
    """The tokens with the verb in the adverb's place and the adverb below the verb."""
    adverb = tokens[i]
    heads = [replace(t, head=verb) if t.head == i and k != verb else t for k, t in enumerate(tokens)]
    if heads[verb].head == i:
        heads[verb] = replace(heads[verb], head=adverb.head, deprel=adverb.deprel)
    heads[i] = replace(adverb, head=verb, deprel="advmod", upos="ADV")
    return tuple(heads)
