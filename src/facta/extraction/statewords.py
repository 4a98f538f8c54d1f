"""Which words of a sentence name a state or its people: countries, capitals, and words such as "Kenyan". In: a parsed
sentence; out: places of words. Whether the state acts there or is only where something happens is left to others."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from facta.codebook import Codebook
from facta.codebook.geography import Geography
from facta.extraction.lands import Lands
from facta.gazetteer import Gazetteer
from facta.records import NameKind, Sentence

_LONGEST = 3  # words of a state's name that are looked up together


@dataclass(frozen=True, slots=True)
class StateWords:
    """`named` are words that are the name of a country or capital, `described` those for its people and things."""

    named: frozenset[int] = frozenset()
    described: frozenset[int] = frozenset()


class States:
    """Knows the names of states and peoples in one language."""

    def __init__(self, codebook: Codebook, gazetteer: Gazetteer) -> None:
        self._lands = Lands(codebook, gazetteer, ())
        self._others = codebook.page("geography", Geography).folded["not_places"]
        further = codebook.common("geography", Geography).countries
        self._known = {name: True for names in further.values() for name in names}

    @staticmethod
    def of(codebook: Codebook, gazetteer: Gazetteer) -> States:
        return _states(codebook, gazetteer)

    def within(self, sentence: Sentence) -> StateWords:
        """The words of the sentence that name or describe a state; those in names of persons are left out."""
        tokens = sentence.tokens
        people = {i for n in sentence.names if n.kind is NameKind.PERSON for i in range(n.first, n.last)}
        able = [t.form[:1].isupper() and i not in people for i, t in enumerate(tokens)]
        named: set[int] = set()
        for i in range(len(tokens)):
            for end in range(min(len(tokens), i + _LONGEST), i, -1):
                if all(able[i:end]) and self._is_state(" ".join(t.form for t in tokens[i:end])):
                    named.update(range(i, end))
                    break
        described = (i for i, t in enumerate(tokens) if i not in people and self._lands.described(t))
        return StateWords(frozenset(named), frozenset(described))

    def _is_state(self, name: str) -> bool:
        if name not in self._known:
            self._known[name] = self._lands.state(name) is not None and name.casefold() not in self._others
        return self._known[name]


@lru_cache(maxsize=16)
def _states(codebook: Codebook, gazetteer: Gazetteer) -> States:
    return States(codebook, gazetteer)
