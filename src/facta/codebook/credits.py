"""Schemas of `credits.yml`, and from a text to the news agencies it credits. Judging copies is left to others.

A credit says that an agency's text or picture was used. An agency that is only quoted ("Reuters reported that …") has
no credit. A credit for a picture says nothing of the text, so its kind is "photo".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from facta.codebook import Codebook
from facta.codebook.publishers import Agency, Publishers
from facta.codebook.schema import Page
from facta.records import Span
from facta.text import paragraphs

_INITIALS = r"[a-zа-яіїєґ]{1,4}"
_MOST_MENTIONS = 40  # in one line; a line with more is a list of agencies
_AGENCY = "\ue000"  # a private code point
_SIGNED_CHARS = 40  # "Par Jeanne Martin, à Abidjan, " before "avec AFP"
_DATELINE_CHARS = 90  # "WASHINGTON/BRUSSELS, 30 de marzo de 2024 " and a little more; a sentence is seldom so short


class Headers(Page):
    """Words that begin a header line, by what follows them."""

    title: tuple[str, ...] = ()  # before a title
    publisher: tuple[str, ...] = ()  # before a publisher
    published: tuple[str, ...] = ()  # before a date
    url: tuple[str, ...] = ()  # before an address
    language: tuple[str, ...] = ()  # before a language
    byline: tuple[str, ...] = ()  # before an author


class CommonCredits(Page):
    """`common/credits.yml`: header words of all languages, and sources of pictures."""

    headers: Headers = Headers()
    platforms: tuple[str, ...] = ()  # that others publish on
    photo_sources: tuple[str, ...] = ()  # agencies and archives of pictures


class Credits(Page):
    """`<language>/credits.yml`: the words around credits, captions, promotions and bylines."""

    promotions: tuple[str, ...] = ()  # begin a line that sells other texts
    subscriptions: tuple[str, ...] = ()  # begin a line that sells subscriptions
    bylines: tuple[str, ...] = ()  # begin a byline
    captions: tuple[str, ...] = ()  # begin a caption
    photo: tuple[str, ...] = ()  # beside the agency of a picture
    text_before: tuple[str, ...] = ()  # before the agency of a text
    text_after: tuple[str, ...] = ()  # behind it
    text_ends: tuple[str, ...] = ()  # before an agency at the end of a short line: "Le Monde avec AFP"
    sources: tuple[str, ...] = ()  # before an agency, with a colon


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency credited by the characters of `span`, for the text or for a picture."""

    span: Span
    agency: str
    kind: Literal["text", "photo"]


@dataclass(frozen=True, slots=True)
class _Rules:
    agency: re.Pattern[str]
    names: dict[str, str]
    signatures: tuple[tuple[re.Pattern[str], str], ...]
    text: tuple[re.Pattern[str], ...]
    photo: tuple[re.Pattern[str], ...]  # beside the agency of a picture


def find_credits(text: str, codebook: Codebook) -> tuple[Credit, ...]:
    """All credits of agencies in the text, in text order; a stretch that credits a picture credits no text."""
    rules = _rules(codebook)
    found = [credit for line in paragraphs(text) for credit in _in_line(line.of(text), line.start, rules)]
    if not any(credit.kind == "text" for credit in found):  # others have borrowed the signature of an agency
        for pattern, agency in rules.signatures:
            found += [Credit(Span(*m.span()), agency, "text") for m in pattern.finditer(text)]
    return tuple(sorted(found, key=_order))


def _in_line(line: str, start: int, rules: _Rules) -> Iterator[Credit]:
    """The credits of one line; offsets count from the text's beginning."""
    mentions = [(Span(*m.span()), rules.names[m.group().casefold()]) for m in rules.agency.finditer(line)]
    if not 0 < len(mentions) <= _MOST_MENTIONS:
        return
    masked = _masked(line, [span for span, _ in mentions])
    photos = [Span(*m.span()) for pattern in rules.photo for m in pattern.finditer(masked)]
    texts = [Span(*m.span()) for pattern in rules.text for m in pattern.finditer(masked)]
    texts = [span for span in texts if not any(span.overlaps(photo) for photo in photos)]
    found = {Credit(span, name, "photo") for span in photos for name in _named(span, mentions)}
    found |= {Credit(span, name, "text") for span in texts for name in _named(span, mentions)}
    for credit in _widest(sorted(found, key=_order)):
        yield replace(credit, span=Span(credit.span.start + start, credit.span.end + start))


def _order(credit: Credit) -> tuple[int, int, str, str]:
    return (credit.span.start, -credit.span.end, credit.kind, credit.agency)


def _masked(text: str, mentions: Sequence[Span]) -> str:
    """The text, of the same length, with agencies written in a letter that nothing else uses: patterns stay small."""
    parts, end = [], 0
    for span in mentions:
        parts += [text[end : span.start], _AGENCY * len(span)]
        end = span.end
    return "".join((*parts, text[end:]))


