"""What a cue conveys in an infinitive, a gerund, an object or a phrase: "urged them to leave", "denied shelling",
"accused them of lying", "rejected the claim". Reported clauses are read in `clauses`."""

from __future__ import annotations

from facta.codebook.grammar import written
from facta.codebook.times import Times
from facta.extraction.clauses import Clauses
from facta.extraction.cues import CueHit
from facta.extraction.frames import cases, hits
from facta.extraction.sourced import Found
from facta.extraction.tree import Tree
from facta.records import Act, Span
from facta.text import fold


class Complements(Clauses):
    """Reads what depends on a cue without being a clause of its own."""

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
            below = tree.all_children(i, "aux", "cop", *(() if token.upos == "NOUN" else ("xcomp",)))
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
        charged = any(c.with_object and "object" in c.takes and c.act is Act.ACCUSE for c in hit.cues)
        whom = self._addressed(hit) if charged else None  # "imputó dos delitos al banquero"
        complement += [whom] if whom is not None else []
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
