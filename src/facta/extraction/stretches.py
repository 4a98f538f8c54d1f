"""From head words of a reported clause to the characters it covers: without the conjunction that brings it, without
digressions, commas and dashes at its ends. What is reported, and by whom, is left to `contents` and `speakers`."""

from __future__ import annotations

from collections.abc import Iterable

from facta.codebook.grammar import written
from facta.codebook.speech import Speech
from facta.extraction.cues import CueHit
from facta.extraction.mending import dateline
from facta.extraction.tree import Tree
from facta.records import Span
from facta.text import fold

DASHES = ("—", "–", "-", "―", "--")
_OPENING = (",", ".", ":", ";", *DASHES, ")")
_CLOSING = (",", ".", ":", ";", *DASHES, "(")


class Stretches:
    """Measures contents with the words of one language."""

    def __init__(self, speech: Speech) -> None:
        self.that = {fold(w) for w in speech.that}
        self.meanwhile = {fold(w) for w in speech.meanwhile}
        self.cues = speech.verb_lemmas

    def of(self, hit: CueHit, heads: list[int], keep_to: bool = False, stretch: bool = True) -> Span:
        """The heads' subtrees on their side of the cue, without "that" or case marks at its start; `stretch` takes in
        what the parse has hung on the cue by mistake."""
        tree = hit.tree
        mine = {j for h in heads for j in tree.subtree(h, lambda j: j == hit.head or (keep_to and _digresses(tree, j)))}
        after = heads[0] > hit.head
        side = [j for j in mine if (j >= hit.last if after else j < hit.head)]
        start, end = min(side), max(side)
        if after and stretch and not keep_to:
            end = self._stretched(hit, end)
        while after and end > start and _is_particle(hit, end):
            end -= 1
        main = heads[0]
        brought = [i for i in range(start, min(start + 4, main)) if fold(tree.tokens[i].form) in self.that]
        if brought and not keep_to:
            start = brought[0] + 1
        while not keep_to and start < main and self._leads(tree, start, main):
            start += 1
        return tidy(tree, range(start, end + 1))

    def _stretched(self, hit: CueHit, end: int) -> int:
        """The end of a clause with what follows it unparted, which the parse may have hung on the cue instead."""
        tree = hit.tree
        for child in sorted(tree.children[hit.head]):
            below = tree.subtree(child)
            apart = tree.relation(child) in ("punct", "conj", "cc", "nsubj", "parataxis") or self._accompanies(
                tree, child
            )
            joined = below[0] in (end + 1, end + 2) and self._continues(tree, child)
            if (below[0] == end + 1 and not apart) or joined:
                end = max(below)
        return end

    def _accompanies(self, tree: Tree, i: int) -> bool:
        """Whether a clause behind a comma tells what happened as it was said: ", raising tension", ", after a raid"."""
        below = tree.subtree(i)
        if tree.relation(i) != "advcl" or tree.tokens[below[0]].form != "," or len(below) < 2:
            return False
        first = tree.tokens[below[1]]
        return fold(first.form) in self.meanwhile or (first.upos == "VERB" and tree.grammar.is_gerund(first.form))

    def _continues(self, tree: Tree, i: int) -> bool:
        """Whether a clause joined to the cue goes on with what is said: "said she was tired, but they would stay"."""
        subject = tree.child(i, "nsubj")
        if tree.relation(i) != "conj" or subject is None or fold(tree.tokens[i].lemma) in self.cues:
            return False
        owners = (c for c in tree.children[subject] if tree.tokens[c].deprel == "nmod:poss")
        return any(tree.tokens[j].upos == "PRON" for j in (subject, *owners))

    def _leads(self, tree: Tree, i: int, main: int) -> bool:
        """Whether the word only leads to the content's main word and is none of it."""
        leads = tree.relation(i) in ("mark", "case", "cc") and tree.tokens[i].head == main
        return leads and not self._keeps(tree, i)

    def _keeps(self, tree: Tree, i: int) -> bool:
        """Conjunctions that belong to what is said: "while", "if", "why"."""
        form, charges = fold(tree.tokens[i].form), tree.grammar.prepositions.charges
        kept = tree.relation(i) == "mark" and form not in self.that and written(form) not in charges
        return kept or written(form) in tree.grammar.infinitives.markers


def _is_particle(hit: CueHit, i: int) -> bool:
    """Whether the token is the particle parted from the cue: "wies auf die Lage [hin]"."""
    token = hit.tree.tokens[i]
    return (
        token.upos in ("ADP", "ADV", "ADJ")
        and token.form != ""
        and hit.token.lemma.startswith(token.form)
        and (not hit.token.form.casefold().startswith(token.form))
    )


def _digresses(tree: Tree, i: int) -> bool:
    """A relative clause after a comma tells something else of an object."""
    return tree.tokens[i].deprel == "acl:relcl" and any(
        tree.tokens[c].form == "," for c in tree.all_children(i, "punct")
    )


def is_break(tree: Tree, i: int) -> bool:
    """Whether the token is a comma or a dash; a hyphen within a word is none."""
    form = tree.tokens[i].form
    glued = form == "-" and i > 0 and tree.tokens[i - 1].end == tree.tokens[i].start
    return form == "," or (form in DASHES and not glued)


def tidy(tree: Tree, indices: Iterable[int]) -> Span:
    """The span without a dateline, commas, dashes and full stops at its ends; quotation marks stay."""
    tokens, chosen = tree.tokens, sorted(indices)
    start = dateline(tokens) if chosen[0] == 0 else 0
    chosen = [i for i in chosen if i >= start] or chosen
    while len(chosen) > 1 and tokens[chosen[0]].form in _OPENING:
        chosen.pop(0)
    while len(chosen) > 1 and tokens[chosen[-1]].form in _CLOSING:
        chosen.pop()
    return Span(tokens[chosen[0]].start, tokens[chosen[-1]].end)
