"""What a cue conveys in a reported clause, infinitive, object or prepositional phrase, by the parse.

Free quotations are left to `utterances`. Content is one span without the conjunction that brings it.
"""

from __future__ import annotations

from collections.abc import Iterable

from facta.codebook.grammar import written
from facta.codebook.speech import Speech
from facta.extraction.cues import CueHit
from facta.extraction.inversion import main_before, pointed
from facta.extraction.phrases import phrase
from facta.extraction.tree import Tree
from facta.records import Act, Span
from facta.text import fold

_CLOSERS = "”»\"“’'"
_DASHES = ("—", "–", "-")
_TITLE = 3  # words before a colon that only name what a headline is about, at most one less


class Contents:
    """Reads contents with the words of one language."""

    def __init__(self, speech: Speech, trees: tuple[Tree, ...] = ()) -> None:
        self.speech = speech
        self.trees = trees
        self.that = {fold(w) for w in speech.that}
        self.questions = {fold(w) for w in speech.questions}

    def of(self, hit: CueHit, speaker: int | None, inverted: bool = False) -> tuple[Span, Act, int] | None:
        """Content, act and the content's head token, if the cue governs any in its sentence or points back to the one
        before; `inverted` when the speaker stands behind a cue that ends the sentence."""
        if hit.kind == "source":
            return self._sourced(hit, speaker)
        if hit.kind == "noun":
            return self._noun(hit)
        if hit.kind == "glued":
            start = hit.tree.tokens[0].start
            return Span(start, hit.span.start), hit.act("clause"), 0
        previous = self.trees[hit.tree.index - 1] if hit.tree.index and pointed(hit, self.speech) else None
        if previous is not None:
            return self._tidy(previous, range(len(previous.tokens))), hit.act("clause"), hit.head
        if inverted:
            return self._tidy(hit.tree, range(hit.first)), hit.act("clause"), main_before(hit)
        parenthetic = hit.last < len(hit.tree.tokens) and hit.tree.tokens[hit.last].form == ","
        around = self._around(hit, speaker)
        if parenthetic and around:
            return around
        found = self._clause(hit) or self._parted(hit) or self._infinitive(hit) or self._about(hit) or self._object(hit)
        return found or around

    def _around(self, hit: CueHit, speaker: int | None) -> tuple[Span, Act, int] | None:
        """ "…, X said in a statement." and "…, X said, …": what stands before the speaker and behind the cue."""
        tree = hit.tree
        if speaker is None or not hit.takes("clause") or speaker > hit.head:
            return None
        start = phrase(tree, speaker)[0]
        behind = hit.last < len(tree.tokens) - 4 and tree.tokens[hit.last].form == ","
        reach = len(tree.tokens) if behind else start - 1
        verbs = [i for i in range(reach) if tree.tokens[i].upos in ("VERB", "AUX") and not start <= i < hit.last]
        if start < (3 if behind else 4) or tree.tokens[start - 1].form not in (",", "”", '"', "»") or not verbs:
            return None
        if fold(tree.tokens[0].form) in self.speech.silent or tree.grammar.is_gerund(tree.tokens[hit.head].form):
            return None
        return self._tidy(tree, range(len(tree.tokens) if behind else start)), hit.act("clause"), verbs[0]

    # ------------------------------------------------------------------------------------------ verbs

    def _clause(self, hit: CueHit) -> tuple[Span, Act, int] | None:
        """ "said that …": the complement clause and the clauses joined to it."""
        tree = hit.tree
        for child in tree.all_children(hit.head, "ccomp", "csubj"):
            if child > hit.head and hit.takes("clause") and not self._silent(tree, child):
                return self._span(hit, [child]), hit.act("clause"), child
        for child in tree.all_children(hit.head, "advcl", "acl", "xcomp", "parataxis", "obj", "obl"):
            if child > hit.head and hit.takes("clause") and self._brought(hit, child):
                return self._span(hit, [child]), hit.act("clause"), child
            for below in tree.all_children(child, "acl", "ccomp"):  # "said on Monday that", hung on the day
                if below > hit.head and hit.takes("clause") and self._brought(hit, below):
                    return self._span(hit, [below]), hit.act("clause"), below
        return None

    def _brought(self, hit: CueHit, i: int) -> bool:
        """Whether "that" brings the clause, whatever the parse calls it, or "whether" after a cue that asks."""
        tree = hit.tree
        marks = {fold(tree.tokens[c].form) for c in tree.all_children(i, "mark") if hit.head < c < i}
        asks = hit.act("clause") in (Act.ASK, Act.DOUBT)
        return bool(marks & (self.that | self.questions if asks else self.that))

    def _silent(self, tree: Tree, i: int) -> bool:
        return any(
            fold(tree.tokens[c].form) in self.speech.silent for c in tree.all_children(i, "mark", "advmod") if c < i
        )

    def _parted(self, hit: CueHit) -> tuple[Span, Act, int] | None:
        """The clause that holds or precedes the cue: "The talks, X said, were over", "The talks were over, X said"."""
        tree, i = hit.tree, hit.head
        if not hit.takes("clause"):
            return None
        below = [c for c in tree.all_children(i, "ccomp") if c < i]
        if below:
            return self._span(hit, below[:1]), hit.act("clause"), below[0]
        if tree.relation(i) != "parataxis" or tree.child(i, "mark") is not None:
            return None
        head = tree.tokens[i].head
        mine = set(tree.subtree(i))
        if tree.tokens[min(mine)].form == ";":
            return None  # what a semicolon parts is another sentence
        rest = [j for j in tree.subtree(head) if j not in mine]
        words = [j for j in rest if tree.tokens[j].upos != "PUNCT"]
        if len(words) < _TITLE and any(tree.tokens[j].form == ":" for j in tree.subtree(head)):
            return None  # "Colombia: rebels threaten to leave the talks"
        return (self._tidy(tree, rest), hit.act("clause"), head) if rest else None

    def _infinitive(self, hit: CueHit) -> tuple[Span, Act, int] | None:
        """ "urged them to leave", "denied shelling"."""
        tree = hit.tree
        for child in tree.all_children(hit.head, "xcomp", "advcl", "ccomp", "acl", "obj"):
            if child < hit.head or tree.tokens[child].upos not in ("VERB", "AUX", "ADJ", "NOUN"):
                continue
            kind = self._form(tree, child)
            if kind == "gerund" and any(t.form == "," for t in tree.tokens[hit.head : child]):
                continue
            if kind and hit.takes(kind):
                heads = [child]
                obj = tree.child(hit.head, "obj", "iobj")
                if kind == "infinitive" and obj is not None and hit.head < obj < child:
                    heads.append(obj)
                keep = kind == "infinitive"
                return self._span(hit, heads, keep_to=keep), hit.act(kind), child
        return None

    def _form(self, tree: Tree, i: int) -> str | None:
        token = tree.tokens[i]
        marks = {written(tree.tokens[c].form) for c in tree.all_children(i, "mark")}
        if marks & tree.grammar.infinitives.markers:
            return "infinitive"
        if tree.grammar.is_verbal_noun(token.form) and token.upos == "VERB":
            return "gerund"
        helpers = [tree.tokens[c].form for c in tree.all_children(i, "aux") if c < i]
        if tree.relation(i) in ("xcomp", "ccomp", "acl") and tree.grammar.is_infinitive(helpers[0] if helpers else token.form):
            return "infinitive"
        return None

    def _about(self, hit: CueHit) -> tuple[Span, Act, int] | None:
        """ "called for talks", "accused them of lying", "described it as vital"."""
        tree = hit.tree
        for cue in hit.cues:
            for child in tree.all_children(hit.head, "obl", "advcl", "nmod", "xcomp", "obj", "advmod"):
                marks = [fold(tree.tokens[c].form) for c in tree.all_children(child, "case", "mark") if c < child]
                if child < hit.head or not any(m in cue.about for m in marks):
                    continue
                obj = self._object_of(hit)
                obj = obj if obj is not None else self._addressed(hit)
                if cue.with_object and obj is not None and hit.head < obj < child:
                    return self._span(hit, [obj, child], keep_to=True), cue.act, child
                if not cue.with_object:
                    return self._span(hit, [child]), cue.act, child
            inner = self._within_object(hit, cue.about) if cue.with_object else None
            if inner is not None:
                return self._span(hit, [inner], keep_to=True), cue.act, inner
        return None

    @staticmethod
    def _object_of(hit: CueHit) -> int | None:
        """The object behind the cue; a subject behind a participle is one misread."""
        return next((c for c in hit.tree.all_children(hit.head, "obj", "iobj", "nsubj") if c > hit.head), None)

    def _addressed(self, hit: CueHit) -> int | None:
        """An object that the language marks with a preposition: "acusó al Ejército"."""
        for child in hit.tree.all_children(hit.head, "obl"):
            marks = [fold(hit.tree.tokens[c].form) for c in hit.tree.all_children(child, "case")]
            if child > hit.head and any(mark in self.speech.listeners for mark in marks):
                return child
        return None

    def _within_object(self, hit: CueHit, about: tuple[str, ...]) -> int | None:
        """The object when the preposition was hung below it: "branded [those comments as dangerous]"."""
        obj = self._object_of(hit)
        if obj is None:
            return None
        below = [i for i in hit.tree.subtree(obj) if i > obj and hit.tree.relation(i) in ("case", "mark")]
        return obj if any(fold(hit.tree.tokens[i].form) in about for i in below) else None

    def _object(self, hit: CueHit) -> tuple[Span, Act, int] | None:
        tree = hit.tree
        if any(tree.tokens[c].deprel == "aux:pass" for c in tree.children[hit.head]):
            return None
        obj = next((c for c in tree.all_children(hit.head, "obj", "iobj") if c > hit.head), None)
        with_object = any(c.with_object and "object" in c.takes for c in hit.cues)
        if obj is None or not hit.takes("object") or (tree.tokens[obj].upos == "PRON" and not with_object):
            return None
        complement = [c for c in tree.all_children(hit.head, "xcomp", "obj", "iobj", "ccomp") if c > obj]
        if with_object and not complement:
            return None
        return self._span(hit, [obj, *(complement if with_object else ())], keep_to=True), hit.act("object"), obj

    # ------------------------------------------------------------------------------------------ nouns and sources

    @staticmethod
    def _joined(tree: Tree, i: int) -> bool:
        """Whether a conjunction and no relative pronoun opens the clause, whatever the parse calls it."""
        return any(tree.tokens[c].upos == "SCONJ" for c in tree.all_children(i, "mark"))

    def _noun(self, hit: CueHit) -> tuple[Span, Act, int] | None:
        """ "the announcement that …", "a pledge to …"."""
        tree = hit.tree
        for child in tree.all_children(hit.head, "acl", "ccomp", "advcl", "xcomp"):
            if child < hit.head or (tree.tokens[child].deprel == "acl:relcl" and not self._joined(tree, child)):
                continue
            if self._brought(hit, child) and hit.takes("clause"):
                return self._span(hit, [child]), hit.act("clause"), child
            if self._form(tree, child) == "infinitive" and hit.takes("infinitive"):
                return self._span(hit, [child], keep_to=True), hit.act("infinitive"), child
        return None

    def _sourced(self, hit: CueHit, speaker: int | None) -> tuple[Span, Act, int] | None:
        """ "According to X, …" and "…, according to X": the clause that the phrase belongs to."""
        tree = hit.tree
        if speaker is None:
            return None
        mine = set(range(hit.first, hit.last)) | set(tree.subtree(speaker, lambda j: j < hit.first))
        end = max(mine)
        before = [i for i in range(hit.first) if tree.tokens[i].upos != "PUNCT"]
        told = any(tree.tokens[i].upos in ("VERB", "AUX") for i in before)
        rest = self._preceding(tree, hit.first, speaker) if before else list(range(end + 1, len(tree.tokens)))
        if before and not told and any(tree.tokens[i].upos == "VERB" for i in range(end + 1, len(tree.tokens))):
            rest = list(range(len(tree.tokens)))  # "The talks, according to X, were over."
        return (self._tidy(tree, rest), Act.ASSERT, rest[0]) if rest else None

    def _preceding(self, tree: Tree, first: int, speaker: int) -> list[int]:
        """The clause before "according to": the main clause after a comma, else the nearest."""
        comma = tree.tokens[first - 1].form in (",", "—", "–", "”", '"')
        start = 0
        if not comma:
            head = tree.tokens[speaker].head
            clause = [head, *tree.ancestors(head)] if head >= 0 else []
            verb = next(
                (j for j in clause if tree.relation(j) in ("ccomp", "advcl", "parataxis", "root", "conj")), None
            )
            if verb is not None and verb < first:
                start = min(j for j in tree.subtree(verb) if j < first)
        for j in range(first - 1, start, -1):
            if tree.tokens[j].form == ";":
                start = j + 1
                break
        return list(range(start, first))

    # ------------------------------------------------------------------------------------------ spans

    def _span(self, hit: CueHit, heads: list[int], keep_to: bool = False) -> Span:
        """The stretch of the heads' subtrees on their side of the cue, without "that" or case marks at its start."""
        tree = hit.tree
        mine = {
            j for h in heads for j in tree.subtree(h, lambda j: j == hit.head or (keep_to and self._digresses(tree, j)))
        }
        after = heads[0] > hit.head
        side = [j for j in mine if (j > hit.head) == after]
        start, end = min(side), max(side)
        if after and not keep_to:
            end = self._stretched(hit, end)
        main = heads[0]
        brought = [i for i in range(start, min(start + 4, main)) if fold(tree.tokens[i].form) in self.that]
        if brought and not keep_to:
            start = brought[0] + 1
        while (
            not keep_to
            and start < main
            and tree.relation(start) in ("mark", "case", "cc")
            and tree.tokens[start].head == main
            and not self._keeps(tree, start)
        ):
            start += 1
        return self._tidy(tree, range(start, end + 1))

    @staticmethod
    def _digresses(tree: Tree, i: int) -> bool:
        """A relative clause after a comma tells something else of an object."""
        return tree.tokens[i].deprel == "acl:relcl" and any(
            tree.tokens[c].form == "," for c in tree.all_children(i, "punct")
        )

    @staticmethod
    def _stretched(hit: CueHit, end: int) -> int:
        """The end of a clause with what follows it unparted, which the parse may have hung on the cue instead."""
        tree = hit.tree
        for child in sorted(tree.children[hit.head]):
            below = tree.subtree(child)
            if below[0] == end + 1 and tree.relation(child) not in ("punct", "conj", "cc", "nsubj", "parataxis"):
                end = max(below)
        return end

    def _keeps(self, tree: Tree, i: int) -> bool:
        """Conjunctions that belong to what is said: "while", "if", "why"."""
        form, charges = fold(tree.tokens[i].form), tree.grammar.prepositions.charges
        kept = tree.relation(i) == "mark" and form not in self.that and written(form) not in charges
        return kept or written(form) in tree.grammar.infinitives.markers

    def _tidy(self, tree: Tree, indices: Iterable[int]) -> Span:
        """The span without commas, dashes and full stops at its ends; quotation marks stay."""
        chosen = sorted(indices)
        tokens = tree.tokens
        while len(chosen) > 1 and tokens[chosen[0]].form in (",", ".", ":", ";", *_DASHES, ")"):
            chosen.pop(0)
        while len(chosen) > 1 and tokens[chosen[-1]].form in (",", ".", ":", ";", *_DASHES, "("):
            chosen.pop()
        return Span(tokens[chosen[0]].start, tokens[chosen[-1]].end)
