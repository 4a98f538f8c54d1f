"""What a cue conveys in a reported clause, infinitive, object or prepositional phrase, by the parse.

Free quotations are left to `utterances`. Content is one span without the conjunction that brings it.
"""

from __future__ import annotations

from facta.codebook.grammar import written
from facta.codebook.speech import Speech
from facta.codebook.times import Times
from facta.extraction.cues import CueHit
from facta.extraction.frames import cases, hits
from facta.extraction.inversion import group_start, main_before, pointed
from facta.extraction.parentheses import is_left_behind, parenthesis
from facta.extraction.phrases import phrase
from facta.extraction.relays import by_which
from facta.extraction.sourced import Found, as_said, sourced
from facta.extraction.stretches import Stretches, tidy
from facta.extraction.told_nouns import borne, is_told
from facta.extraction.tree import Tree
from facta.extraction.words import plain
from facta.records import Act, Span
from facta.text import fold

_REACH = 14  # words between a cue and the "that" of its clause, at most
_MARKS = ("«", "»", "“", "”", "„", '"')
_TITLE = 3  # words before a colon that only name what a headline is about, at most one less


class Contents:
    """Reads contents with the words of one language."""

    def __init__(self, speech: Speech, trees: tuple[Tree, ...] = ()) -> None:
        self.speech = speech
        self.trees = trees
        self.stretches = Stretches(speech)
        self.that = self.stretches.that
        self.questions = {fold(w) for w in speech.questions}
        self.reported = {plain(w) for w in speech.reported_forms}

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

    # ------------------------------------------------------------------------------------------ verbs

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

    def _infinitive(self, hit: CueHit) -> Found | None:
        """ "urged them to leave", "denied shelling"."""
        tree = hit.tree
        for child in (*tree.all_children(hit.head, "xcomp", "advcl", "ccomp", "acl", "obj"), *self._below_object(hit)):
            if child < hit.head or tree.tokens[child].upos not in ("VERB", "AUX", "ADJ", "NOUN"):
                continue
            kind = self._form(tree, child)
            if kind == "gerund" and any(t.form == "," for t in tree.tokens[hit.head : child]):
                continue
            if kind and hit.takes(kind):
                heads = [child]
                obj = self._bidden(hit, child)
                parted = obj is not None and any(t.form == "," for t in tree.tokens[obj:child])
                if kind == "infinitive" and obj is not None and not parted:
                    heads.append(obj)
                keep = kind == "infinitive"
                return self._behind_comma(hit, self.stretches.of(hit, heads, keep_to=keep), child), hit.act(kind), child
        return None

    @staticmethod
    def _behind_comma(hit: CueHit, span: Span, child: int) -> Span:
        """The infinitive clause from its comma on, in a language that always sets one before it."""
        tokens = hit.tree.tokens
        at = next((i for i in range(hit.last, child) if tokens[i].form == ","), None)
        if at is None or not hit.tree.grammar.verb_second:
            return span
        return Span(max(span.start, tokens[at + 1].start), span.end)

    def _declared(self, hit: CueHit) -> Found | None:
        """What somebody declares to be: "se disent prêts à discuter", "se declaró inocente"."""
        tree = hit.tree
        before = tree.tokens[max(0, hit.first - 3) : hit.first]  # "s'est dit"
        reflexive = any(written(t.form) in tree.grammar.reflexives for t in before)
        if not reflexive or not hit.takes("clause"):
            return None
        called = (c for c in tree.all_children(hit.head, "xcomp", "obj", "acl", "advcl") if c >= hit.last)
        child = next(
            (c for c in called if tree.tokens[c].upos in ("ADJ", "VERB") and tree.child(c, "mark") is None), None
        )
        return (self.stretches.of(hit, [child], keep_to=True), hit.act("clause"), child) if child is not None else None

    def _below_object(self, hit: CueHit) -> list[int]:
        """Infinitives behind a comma that the parse hung on the one bidden: "rief die Rebellen auf, [abzuziehen]"."""
        tree = hit.tree
        beside = tree.all_children(hit.head, "obj", "iobj", "obl", "xcomp") if tree.grammar.verb_second else []
        below = [c for other in beside for c in tree.all_children(other, "acl", "xcomp") if other > hit.head]
        return [c for c in below if any(t.form == "," for t in tree.tokens[hit.head : c])]

    def _bidden(self, hit: CueHit, infinitive: int) -> int | None:
        """Who is to do it: "urged [them] to leave", "called for [them] to leave"."""
        tree = hit.tree
        for c in tree.all_children(hit.head, "obj", "iobj", "obl"):
            marks = {fold(tree.tokens[m].form) for m in tree.all_children(c, "case")}
            bidden = not marks or any(marks & set(cue.about) for cue in hit.cues) or c < hit.last + 2
            if hit.head < c < infinitive and (bidden or tree.relation(c) != "obl"):
                return c
        return None

    def _form(self, tree: Tree, i: int) -> str | None:
        token = tree.tokens[i]
        marks = {written(tree.tokens[c].form) for c in tree.all_children(i, "mark")}
        marks.add(written(tree.tokens[tree.subtree(i)[0]].form))
        if tree.grammar.verb_second:  # "gebrochen zu haben"
            below = tree.all_children(i, "aux", "cop", "xcomp")
            marks |= {written(tree.tokens[c].form) for b in below for c in tree.all_children(b, "mark")}
        if marks & tree.grammar.infinitives.markers:
            return "infinitive"
        helpers = [tree.tokens[c].form for c in tree.all_children(i, "aux") if c < i]
        if tree.grammar.is_verbal_noun(helpers[0] if helpers else token.form) and token.upos == "VERB":
            return "gerund"
        bare = tree.grammar.is_infinitive(helpers[0] if helpers else token.form)
        return "infinitive" if bare and tree.relation(i) in ("xcomp", "ccomp", "acl", "nmod") else None

    def _about(self, hit: CueHit) -> Found | None:
        """ "called for talks", "accused them of lying", "described it as vital"."""
        tree = hit.tree
        for cue in hit.cues:
            for child in tree.all_children(hit.head, "obl", "advcl", "nmod", "xcomp", "obj", "advmod", "amod"):
                marks = [fold(tree.tokens[c].form) for c in tree.all_children(child, "case", "mark", "cc") if c < child]
                if child < hit.head or not any(m in cue.about for m in marks):
                    continue
                obj = self._object_of(hit)
                obj = obj if obj is not None else self._addressed(hit)
                if cue.with_object and obj is not None and hit.head < obj < child:
                    return self.stretches.of(hit, [obj, child], keep_to=True), cue.act, child
                if not cue.with_object or self._objectless(hit):
                    return self.stretches.of(hit, [child], stretch=False), cue.act, child
            inner = self._within_object(hit, cue.about) if cue.with_object else None
            if inner is not None:
                return self.stretches.of(hit, [inner], keep_to=True), cue.act, inner
        return None

    @staticmethod
    def _objectless(hit: CueHit) -> bool:
        """Whether the object stands before the cue: "which he called vital", "was accused of lying"."""
        tree, i = hit.tree, hit.head
        passive = any(tree.tokens[c].deprel in ("nsubj:pass", "aux:pass") for c in tree.children[i])
        clitic = any(c < i and tree.tokens[c].upos == "PRON" for c in tree.all_children(i, "obj", "iobj", "expl"))
        return passive or clitic or tree.relation(i) == "acl"

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
        below = [i for i in hit.tree.subtree(obj) if i > obj and hit.tree.relation(i) in ("case", "mark", "cc")]
        return obj if any(fold(hit.tree.tokens[i].form) in about for i in below) else None

    def _object(self, hit: CueHit) -> Found | None:
        tree = hit.tree
        if any(tree.tokens[c].deprel == "aux:pass" for c in tree.children[hit.head]):
            return None
        obj = next((c for c in tree.all_children(hit.head, "obj", "iobj") if c > hit.head), None)
        with_object = any(c.with_object and "object" in c.takes for c in hit.cues)
        if obj is None or not hit.takes("object") or (tree.tokens[obj].upos == "PRON" and not with_object):
            return None
        complement = [c for c in tree.all_children(hit.head, "xcomp", "obj", "iobj", "obl", "ccomp") if c > obj]
        complement = [c for c in complement if tree.relation(c) != "obl" or not cases(tree, c)]
        if with_object and not (complement or self._judged(tree, obj) or self._objectless(hit)):
            return None
        heads = [obj, *(complement if with_object else self._aim_behind(tree, hit.head, obj))]
        return self.stretches.of(hit, heads, keep_to=True), hit.act("object"), obj

    @staticmethod
    def _aim_behind(tree: Tree, verb: int, obj: int) -> list[int]:
        """The target of the object's deed, hung on the verb: "condemned the strike [on the market]"."""
        end = max(tree.subtree(obj)) + 1
        aims = [c for c in tree.all_children(verb, "obl") if min(tree.subtree(c)) == end]
        times = tree.codebook.page("times", Times) if tree.codebook else Times()
        dated = (c for c in aims if times.weekday(tree.tokens[c].form) < 0 and times.month(tree.tokens[c].form) < 1)
        return [c for c in dated if hits(tree, c, tree.grammar.prepositions.aims)]

    @staticmethod
    def _judged(tree: Tree, obj: int) -> bool:
        """Whether what the object is called stands behind it: "called the charges unfounded"."""
        below = [c for c in tree.all_children(obj, "amod", "acl", "appos") if c > obj]
        endings = tree.grammar.predicatives
        named = [c for c in tree.subtree(obj) if c > obj and tree.relation(c) == "nmod" and not cases(tree, c)]
        if endings and any(written(tree.tokens[c].form).endswith(endings) for c in named):
            return True  # "назвал рассказ вымыслом"
        return any(tree.tokens[c].upos == "ADJ" or tree.relation(c) == "appos" for c in below)

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