def _named(span: Span, mentions: Sequence[tuple[Span, str]]) -> list[str]:
    return sorted({name for mention, name in mentions if span.covers(mention)})


def _widest(credits: Sequence[Credit]) -> Iterator[Credit]:
    """Without the credits of the same agency and kind that another one covers."""
    for index, credit in enumerate(credits):
        same = (c for c in credits[:index] if (c.agency, c.kind) == (credit.agency, credit.kind))
        if not any(c.span.covers(credit.span) for c in same):
            yield credit


@lru_cache(maxsize=32)
def _rules(codebook: Codebook) -> _Rules:
    words = codebook.page("credits", Credits)
    common = codebook.common("credits", CommonCredits)
    agencies = codebook.common("publishers", Publishers).agencies
    names = {spelling.casefold(): a.name for a in agencies for spelling in (a.name, *a.spellings)}
    spellings = either([spelling for a in agencies for spelling in (a.name, *a.spellings)])
    return _Rules(
        agency=re.compile(rf"(?<!\w)(?:{spellings})(?!\w)"),
        names=names,
        signatures=tuple(_signatures(agencies)),
        text=tuple(re.compile(p, re.MULTILINE) for p in _text_patterns(words)),
        photo=tuple(re.compile(p, re.MULTILINE) for p in _photo_patterns(words, common)),
    )


def _signatures(agencies: Sequence[Agency]) -> Iterator[tuple[re.Pattern[str], str]]:
    for agency in agencies:
        for phrase in agency.signatures:
            yield re.compile(rf"{re.escape(phrase)}[^)\n]*\)?"), agency.name


def _text_patterns(words: Credits) -> Iterator[str]:
    agency = f"{_AGENCY}+"
    several = rf"{agency}(?:[\s,/&]+(?:[^\W\d_]{{1,3}}\s+)?{agency})*"
    small = r"(?:[^\W\d_]+\s+){0,2}?"  # "the", "la agencia", "news agency"
    yield rf"^[^!?()\n]{{0,{_DATELINE_CHARS}}}[(/]{several}[)/]\.?\s*[-–—.:]"
    yield rf"^[(/]{several}[)/]\s+(?=[\"“«\w])"
    yield rf"^{several}\s*[-–—]\s"
    yield rf"^[^\w\n]*{several}(?:/{_INITIALS})?[^\w\n]*$"
    yield rf"[({{\[]{several}(?:/{_INITIALS})?[)}}\]][^\w\n]*$"
    yield rf"(?<!\w){several}/{_INITIALS}[^\w\n]*$"
    yield rf"(?:©|\([cC]\))\s*(?:\d{{4}}\s*)?{several}"
    for phrases, colon in ((words.text_before, ":?"), (words.sources, ":"), (words.bylines, ":?")):
        start = "^" if phrases is words.bylines else r"(?<!\w)"
        end = r"[^\w\n]*$" if phrases is words.bylines else f"(?:/{_INITIALS})?"
        if phrases:
            yield rf"{start}(?i:{either(phrases)})\s*{colon}\s*{small}{several}{end}"
    if words.text_ends:
        begins = rf"^[^!?\n]{{0,{_SIGNED_CHARS}}}(?<!\w)"
        yield rf"{begins}(?i:{either(words.text_ends)})\s*{small}{several}[^\w\n]*$"
    if words.text_after:
        yield rf"{small}{several}\s+(?i:{either(words.text_after)})"


def _photo_patterns(words: Credits, common: CommonCredits) -> Iterator[str]:
    agency = f"{_AGENCY}+"
    end = r"(?=[^\w\n]*$|\s*[)\]|/–—-]|\s+via\s)"
    name = r"[A-ZÀ-ÞА-ЯІЇЄҐ][\w’'.-]+"
    if words.photo:
        begun = rf"(?:^[^\w\n]*|[(\[|–—]\s*|[.!?]\s+)(?i:{either(words.photo)})(?!\w)"
        yield rf"{begun}[^.\n]{{0,60}}?{agency}(?:[^.\n]{{0,40}}{agency})?"
        yield rf"{agency}[\s/]+(?i:{either(words.photo)})(?!\w)"
    yield rf"{agency}\s*/\s*{name}(?:\s{name})*{end}"
    yield rf"{name}\s*/\s*{agency}{end}"
    yield rf"(?i:via)\s+{agency}{end}"
    if common.photo_sources:
        yield rf"{agency}\W+(?:via\s+)?(?:{either(common.photo_sources)})"


def either(words: Iterator[str] | Sequence[str]) -> str:
    """A pattern for any of the words, the longest first, white space of any kind in it; without words, for nothing."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return (
        r"(?!)" if not ordered else "|".join(r"\s+".join(re.escape(part) for part in word.split()) for word in ordered)
    )
