"""What is done by saying something: the act of a statement, read from its content when the cue leaves it open.

Takes a draft with its speaker and cue; gives the act. Deeds in the content come from `triggers`, the words of blame,
duty and doubt from `acts.yml`. Cues that tell the act themselves ("denied", "demanded") are left as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from facta.codebook.acts import Acts
from facta.codebook.grammar import written
from facta.codebook.offices import Offices
from facta.codebook.speech import Speech
from facta.extraction.auxiliaries import helpers
from facta.extraction.cast import Cast
from facta.extraction.context import Context
from facta.extraction.drafts import Draft
from facta.extraction.frames import cases, subject_of
from facta.extraction.possession import country_of
from facta.extraction.status import Marks, is_future_form, marks, reality
from facta.extraction.tree import Tree
from facta.extraction.triggers import Setting, Spotted, spot, vocabulary
from facta.extraction.words import Words
from facta.records import Act, Actor, Form, NameKind, Status
from facta.text import fold

_MAIN = ("conj", "parataxis", "ccomp", "xcomp")  # relations that keep a clause a main one of the content
_NEGATED = ("advmod", "aux", "det", "discourse", "case", "cc")
_OPEN = (Act.ASSERT, Act.THREATEN)  # acts of cues that the content may change


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a content that stands in one sentence."""

    tree: Tree
    tokens: range

    def holds(self, i: int) -> bool:
        return i in self.tokens


