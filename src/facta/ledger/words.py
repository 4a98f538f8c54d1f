"""Text or what a person typed in, folded words out: the same for the index, for questions and for finding the place
again. Knows no database."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from facta.records import Span
from facta.text import fold

LONGEST = 200  # characters of a word that are compared
MOST_TERMS = 16  # of a question; more add nothing but work
_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")
_NO_LETTER = re.compile(r"[\W_]+")
_TYPED = re.compile(r'"([^"]*)"|([^\s"]+)')

Form = tuple[str, ...]  # the words of a phrase, or one word


@dataclass(frozen=True, slots=True)
class Term:
    """What must be found: any of the forms; with `prefix`, the last word of a form may go on."""

    forms: tuple[Form, ...]
    prefix: bool = False


def storable(typed: str) -> str:
    """What is typed without what no database takes: null characters and halves of pairs."""
    return "".join(ch for ch in typed if ch != "\x00" and not "\ud800" <= ch <= "\udfff")


def words(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and folded form of each word of the text."""
    for match in _WORD.finditer(text):
        form = _NO_LETTER.sub("", fold(match.group()))
        if form:
            yield match.start(), match.end(), form[:LONGEST]


def forms_of(text: str) -> Form:
    """The folded words of a text."""
    return tuple(form for _, _, form in words(text))


def terms_of(typed: str) -> tuple[Term, ...]:
    """What a person asks for: each word, each phrase in quotes, `begin*` for any word that begins so. Signs that mean
    nothing here are left out, so that nothing typed is an error."""
    found: dict[Term, None] = {}
    for match in _TYPED.finditer(typed):
        phrase, word = match.groups()
        form = forms_of(phrase if phrase is not None else word)
        if form:
            found[Term((form,), prefix=word is not None and word.endswith("*"))] = None
    return tuple(found)[:MOST_TERMS]


class Sought:
    """Terms made ready to be found in many texts."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self.terms = tuple(terms)
        self._whole: dict[str, list[tuple[int, Form]]] = {}
        self._prefixes: list[tuple[int, str]] = []
        for number, term in enumerate(terms):
            for form in term.forms:
                if term.prefix and len(form) == 1:
                    self._prefixes.append((number, form[0]))
                else:
                    self._whole.setdefault(form[0], []).append((number, form))

    def found(self, text: str) -> list[tuple[int, Span]]:
        """Where the terms stand in the text: number of the term and its characters, in text order."""
        listed = list(words(text))
        return [one for at in range(len(listed)) for one in self._at(listed, at)]

    def _at(self, listed: Sequence[tuple[int, int, str]], at: int) -> Iterator[tuple[int, Span]]:
        start, end, word = listed[at]
        for number, form in self._whole.get(word, ()):
            if _follows(listed, at, form, self.terms[number].prefix):
                yield number, Span(start, listed[at + len(form) - 1][1])
        for number, beginning in self._prefixes:
            if word.startswith(beginning):
                yield number, Span(start, end)

    def all_in(self, texts: Iterable[str]) -> bool:
        """Whether the texts together have every term."""
        return len({number for text in texts for number, _ in self.found(text)}) == len(self.terms)


def _follows(listed: Sequence[tuple[int, int, str]], at: int, form: Form, prefix: bool) -> bool:
    """Whether the words of a form stand from `at` on; its first word is known to."""
    if at + len(form) > len(listed):
        return False
    written = tuple(word for _, _, word in listed[at : at + len(form)])
    return written == form or (prefix and written[:-1] == form[:-1] and written[-1].startswith(form[-1]))
