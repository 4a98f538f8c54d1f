"""Source phrases that no fixed words spell: "nach jüngsten Angaben des Ministeriums", "Berichten zufolge", ", so der
Minister". A sentence goes in; the phrases and the word in each that stands for the speaker come out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from facta.codebook import Codebook
from facta.codebook.grammar import written
from facta.codebook.speech import Speech
from facta.extraction.tree import Tree
from facta.extraction.words import Words

_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
_WITHIN = ("DET", "ADJ", "NUM", "ADV", "PRON")  # between a preposition and its noun
_ENDS = (",", ".", ";", ":", "!", "?", ")", "–", "—")
_QUOTED = (",", "“", "”", '"', "«", "»")
_LONGEST = 16  # words of an afterthought


@dataclass(frozen=True, slots=True)
class Account:
    """Tokens `opens` to `ends` (half-open) are a source phrase; `first` to `last` its cue; `speaker` who tells."""

    opens: int
    first: int
    last: int
    ends: int
    speaker: int


class Accounts:
    """Finds source phrases with the words of one language."""

    def __init__(self, speech: Speech) -> None:
        self.nouns = Words(speech.accounts)
        self.any = frozenset(map(written, speech.word_of))
        self.leading = frozenset(map(written, speech.told_by)) | self.any
        self.behind = frozenset(map(written, speech.behind))
        self.so = frozenset(map(written, speech.afterthoughts))

    def of(self, tree: Tree) -> Iterator[Account]:
        """The source phrases of a sentence in order."""
        for i, token in enumerate(tree.tokens):
            form = written(token.form)
            found = self._before(tree, i) if form in self.behind or form in self.leading else None
            if found is None and form in self.leading:
                found = self._after(tree, i)
            if form in self.so:
                found = self._afterthought(tree, i)
            if found is not None:
                yield found

    def _after(self, tree: Tree, i: int) -> Account | None:
        """ "nach Angaben des Ministeriums", "nach seinen Worten", "laut einem Augenzeugen"."""
        end = self._end(tree, i + 1)
        nominal = [j for j in range(i + 1, end) if tree.tokens[j].upos in ("NOUN", "PROPN", "X")]
        account = bool(nominal) and self.nouns.has(tree.tokens[nominal[0]])
        if not nominal or not (account or written(tree.tokens[i].form) in self.any):
            return None
        speaker = nominal[0]
        owner = next((j for j in range(i + 1, speaker) if _is_possessive(tree, j)), None)
        last = i + 1
        if account:
            last, speaker = speaker + 1, nominal[1] if len(nominal) > 1 else speaker
        return Account(i, i, last, end, speaker if owner is None else owner)

    def _end(self, tree: Tree, i: int) -> int:
        """Where the phrase that begins here ends: behind its noun go on genitives, names and "von"."""
        seen = False
        while i < len(tree.tokens) and (_belongs(tree, i) if seen else _opens(tree, i)):
            seen = seen or _names(tree, i)
            i += 1
        return i

    def _before(self, tree: Tree, i: int) -> Account | None:
        """ "Angaben des Ministeriums zufolge", "ihm zufolge", "ihrer Meinung nach"."""
        if written(tree.tokens[i].form) in self.any:
            return None
        if written(tree.tokens[i].form) in self.leading:
            account = i > 0 and self.nouns.has(tree.tokens[i - 1])
            behind = next((t for t in tree.tokens[i + 1 : i + 3] if t.upos != "ADJ"), None)
            if not account or (behind is not None and behind.upos in (*_NOMINAL, "DET")):
                return None
        start = self._start(tree, i)
        nominal = [j for j in range(start, i) if tree.tokens[j].upos in _NOMINAL or _is_possessive(tree, j)]
        if not nominal:
            return None
        speaker = nominal[0]
        if self.nouns.has(tree.tokens[speaker]) and len(nominal) > 1:
            speaker = nominal[1]
        return Account(start, i, i + 1, i + 1, speaker)

    def _start(self, tree: Tree, end: int) -> int:
        """Where the phrase that ends here begins: at its first dative determiner, across genitives."""
        i = end
        while i > 0 and tree.tokens[i - 1].upos in (*_NOMINAL, "DET", "ADJ", "ADP", "X"):
            token = tree.tokens[i - 1]
            if token.upos in ("ADP", "PRON"):
                inner = token.upos == "ADP" and i > 1 and self.nouns.has(tree.tokens[i - 2])
                if not inner:
                    return i - 1 if token.upos == "PRON" and i == end else i
            elif token.upos == "DET" and not self._goes_on(tree, i - 1):
                return i - 1
            i -= 1
        return i

    def _goes_on(self, tree: Tree, i: int) -> bool:
        """Whether the determiner opens a genitive below a noun of account: "Angaben [der] Regierung zufolge"."""
        return i > 0 and self.nouns.has(tree.tokens[i - 1])

    def _afterthought(self, tree: Tree, i: int) -> Account | None:
        """ "…, so der Minister": behind a comma, without a verb, up to the clause's end."""
        if i < 2 or tree.tokens[i - 1].form not in _QUOTED or i + 1 >= len(tree.tokens):
            return None
        end = next((j for j in range(i + 1, len(tree.tokens)) if tree.tokens[j].form in _ENDS), len(tree.tokens))
        inside = range(i + 1, end)
        if (
            not inside
            or len(inside) > _LONGEST
            or tree.tokens[i + 1].upos not in ("DET", "NOUN", "PROPN", "ADJ", "ADV")
        ):
            return None
        if any(tree.tokens[j].upos in ("VERB", "AUX", "SCONJ") for j in inside):
            return None
        speaker = next((j for j in inside if tree.tokens[j].upos in ("NOUN", "PROPN")), None)
        if speaker is None or any(tree.tokens[j].upos == "ADP" for j in range(i + 1, speaker)):
            return None
        return Account(i, i, i + 1, end, speaker)


def _is_possessive(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    articles = tree.grammar.determiners.definite | tree.grammar.determiners.indefinite
    return token.deprel.endswith("poss") or (
        token.upos in ("DET", "PRON") and written(token.form) not in articles | tree.grammar.determiners.demonstrative
    )


def _names(tree: Tree, i: int) -> bool:
    return tree.tokens[i].upos in ("NOUN", "PROPN", "X")


def _opens(tree: Tree, i: int) -> bool:
    return tree.tokens[i].upos in _WITHIN or _names(tree, i)


def _belongs(tree: Tree, i: int) -> bool:
    """Whether the token behind a noun still belongs to its phrase: "Angaben [des deutschen Ministers von …]"."""
    token, form = tree.tokens[i], written(tree.tokens[i].form)
    if token.upos == "DET":
        articles = tree.grammar.determiners.definite | tree.grammar.determiners.indefinite
        return form in articles and form.endswith(("r", "s"))
    if token.upos == "ADP":
        return form in tree.grammar.prepositions.partitives
    if token.upos == "ADJ":
        return form.endswith("er") or tree.tokens[i - 1].upos in ("DET", "ADJ", "ADP")
    hyphen = form == "-" and i + 1 < len(tree.tokens) and tree.tokens[i - 1].end == token.start
    return _names(tree, i) or hyphen


@lru_cache(maxsize=32)
def accounts(codebook: Codebook) -> Accounts:
    """The source phrases of a codebook, compiled once."""
    return Accounts(codebook.page("speech", Speech))
