"""From a text to its passages: every line with a role. General rules of layout, and the words of `credits.yml`.

Nothing is left out: each character that is not white space belongs to exactly one passage.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from facta.codebook import Codebook
from facta.codebook.credits import CommonCredits, Credits, either, find_credits
from facta.records import Passage, PassageRole, Span
from facta.sources.headers import header_lines
from facta.text import fold, paragraphs

_HEADLINE_WORDS = 25  # the longest headlines of tabloids have 24
_HEADING_WORDS = 12
_FURNITURE_WORDS = 45  # a caption, credit or promotion; the longest agency captions reach 50 with two sentences
_FURNITURE_CHARS = 1000
_BYLINE_WORDS = 14
_SHOUTED_WORDS = 5  # a shorter line in capitals may be a heading of this report
_SENTENCE_END = re.compile(r"[.!?…:;,][\"'”»’)\]]*$")
_CLAUSE_END = re.compile(r"[.…:;,][\"'”»’)\]]*$")  # a headline may ask or exclaim
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+\S")
_DASH_END = re.compile(r"\s[-–—]$")
_CONTACT = re.compile(r"(?:\S+@\S+\.\w+|@\w+)$")
_LEAD_IN = r"^[\W_]*"


@dataclass(frozen=True, slots=True)
class _Cues:
    promotion: re.Pattern[str]
    byline: re.Pattern[str]
    caption: re.Pattern[str]
    credit: re.Pattern[str]


def passages(text: str, codebook: Codebook) -> tuple[Passage, ...]:
    """The lines of the text and what each serves as, in text order."""
    spans = paragraphs(text)
    headers = {header.span: header.field for header in header_lines(text, codebook)}
    roles: list[PassageRole | None] = []
    for span in spans:
        if span in headers:
            roles.append(PassageRole.HEADLINE if headers[span] == "title" else PassageRole.BYLINE)
        else:
            roles.append(_furniture(span.of(text), codebook))
    _mark_repeated(text, spans, roles)
    _mark_shouted(text, spans, roles)
    _mark_headlines(text, spans, roles)
    return tuple(Passage(span, role or PassageRole.BODY) for span, role in zip(spans, roles, strict=True))


def _furniture(line: str, codebook: Codebook) -> PassageRole | None:
    """The role of a line that says by its own words that it is no prose of the reporter."""
    words = len(line.split())
    if words > _FURNITURE_WORDS or len(line) > _FURNITURE_CHARS:
        return None
    cues = _cues(codebook)
    if cues.promotion.match(line):
        return PassageRole.PROMOTION
    credits = find_credits(line, codebook)
    if cues.caption.search(line) or any(credit.kind == "photo" for credit in credits):
        return PassageRole.CAPTION
    if cues.credit.match(line) or any(2 * len(credit.span) > len(line) for credit in credits):
        return PassageRole.CREDIT
    unended = words <= _BYLINE_WORDS and not _SENTENCE_END.search(line)
    if unended and (cues.byline.match(line) or _DASH_END.search(line) or _CONTACT.match(line)):
        return PassageRole.BYLINE
    return None


def _mark_repeated(text: str, spans: Sequence[Span], roles: list[PassageRole | None]) -> None:
    """A line that a neighbouring promotion repeats belongs to the promotion: its link text printed twice."""
    for index, role in enumerate(roles):
        if role is not PassageRole.PROMOTION:
            continue
        promoted = fold(spans[index].of(text))
        for other in (index - 1, index + 1):
            if 0 <= other < len(spans) and roles[other] is None and fold(spans[other].of(text)) in promoted:
                roles[other] = PassageRole.PROMOTION


def _mark_shouted(text: str, spans: Sequence[Span], roles: list[PassageRole | None]) -> None:
    """A line in capitals amid prose that is not is the headline of another report, set there as a link."""
    prose = [index for index, role in enumerate(roles) if role is None]
    shouted = [index for index in prose if _is_shouted(spans[index].of(text))]
    if 2 * len(shouted) >= len(prose):
        return
    for index in shouted:
        if prose[0] < index < prose[-1]:
            roles[index] = PassageRole.PROMOTION


def _is_shouted(line: str) -> bool:
    return line.isupper() and len(line.split()) >= _SHOUTED_WORDS and not _SENTENCE_END.search(line)


def _mark_headlines(text: str, spans: Sequence[Span], roles: list[PassageRole | None]) -> None:
    prose = [index for index, role in enumerate(roles) if role is None]
    for order, index in enumerate(prose):
        following = [spans[other] for other in prose[order + 1 : order + 3]]
        if _is_heading(text, spans, index, following, first=order == 0):
            roles[index] = PassageRole.HEADLINE


def _is_heading(text: str, spans: Sequence[Span], index: int, following: Sequence[Span], first: bool) -> bool:
    """Short, without an end of sentence, and set over longer prose; a wrapped line of prose is none."""
    span = spans[index]
    line = span.of(text)
    if _MARKDOWN_HEADING.match(line):
        return True
    ends = (_CLAUSE_END if first else _SENTENCE_END).search(line)
    if not following or ends or len(line.split()) > (_HEADLINE_WORDS if first else _HEADING_WORDS):
        return False
    if not any(map(str.isalpha, line)):
        return False
    before = spans[index - 1].of(text) if index else ""
    if before and line[0].islower() and not _SENTENCE_END.search(before):
        return False  # the middle of a sentence, set on a line of its own
    if index and text[spans[index - 1].end : span.start].count("\n") < 2 and not _SENTENCE_END.search(before):
        return len(following[0]) > 2 * len(span) and len(before.split()) <= _HEADLINE_WORDS
    set_apart = text[span.end : following[0].start].count("\n") > 1
    return len(following[0]) > 2 * len(span) or (set_apart and any(len(other) > len(span) for other in following))


@lru_cache(maxsize=32)
def _cues(codebook: Codebook) -> _Cues:
    words = codebook.page("credits", Credits)
    common = codebook.common("credits", CommonCredits)
    places = either((*common.platforms, *common.photo_sources))
    sources = either(words.sources)
    single = r"(?:\s*[:|/(]|\s+[–—-]\s|\.\s)"
    upper = r"(?=[^\W\d_a-zà-ÿа-яіїєґ]|\d|[(“\"])"
    return _Cues(
        promotion=_promotion(words),
        byline=re.compile(rf"{_LEAD_IN}(?i:{either(words.bylines)})(?:\s*:|\s+{upper})"),
        caption=re.compile(
            rf"^!\[|{_LEAD_IN}{_cue(words.captions, single)}"
            rf"|[(\[][^()\[\]]*(?:[|/]|(?<=\W)(?i:via|{sources})\W)\s*(?:{places})[^()\[\]]*[)\]]\W*$"
            rf"|[.)]\s+(?i:{sources}):\s*\S*$"
        ),
        credit=re.compile(rf"{_LEAD_IN}(?i:(?:{either(words.text_before)})(?!\w)|(?:{sources})\s*:)"),
    )


def _promotion(words: Credits) -> re.Pattern[str]:
    """A cue of one word promotes only with a colon or alone: "More than 20 people …" is prose."""
    asking = either(words.subscriptions)
    leading = _cue(words.promotions, r"\s*(?::|\W*$)")
    return re.compile(rf"{_LEAD_IN}(?:{leading}|(?i:{asking})(?!\w)|https?://\S+$)")


def _cue(words: Sequence[str], after_single: str) -> str:
    """A pattern for any of the words; one that stands alone must be followed by `after_single`."""
    single = either([word for word in words if " " not in word])
    several = either([word for word in words if " " in word])
    return rf"(?i:(?:{several})(?!\w)|(?:{single}){after_single})"
