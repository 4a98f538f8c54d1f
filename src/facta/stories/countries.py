"""From the words of a name in any language to the country that they name or describe: "of Pakistan", "российский"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from facta.codebook import Codebook
from facta.codebook.demonyms import Demonyms
from facta.codebook.geography import Geography
from facta.extraction.declension import nominatives
from facta.gazetteer import Gazetteer, Kind, key
from facta.records import Claims, NameKind

_LONGEST = 4  # words in the longest name of a country
_SHORT = 3  # letters that a word in capitals may have and be a country: "USA", "США", "РФ"
_LEAST = 2  # mentions that make a country the one a report is about


class Countries:
    """Reads countries out of names by the codebook and the gazetteer."""

    def __init__(self, codebook: Codebook, gazetteer: Gazetteer) -> None:
        self.codebook = codebook
        self.gazetteer = gazetteer
        listed = codebook.common("geography", Geography).countries
        self._listed = {key(name): code for code, names in listed.items() for name in names}
        self.of = cache(self._of)

    def _of(self, words: tuple[str, ...], language: str) -> str | None:
        """ISO alpha-3 code of the country that the words are the name of, in any case, or that they describe."""
        code = self._described(words, language) or self._named(words)
        return self.gazetteer.alpha3(code) if code else None

    def _described(self, words: tuple[str, ...], language: str) -> str | None:
        if len(words) > 1:
            return None
        folder = self.codebook.folder
        codebook = Codebook.load(language, folder if isinstance(folder, Path) else None)
        return codebook.page("demonyms", Demonyms).country(words[0])

    def _named(self, words: tuple[str, ...]) -> str | None:
        name = " ".join(words)
        if key(name) in self._listed:
            return self._listed[key(name)]
        if len(words) == 1 and (len(name) < _SHORT + 1 and not name.isupper()):
            return None
        if len(words) > 1:
            return self._country(name)
        return next((code for form in sorted(nominatives(name)) if (code := self._country(form))), None)

    def _country(self, name: str) -> str | None:
        if key(name) in self._listed:
            return self._listed[key(name)]
        found = self.gazetteer.lookup(name)
        return found[0].country if found and found[0].kind is Kind.COUNTRY else None

    def split(self, words: Sequence[str], language: str) -> tuple[str | None, tuple[str, ...]]:
        """The first country among the words, and the words without it."""
        for size in range(min(_LONGEST, len(words)), 0, -1):
            for start in range(len(words) - size + 1):
                country = self.of(tuple(words[start : start + size]), language)
                if country:
                    return country, (*words[:start], *words[start + size :])
        return None, tuple(words)

    def leading(self, claims: Claims, share: float) -> str | None:
        """The country that a report is about: the one that this share of its names of places lie in."""
        counted: Counter[str] = Counter()
        placed = [(p.span, self.gazetteer.alpha3(p.country)) for p in claims.places if p.country]
        for name in claims.names:
            if name.kind is NameKind.PLACE:
                words = tuple(name.span.of(claims.report.text).split())
                found = next((code for span, code in placed if code and span.overlaps(name.span)), None)
                found = found or (self.of(words, claims.report.language) if len(words) <= _LONGEST else None)
                if found:
                    counted[found] += 1
        if not counted:
            return None
        country, most = min(counted.items(), key=lambda pair: (-pair[1], pair[0]))
        return country if most >= _LEAST and most >= share * counted.total() else None
