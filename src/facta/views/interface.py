"""Takes the code of a language, gives the words, days and numbers of pages in it; texts of reports stay as they are.

English is the key: `_("Stories")` in a template and `interface.gettext("Stories")` in Python look the words up in
`locale/CODE/LC_MESSAGES/facta.po`. `msg("Stories")` marks words that are looked up later. Nothing here depends on the
machine's own locale.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from importlib.resources import files
from io import BytesIO

from babel import Locale
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LANGUAGES: Mapping[str, str] = {"en": "English", "uk": "Українська"}  # each by its own name


def msg(text: str) -> str:
    """The text itself: marks words in tables for the catalogue; the page looks them up."""
    return text


@dataclass(frozen=True, slots=True)
class Interface:
    """One language of the pages."""

    code: str
    _messages: gettext.NullTranslations = field(repr=False, compare=False)

    def gettext(self, text: str) -> str:
        """The words for an English text; the text itself where there are none."""
        return self._messages.gettext(text) if text else ""

    def pgettext(self, context: str, text: str) -> str:
        """The words for an English text that means several things: `pgettext("day", "on")`."""
        return self._messages.pgettext(context, text)

    def ngettext(self, one: str, many: str, count: int) -> str:
        """The form of words that the count asks for; `%(num)s` in them is left to the caller."""
        return self._messages.ngettext(one, many, count)

    def npgettext(self, context: str, one: str, many: str, count: int) -> str:
        return self._messages.npgettext(context, one, many, count)

    def many(self, one: str, many: str, count: int) -> str:
        """`2 reports`: the words for a count, with the count in them."""
        return self.ngettext(one, many, count) % {"num": count}

    def codes(self, text: str) -> str:
        """Codes and words of the records, each in this language: `ASSAULT · heavy-weapons`; English keeps them."""
        if self.code == "en":
            return text
        if self.gettext(text) != text:
            return self.gettext(text)
        code, colon, means = text.partition(": ")  # a type with what it means
        if colon:
            return f"{self._code(code)}: {self.gettext(means)}"
        return "".join(self._code(part) for part in re.split(r"( · |, )", text))

    def _code(self, word: str) -> str:
        plain = word.replace("-", " ").replace("_", " ")
        return self.gettext(plain if self.gettext(word) == word else word)

    def date(self, on: date, pattern: str) -> str:
        """A day by a pattern of Unicode's, such as `d MMM y`."""
        return _date(on, pattern, self.code)

    def number(self, value: float | None) -> str:
        """`4,100,000` or `0.5` with the language's own signs; empty for an unknown one."""
        if value is None:
            return ""
        text = f"{int(value):,}" if float(value).is_integer() else f"{value:,.6g}"
        return text.translate(_number_signs(self.code))

    def country(self, code: str | None, english: str) -> str:
        """The name of a country, which English pages call as the map does."""
        if self.code == "en":
            return english
        return _countries(self.code).get(code or "", english)


@lru_cache(maxsize=len(LANGUAGES))
def interface_in(code: str) -> Interface:
    """The pages' words in one of `LANGUAGES`; `KeyError` for any other."""
    return Interface(LANGUAGES[code] and code, translations(code))


@lru_cache(maxsize=len(LANGUAGES))
def translations(code: str) -> gettext.NullTranslations:
    """The catalogue of a language; English needs none."""
    if code == "en":
        return gettext.NullTranslations()
    source = files("facta.views").joinpath("locale", code, "LC_MESSAGES", "facta.po")
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(source.read_bytes()), locale=code))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def chosen(wish: str | None, accepted: str = "") -> str:
    """The language of a page: the visitor's own wish, else the first that the browser accepts (`Accept-Language`),
    else English."""
    if wish in LANGUAGES:
        return str(wish)
    ranked = sorted((_rank(part), place) for place, part in enumerate(accepted[:200].split(",")))
    codes = (accepted[:200].split(",")[place].split(";")[0].strip().lower()[:2] for rank, place in ranked if rank < 0)
    return next((code for code in codes if code in LANGUAGES), "en")


def _rank(part: str) -> float:
    """How much a browser wants a language, the most wanted first; `;q=0` and nonsense are not wanted."""
    _, _, quality = part.partition(";q=")
    try:
        return -min(1.0, float(quality)) if quality else -1.0
    except ValueError:
        return 0.0


@lru_cache(maxsize=8192)
def _date(on: date, pattern: str, code: str) -> str:
    return format_date(on, pattern, locale=code)


@lru_cache(maxsize=len(LANGUAGES))
def _countries(code: str) -> dict[str, str]:
    return dict(Locale.parse(code).territories)


@lru_cache(maxsize=len(LANGUAGES))
def _number_signs(code: str) -> dict[int, str]:
    signs = Locale.parse(code).number_symbols["latn"]
    return str.maketrans({",": signs["group"], ".": signs["decimal"]})


ENGLISH = interface_in("en")
