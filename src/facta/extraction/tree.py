"""One parsed sentence as a tree: children, subtrees and the spans they cover. Knows grammar only, no vocabulary."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from facta.codebook import Codebook
from facta.codebook.grammar import Grammar
from facta.extraction.trace import SILENT, Trace
from facta.records import Sentence, Span, Token


def base(deprel: str) -> str:
    """The universal part of a relation: `nsubj` of `nsubj:pass`."""
    return deprel.partition(":")[0]


class Tree:
    """A sentence with the children of each token and its roles by predicate."""

    def __init__(
        self,
        sentence: Sentence,
        index: int,
        codebook: Codebook | None = None,
        previous: Tree | None = None,
        trace: Trace = SILENT,
        states: frozenset[int] = frozenset(),
        peoples: frozenset[int] = frozenset(),
    ) -> None:
        self.sentence = sentence
        self.codebook = codebook  # carried for those who read the tree; the tree itself does not look into it
        self.grammar = Grammar() if codebook is None else codebook.page("grammar", Grammar)
        self.previous = previous  # the sentence before it in the same paragraph
        self.trace = trace  # hears what is decided on the sentence
        self.states, self.peoples = states, peoples  # words that name a state, and words for its people and things
        self.places: frozenset[int] = frozenset()  # words of places that the gazetteer knows, once they are found
        self.index = index  # position of the sentence in the reading
        self.tokens: tuple[Token, ...] = sentence.tokens
        self.children: list[list[int]] = [[] for _ in self.tokens]
        for i, token in enumerate(self.tokens):
            if token.head >= 0:
                self.children[token.head].append(i)
        self.roles: dict[int, list[tuple[str, int]]] = {}
        for role in sentence.roles:
            self.roles.setdefault(role.predicate, []).append((role.label, role.argument))
        self.predicates = frozenset(sentence.predicates)

    def relation(self, i: int) -> str:
        return base(self.tokens[i].deprel)

    def child(self, i: int, *relations: str) -> int | None:
        """The first child of token `i` in one of the given universal relations."""
        return next(iter(self.all_children(i, *relations)), None)

    def all_children(self, i: int, *relations: str) -> list[int]:
        return [c for c in self.children[i] if not relations or self.relation(c) in relations]

    def argument(self, i: int, *labels: str) -> int | None:
        """The first argument of predicate `i` with one of the role labels, earlier labels preferred."""
        for label in labels:
            for found, j in self.roles.get(i, ()):
                if found == label:
                    return j
        return None

    def subtree(self, i: int, leave: Callable[[int], bool] = lambda _: False) -> list[int]:
        """Token indices below `i` and `i` itself, in text order; branches for which `leave` is true are left out."""
        found, waiting = {i}, [i]
        while waiting:
            below = [c for c in self.children[waiting.pop()] if c not in found and not leave(c)]
            found.update(below)
            waiting.extend(below)
        return sorted(found)

    def ancestors(self, i: int) -> Iterator[int]:
        """Heads of `i` from the nearest to the root."""
        seen = {i}
        while (i := self.tokens[i].head) >= 0 and i not in seen:
            seen.add(i)
            yield i

    def span(self, indices: Iterable[int]) -> Span:
        """The smallest span around the tokens, punctuation at its ends left out."""
        chosen = sorted(indices)
        while len(chosen) > 1 and self.tokens[chosen[0]].upos == "PUNCT":
            chosen.pop(0)
        while len(chosen) > 1 and self.tokens[chosen[-1]].upos == "PUNCT":
            chosen.pop()
        return Span(self.tokens[chosen[0]].start, self.tokens[chosen[-1]].end)

    def at(self, span: Span) -> list[int]:
        """Indices of the tokens that overlap the span."""
        return [i for i, t in enumerate(self.tokens) if t.start < span.end and span.start < t.end]
