"""From a parsed report to its cues of speech: verbs, nouns and source phrases such as "according to".

Finds where something may be conveyed; who conveys what is left to `speakers` and `contents`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from facta.codebook.grammar import written
from facta.codebook.offices import Offices
from facta.codebook.speech import Cue, Speech
from facta.extraction.accounts import Account, accounts
from facta.extraction.context import Context
from facta.extraction.trace import Rule
from facta.extraction.tree import Tree
from facta.records import Act, NameKind, Span, Token
from facta.text import fold

_CLOSERS = ("”", "»", '"')
_VIEW = 14  # words in which "Pour le porte-parole du gouvernement, …" reaches its comma
_LONGEST = 3  # words of a cue, at most: "mettre en garde"


@dataclass(frozen=True, slots=True)
class CueHit:
    """Tokens `first` to `last` (half-open) of a sentence are a cue, headed by `head`; `kind`: verb, noun, source
    ("according to") or glued."""

    tree: Tree
    head: int
    first: int
    last: int
    kind: str
    cues: tuple[Cue, ...] = ()
    skip: int = 0  # letters of the first token that are not the cue's
    account: Account | None = None  # the phrase of a source that no fixed words spell

    @property
    def span(self) -> Span:
        return Span(self.tree.tokens[self.first].start + self.skip, self.tree.tokens[self.last - 1].end)

    @property
    def token(self) -> Token:
        return self.tree.tokens[self.head]

    def act(self, taken: str | None = None) -> Act:
        """The act of the cue when it takes this kind of content; of its first group otherwise."""
        chosen = next((c for c in self.cues if taken in c.takes), None) if taken else None
        return (chosen or self.cues[0]).act if self.cues else Act.ASSERT

    def takes(self, kind: str) -> bool:
        return any(kind in cue.takes for cue in self.cues)

    @property
    def taken(self) -> str:
        """All that its cues take, for a reason."""
        kinds = [kind for cue in self.cues for kind in (*cue.takes, *(f"“{word} …”" for word in cue.about))]
        return ", ".join(dict.fromkeys(("quotation", *kinds)))

    def rule(self, speech: Speech, act: Act | None = None) -> Rule:
        """The entry of the codebook by which it was found, the one of the act if there are several."""
        if self.kind == "source":
            phrase = " ".join(fold(t.form) for t in self.tree.tokens[self.first : self.last])
            return Rule("speech", ("accounts",) if self.account else ("sources",), phrase)
        key = "nouns" if self.kind == "noun" else "verbs"
        groups = [(n, cue) for n, cue in enumerate(getattr(speech, key)) if cue in self.cues]
        for n, cue in sorted(groups, key=lambda group: group[1].act is not act):
            word = next((w for w in cue.words if self.spells(w)), "")
            return Rule("speech", (key, n, "words"), word)
        return Rule("speech", ("glued",), self.token.form)

    def spells(self, word: str) -> bool:
        """Whether the tokens of the cue are the word or phrase of the codebook."""
        tokens = self.tree.tokens[self.first : self.last]
        forms = (" ".join(fold(t.form) for t in tokens), " ".join(fold(t.lemma) for t in tokens))
        return fold(word) in (*forms, " ".join(fold(t.lemma if not n else t.form) for n, t in enumerate(tokens)))


class CueFinder:
    """Finds cues with the words of one language."""

    def __init__(self, context: Context) -> None:
        self.speech = context.codebook.page("speech", Speech)
        self.accounts = accounts(context.codebook)
        self.ours = frozenset(map(fold, self.speech.ours))
        self.idle = frozenset(map(fold, self.speech.idle))
        offices = context.codebook.page("offices", Offices)
        self.people = frozenset((*offices.role_sectors, *offices.body_sectors))

    def find(self, tree: Tree) -> Iterator[CueHit]:
        """All cues of a sentence in order of their heads."""
        sources = dict(self._sources(tree))
        inside = {j for hit in sources.values() for j in range(hit.first, hit.last)}
        for i in range(len(tree.tokens)):
            if i in sources:
                yield sources[i]
            elif i not in inside:
                hit = self._phrase(tree, i) or self._verb(tree, i) or self._noun(tree, i) or self._glued(tree, i)
                if hit:
                    inside.update(range(hit.first, hit.last))
                    yield hit

    def _phrase(self, tree: Tree, i: int) -> CueHit | None:
        """A verb with the words that make a cue of it: "rule out", "mettre en garde", "faire savoir"."""
        if tree.tokens[i].upos not in ("VERB", "AUX") or self._ours(tree, i):
            return None
        for length in (_LONGEST, 2):
            part = range(i, min(i + length, len(tree.tokens)))
            clitics = tree.grammar.subject_clitics  # "fait-on savoir"
            forms = [tree.tokens[i].lemma, *(f for j in part[1:] if written(f := tree.tokens[j].form) not in clitics)]
            if len(part) > 1 and (cues := self.speech.verbs_by_lemma.get(" ".join(map(fold, forms)))):
                head = next((j for j in part if tree.tokens[j].head not in part), i)
                return CueHit(tree, head, i, part.stop, "verb", cues)
        return None

    def _verb(self, tree: Tree, i: int) -> CueHit | None:
        token = tree.tokens[i]
        if token.upos not in ("VERB", "AUX") and not (
            token.upos in ("NOUN", "ADJ", "PROPN", "X") and self._verbal(tree, i)
        ):
            return None
        if tree.relation(i) in ("amod", "case", "aux", "compound") and token.upos != "ADJ":
            return None
        cues = self._known(self.speech.verbs_by_lemma, token)
        if cues and self._ours(tree, i):
            tree.trace.dropped("statement", token.span, Rule("speech", ("ours",)), "`ours`: the outlet itself speaks")
            return None
        return CueHit(tree, i, i, i + 1, "verb", cues) if cues else None

    def _ours(self, tree: Tree, i: int) -> bool:
        """Whether the outlet itself speaks: "нагадаємо, що …", "cabe recordar que …"."""
        return any(fold(t.form) in self.ours for t in tree.tokens[max(0, i - 1) : i + 1])

    def _glued(self, tree: Tree, i: int) -> CueHit | None:
        """A cue that lacks the space before it, with the speaker right behind: "the bridgesaid Mayor Jane Doe"."""
        form = tree.tokens[i].form
        end = next((g for g in self.speech.glued if form.endswith(g) and len(form) >= len(g) + 3), None)
        behind = tree.tokens[i + 1 : i + 2]
        if end is None or not behind or not (behind[0].form[0].isupper() or behind[0].upos == "DET"):
            return None
        cues = next(iter(self.speech.verbs))
        return CueHit(tree, i, i, i + 1, "glued", (cues,), len(form) - len(end))

    def _verbal(self, tree: Tree, i: int) -> bool:
        """Whether a word tagged as no verb behaves as one: it has a subject or a clause below it."""
        if i > 1 and tree.tokens[i - 1].form == "," and tree.tokens[i - 2].form in _CLOSERS:
            return True  # « … », plaisante le chirurgien
        finite = fold(tree.tokens[i].form) != fold(tree.tokens[i].lemma)
        return finite and tree.child(i, "nsubj", "ccomp", "obj") is not None and tree.child(i, "det", "cop") is None

    def _noun(self, tree: Tree, i: int) -> CueHit | None:
        token = tree.tokens[i]
        if token.upos != "NOUN":
            return None
        cues = self._known(self.speech.nouns_by_lemma, token)
        return CueHit(tree, i, i, i + 1, "noun", cues) if cues else None

    def _sources(self, tree: Tree) -> Iterator[tuple[int, CueHit]]:
        for account in self.accounts.of(tree):
            yield account.first, CueHit(tree, account.first, account.first, account.last, "source", account=account)
        forms = [fold(t.form) for t in tree.tokens]
        i = 0
        while i < len(forms):
            phrase = next((p for p in self.speech.phrases if tuple(forms[i : i + len(p)]) == p), None)
            if phrase is None and not i and self._opens_view(tree):
                phrase = (forms[0],)
            if phrase and (self._opens_relative(tree, i + len(phrase)) or self._is_idle(tree, i + len(phrase))):
                rule = Rule("speech", ("sources",), " ".join(phrase))  # "accusations selon lesquelles …"
                tree.trace.dropped("statement", tree.tokens[i].span, rule, "`idle`: no speaker follows")
                phrase = None  # "selon la saison"
            if phrase:
                yield i, CueHit(tree, i, i, i + len(phrase), "source")
            i += len(phrase) if phrase else 1

    def _opens_view(self, tree: Tree) -> bool:
        """Whether the sentence begins with somebody's view: "Pour le maire, …"."""
        if fold(tree.tokens[0].form) not in self.speech.views:
            return False
        head = tree.tokens[0].head
        comma = next((i for i, t in enumerate(tree.tokens[:_VIEW]) if t.form == ","), 0)
        named = any(n.first <= head < n.last for n in tree.sentence.names if n.kind is not NameKind.PLACE)
        words = {fold(tree.tokens[head].form), fold(tree.tokens[head].lemma)}
        return 0 < head < comma and (named or bool(words & self.people))

    def _is_idle(self, tree: Tree, i: int) -> bool:
        """Whether the noun there says nothing: "selon la saison", "selon les besoins"."""
        nouns = (t for t in tree.tokens[i : i + 3] if t.upos != "DET")
        noun = next(nouns, None)
        return noun is not None and bool({fold(noun.form), fold(noun.lemma)} & self.idle)

    @staticmethod
    def _opens_relative(tree: Tree, i: int) -> bool:
        """Whether a relative pronoun stands there, perhaps behind its article."""
        near = tree.tokens[i : i + 2]
        return any(tree.grammar.is_relative(t.form) for t in near[: 1 + (bool(near) and near[0].upos == "DET")])

    @staticmethod
    def _known(table: dict[str, tuple[Cue, ...]], token: Token) -> tuple[Cue, ...]:
        return table.get(fold(token.lemma)) or table.get(fold(token.form)) or ()
