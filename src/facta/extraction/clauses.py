"""What a cue conveys in a reported clause, before or behind it, by the parse or by the conjunction that brings it."""

from __future__ import annotations

from facta.codebook.grammar import written
from facta.codebook.speech import Speech
from facta.extraction.cues import CueHit
from facta.extraction.inversion import group_start
from facta.extraction.sourced import Found
from facta.extraction.stretches import Stretches, tidy
from facta.extraction.told_nouns import is_told
from facta.extraction.tree import Tree
from facta.extraction.words import plain
from facta.records import Act
from facta.text import fold

_REACH = 14  # words between a cue and the "that" of its clause, at most
_TITLE = 3  # words before a colon that only name what a headline is about, at most one less


class Clauses:
    """Reads reported clauses with the words of one language."""

    def __init__(self, speech: Speech, trees: tuple[Tree, ...] = ()) -> None:
        self.speech = speech
        self.trees = trees
        self.stretches = Stretches(speech)
        self.that = self.stretches.that
        self.questions = {fold(w) for w in speech.questions}
        self.reported = {plain(w) for w in speech.reported_forms}

    def _clause(self, hit: CueHit) -> Found | None:
        """ "said that …": the complement clause and the clauses joined to it."""
        tree = hit.tree
        words = dict.fromkeys((hit.head, *range(hit.first, hit.last)))  # "дал понять, что": below the second word
        for child in (c for i in words for c in tree.all_children(i, "ccomp", "csubj")):
            if child >= hit.last and hit.takes("clause") and not self._silent(tree, child):
                return self.stretches.of(hit, [child]), self._act(hit, child), child
        for child in tree.all_children(hit.head, "advcl", "acl", "xcomp", "parataxis", "obj", "obl"):
            if child > hit.head and hit.takes("clause") and self._brought(hit, child):
                return self.stretches.of(hit, [child]), self._act(hit, child), child
            if tree.relation(child) not in ("obj", "obl") or is_told(tree, child, self.speech):
                continue
            for below in tree.all_children(child, "acl", "ccomp", "advcl"):  # "said on Monday that", hung on the day
                if below > hit.head and hit.takes("clause") and self._brought(hit, below):
                    return self.stretches.of(hit, [below]), self._act(hit, below), below
        return None

    def _brought(self, hit: CueHit, i: int) -> bool:
        """Whether "that" brings the clause, whatever the parse calls it, or "whether" after a cue that asks."""
        tree = hit.tree
        brings = (c for c in tree.children[i] if tree.relation(c) == "mark" or tree.tokens[c].upos == "SCONJ")
        marks = {fold(tree.tokens[c].form) for c in brings if hit.head < c < i}
        return bool(marks & (self.that | self.questions if self._asks(hit) else self.that))

    @staticmethod
    def _asks(hit: CueHit) -> Act | None:
        """What a cue that may ask or doubt does by its clause: "demander si" asks, "demander que" demands."""
        return next((c.act for c in hit.cues if c.act in (Act.ASK, Act.DOUBT) and "clause" in c.takes), None)

    def _act(self, hit: CueHit, i: int) -> Act:
        """The act of the cue with the clause: a question word makes it ask, if it can."""
        marks = {fold(hit.tree.tokens[c].form) for c in hit.tree.all_children(i, "mark", "advmod") if c < i}
        return (self._asks(hit) if marks & self.questions else None) or hit.act("clause")

    def _brought_in(self, hit: CueHit) -> Found | None:
        """The clause behind "that", where the parse sees none: "warned, as others had, that the dam would break"."""
        tree = hit.tree
        if not hit.takes("clause"):
            return None
        reach = range(hit.last, min(len(tree.tokens), hit.last + _REACH))
        at = next((i for i in reach if fold(tree.tokens[i].form) in self.that), None)
        if at is None or any(is_told(tree, i, self.speech) for i in range(hit.last, at)):
            return None
        if any(tree.tokens[i].upos == "VERB" for i in range(hit.last, at) if not self._set_off(hit, at)):
            return None
        stop = next((i for i in range(at, len(tree.tokens)) if tree.tokens[i].form == ";"), len(tree.tokens))
        verb = next((i for i in range(at + 1, stop) if tree.tokens[i].upos in ("VERB", "AUX")), None)
        if verb is None and at <= hit.last + 1:  # "сообщил, что атака отбита", the participle read as a noun
            verb = next((i for i in range(at + 1, stop) if tree.grammar.is_short_passive(tree.tokens[i].form)), None)
        if verb is None or (tree.grammar.is_relative(tree.tokens[at].form) and verb == at + 1):
            return None  # "wrote the book that won"
        return tidy(tree, range(at + 1, stop)), hit.act("clause"), verb

    @staticmethod
    def _set_off(hit: CueHit, at: int) -> bool:
        """Whether commas set off what stands between the cue and "that"."""
        tokens = hit.tree.tokens
        return tokens[hit.last].form == "," and tokens[at - 1].form == ","

    def _relative(self, hit: CueHit) -> Found | None:
        """ "the gifts, which he said came with favours": the verb behind the cue has the pronoun for its subject."""
        tree, i = hit.tree, hit.last
        if not hit.takes("clause") or i >= len(tree.tokens) or tree.tokens[i].upos not in ("VERB", "AUX"):
            return None
        before = range(max(0, hit.first - _REACH), hit.first)
        pronouns = {j for j in before if tree.grammar.is_relative(tree.tokens[j].form)}
        pronouns |= {j for j in before if fold(tree.tokens[j].form) in self.questions}
        if not pronouns or tree.relation(hit.head) not in ("acl", "advcl", "ccomp", "csubj"):
            return None
        if tree.tokens[i].head == hit.head and tree.relation(i) in ("aux", "cop"):
            return None  # the cue's own auxiliary, where it stands behind its verb: "was er gesagt hatte"
        verb = i
        while tree.tokens[verb].upos == "AUX" and tree.tokens[verb].head > verb:
            verb = tree.tokens[verb].head
        end = max((*tree.subtree(verb), *tree.subtree(hit.head)))
        end = end if end > i + 1 else len(tree.tokens) - 1
        return tidy(tree, range(i, end + 1)), hit.act("clause"), verb

    def _unbrought(self, hit: CueHit) -> Found | None:
        """A clause in the mood of reported speech right behind the cue and a comma, where the parse hung it elsewhere:
        "der betonte, [er gebe nicht nach], und …"."""
        tree = hit.tree
        if not hit.takes("clause") or not tree.grammar.verb_second:
            return None
        at = next((i for i in range(hit.last, len(tree.tokens)) if tree.tokens[i].form in (",", ".", ";", ":")), None)
        if at is None or tree.tokens[at].form != "," or any(t.upos == "VERB" for t in tree.tokens[hit.last : at]):
            return None
        stop = next((i for i in range(at + 1, len(tree.tokens)) if tree.tokens[i].form in (",", ";")), len(tree.tokens))
        verb = next((i for i in range(at + 1, stop) if plain(tree.tokens[i].form) in self.reported), None)
        if verb is None:
            return None
        last = stop if tree.relation(hit.head) == "acl" else len(tree.tokens)
        return tidy(tree, range(at + 1, last)), hit.act("clause"), verb

    def _silent(self, tree: Tree, i: int) -> bool:
        return any(
            fold(tree.tokens[c].form) in self.speech.silent for c in tree.all_children(i, "mark", "advmod") if c < i
        )

    def _parted(self, hit: CueHit) -> Found | None:
        """The clause that holds or precedes the cue: "The talks, X said, were over", "The talks were over, X said"."""
        tree, i = hit.tree, hit.head
        if not hit.takes("clause"):
            return None
        below = [c for c in tree.all_children(i, "ccomp") if c < i]
        if below:
            return self.stretches.of(hit, below[:1]), hit.act("clause"), below[0]
        if (tree.relation(i) != "parataxis" and not self._closes(hit)) or tree.child(i, "mark") is not None:
            return None
        head = tree.tokens[i].head
        mine = set(tree.subtree(i))
        if ";" in [t.form for t in tree.tokens[max(0, min(mine) - 1) : min(mine) + 1]]:
            return None  # what a semicolon parts is another sentence
        rest = [j for j in tree.subtree(head) if j not in mine]
        words = [j for j in rest if tree.tokens[j].upos != "PUNCT"]
        if len(words) < _TITLE and any(tree.tokens[j].form == ":" for j in tree.subtree(head)):
            return None  # "Colombia: rebels threaten to leave the talks"
        return (tidy(tree, rest), hit.act("clause"), head) if rest else None

    @staticmethod
    def _closes(hit: CueHit) -> bool:
        """Whether the cue stands behind a comma with its pronoun tied to it: "…, fait-on savoir", "…, a-t-il dit"."""
        tree, start = hit.tree, group_start(hit)
        clitic = any(written(t.form) in tree.grammar.subject_clitics for t in tree.tokens[start : hit.last + 1])
        return clitic and start > 0 and tree.tokens[start - 1].form == "," and tree.tokens[hit.head].head >= 0
