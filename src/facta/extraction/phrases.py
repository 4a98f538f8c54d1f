"""From the head word of a noun phrase to the tokens that belong to it. Knows grammar only, no vocabulary."""

from __future__ import annotations

from facta.codebook.grammar import written
from facta.extraction.tree import Tree
from facta.records import Span
from facta.text import fold

_OUTSIDE = (
    "acl",
    "appos",
    "parataxis",
    "punct",
    "dep",
    "list",
    "discourse",
    "advcl",
    "ccomp",
    "orphan",
    "nsubj",
    "cop",
    "aux",
)
_STOPS = ("VERB", "AUX", "SCONJ", "CCONJ", "PRON", "INTJ")
_REACH = 9  # words to the left of a name in which its roles are looked for


def phrase(tree: Tree, head: int) -> list[int]:
    """The unbroken stretch around the head: articles, adjectives, nouns below it; no clauses or appositions."""
    below = set(_core(tree, head))
    first = last = head
    while first - 1 in below or (
        first - 2 in below and tree.tokens[first - 1].upos == "PUNCT" and tree.tokens[first - 1].form == "-"
    ):
        first -= 1
    while last + 1 in below or (last + 2 in below and _joins(tree, last + 1)):
        last += 1
    while first < head and _only_points(tree, first):
        first += 1
    return list(range(first, last + 1))


def _only_points(tree: Tree, i: int) -> bool:
    """Whether an adverb before the article, or before a bare noun in a verb-second language, only points to the phrase:
    "[so] der Minister", "[auch] die Armee"."""
    behind = ("DET", "NOUN") if tree.grammar.verb_second else ("DET",)
    return tree.tokens[i].upos == "ADV" and tree.relation(i) == "advmod" and tree.tokens[i + 1].upos in behind


def _joins(tree: Tree, i: int) -> bool:
    return tree.tokens[i].form in (",", "-", "’", "'", "(") and tree.relation(i) == "punct"


def _core(tree: Tree, head: int) -> list[int]:
    def leave(i: int) -> bool:
        parent = tree.tokens[i].head
        relation = tree.relation(i)
        return relation in _OUTSIDE or (parent == head and relation in ("case", "mark", "cc", "obl"))

    found, waiting = set[int](), [head]
    while waiting:
        j = waiting.pop()
        if j not in found:
            found.add(j)
            waiting.extend(c for c in tree.children[j] if not leave(c))
    return sorted(found)


def phrase_span(tree: Tree, head: int) -> Span:
    return tree.span(phrase(tree, head))


def before(tree: Tree, first: int) -> list[int]:
    """Tokens right before a name that can describe its bearer: "the Sudanese army spokesman" of "… Nabil Abdalá"."""
    start = first
    while start > max(0, first - _REACH) and _describes(tree, start - 1, first):
        start -= 1
    return list(range(start, first))


def _describes(tree: Tree, i: int, first: int) -> bool:
    token = tree.tokens[i]
    if token.upos == "PUNCT":
        return (token.form == "," and i == first - 1 and i > 0 and tree.relation(first) == "appos") or token.form in (
            "’",
            ".",
            "-",
        )
    if token.upos == "ADP":
        return i < first - 1 and tree.relation(i) == "case" and token.head >= i
    if tree.relation(i) == "obl" and i not in tree.ancestors(first):
        return False  # "told AFP", whom nobody is: "a raconté à l'AFP Jeanne Kavira"
    return token.upos not in _STOPS


def behind(tree: Tree, last: int) -> list[int]:
    """Tokens of an apposition right behind a name: "the head of the delegation" of "Medinski, the head of …, said"."""
    if last >= len(tree.tokens) or tree.tokens[last].form != ",":
        return []
    end = last + 1
    while end < min(len(tree.tokens), last + 14) and tree.tokens[end].form not in (",", ".", ";", ":", "—", "–"):
        if tree.tokens[end].upos in ("VERB", "AUX", "SCONJ", "PRON", "CCONJ") and tree.relation(end) != "acl":
            # "Medinski, head of the delegation said", but not "according to Medinski, the delegation left"
            tied = any(tree.relation(i) == "appos" for i in range(last + 1, end))
            return list(range(last + 1, end)) if tied else []
        end += 1
    return list(range(last + 1, end)) if end < len(tree.tokens) else []


def is_oblique(tree: Tree, i: int) -> bool:
    """Whether a noun that declines stands in no nominative: "сообщил агентству высокопоставленный чиновник"."""
    token, endings = tree.tokens[i], tree.grammar.obliques
    declined = token.upos == "NOUN" and fold(token.form) != fold(token.lemma)
    return declined and bool(endings) and written(token.form).endswith(endings)
