"""From a parsed sentence to one in which nouns that serve as prepositions are read as such: "внаслідок обстрілу".

Parsers take such words for subjects now and then; the codebook lists them.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from facta.records import Sentence, Token
from facta.text import fold

_REACH = 4  # words from such a preposition to its noun


def preposed(sentence: Sentence, words: Collection[str]) -> Sentence:
    """The sentence with the listed words hung as case marks on the nouns behind them, without roles of their own."""
    if not words:
        return sentence
    tokens, changed = sentence.tokens, set[int]()
    for i, token in enumerate(tokens):
        noun = _noun_behind(tokens, i) if token.upos == "NOUN" and fold(token.form) in words else None
        if noun is not None and token.head >= 0:
            tokens = _hung(tokens, i, noun)
            changed.add(i)
    roles = tuple(role for role in sentence.roles if role.argument not in changed)
    return replace(sentence, tokens=tokens, roles=roles) if changed else sentence


def _noun_behind(tokens: tuple[Token, ...], i: int) -> int | None:
    near = range(i + 1, min(len(tokens), i + 1 + _REACH))
    return next((j for j in near if tokens[j].head == i and tokens[j].upos in ("NOUN", "PROPN")), None)


def _hung(tokens: tuple[Token, ...], i: int, noun: int) -> tuple[Token, ...]:
    """The tokens with the noun in the word's place, as an adjunct, and the word below the noun."""
    found = [replace(t, head=noun) if t.head == i and k != noun else t for k, t in enumerate(tokens)]
    found[noun] = replace(found[noun], head=tokens[i].head, deprel="obl")
    found[i] = replace(tokens[i], head=noun, deprel="case", upos="ADP")
    return tuple(found)
