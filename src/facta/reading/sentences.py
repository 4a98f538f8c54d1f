"""From a text to its sentences as spans. Line breaks always end one; full stops of abbreviations and numbers do not."""

from __future__ import annotations

import re
from functools import lru_cache

import simplemma

from facta.reading.abbreviations import ORDINAL_POINT, Abbreviations, abbreviations, address_endings
from facta.records import Span
from facta.text import trim

_LINE = re.compile("[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_EMOJI = "(?:[\U0001f300-\U0001faff]|[\u2600-\u27bf]\ufe0f)\ufe0f?"
# An end mark, or emoji before a space, and the quotes and brackets that close after it; a quotation mark before a
# letter opens a sentence.
_END = re.compile(
    f"(?:[.!?…؟۔。！？]+|(?:{_EMOJI}[\u200d\U0001f3fb-\U0001f3ff]*)+(?=\\s))"
    "(?:[ \u00a0\u202f]?»(?!\\w)|[”’\"')\\]›](?!\\w)|[“«‘](?!\\w))*",
)
_PICTURE = re.compile(_EMOJI)
_GLUED_CLOSERS = re.compile('[”’"»)]+(?=\\w)')
_NEXT = re.compile("[\\s]*((?:[—–]|--?)\\s*)?[\"'`“”„‚‘’«»‹›(\\[{¿¡…*•#]*\\s*(\\w?)")
_BEFORE = re.compile(r"[\w.’'ʼ-]*$")
_WORD = re.compile(r"\w+")
_KNOWN_WORD = re.compile(r"[^\W\d_]{3,}")
_DICTIONARIES = frozenset({"en", "es", "uk", "ru", "fr", "de", "pl", "pt", "it", "tr"})
# Of these a capital tells a name from a common noun, and the dictionary knows names: "Москва" but "армия".
_KNOWS_NAMES = frozenset({"es", "uk", "ru", "fr", "pl", "pt"})
_ORDINAL = re.compile("[0-9]{1,2}|[IVXLC]{2,}")
_GOES_ON = re.compile("\\s*[\"”»’']?\\s*[,;:)\\]]")
_OWN_DIGIT = re.compile("\\d[ \u00a0\u202f]?$")
_WITH_NUMBERS = tuple("№#$€£₴₽¥%+&/§")
_LONGEST_WORD = 40


def sentence_spans(text: str, language: str) -> list[Span]:
    """The sentences in order; each non-space character is in one of them."""
    spans: list[Span] = []
    for line in _LINE.finditer(text):
        whole = trim(text, line.start(), line.end())
        if whole.start < whole.end:
            spans += _line_sentences(text, whole, language)
    return spans


def _line_sentences(text: str, line: Span, language: str) -> list[Span]:
    known = abbreviations(language)
    found: list[Span] = []
    start = line.start
    for mark in _END.finditer(text, line.start, line.end):
        end = _boundary(text, mark, line.end, language, known)
        if end is None or end >= line.end:
            continue
        piece = trim(text, start, end)
        if _WORD.search(text, piece.start, piece.end):
            found.append(piece)
        elif found:  # marks alone belong to the sentence before them, or else to the one after
            found[-1] = Span(found[-1].start, piece.end)
        else:
            continue
        start = end
    rest = trim(text, start, line.end)
    if found and not _WORD.search(text, rest.start, rest.end):
        found[-1] = Span(found[-1].start, max(rest.end, found[-1].end))
    else:
        found.append(rest)
    return found


def _boundary(text: str, mark: re.Match[str], limit: int, language: str, known: Abbreviations) -> int | None:
    """Where the sentence ends that may end at the mark, or None when it goes on."""
    end = mark.end()
    if end >= limit:
        return end
    if text[mark.start() - 1 : mark.start()] in ("(", "["):  # "(?)", "(!)"
        return None
    if not text[end].isspace():
        return _glued(text, mark, limit, language, known)
    following = _NEXT.match(text, end, limit)
    dash, first = (following.group(1), following.group(2)) if following else (None, "")
    if (first and first.islower()) or _GOES_ON.match(text, end, limit):
        return None
    if _PICTURE.match(mark.group()) and not first.isupper():
        return None
    if mark.group()[0] != "." or text[mark.start() + 1 : mark.start() + 2] == ".":
        return end
    start_of_next = following.start(2) if following else end
    return None if _goes_on(text, mark.start(), start_of_next, limit, language, known, bool(dash)) else end


def _goes_on(
    text: str, point: int, following: int, limit: int, language: str, known: Abbreviations, dash: bool
) -> bool:
    """Whether the full stop at `point` belongs to an abbreviation, initial or ordinal within a sentence."""
    before = _abbreviation(text, point, known)
    if not before:
        return False
    if any(before == a and text.startswith(b + ".", following) for a, b in known.halves):
        return True
    if before in known.before_number:
        return following < limit and text[following].isdigit()
    if before in known.before_name:
        return not dash and not _is_unit(text, point, before)
    ordinal = language in ORDINAL_POINT and bool(_ORDINAL.fullmatch(before))
    initial = len(before) == 1 and before.isalpha() and before.isupper()
    acronym = "." in before and all(len(part) == 1 for part in before.replace("-", "").split("."))
    if before in known.may_end or ordinal or initial or acronym:
        common = not (initial or acronym or ordinal) and language in _KNOWS_NAMES
        return not _starts_sentence(text, following, limit, known, language if common else None)
    return False


def _is_unit(text: str, point: int, before: str) -> bool:
    """Whether a small letter after a number is a unit, "400 м.", and no title or kind of place, "м. Суми"."""
    return len(before) == 1 and before.islower() and bool(_OWN_DIGIT.search(text, max(0, point - 4), point - 1))


def _abbreviation(text: str, point: int, known: Abbreviations) -> str:
    """What may be an abbreviation before the full stop: the word there, or two if the language knows them together."""
    for spaced in known.spaced:
        if text.endswith(spaced, max(0, point - len(spaced)), point):
            return spaced
    found = _BEFORE.search(text, max(0, point - _LONGEST_WORD), point)
    return re.split("['’]", found.group())[-1].lstrip("-") if found else ""


def _starts_sentence(text: str, at: int, limit: int, known: Abbreviations, dictionary: str | None) -> bool:
    """Whether the word at hand begins a sentence: one of the starters or, given a dictionary, any but a name."""
    word = _WORD.match(text, at, limit)
    if not word:
        return text[at : at + 1] not in _WITH_NUMBERS
    if len(word.group()) == 1 and text[word.end() : word.end() + 1] == ".":
        return False
    starter = word.group().lower() in known.starters
    return starter or (dictionary is not None and _is_common(word.group(), dictionary))


@lru_cache(maxsize=4_096)
def _is_common(word: str, language: str) -> bool:
    """Whether the capitalised word is a common one by its lemma: "Армия", not "Москва"."""
    if not _KNOWN_WORD.fullmatch(word) or not word[1:].islower():
        return False
    return simplemma.lemmatize(word, lang=language)[:1].islower()


def _glued(text: str, mark: re.Match[str], limit: int, language: str, known: Abbreviations) -> int | None:
    """The end of a sentence without a space after it: "talks.The", "talks.”The", "ended.met"."""
    closing = _GLUED_CLOSERS.match(text, mark.end(), limit)
    end = closing.end() if closing else mark.end()
    before = _word_before(text, mark.start())
    after = _WORD.match(text, end, limit)
    if text[end] in '“„«‘"' and len(before) > 1:
        return end
    if before in known.all or before in known.before_number:
        return None
    if not after or len(before) < 2 or not before[-1].islower() or mark.group()[0] not in ".!?…":
        return None
    if _in_address(text, mark.start(), limit):
        return None
    word = after.group()
    if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
        return end
    return end if closing is None and _both_words(before, word, language) else None


def _word_before(text: str, end: int) -> str:
    start = end
    while start > 0 and end - start < _LONGEST_WORD and text[start - 1].isalpha():
        start -= 1
    return text[start:end]


def _in_address(text: str, point: int, limit: int) -> bool:
    """Whether the point stands within a web address, an e-mail address or a file name."""
    start = point
    while start > 0 and not text[start - 1].isspace() and point - start < 200:
        start -= 1
    end = point
    while end < limit and not text[end].isspace() and end - point < 200:
        end += 1
    chunk = text[start:end]
    if "@" in chunk or "/" in chunk or "www." in chunk.lower() or "_" in chunk:
        return True
    after = _WORD.match(text, point + 1, limit)
    return after is not None and after.group().lower() in address_endings()


@lru_cache(maxsize=4_096)
def _both_words(before: str, after: str, language: str) -> bool:
    """Whether both sides of the point are words of the language, long enough not to be an address or an acronym."""
    if language not in _DICTIONARIES or not (_KNOWN_WORD.fullmatch(before) and _KNOWN_WORD.fullmatch(after)):
        return False
    return all(simplemma.is_known(word, lang=language) for word in (before, after))
