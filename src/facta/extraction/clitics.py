"""From a parsed sentence to one whose clitic pronouns bear their own relations: the pronoun of "a-t-il dit" is the
subject of "dit", the one of "s'est félicité" is not, and makes no passive of it. Parsers confuse them; the grammar of
the language lists both."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from facta.codebook.grammar import Grammar, written
from facta.records import Sentence, Token
from facta.text import fold

_SUBJECT = ("nsubj", "nsubj:pass", "csubj", "expl:subj")


def related(sentence: Sentence, grammar: Grammar, cues: Collection[str]) -> Sentence:
    """The sentence with the relations of clitic pronouns set right; the same one where there are none. Verbs of saying,
    folded lemmas in `cues`, have subjects: "il" of "il exige" is somebody."""
    if not grammar.subject_clitics and not grammar.reflexives:
        return sentence
    tokens = tuple(_related(sentence.tokens, token, grammar, cues) for token in sentence.tokens)
    return sentence if tokens == sentence.tokens else replace(sentence, tokens=tokens)


def _related(tokens: tuple[Token, ...], token: Token, grammar: Grammar, cues: Collection[str]) -> Token:
    form = written(token.form)
    subject = token.deprel in _SUBJECT
    if form in grammar.reflexives and subject:
        return replace(token, deprel="expl:pv")
    if token.deprel == "expl:subj" and token.head >= 0 and fold(tokens[token.head].lemma) in cues:
        alone = not any(t.head == token.head and t.deprel.startswith("nsubj") for t in tokens)
        return replace(token, deprel="nsubj") if alone and grammar.subject_clitics else token
    if token.deprel == "nsubj:pass" and any(
        t.head == token.head and written(t.form) in grammar.reflexives for t in tokens
    ):
        return replace(token, deprel="nsubj")
    if form in grammar.subject_clitics and not subject and token.head >= 0:
        named = any(t.head == token.head and t.deprel in _SUBJECT for t in tokens)  # "le maire a-t-il menti ?"
        return replace(token, deprel="expl:subj" if named else "nsubj")
    return token
