"""Who conveys what a cue announces: the subject by the parse, else the nearest phrase beside the cue."""

from __future__ import annotations

from collections.abc import Callable

from facta.codebook.grammar import written
from facta.codebook.speech import Speech
from facta.extraction.cast import Cast
from facta.extraction.cues import CueHit
from facta.extraction.frames import cases
from facta.extraction.inversion import speaker_behind
from facta.extraction.parentheses import parenthesis, speaker_in
from facta.extraction.phrases import is_oblique
from facta.extraction.relays import relay
from facta.extraction.tree import Tree
from facta.extraction.words import Words
from facta.records import NameKind
from facta.text import fold

_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
_RAISING = ("xcomp", "advcl", "conj")  # clauses that share the subject of the clause above
_BREAKS = (",", "—", "–", "”", "»", '"')


class Speakers:
    """Finds the token that stands for the speaker of a cue; `quoted` tells tokens within quotation marks."""

    def __init__(self, cast: Cast, speech: Speech, quoted: Callable[[Tree, int], bool]) -> None:
        self.cast = cast
        self.speech = speech
        self.quoted = quoted
        self.telling = Words((*speech.texts, *speech.accounts))

    def is_cue(self, tree: Tree, i: int) -> bool:
        """Whether the verb can bring a clause of speech."""
        cues = self.speech.verbs_by_lemma.get(fold(tree.tokens[i].lemma), ())
        return tree.tokens[i].upos == "VERB" and any("clause" in cue.takes for cue in cues)

    def of(self, hit: CueHit) -> int | None:
        """The head token of the speaker's phrase, in the sentence of the cue."""
        if hit.account is not None:
            return hit.account.speaker
        if hit.kind in ("source", "glued"):
            return self._possessor(hit) or self._behind(hit.tree, hit.last)
        if hit.kind == "noun":
            return self._owner(hit.tree, hit.head)
        behind = speaker_behind(hit, self.cast, self.speech)
        inside = parenthesis(hit, self.speech) if behind is None else None
        if inside is not None:
            behind = speaker_in(hit, inside)
        own = behind if behind is not None else self._subject_of_words(hit)
        if own is not None and self._is_nobody(hit, own):
            own = relayed if (relayed := relay(hit, self.speech)) is not None else own
        if own is not None or self.passive(hit.tree, hit.head):
            return own
        found = self._seat(hit.tree, hit.head)
        if found is None:
            found = self._touching(hit.tree, hit.head)
        if found is None:
            found = self._above(hit.tree, hit.head)
        if found is None:
            found = self._subject(hit.tree, hit.head)
        if found is None:
            found = self._first(hit.tree, hit.head)
        return (
            None
            if found is not None and self.quoted(hit.tree, found) and not self.quoted(hit.tree, hit.head)
            else found
        )

    def _subject_of_words(self, hit: CueHit) -> int | None:
        """The subject of the cue, which may hang on its second verb: "la mairie a fait savoir"."""
        own = self._own_subject(hit.tree, hit.head)
        if own is not None or hit.last - hit.first == 1 or self.passive(hit.tree, hit.head):
            return own
        subjects = (self._own_subject(hit.tree, i) for i in range(hit.first, hit.last))
        return next((i for i in subjects if i is not None and i < hit.first), None)

    def _is_nobody(self, hit: CueHit, subject: int) -> bool:
        """Whether the subject is "one", or only heard of it: "a-t-on appris", "a appris l'AFP"."""
        heard = fold(hit.token.lemma) in self.speech.heard
        return heard or fold(hit.tree.tokens[subject].form) in self.cast.offices.muted

    def _possessor(self, hit: CueHit) -> int | None:
        """The pronoun inside a source phrase: "за його словами", "a su juicio"; none in "à en croire"."""
        muted, first = self.cast.offices.muted, hit.first + 1
        pronouns = (i for i in range(first, hit.last) if hit.tree.tokens[i].upos in ("PRON", "DET"))
        return next((i for i in pronouns if fold(hit.tree.tokens[i].form) not in muted), None)

    def _seat(self, tree: Tree, i: int) -> int | None:
        """The body in which unnamed people speak: "У міністерстві заявили", "сообщили в мэрии", "Desde el Gobierno"."""
        if not self.speech.seats or not fold(tree.tokens[i].form).endswith(self.speech.many):
            return None
        for child in tree.all_children(i, "obl", "advmod", "nmod"):
            marks = [fold(tree.tokens[c].form) for c in tree.all_children(child, "case")]
            if any(mark in self.speech.seats for mark in marks) and self._is_body(tree, child):
                return child
        return None

    def _is_body(self, tree: Tree, i: int) -> bool:
        found = self.cast.mention(tree, i)
        if found is not None:
            return found.kind is not NameKind.PERSON
        words = {fold(tree.tokens[i].form), fold(tree.tokens[i].lemma)}
        return bool(words & self.cast.offices.body_sectors.keys()) or self.telling.has(tree.tokens[i])

    def _touching(self, tree: Tree, i: int) -> int | None:
        """A person or body named right before the cue, or behind one that follows a comma, whatever the parse says."""
        if i > 0 and tree.tokens[i - 1].form in _BREAKS and i + 1 < len(tree.tokens):
            behind = self.cast.mention(tree, i + 1)
            if behind is not None and behind.kind in (NameKind.PERSON, NameKind.ORGANISATION):
                return behind.head
        j = i - 1
        while j > 0 and tree.tokens[j].upos in ("AUX", "ADV"):
            j -= 1
        found = self.cast.mention(tree, j) if j >= 0 and tree.tokens[j].upos == "PROPN" else None
        if found is None or found.kind not in (NameKind.PERSON, NameKind.ORGANISATION):
            return None
        return None if tree.child(found.head, "case") is not None else found.head

    def _first(self, tree: Tree, i: int) -> int | None:
        """The first bare noun before a main verb that the parse left without subject."""
        if tree.relation(i) != "root" or tree.grammar.is_gerund(tree.tokens[i].form):
            return None
        for j in range(i):
            bare = tree.child(j, "case") is None and tree.tokens[j].head == i
            if bare and tree.tokens[j].upos in _NOMINAL and not self.quoted(tree, j):
                return j
        return None

    def _above(self, tree: Tree, i: int) -> int | None:
        """The subject of the cue that governs this one: "said that …, adding that …"."""
        if not tree.grammar.is_gerund(tree.tokens[i].form):
            return None
        for j in tree.ancestors(i):
            own = self._own_subject(tree, j) if self.is_cue(tree, j) else None
            if own is not None:
                return own
        return None

    def _subject(self, tree: Tree, i: int, depth: int = 0) -> int | None:
        own = self._own_subject(tree, i)
        if own is not None or depth > 4:
            return own
        relation, head = tree.relation(i), tree.tokens[i].head
        if head < 0:
            return None
        if relation == "conj" and (above := self._resumed(tree, i)) is not None:
            return self._subject(tree, above, depth + 1)
        if relation == "acl":
            return head if tree.tokens[head].upos in _NOMINAL else None
        if relation in _RAISING and tree.tokens[head].upos in ("VERB", "AUX", "ADJ", "NOUN", "PROPN"):
            if relation == "advcl" and not self._free(tree, i):
                return None
            return self._subject(tree, head, depth + 1)
        return None

    def _resumed(self, tree: Tree, i: int) -> int | None:
        """The cue that a comma and "and" go back to: "[said] that it would cost lives, and asked …"."""
        joint = tree.child(i, "cc")
        if joint is None or joint == 0 or tree.tokens[joint - 1].form != ",":
            return None
        clause = next((j for j in tree.ancestors(i) if tree.relation(j) == "ccomp"), None)
        above = tree.tokens[clause].head if clause is not None else -1
        return above if 0 <= above < joint and self.is_cue(tree, above) else None

    def _own_subject(self, tree: Tree, i: int) -> int | None:
        agent = self._agent(tree, i)
        if agent is not None:
            return agent
        if self.passive(tree, i):
            return None
        found = []
        for child in tree.all_children(i, "nsubj"):
            misread = child > i and tree.grammar.is_gerund(tree.tokens[i].form)  # "accusing Russia of …": its object
            if self.quoted(tree, child) == self.quoted(tree, i) and not misread:
                found.append(child)
        found = [c for c in found if not is_oblique(tree, c)] or found  # "сообщил агентству чиновник"
        named = [c for c in found[1:] if self._is_person(tree, c)]  # "заявила лидер блока «Мост» Анна Кац"
        return next(iter([*named, *found]), None)

    def _is_person(self, tree: Tree, i: int) -> bool:
        mention = self.cast.mention(tree, i)
        return mention is not None and mention.kind is NameKind.PERSON

    def passive(self, tree: Tree, i: int) -> bool:
        return any(tree.tokens[c].deprel in ("nsubj:pass", "aux:pass") for c in tree.children[i])

    def _agent(self, tree: Tree, i: int) -> int | None:
        """The "by" phrase of a passive."""
        for child in tree.all_children(i, "obl"):
            by = self.passive(tree, i) and cases(tree, child) & tree.grammar.prepositions.agents
            if tree.tokens[child].deprel == "obl:agent" or by:
                return child
        return None

    @staticmethod
    def _free(tree: Tree, i: int) -> bool:
        """Whether an adverbial clause has no finite verb of its own, so that it shares the subject above."""
        return tree.child(i, "aux") is None or tree.grammar.is_gerund(tree.tokens[i].form)

    def _owner(self, tree: Tree, i: int) -> int | None:
        """Whose statement a noun is: a possessor, "by" or "of" phrase, or the subject that makes it."""
        for child in tree.children[i]:
            owns = tree.tokens[child].deprel == "nmod:poss" or tree.relation(child) == "compound"
            if owns and tree.tokens[child].upos in ("PROPN", "PRON", "NOUN"):
                return child
        pointing = tree.grammar.determiners.demonstrative  # "заявление о том, что …": nobody's name
        owners = (c for c in tree.all_children(i, "nmod") if written(tree.tokens[c].form) not in pointing)
        owner = next((c for c in owners if tree.tokens[c].upos in ("PROPN", "NOUN", "PRON")), None)
        if owner is not None:
            return owner
        head = tree.tokens[i].head
        bare = tree.relation(i) == "obl" and not cases(tree, i)  # an object misread
        carried = head >= 0 and (bare or tree.relation(i) in ("obj", "xcomp")) and tree.tokens[head].upos == "VERB"
        if carried and fold(tree.tokens[head].lemma) in self.speech.carriers:
            return self._subject(tree, head)
        return None

    def _behind(self, tree: Tree, start: int) -> int | None:
        """The head of the phrase that begins at the token."""
        end = start
        if start < len(tree.tokens) and tree.tokens[start].form == ",":
            return None  # "según dijo, …": whoever spoke last
        while end < min(len(tree.tokens), start + 12) and tree.tokens[end].upos not in ("VERB", "AUX"):
            if tree.tokens[end].form in (",", ".", ";", ":", "—", "–", "(", "”", '"') and end > start:
                break
            end += 1
        inside = range(start, end)
        heads = [i for i in inside if tree.tokens[i].head not in inside and tree.tokens[i].upos in _NOMINAL]
        return next(iter(heads), next((i for i in inside if tree.tokens[i].upos in _NOMINAL), None))

    def beside(self, tree: Tree, i: int, low: int, high: int) -> int | None:
        """The nearest phrase for a speaker within `low` to `high`, behind the cue first ("said X"), then before."""
        for j in (*range(i + 1, high), *range(i - 1, low - 1, -1)):
            token = tree.tokens[j]
            if token.upos in _NOMINAL and not self.quoted(tree, j):
                head = self._phrase_head(tree, j, low, high)
                name = tree.tokens[head].upos == "PROPN" and not cases(tree, head) - tree.grammar.prepositions.agents
                if tree.relation(head) not in ("obl", "obj") or name:
                    return head
                if head == i + 1 and (self._is_role(tree, head) or self._closes(tree, head)):
                    return head  # "— комментирует посол", misread as an object
        return None

    @staticmethod
    def _closes(tree: Tree, i: int) -> bool:
        """Whether the bare noun ends its clause: "— пошутил сторож."."""
        last = i + 1 >= len(tree.tokens) or tree.tokens[i + 1].upos == "PUNCT"
        return last and tree.child(i, "case") is None and tree.tokens[i].upos == "NOUN"

    def _is_role(self, tree: Tree, i: int) -> bool:
        words = {fold(tree.tokens[i].form), fold(tree.tokens[i].lemma)}
        return bool(words & self.cast.offices.role_sectors.keys()) and tree.child(i, "case") is None

    @staticmethod
    def _phrase_head(tree: Tree, j: int, low: int, high: int) -> int:
        """Climbs from a word to the head of its phrase, within the bounds."""
        seen = {j}
        while tree.relation(j) in ("compound", "flat", "amod", "nmod", "appos", "nummod", "det"):
            head = tree.tokens[j].head
            if not low <= head < high or head in seen or tree.tokens[head].upos not in _NOMINAL:
                break
            seen.add(head)
            j = head
        return j
