"""From names to their bearers within one report: every spelling of one person, body or place under one entity.

Persons are joined by last name when first names agree, are initials of each other or are missing; spellings may differ
by a letter or by case endings. Two people of one last name and different first names stay two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import fuzz

from facta.codebook.grammar import name_words, without_article
from facta.extraction.declension import nominatives, stem
from facta.records import NameKind, digest
from facta.text import fold

_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_INITIAL = re.compile(r"\b(\w)\.(?=\w{2,}(?!\.))")  # an initial that nothing parts from the name behind it
SAME_SURNAME = 88.0  # Zelensky/Zelenskyy 94, Tshisekedi/Tchisekedi 90; Petrov/Petrova 92 is parted by the given name
SAME_CYRILLIC = 92.0  # a slip or a case that no ending explains, in names of seven letters and more
SAME_GIVEN = 72.0  # Volodimir/Volodymyr 89, Dmitri/Dmytro 67 is caught by its consonants; Mahmoud/Mansour 57


@dataclass(slots=True)
class Bearer:
    """Someone or something named in the report; `forms` in order of appearance."""

    kind: NameKind
    forms: list[str] = field(default_factory=list)
    rivals: list[Bearer] = field(default_factory=list)  # bearers that a bare last name could also mean
    roles: set[str] = field(default_factory=set)
    gender: str | None = None
    side: str | None = None

    @property
    def name(self) -> str:
        """The fullest form."""
        return fullest(self.forms)

    @property
    def entity(self) -> str:
        """The same in every report that uses the same fullest form."""
        return digest("entity", self.kind.value, " ".join(words(self.name)))


def fullest(forms: Sequence[str]) -> str:
    """The form of most words, of Cyrillic ones the nominative if it is there, then the longest, then the first."""
    most = max(len(words(form)) for form in forms)
    full = [form for form in forms if len(words(form)) == most]
    cases = {form: _cases(form) for form in dict.fromkeys(full)}

    def nominative(form: str) -> int:
        written = tuple(word.lower() for word in form.split())
        return sum(1 for other in cases if _CYRILLIC.search(form) and _is_of(written, cases[other]))

    return max(full, key=lambda form: (nominative(form), len(form)))


def _cases(form: str) -> list[frozenset[str]]:
    return [nominatives(word) for word in form.split()]


def _is_of(written: tuple[str, ...], cases: list[frozenset[str]]) -> bool:
    """Whether the words can be the nominatives of the others."""
    return len(written) == len(cases) and all(word in case for word, case in zip(written, cases, strict=True))


def words(form: str) -> list[str]:
    """The folded words of a name, its article and punctuation left out; "T.May" is two words, "U.N." one."""
    return [fold(word) for word in _written(form)]


@lru_cache(maxsize=65_536)
def _written(form: str) -> tuple[str, ...]:
    plain = _INITIAL.sub(r"\1 ", form).replace(".", "")
    return tuple(without_article(re.findall(r"[\w'’-]+", plain)))


def bearers(names: list[tuple[NameKind, str]]) -> list[Bearer]:
    """The bearer of each name, in the order of the names; the same object for names of one bearer."""
    order = sorted(range(len(names)), key=lambda i: (-len(words(names[i][1])), i))
    known: list[Bearer] = []
    chosen: dict[int, Bearer] = {}
    for i in order:
        kind, form = names[i]
        match = [b for b in known if b.kind is kind and _same(b, form)]
        if not match and kind is NameKind.PERSON:
            match = [b for b in known if b.kind is kind and _called(b, form)]
        exact = [b for b in match if any(words(f) == words(form) for f in b.forms)]
        same = match if len(match) == 1 else exact[:1]
        bearer = same[0] if same else Bearer(kind, rivals=match)
        if not same:
            known.append(bearer)
        bearer.forms.append(form)
        chosen[i] = bearer
    return [chosen[i] for i in range(len(names))]


def _same(bearer: Bearer, form: str) -> bool:
    if bearer.kind is NameKind.PERSON:
        return all(same_person(known, form) for known in bearer.forms)
    return any(_same_body(known, form) for known in bearer.forms)


def _called(bearer: Bearer, form: str) -> bool:
    """Whether a single word is the given name of somebody whose full name the report has."""
    return len(_written(form)) == 1 and any(
        len(_written(known)) > 1 and _one_word(_written(known)[0], _written(form)[0], 100.0) for known in bearer.forms
    )


def same_person(one: str, other: str) -> bool:
    """Whether two spellings can name one person: last names alike, and given names alike where both have one."""
    a, b = _written(one), _written(other)
    if not a or not b:
        return False
    if len(a) == 1 or len(b) == 1:
        short, long = sorted((a, b), key=len)
        return _one_word(short[0], long[-1], SAME_SURNAME) or fold(short[0]) in map(fold, long[1:])
    return _one_word(a[-1], b[-1], SAME_SURNAME) and _given_alike(a[0], b[0])


def _given_alike(a: str, b: str) -> bool:
    one, other = fold(a), fold(b)
    initials = len(one) <= 2 or len(other) <= 2
    return one[0] == other[0] if initials else _one_word(a, b, SAME_GIVEN) or _skeleton(one) == _skeleton(other)


def _skeleton(word: str) -> str:
    """The consonants, which transliterations seldom change."""
    return re.sub(r"[aeiouyаеиоуєіюяы'’-]", "", word)


def _one_word(a: str, b: str, least: float) -> bool:
    """Whether two words are one, spelled differently or in different cases."""
    if fold(a) == fold(b):
        return True
    if _CYRILLIC.search(a) and _CYRILLIC.search(b):
        return bool(nominatives(a) & nominatives(b)) or _near(fold(a), fold(b), max(least, SAME_CYRILLIC))
    return _near(fold(a), fold(b), least)


def _near(a: str, b: str, least: float) -> bool:
    return min(len(a), len(b)) >= 4 and fuzz.ratio(a, b) >= least


def _same_body(known: str, form: str) -> bool:
    a, b = words(known), words(form)
    if a == b or _initials(a) == "".join(b) or _initials(b) == "".join(a):
        return True
    cyrillic = bool(a) and len(a) == len(b) and all(_CYRILLIC.search(w) for w in a)
    return cyrillic and [stem(w) for w in _written(known)] == [stem(w) for w in _written(form)]


def _initials(parts: list[str]) -> str:
    """First letters of the words that an acronym counts."""
    return "".join(w[0] for w in parts if w not in name_words()) if len(parts) > 2 else "-"
