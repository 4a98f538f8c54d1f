"""From a name in a report to the role that the words beside it give its bearer: "Russian foreign minister", "presidente
de Colombia". Reads the words as they stand; whose side a role is on is left to extraction."""

from __future__ import annotations

import re

from facta.codebook import Codebook
from facta.codebook.demonyms import Demonyms
from facta.codebook.offices import Offices
from facta.extraction.declension import nominatives
from facta.records import Name, Report
from facta.text import fold

_BEFORE = re.compile(r"((?:[^\W\d_][\w’'.-]*[ \t]+){1,7})$")
_BEHIND = re.compile(r"^[ \t]*,[ \t]*((?:[^\W\d_][\w’'-]*[ \t]?){1,7})(?=[,.;:)\n]|$)")
_TITLE = 5  # characters of an abbreviated title, its point included; a longer word with a point ends a sentence
_FIRST = 3  # words behind a comma among which the role stands


def role_beside(report: Report, name: Name, codebook: Codebook) -> str | None:
    """The role phrase right before the name, else the one behind a comma after it."""
    offices, demonyms = codebook.page("offices", Offices), codebook.page("demonyms", Demonyms)
    before = _BEFORE.search(report.text, max(0, name.span.start - 90), name.span.start)
    if before and (role := _leading_to(before.group(1).split(), offices, demonyms)):
        return role
    behind = _BEHIND.match(report.text[name.span.end : name.span.end + 90])
    words = behind.group(1).split() if behind else []
    if any(_is_role(word, offices) for word in words[:_FIRST]):
        return " ".join(words)
    return None


def _leading_to(words: list[str], offices: Offices, demonyms: Demonyms) -> str | None:
    """The last words that begin with a role and whatever describes it: "spokesman of the Kremlin" of "said the …"."""
    ends = [i + 1 for i, word in enumerate(words) if word.endswith(".") and len(word) > _TITLE]
    words = words[ends[-1] :] if ends else words
    roles = [i for i, word in enumerate(words) if _is_role(word, offices)]
    if not roles:
        return None
    first = roles[-1]
    while first > 0 and _describes(words[first - 1], words[first], offices, demonyms):
        first -= 1
    return " ".join(words[first:])


def _is_role(word: str, offices: Offices) -> bool:
    return any(fold(form) in offices.role_sectors for form in nominatives(word.strip(".")))


def _describes(word: str, following: str, offices: Offices, demonyms: Demonyms) -> bool:
    """Whether the word belongs to the role: a capital, a country's adjective, or a part of a longer title."""
    pair = f"{fold(word)} {fold(following)}"
    known = pair in offices.role_sectors or fold(word) in offices.body_sectors
    return known or demonyms.country(word) is not None or _is_role(word, offices) or word[:1].isupper()
