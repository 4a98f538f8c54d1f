"""How a report uses its words: what it writes in lower case, what with a capital, what in names of persons."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import simplemma

from facta.extraction.context import Context
from facta.records import NameKind
from facta.text import fold


@dataclass(frozen=True, slots=True)
class Usage:
    """Folded words of one report by the way in which they are written."""

    language: str
    lower: frozenset[str]
    capital: frozenset[str]  # within sentences; the first word of one has its capital anyway
    people: frozenset[str]  # in names of two words and more; the reader often takes a lone town for a person

    @classmethod
    def of(cls, context: Context) -> Usage:
        lower: set[str] = set()
        capital: set[str] = set()
        people: set[str] = set()
        for tree in context.trees:
            lower.update(fold(t.form) for t in tree.tokens if t.form.islower())
            capital.update(fold(t.form) for t in tree.tokens[1:] if t.form[0].isupper())
            for name in tree.sentence.names:
                if name.kind is NameKind.PERSON and name.last > name.first + 1:
                    people.update(fold(t.form) for t in tree.tokens[name.first : name.last])
        return cls(context.report.language, frozenset(lower), frozenset(capital), frozenset(people))

    def is_common(self, form: str) -> bool:
        """Is the word one of the dictionary that is no name as well, "Market", or written in lower case elsewhere?"""
        return fold(form) in self.lower or is_common_word(form.capitalize(), self.language)


@lru_cache(maxsize=16_384)
def is_common_word(capitalised: str, language: str) -> bool:
    """Does the dictionary know the word in lower case only? "Victoria" it knows as a name too."""
    if not simplemma.is_known(capitalised, lang=language):
        return False
    return simplemma.lemmatize(capitalised, lang=language)[:1].islower()
