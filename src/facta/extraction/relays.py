"""Where a telling comes from when no subject of its cue says so: "a-t-on appris [auprès de] la police", "indique-t-on
[de source] militaire", "accusations [selon lesquelles] …", "[pour] le maire, …". The words stand in `speech.yml`."""

from __future__ import annotations

from facta.codebook.speech import Speech
from facta.extraction.cues import CueHit
from facta.extraction.stretches import tidy
from facta.extraction.tree import Tree
from facta.records import Act, Span
from facta.text import fold

_NEAR = 6  # words between a cue and the words that lead to its source
_FAR = 12  # words between a noun of speech and "selon lesquelles"
_NOMINAL = ("NOUN", "PROPN", "PRON")
_ADVERBIAL = ("advmod", "case", "fixed")  # no noun, whatever the reader calls it: "auprès"


def relay(hit: CueHit, speech: Speech) -> int | None:
    """The head of the phrase that names the source behind a cue: "appris auprès de la [police]"."""
    tree = hit.tree
    forms = [fold(t.form) for t in tree.tokens]
    reach = range(hit.last, min(len(forms), hit.last + _NEAR))
    at = ((i, len(p)) for p in speech.relay_phrases for i in reach if tuple(forms[i : i + len(p)]) == p)
    return next((_head_behind(tree, i, i + length) for i, length in at), None)


def _head_behind(tree: Tree, start: int, end: int) -> int | None:
    """The noun that the words lead to, or the one among them: "de source militaire"."""
    reach = (*range(start, end), *range(end, min(len(tree.tokens), end + _NEAR)))
    nouns = (i for i in reach if tree.tokens[i].upos in _NOMINAL and tree.relation(i) not in _ADVERBIAL)
    noun = next(nouns, None)
    while noun is not None and tree.relation(noun) in ("flat", "compound") and tree.tokens[noun].head in reach:
        noun = tree.tokens[noun].head
    return noun


def by_which(hit: CueHit, speech: Speech) -> tuple[Span, Act, int] | None:
    """The clause behind "selon lesquelles", "según la cual", which tells what the noun of speech says."""
    tree = hit.tree
    for i in range(hit.last, min(len(tree.tokens) - 2, hit.last + _FAR)):
        at = opens_relative(tree, i, i + 1) if fold(tree.tokens[i].form) in speech.one_word_sources else None
        if at is None:
            continue
        verb = next((j for j in range(at + 1, len(tree.tokens)) if tree.tokens[j].upos in ("VERB", "AUX")), None)
        if verb is None:
            return None
        while tree.relation(verb) in ("aux", "cop") and tree.tokens[verb].head > at:
            verb = tree.tokens[verb].head
        return tidy(tree, range(at + 1, max(tree.subtree(verb)) + 1)), hit.act("clause"), verb
    return None


def opens_relative(tree: Tree, first: int, after: int) -> int | None:
    """Where the relative pronoun stands that follows a source word: "selon [lesquelles]", "según las [cuales]"."""
    for i in range(after, min(after + 2, len(tree.tokens))):
        token = tree.tokens[i]
        if tree.grammar.is_relative(token.form) and i > first:
            return i
        if token.upos != "DET":
            return None
    return None
