"""From the codebook's words to a quick test of tokens: lemma or spelling, spelling alone
(`=will`), stems (`attack*`), endings (`*angriff`), and phrases in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from facta.extraction.tree import Tree
from facta.records import Token
from facta.text import fold

REACH = 6  # words to the next word of a phrase, at most: "took, by Sunday, full control of"


_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})  # "wurde" and "würde" are two words


@lru_cache(maxsize=65_536)
def plain(form: str) -> str:
    """The folded spelling without hyphens: "Cease-fire" and "ceasefire" are one."""
    return fold(form.casefold().translate(_UMLAUTS)).replace("-", "") or form


@lru_cache(maxsize=131_072)
def _keys(form: str, lemma: str, verb: bool) -> tuple[str, ...]:
    first, second = plain(form), plain(lemma)
    found = [first, second, *(_bare(first) if verb else ())]
    return tuple(dict.fromkeys(found))


_PARTICIPLES = (("ad", ("ar",)), ("id", ("er", "ir")))  # Spanish: "detenidos", which lemmatisers take for a noun


def _bare(form: str) -> Iterator[str]:
    """Possible bare forms of an English verb: lemmatisers leave "bombing" as it is and make "annexe" of "annexed";
    and of a Spanish participle."""
    for middle, endings in _PARTICIPLES:
        stem = next(
            (form.removesuffix(middle + end) for end in ("o", "a", "os", "as") if form.endswith(middle + end)), ""
        )
        if len(stem) > 1:
            yield from (stem + end for end in endings)
    for ending in ("ing", "ed"):
        stem = form.removesuffix(ending)
        if stem != form and len(stem) > 2:
            yield from (stem, stem + "e")
            if stem[-1] == stem[-2]:
                yield stem[:-1]


def keys(token: Token) -> tuple[str, ...]:
    """What a word of the codebook is compared with: the spelling and the lemma."""
    return _keys(token.form, token.lemma, token.upos == "VERB")


class Words:
    """A set of single words, stems and phrases of the codebook."""

    def __init__(self, entries: Iterable[str]) -> None:
        folded = [tuple(plain(word) for word in entry.split()) for entry in entries]
        self.exact = frozenset(e[0] for e in folded if len(e) == 1 and "*" not in e[0] and not e[0].startswith("="))
        self.spelled = frozenset(e[0][1:] for e in folded if len(e) == 1 and e[0].startswith("="))
        self.stems = tuple(sorted(e[0][:-1] for e in folded if len(e) == 1 and e[0].endswith("*")))
        self.endings = tuple(sorted(e[0][1:] for e in folded if len(e) == 1 and e[0].startswith("*")))
        self._phrases: dict[str, list[tuple[str, ...]]] = {}
        for phrase in sorted(e for e in folded if len(e) > 1):
            self._phrases.setdefault("*" if "*" in phrase[0] else phrase[0], []).append(phrase)

    def has(self, token: Token) -> bool:
        """Whether the token is one of the words, begins with one of the stems or ends with one of the endings."""
        exact, stems, endings = self.exact, self.stems, self.endings
        for key in keys(token):
            if key in exact or (stems and key.startswith(stems)) or (endings and key.endswith(endings)):
                return True
        return bool(self.spelled) and plain(token.form) in self.spelled

    def any_in(self, tree: Tree, tokens: Iterable[int]) -> bool:
        """Whether any of the tokens is one of the words, or a phrase begins at it."""
        phrases = self._phrases
        return any(self.has(tree.tokens[i]) or (phrases and self.phrase_at(tree, i)) for i in tokens)

    def phrases_from(self, token: Token) -> Iterator[tuple[str, ...]]:
        """The phrases whose first word may be the token."""
        for key in (*keys(token), "*") if self._phrases else ():
            yield from self._phrases.get(key, ())

    def phrase_at(self, tree: Tree, i: int) -> bool:
        """Whether a phrase begins at token `i`, its words side by side."""
        return any(adjacent(tree, i, phrase) is not None for phrase in self.phrases_from(tree.tokens[i]))


def which(entries: Iterable[str], tree: Tree, i: int) -> str:
    """The entry of the codebook that the token is, or that begins at it; "" when there is none."""
    return next((entry for entry in entries if Words((entry,)).any_in(tree, (i,))), "")


def same(word: str, token: Token) -> bool:
    """Whether one folded word of the codebook, perhaps a stem or an ending, is the token."""
    if word.endswith("*"):
        return any(key.startswith(word[:-1]) for key in keys(token))
    if word.startswith("*"):
        return any(key.endswith(word[1:]) for key in keys(token))
    return word in keys(token)


def adjacent(tree: Tree, i: int, phrase: tuple[str, ...]) -> list[int] | None:
    """The tokens from `i` on that spell the phrase, hyphens between them allowed."""
    found: list[int] = []
    for word in phrase:
        while i < len(tree.tokens) and tree.tokens[i].form == "-" and found:
            i += 1
        if i >= len(tree.tokens) or not same(word, tree.tokens[i]):
            return None
        found.append(i)
        i += 1
    return found


def following(tree: Tree, i: int, phrase: tuple[str, ...]) -> list[int] | None:
    """Token `i` and those after it that spell the phrase in order, with few words between and no clause border."""
    if not same(phrase[0], tree.tokens[i]):
        return None
    found = [i]
    for word in phrase[1:]:
        stop = min(len(tree.tokens), found[-1] + 1 + REACH)
        after = next((j for j in range(found[-1] + 1, stop) if same(word, tree.tokens[j])), None)
        if after is None or not _bound(tree, i, after):
            return None
        found.append(after)
    return found


def _bound(tree: Tree, i: int, j: int) -> bool:
    """Whether token `j` hangs on `i`, at most three steps below and not through a clause of its own."""
    for _ in range(4):
        head, relation = tree.tokens[j].head, tree.relation(j)
        if head == i:
            return True
        if head < 0 or relation in ("advcl", "acl", "parataxis", "csubj"):
            return False
        j = head
    return False
