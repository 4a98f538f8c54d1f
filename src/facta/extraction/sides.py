"""From the words around a name to a side: ISO alpha-3 country and PLOVER sector, such as "UKR GOV"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from facta.codebook.offices import Offices
from facta.extraction.declension import nominatives
from facta.extraction.lands import Lands
from facta.extraction.tree import Tree
from facta.records import Token
from facta.text import fold

_LONGEST = 6
_SUPRANATIONAL = ("IGO", "NGO", "MED")  # sectors that stand without a country


class Sides:
    """Reads sides through the offices of one language and the countries of one report."""

    def __init__(self, offices: Offices, lands: Lands) -> None:
        self.offices = offices
        self.lands = lands

    def of(self, tree: Tree, indices: Sequence[int]) -> str | None:
        """The side of the person or body that the tokens describe."""
        tokens = [tree.tokens[i] for i in indices]
        return self.institution(tokens) or join(self.country(tokens), self.sector(tokens))

    def institution(self, tokens: Sequence[Token]) -> str | None:
        """The side of the first institution named among the tokens; the longest name wins."""
        for size in range(min(_LONGEST, len(tokens)), 0, -1):
            for start in range(len(tokens) - size + 1):
                some = tokens[start : start + size]
                side = self.offices.sides.get(_joined(some)) or self.offices.sides.get(_lemmas(some))
                side = side or (self._declined(some[0].form) if size == 1 else None)
                if side and any(t.form[0].isupper() for t in some):
                    return side
        return None

    def _declined(self, form: str) -> str | None:
        """The side of an institution in any case: "Пентагоне", "Кремля"."""
        found = (self.offices.sides.get(fold(word)) for word in sorted(nominatives(form)) if form[:1].isupper())
        return next((side for side in found if side), None)

    def country(self, tokens: Iterable[Token]) -> str | None:
        """The first country that a word names or describes."""
        return next((c for c in map(self.lands.country, tokens) if c), None)

    def sector(self, tokens: Sequence[Token]) -> str | None:
        """The sector of the role among the tokens; an office of any body, such as spokesman, takes the body's."""
        role, body = self._found(self.offices.role_sectors, tokens), self._found(self.offices.body_sectors, tokens)
        return body if role in (None, "GOV") and body else role

    @staticmethod
    def _found(table: dict[str, str], tokens: Sequence[Token]) -> str | None:
        """The sector of the longest known phrase."""
        for size in (3, 2, 1):
            for start in range(len(tokens) - size + 1):
                some = tokens[start : start + size]
                sector = table.get(_joined(some)) or table.get(_lemmas(some))
                if sector:
                    return sector
        return None


def join(country: str | None, sector: str | None) -> str | None:
    """Country and sector as one code, or the one that is known; sectors above states stand alone."""
    if sector in _SUPRANATIONAL:
        return sector
    return f"{country} {sector}" if country and sector else sector or country


def _joined(tokens: Sequence[Token]) -> str:
    return " ".join(fold(t.form) for t in tokens)


def _lemmas(tokens: Sequence[Token]) -> str:
    return " ".join(fold(t.lemma) for t in tokens)
