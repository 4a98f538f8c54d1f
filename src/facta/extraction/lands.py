"""Which country a word stands for: names of countries, peoples and adjectives, capitals used for governments.

Puts demonyms and gazetteer behind one question; knows nothing of sentences.
"""

from __future__ import annotations

from facta.codebook import Codebook
from facta.codebook.demonyms import Demonyms
from facta.codebook.geography import Geography
from facta.extraction.declension import nominatives
from facta.gazetteer import Gazetteer, Kind
from facta.records import Place, Precision, Token
from facta.text import fold


class Lands:
    """Countries by word, for one report."""

    def __init__(self, codebook: Codebook, gazetteer: Gazetteer, places: tuple[Place, ...]) -> None:
        self.demonyms = codebook.page("demonyms", Demonyms)
        self.common = codebook.page("geography", Geography).folded["not_places"]
        self.gazetteer = gazetteer
        self.places = places

    def country(self, token: Token) -> str | None:
        """ISO alpha-3 code of the country that the word names, describes, or lies in."""
        return self.described(token) or self.state(token.form, token.lemma) or self.located(token)

    def state(self, *forms: str) -> str | None:
        """The country that the words name themselves or by their capital."""
        for form in forms:
            named = form[:1].isupper() and fold(form) not in self.common  # "Man held after blast"
            known = self.gazetteer.lookup(form) if named else ()
            for entry in known:  # a capital may come after the region that bears its name
                if entry.country == known[0].country and entry.country and entry.kind in (Kind.COUNTRY, Kind.CAPITAL):
                    return self.gazetteer.alpha3(entry.country)
        return None

    def is_country(self, form: str) -> bool:
        """Whether the word names a country itself."""
        return any(entry.kind is Kind.COUNTRY for entry in self.gazetteer.lookup(form))

    def is_place(self, token: Token) -> bool:
        """Whether the gazetteer knows a place of that name."""
        return (
            bool(self.gazetteer.lookup(token.form) or self.gazetteer.lookup(token.lemma))
            or self.located(token) is not None
        )

    def is_declined_place(self, token: Token) -> bool:
        """Whether the word may be a case of the name of a place: "Тирасполя"."""
        return any(self.gazetteer.lookup(word) for word in sorted(nominatives(token.form)))

    def located(self, token: Token) -> str | None:
        """The country of the place that the word is part of."""
        for place in self.places:
            if place.span.covers(token.span) and place.country:
                return self.gazetteer.alpha3(place.country)
        return None

    def is_land(self, token: Token) -> bool:
        """Whether the report's places have the word, in whatever case, as the name of a country."""
        return any(p.span == token.span and p.precision is Precision.COUNTRY for p in self.places)

    def described(self, token: Token) -> str | None:
        """The country whose people or things the word describes."""
        code = self.demonyms.country(token.form, token.lemma)
        return self.gazetteer.alpha3(code) if code else None

    def people(self, token: Token) -> bool:
        """Whether the word, used as a noun, names a people."""
        return token.upos in ("NOUN", "PROPN") and self.described(token) is not None
