"""From names to their bearers within one report: every spelling of one person, body or place under one entity.

Persons are joined by last name when first names agree, are initials of each other or are missing; spellings may differ
by a letter or by case endings. Two people of one last name and different first names stay two.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from facta.codebook.grammar import name_words, without_article
from facta.records import NameKind, digest
from facta.text import fold

_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
SAME_SURNAME = 88.0  # Fomin/Formin 91, Zelensky/Zelenskyy 94; Petrov/Petrova 92 is parted by the given name
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
        """The fullest form: most words, then longest, then first."""
        return max(self.forms, key=lambda form: (len(words(form)), len(form)))

    @property
    def entity(self) -> str:
        """The same in every report that uses the same fullest form."""
        return digest("entity", self.kind.value, " ".join(words(self.name)))


def words(form: str) -> list[str]:
    """The folded words of a name, its article and punctuation left out."""
    return [fold(word) for word in without_article(re.findall(r"[\w'’-]+", form.replace(".", "")))]


def bearers(names: list[tuple[NameKind, str]]) -> list[Bearer]:
    """The bearer of each name, in the order of the names; the same object for names of one bearer."""
    order = sorted(range(len(names)), key=lambda i: (-len(words(names[i][1])), i))
    known: list[Bearer] = []
    chosen: dict[int, Bearer] = {}
    for i in order:
        kind, form = names[i]
        match = [b for b in known if b.kind is kind and _same(b, form)]
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


def same_person(one: str, other: str) -> bool:
    """Whether two spellings can name one person: last names alike, and given names alike where both have one."""
    a, b = words(one), words(other)
    if not a or not b:
        return False
    if len(a) == 1 or len(b) == 1:
        short, long = sorted((a, b), key=len)
        return alike(short[0], long[-1], SAME_SURNAME) or short[0] in long[1:] or _given_only(short, long)
    return alike(a[-1], b[-1], SAME_SURNAME) and _given_alike(a[0], b[0])


def _given_only(short: list[str], long: list[str]) -> bool:
    return len(long) == 1 and short == long


def _given_alike(a: str, b: str) -> bool:
    initials = len(a) <= 2 or len(b) <= 2
    return a[0] == b[0] if initials else alike(a, b, SAME_GIVEN) or _skeleton(a) == _skeleton(b)


def _skeleton(word: str) -> str:
    """The consonants, which transliterations seldom change."""
    return re.sub(r"[aeiouyаеиоуєіюяы'’-]", "", word)


def alike(a: str, b: str, least: float) -> bool:
    """Whether two words are one spelled or inflected differently."""
    if a == b:
        return True
    if _CYRILLIC.search(a) and _CYRILLIC.search(b):
        shorter = min(len(a), len(b))
        stem = shorter - (2 if shorter > 5 else 1)
        return shorter >= 3 and a[:stem] == b[:stem] and abs(len(a) - len(b)) <= 3
    return min(len(a), len(b)) >= 4 and fuzz.ratio(a, b) >= least


def _same_body(known: str, form: str) -> bool:
    a, b = words(known), words(form)
    if a == b or _initials(a) == "".join(b) or _initials(b) == "".join(a):
        return True
    return bool(a) and len(a) == len(b) and all(_CYRILLIC.search(w) for w in a) and all(map(_inflected, a, b))


def _inflected(a: str, b: str) -> bool:
    return alike(a, b, 100.0)


def _initials(parts: list[str]) -> str:
    """First letters of the words that an acronym counts."""
    return "".join(w[0] for w in parts if w not in name_words()) if len(parts) > 2 else "-"
