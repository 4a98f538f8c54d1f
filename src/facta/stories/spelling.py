"""From names as written, in any script, to forms that can be compared. Decides nothing about bearers.

Letters come from anyascii and likeness from rapidfuzz. rigour, which does both, needs pyicu in its present versions,
which has to be compiled; the last one without it (0.10) transliterates no better."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.fuzz import ratio

from facta.extraction.declension import nominatives
from facta.text import fold

_LETTERS = re.compile(r"[^a-z0-9 ]+")
_SOUNDS = (
    ("shch", "s"),
    ("tsch", "c"),
    ("sch", "s"),
    ("kh", "h"),
    ("ck", "k"),
    ("ph", "f"),
    ("zh", "z"),
    ("sh", "s"),
    ("ch", "c"),
    ("ts", "c"),
    ("th", "t"),
    ("gh", "g"),
    ("qu", "k"),
    ("q", "k"),
    ("x", "ks"),
    ("w", "v"),
    ("j", "i"),
    ("y", "i"),
)
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_VOWELS = re.compile(r"[aeiou]")
_OTHER_NAME = re.compile(r"(?:[oe]?v|yov|in|enko|s?ki?y|ich)a?$")  # what makes another surname of one: Petro, Petrov
_ALIKE = 0.75  # share of equal letters of "Zelensky" and "Selenskyj", which begin differently
_REPEATED = re.compile(r"(.)\1+")


@lru_cache(maxsize=65_536)
def latin(form: str) -> str:
    """The form in plain small Latin letters, accents and punctuation removed: "Чаус" and "Cháus" are "chaus"."""
    return " ".join(_LETTERS.sub(" ", anyascii(fold(form)).lower().replace("'", "")).split())


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """One word as spelling traditions agree on it: "Zelenskyy", "Zelensky" and "Зеленський" are all "zelenski"."""
    form = latin(word).replace(" ", "")
    for written, spoken in _SOUNDS:
        form = form.replace(written, spoken)
    form = _REPEATED.sub(r"\1", form)
    form = re.sub(r"(?<=[aeou])i(?=[aeou])|(?<=i)(?=[ae])", "", form)
    form = re.sub(r"(?<=[bcdfghklmnprstvz])i(?=[eaou])", "", form)
    return re.sub(r"(?<=[sc]k)(?:ii?|ei)$", "i", form)


@lru_cache(maxsize=65_536)
def romance(word: str) -> str:
    """The sound of a Spanish or Portuguese name, as Cyrillic renders it: "Jorge" and "Хорхе" are both "horhe"."""
    form = latin(word).replace(" ", "").replace("ll", "l").replace("kh", "h").replace("ch", "t")
    form = re.sub(r"(?<!^)h(?=[aeiou])|z|s(?=h)", lambda m: m.group() if m.group() == "h" else "s", form)
    form = re.sub(r"c(?=[ei])", "s", re.sub(r"g(?=[ei])|j", "h", form)).replace("c", "k")
    form = re.sub(r"[yi](?=[aeou])|(?<=[aeou])[yi](?=[aeou])", "i", form.replace("qu", "k").replace("v", "b"))
    return _REPEATED.sub(r"\1", form.replace("y", "i"))


def is_cyrillic(name: str) -> bool:
    return bool(_CYRILLIC.search(name))


def other_scripts(first: str, second: str) -> bool:
    """Whether one name is written in Cyrillic and the other is not."""
    return is_cyrillic(first) != is_cyrillic(second)


@lru_cache(maxsize=65_536)
def skeleton(word: str) -> str:
    """The consonants that most spellings share: "Volodymyr", "Volodimir", "Vladimir" differ in vowels alone."""
    return re.sub(r"[zc]", "s", _VOWELS.sub("", sound(word))).replace("h", "g")


@lru_cache(maxsize=65_536)
def sounds(word: str) -> frozenset[str]:
    """How the nominative of a word can sound: "Зеленського" gives "zelenski", as "Zelensky" does."""
    return frozenset(sound(form) for form in nominatives(word))


def same_sound(first: str, second: str) -> bool:
    """Whether two surnames sound the same as written, or as Cyrillic renders a Spanish one."""
    if sound(first) == sound(second):
        return True
    return other_scripts(first, second) and romance(first) == romance(second)


def neighbours(word: str) -> tuple[str, ...]:
    """Keys under which spellings one slip apart meet: the skeleton, and the skeleton without each of its letters."""
    bones = skeleton(word)
    if len(bones) < 3:
        return (bones or sound(word),)
    return tuple(sorted({bones, *(bones[:i] + bones[i + 1 :] for i in range(len(bones)))}))


@lru_cache(maxsize=262_144)
def alike(first: str, second: str) -> float:
    """How alike two words sound, 0 to 1."""
    return ratio(sound(first), sound(second)) / 100


@lru_cache(maxsize=262_144)
def same_given(first: str, second: str) -> bool:
    """Whether two given names can be one: "A." and "Alexander", "Dmitri" and "Dmytro", not "Maria" and "Mario"."""
    if min(len(latin(first)), len(latin(second))) == 1:
        return latin(first)[:1] == latin(second)[:1]
    if other_scripts(first, second) and romance(first) == romance(second):
        return True
    return any(_one_given(a, b) for a in sorted(nominatives(first)) for b in sorted(nominatives(second)))


def _one_given(first: str, second: str) -> bool:
    one, other = (sound(word).replace("h", "g").replace("z", "s") for word in (first, second))
    if one == other or not one or not other:
        return True
    if one.endswith("a") != other.endswith("a") or len(skeleton(first)) < 3:
        return False
    return skeleton(first) == skeleton(second) and ratio(one, other) >= 60


def fits(asked: str, name: str) -> bool:
    """Whether a name, or part of one, that somebody asks for can be this name, whatever the script, spelling or case:
    every word asked for begins a word of the name, or sounds like one: "Peskov" fits "Дмитрия Пескова"."""
    wanted, had = [latin(word) for word in _words(asked)], _words(name)
    if asked.strip() and not all(wanted):
        return fold(asked) in fold(name)
    return bool(wanted) and all(any(_word_fits(one, other) for other in had) for one in wanted)


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:[\'’ʼ][^\W_]+)*", name)


@lru_cache(maxsize=65_536)
def _word_fits(wanted: str, word: str) -> bool:
    if latin(word) == wanted or (
        len(wanted) > 2 and latin(word).startswith(wanted) and not _OTHER_NAME.match(latin(word)[len(wanted) :])
    ):
        return True
    return bool(sounds(wanted) & sounds(word)) or _spoken(wanted, word)


def _spoken(wanted: str, word: str) -> bool:
    """Whether the words have one skeleton and nearly one sound: "Zelenskiy", "Selenskyj"."""
    bones = skeleton(wanted)
    if len(bones) < 4:
        return False
    return any(skeleton(form) == bones and alike(wanted, form) >= _ALIKE for form in nominatives(word))