class ActReader:
    """Reads acts with the words of one language."""

    def __init__(self, context: Context, cast: Cast) -> None:
        page = context.codebook.page("acts", Acts)
        self.context, self.cast, self.page = context, cast, page
        self.marks: Marks = marks(context.codebook)
        self.vocabulary = vocabulary(context.codebook)
        self.setting = Setting.of(context, self.vocabulary)
        self.bodies = context.codebook.page("offices", Offices).body_sectors
        self.cues = context.codebook.page("speech", Speech).verbs_by_lemma
        self.first_person, self.own = set(map(fold, page.first_person)), set(map(fold, page.own))
        self.rivals = set(map(fold, page.rivals))
        self.charges, self.denials, self.doubts = Words(page.charges), Words(page.denials), Words(page.doubts)
        self.duties, self.believed, self.ready = Words(page.duties), Words(page.believed), Words(page.ready)
        self.unwilled, self.reprisals = Words(page.unwilled), Words(page.reprisals)

    def of(self, draft: Draft) -> Act:
        """The act of the draft, its own unless the cue leaves it open and the content tells more."""
        if draft.act not in _OPEN:
            asks = draft.hit and any(cue.act is Act.ASK for cue in draft.hit.cues) and self._asks(draft)
            return Act.ASK if asks else draft.act
        pieces = list(self._pieces(draft))
        speaker = draft.speaker
        if draft.act is Act.THREATEN:
            return self._warning(pieces, speaker)
        if draft.form is Form.DIRECT and self._asks(draft):
            return Act.ASK
        said = next((a for p in pieces if (a := self._performed(p))), None)
        if said is not None:
            return said
        tests = (
            (Act.DEMAND, self._demands), (Act.DENY, self._disclaims), (Act.DOUBT, self._doubts),
            (Act.DENY, self._denies), (Act.THREATEN, self._threatens), (Act.PROMISE, self._promises),
            (Act.ACCUSE, self._accuses),
        )  # fmt: skip
        return next((act for act, test in tests if any(test(p, speaker) for p in pieces)), Act.ASSERT)

    def _pieces(self, draft: Draft) -> Iterator[Piece]:
        for span in draft.contents:
            for tree in self.context.trees:
                if tree.sentence.span.overlaps(span):
                    inside = [i for i, t in enumerate(tree.tokens) if span.start <= t.start and t.end <= span.end]
                    if inside:
                        yield Piece(tree, range(inside[0], inside[-1] + 1))

    # ------------------------------------------------------------------------------------------ acts

    def _warning(self, pieces: list[Piece], speaker: Actor | None) -> Act:
        """A warning of what others may do is no threat; one that calls what they say hollow is a doubt."""
        if any(self._doubts(p, speaker) for p in pieces):
            return Act.DOUBT
        if any(self.reprisals.any_in(p.tree, p.tokens) for p in pieces):
            return Act.THREATEN
        deeds = [d for p in pieces for d in self._deeds(p)]
        if any(self._blamed(d, speaker) and self._status(d) is None for d in deeds):
            return Act.ACCUSE
        return Act.ASSERT if any(self._blamed(d, speaker) for d in deeds) else Act.THREATEN

    def _asks(self, draft: Draft) -> bool:
        texts = [c.of(self.context.text).strip() for c in draft.contents]
        return all(t.endswith("?") and "." not in t for t in texts)

    def _performed(self, piece: Piece) -> Act | None:
        """ "We deny that …", "I urge you to …": the act that a verb in the first person names."""
        for i in self._main(piece):
            subject = piece.tree.child(i, "nsubj")
            if subject is None or fold(piece.tree.tokens[subject].form) not in self.first_person:
                continue
            if piece.tree.child(i, "aux") is not None or self._negated(piece.tree, i):
                continue
            acts = {cue.act for cue in self.cues.get(fold(piece.tree.tokens[i].lemma), ())}
            if len(acts) == 1 and (act := next(iter(acts))) is not Act.ASSERT:
                return act
        return None

    def _demands(self, piece: Piece, speaker: Actor | None) -> bool:
        tree = piece.tree
        for i in self._main(piece):
            bound = [c for c in tree.all_children(i, "aux", "cop") if self.duties.has(tree.tokens[c])]
            if not bound and not self.duties.any_in(tree, [i]):
                continue
            done = any(
                written(tree.tokens[c].form) in tree.grammar.perfect_auxiliaries for c in tree.all_children(i, "aux")
            )
            subject = subject_of(tree, i)
            if not done and (subject is None or not self._ours(tree, subject, speaker)):
                return True
        return False

    def _doubts(self, piece: Piece, speaker: Actor | None) -> bool:
        if self.doubts.any_in(piece.tree, piece.tokens):
            return True
        trusted = [i for i in piece.tokens if self.believed.has(piece.tree.tokens[i])]
        return any(self._negated(piece.tree, i) for i in trusted)

    def _denies(self, piece: Piece, speaker: Actor | None) -> bool:
        if self.denials.any_in(piece.tree, piece.tokens):
            return True
        deeds = self._deeds(piece)
        return any(self._status(d) is Status.NEGATED and self._own_deed(d, speaker) for d in deeds)

    def _disclaims(self, piece: Piece, speaker: Actor | None) -> bool:
        """ "This is not a truce": what is spoken of is not what others call it."""
        tree = piece.tree
        for i in self._main(piece):
            subject = tree.child(i, "nsubj")
            if subject is None or tree.tokens[i].upos != "NOUN" or tree.child(i, "cop") is None:
                continue
            pointing = tree.tokens[subject].upos in ("PRON", "DET")
            if pointing and fold(tree.tokens[subject].form) not in self.first_person and self._negated(tree, i):
                return True
        return False

    def _threatens(self, piece: Piece, speaker: Actor | None) -> bool:
        tree = piece.tree
        if any(self._status(d) is Status.PLANNED and self._own_deed(d, speaker) for d in self._deeds(piece)):
            return True
        if not self.reprisals.any_in(tree, piece.tokens):
            return False
        return any(self._future(tree, i) and not self._negated(tree, i) for i in self._main(piece))

    def _promises(self, piece: Piece, speaker: Actor | None) -> bool:
        tree = piece.tree
        for i in self._main(piece):
            token = tree.tokens[i]
            if self._own_form(token.form) and not self.unwilled.has(token):
                return True
            subject = subject_of(tree, i)
            if subject is None or not self._ours(tree, subject, speaker):
                continue
            willed = token.upos == "VERB" and not self.unwilled.has(token)
            passive = any(tree.tokens[c].deprel in ("nsubj:pass", "aux:pass") for c in tree.children[i])
            if willed and not passive and self._future(tree, i):
                return True
            if not any(self.duties.has(tree.tokens[c]) for c in tree.all_children(i, "aux")) and self._committed(
                piece, i
            ):
                return True
        return self._decided(piece)

    def _committed(self, piece: Piece, i: int) -> bool:
        """ "is ready to leave", "has decided to reduce", "have a commitment to supporting"."""
        tree = piece.tree
        below = [i, *tree.all_children(i, "obj")]
        for j in below:
            tied = tree.child(j, "xcomp", "acl", "advcl", "ccomp") is not None or self._towards(tree, j)
            if self.ready.has(tree.tokens[j]) and tied and not self._negated(tree, j):
                return True
        return False

    @staticmethod
    def _towards(tree: Tree, i: int) -> bool:
        """Whether a phrase with "to" hangs on the word: "committed to peace"."""
        goals = tree.grammar.prepositions.goals
        return any(cases(tree, c) & goals for c in tree.all_children(i, "nmod", "obl"))

    def _decided(self, piece: Piece) -> bool:
        """ "a decision was made to reduce": nobody else's decision is told so."""
        tree = piece.tree
        for i in self._main(piece):
            subject = next((c for c in tree.children[i] if tree.tokens[c].deprel == "nsubj:pass"), None)
            if subject is not None and self.ready.has(tree.tokens[subject]) and tree.tokens[subject].upos == "NOUN":
                return tree.child(i, "xcomp", "advcl", "ccomp") is not None or tree.child(subject, "acl") is not None
        return False

    def _accuses(self, piece: Piece, speaker: Actor | None) -> bool:
        if speaker is not None and speaker.side == "MED":
            return False
        tree = piece.tree
        charged = any(self.charges.any_in(tree, [i]) and not self._negated(tree, i) for i in piece.tokens)
        done = [d for d in self._deeds(piece) if self._status(d) is None and not self._is_coming(d)]
        return charged or any(self._blamed(d, speaker) for d in done)

    # ------------------------------------------------------------------------------------------ grammar

    def _main(self, piece: Piece) -> Iterator[int]:
        """Heads of the content's main clauses."""
        tree = piece.tree
        for i in piece.tokens:
            j = i
            while piece.holds(j) and tree.relation(j) in _MAIN and piece.holds(tree.tokens[j].head):
                j = tree.tokens[j].head
            if not piece.holds(tree.tokens[j].head) and tree.tokens[i].upos not in ("PUNCT", "ADP", "DET", "SCONJ"):
                yield i

    def _negated(self, tree: Tree, i: int) -> bool:
        near = tree.all_children(i, *_NEGATED)
        near += [d for c in tree.all_children(i, "nsubj", "obj", "obl") for d in tree.all_children(c, "det")]
        near += tree.all_children(i, "nsubj")
        return any(self.marks.negators.has(tree.tokens[c]) for c in near)

    def _future(self, tree: Tree, i: int) -> bool:
        beside = [*helpers(tree, i), *(tree.tokens[c] for c in tree.all_children(i, "cop"))]
        coming = any(self.marks.future.has(t) or self.marks.reported_future.has(t) for t in beside)
        return (
            coming or is_future_form(tree, i, self.marks) or self._own_form(tree.tokens[i].form) or self._would(tree, i)
        )

    def _would(self, tree: Tree, i: int) -> bool:
        """Whether a reported verb has the conditional, the future seen from the past: "qu'il rendrait"."""
        ends = tree.tokens[i].form.casefold().endswith(self.marks.conditional_endings)
        return ends and tree.relation(i) == "ccomp" and tree.tokens[i].upos == "VERB"

    def _own_form(self, form: str) -> bool:
        return bool(self.page.own_endings) and form.casefold().endswith(self.page.own_endings)

    # ------------------------------------------------------------------------------------------ deeds and sides

    def _deeds(self, piece: Piece) -> list[Spotted]:
        found = spot(piece.tree, self.vocabulary, self.setting)
        return [d for d in found if d.type in self.page.hostile and piece.holds(d.frame.predicate)]

    def _status(self, deed: Spotted) -> Status | None:
        return reality(deed.frame.tree, deed.frame.predicate, deed.frame.verb, self.marks).status

    def _is_coming(self, deed: Spotted) -> bool:
        """Whether a verb above puts the deed into the future: "will be able to strike"."""
        tree = deed.frame.tree
        return any(self._future(tree, i) for i in (deed.frame.verb, *tree.ancestors(deed.frame.verb)))

    def _own_deed(self, deed: Spotted, speaker: Actor | None) -> bool:
        frame = deed.frame
        agent = frame.agent if frame.agent is not None else subject_of(frame.tree, frame.verb)
        return agent is not None and not frame.passive and self._ours(frame.tree, agent, speaker)

    def _blamed(self, deed: Spotted, speaker: Actor | None) -> bool:
        """Whether somebody else does the deed."""
        tree, agent = deed.frame.tree, deed.frame.agent
        verb = deed.frame.verb
        suffered = deed.frame.patient is None  # "thirty people died"
        if agent is None or suffered or tree.tokens[verb].upos != "VERB" or self._ours(tree, agent, speaker):
            return False
        doer = self.cast.actor(tree.index, agent)
        named = self.cast.mention(tree, agent) is not None
        body = {fold(tree.tokens[agent].form), fold(tree.tokens[agent].lemma)} & self.bodies.keys()
        rival = fold(tree.tokens[agent].form) in self.rivals
        return doer is not None and (named or bool(body) or rival or doer.side is not None)

    def _ours(self, tree: Tree, i: int, speaker: Actor | None) -> bool:
        """Whether the phrase means the speaker, the speaker's side or something of theirs."""
        form = fold(tree.tokens[i].form)
        owners = {fold(tree.tokens[c].form) for c in tree.all_children(i, "nmod", "det")}
        if form in self.first_person or owners & self.first_person or owners & self.own:
            return True
        doer = self.cast.actor(tree.index, i)
        if doer is None or speaker is None:
            return False
        if doer.entity is None and not doer.candidates and form in self.cast.offices.pronoun_of:
            return form not in self.rivals
        if doer.entity is not None and doer.entity == speaker.entity:
            return True
        found = self.cast.mention(tree, i)
        country = country_of(doer)
        person = found is not None and found.kind is NameKind.PERSON
        return not person and country is not None and country == country_of(speaker)
