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
_WITHIN = ("DET", "ADJ", "NUM", "ADV", "PROPN")  # between a preposition and the noun of an account
_ENDS = (",", ".", ";", ":", "!", "?", ")", "–", "—")
_QUOTED = (",", "“", "”", '"', "«", "»")
_REACH = 5
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
        self.leading = frozenset(map(written, speech.told_by))
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
        """ "nach Angaben des Ministeriums", "nach seinen Worten", "nach jüngsten Berichten"."""
        noun = i + 1
        while noun < len(tree.tokens) and noun - i < _REACH and tree.tokens[noun].upos in _WITHIN:
            noun += 1
        if noun >= len(tree.tokens) or not self.nouns.has(tree.tokens[noun]):
            return None
        owner = next((j for j in range(i + 1, noun) if _is_possessive(tree, j)), None)
        speaker = owner if owner is not None else self._attribute(tree, noun)
        speaker = noun if speaker is None else speaker
        inside = [j for j in tree.subtree(speaker, lambda j: j < i or _is_clause(tree, j)) if j > i]
        return Account(i, i, noun + 1, max([noun, *_unbroken(inside, noun)]) + 1, speaker)

    def _before(self, tree: Tree, i: int) -> Account | None:
        """ "Angaben des Ministeriums zufolge", "ihm zufolge", "ihrer Meinung nach"."""
        if written(tree.tokens[i].form) in self.leading:
            account = i > 0 and self.nouns.has(tree.tokens[i - 1])
            if not account or (i + 1 < len(tree.tokens) and tree.tokens[i + 1].upos in (*_NOMINAL, "DET", "ADJ")):
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

    def _attribute(self, tree: Tree, noun: int) -> int | None:
        """The noun or name right behind that the account is by."""
        for c in tree.all_children(noun, "nmod", "appos", "flat", "obl"):
            below = tree.subtree(c)
            if c > noun and below[0] == noun + 1:
                return c
        behind = tree.tokens[noun + 1] if noun + 1 < len(tree.tokens) else None
        if behind is None or written(behind.form) not in tree.grammar.prepositions.partitives | _genitives(tree):
            return None
        return next(
            (j for j in range(noun + 2, min(len(tree.tokens), noun + 6)) if tree.tokens[j].upos in _NOMINAL), None
        )

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


def _genitives(tree: Tree) -> frozenset[str]:
    return tree.grammar.determiners.definite | tree.grammar.determiners.indefinite


def _is_clause(tree: Tree, i: int) -> bool:
    return tree.relation(i) in ("acl", "advcl", "parataxis", "conj")


def _unbroken(indices: list[int], last: int) -> list[int]:
    """The indices that follow `last` without a gap."""
    found: list[int] = []
    for j in sorted(indices):
        if j == last + 1 + len(found):
            found.append(j)
    return found


@lru_cache(maxsize=32)
def accounts(codebook: Codebook) -> Accounts:
    """The source phrases of a codebook, compiled once."""
    return Accounts(codebook.page("speech", Speech))
