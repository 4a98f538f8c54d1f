"""Phrases of the codebook that tell what becomes of the counted: "took 12 hostage", "12 lost their lives".

A sentence, its unit words and the tokens of a verb and an amount go in; the category of a phrase comes out, or nothing.
"""

from __future__ import annotations

from facta.codebook.units import Units
from facta.extraction.tree import Tree
from facta.extraction.wordings import find

LEADING = 8  # words before an amount among which a phrase that leads to it stands
CLAUSES = ("acl", "advcl", "ccomp", "csubj", "parataxis")


class Idioms:
    """Looks for phrases in the clauses of one sentence."""

    def __init__(self, tree: Tree, units: Units) -> None:
        self.tree = tree
        self.units = units

    def around(self, verb: int, anchor: int, kinds: tuple[str, ...]) -> str | None:
        """A phrase of the codebook in the clause of the verb: "took 12 hostage", "12 lost their lives"."""
        if not any(getattr(c, kind) for c in self.units.categories.values() for kind in kinds):
            return None
        for head in self.tree.ancestors(verb):
            if self.tree.relation(verb) != "xcomp":
                break
            verb = head  # "may remain under the rubble" hangs on "may"
        clause = self.tree.subtree(verb, leave=lambda i: i != verb and self._is_other_clause(i))
        amount = frozenset(self.tree.subtree(anchor))
        forms = [self.tree.tokens[i].form for i in clause]
        apart = [self.tree.tokens[i].form for i in clause if i not in amount]  # "took 23 teachers hostage"
        for name, category in self.units.categories.items():
            phrases = [getattr(category, kind) for kind in kinds]
            if any(find(p, " ".join(words)) for p in phrases for words in (forms, apart)):
                return name
        return None

    def before(self, anchor: int) -> str | None:
        """A phrase that leads to the counted: "a coûté la vie à 200 mineurs", "claimed the lives of 12"."""
        tokens = self.tree.tokens
        first = next((i for i in self.tree.subtree(anchor) if tokens[i].upos == "NUM"), anchor)
        start = max((i + 1 for i in range(first) if tokens[i].upos == "PUNCT"), default=0)
        leading = " ".join(t.form for t in tokens[max(start, first - LEADING) : first])
        found = (n for n, c in self.units.categories.items() if c.costing and find(c.costing, leading))
        return next(found, None)

    def behind(self, last: int) -> str | None:
        """A phrase of those who undergo it in the words up to the next sign or conjunction."""
        tokens, forms = self.tree.tokens, []
        for token in tokens[last + 1 :]:
            if token.upos in ("PUNCT", "CCONJ", "SCONJ", "NUM"):
                break
            forms.append(token.form)
        behind = " ".join(forms)
        found = (n for n, c in self.units.categories.items() if c.undergone and find(c.undergone, behind))
        return next(found, None)

    def _is_other_clause(self, i: int) -> bool:
        relation = self.tree.relation(i)
        if relation != "conj":
            return relation in CLAUSES
        numbered = any(self.tree.tokens[j].upos == "NUM" for j in self.tree.subtree(i))
        return numbered or self.tree.tokens[i].upos in ("VERB", "AUX")
