"""What a cue conveys in a reported clause, infinitive, object or prepositional phrase, by the parse.

Free quotations are left to `utterances`. Content is one span without the conjunction that brings it.
"""

from __future__ import annotations

from facta.extraction.complements import Complements
from facta.extraction.cues import CueHit
from facta.extraction.inversion import group_start, main_before, pointed
from facta.extraction.parentheses import is_left_behind, parenthesis
from facta.extraction.phrases import phrase
from facta.extraction.relays import by_which
from facta.extraction.sourced import Found, as_said, sourced
from facta.extraction.stretches import tidy
from facta.extraction.told_nouns import borne
from facta.records import Span
from facta.text import fold

_MARKS = ("«", "»", "“", "”", "„", '"')


class Contents(Complements):
    """Reads contents with the words of one language."""

    def of(self, hit: CueHit, speaker: int | None, inverted: bool = False) -> Found | None:
        """Content, act and the content's head token, if the cue governs any in its sentence or points back to the one
        before; `inverted` when the speaker stands behind a cue that ends the sentence."""
        if hit.kind == "source":
            return sourced(hit, speaker)
        if hit.kind == "noun":
            return self._noun(hit)
        if hit.kind == "glued":
            start = hit.tree.tokens[0].start
            return Span(start, hit.span.start), hit.act("clause"), 0
        previous = self.trees[hit.tree.index - 1] if hit.tree.index and pointed(hit, self.speech) else None
        if previous is not None:
            return tidy(previous, range(len(previous.tokens))), hit.act("clause"), hit.head
        if inverted:
            return tidy(hit.tree, range(group_start(hit))), hit.act("clause"), main_before(hit)
        return self._thrown_in(hit) or as_said(hit, self.speech) or self._governed(hit) or self._around(hit, speaker)

    def _governed(self, hit: CueHit) -> Found | None:
        """What the parse or a conjunction behind the cue makes its complement."""
        readings = (
            self._clause,
            self._parted,
            self._infinitive,
            self._declared,
            self._about,
            self._object,
            self._brought_in,
            self._relative,
            self._behind_colon,
            self._unbrought,
        )
        return next((found for read in readings if (found := read(hit))), None)

    def _behind_colon(self, hit: CueHit) -> Found | None:
        """What follows a colon behind the cue and its speaker: "The operator says: there was no attack"."""
        tree = hit.tree
        at = next((i for i in range(hit.last, len(tree.tokens)) if tree.tokens[i].form == ":"), None)
        if at is None or at + 2 >= len(tree.tokens) or not hit.takes("clause"):
            return None
        between = any(tree.tokens[i].upos == "VERB" or tree.tokens[i].form in _MARKS for i in range(hit.last, at))
        verb = next((i for i in range(at + 1, len(tree.tokens)) if tree.tokens[i].upos in ("VERB", "AUX")), None)
        if between or verb is None or tree.tokens[at + 1].form in _MARKS:
            return None
        return tidy(tree, range(at + 1, len(tree.tokens))), hit.act("clause"), verb

    def _thrown_in(self, hit: CueHit) -> Found | None:
        """The sentence into which a cue and its speaker are thrown between commas."""
        inside = parenthesis(hit, self.speech)
        if inside is None:
            return None
        tree = hit.tree
        verbs = [i for i in range(len(tree.tokens)) if i not in inside and tree.tokens[i].upos in ("VERB", "AUX")]
        start = max((i + 1 for i in range(inside.start) if tree.tokens[i].form == ";"), default=0)
        stop = next((i for i in range(inside.stop, len(tree.tokens)) if tree.tokens[i].form == ";"), len(tree.tokens))
        if is_left_behind(hit, inside, self.speech):
            stop = inside.start
        return tidy(tree, range(start, stop)), hit.act("clause"), verbs[0]

    def _around(self, hit: CueHit, speaker: int | None) -> Found | None:
        """ "…, X said in a statement." and "…, X said, …": what stands before the speaker and behind the cue."""
        tree = hit.tree
        if speaker is None or not hit.takes("clause") or speaker > hit.head or tree.grammar.verb_second:
            return None
        start = phrase(tree, speaker)[0]
        behind = hit.last < len(tree.tokens) - 4 and tree.tokens[hit.last].form == ","
        reach = len(tree.tokens) if behind else start - 1
        verbs = [i for i in range(reach) if tree.tokens[i].upos in ("VERB", "AUX") and not start <= i < hit.last]
        if start < (3 if behind else 4) or tree.tokens[start - 1].form not in (",", "”", '"', "»") or not verbs:
            return None
        if fold(tree.tokens[0].form) in self.speech.silent or tree.grammar.is_gerund(tree.tokens[hit.head].form):
            return None
        return tidy(tree, range(len(tree.tokens) if behind else start)), hit.act("clause"), verbs[0]

    # ------------------------------------------------------------------------------------------ nouns

    @staticmethod
    def _infinitive_behind(hit: CueHit) -> list[int]:
        """The infinitive right behind the noun and its owner, hung elsewhere: "the order [of the colonel] to fire"."""
        tree = hit.tree
        below = set(tree.subtree(hit.head))
        i = next((j for j in range(hit.last, len(tree.tokens)) if tree.tokens[j].upos == "VERB" or j not in below), -1)
        bare = i >= 0 and tree.tokens[i].upos == "VERB" and tree.grammar.is_infinitive(tree.tokens[i].form)
        return [i] if bare and tree.relation(i) == "xcomp" else []

    def _noun(self, hit: CueHit) -> Found | None:
        """ "the announcement that …", "a pledge to …"."""
        tree = hit.tree
        if told := by_which(hit, self.speech):
            return told
        owners = tree.all_children(hit.head, "nmod")  # "the claim of the mayor that …", hung on the mayor
        kinds = ("acl", "ccomp", "advcl", "xcomp", "parataxis")
        hung = [c for i in (hit.head, *owners) for c in tree.all_children(i, *kinds)]
        hung += [c for c in owners if tree.tokens[c].upos == "VERB"]
        for child in [*hung, *self._infinitive_behind(hit), *borne(hit, self.speech)]:
            infinitive = self._form(tree, child) == "infinitive"
            relative = tree.tokens[child].deprel == "acl:relcl" and not (infinitive or self._brought(hit, child))
            if child < hit.head or relative:
                continue
            if self._brought(hit, child) and hit.takes("clause"):
                return self.stretches.of(hit, [child]), hit.act("clause"), child
            if infinitive and hit.takes("infinitive"):
                return self.stretches.of(hit, [child], keep_to=True), hit.act("infinitive"), child
        return None
