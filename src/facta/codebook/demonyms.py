"""Schema of `demonyms.yml`: words for the people and things of a country, by its alpha-2 code."""

from __future__ import annotations

from functools import cached_property

from pydantic import Field

from facta.codebook.schema import Page
from facta.text import fold


class Demonyms(Page):
    """Words that end in `*` stand for all words that begin so."""

    countries: dict[str, tuple[str, ...]] = Field(default_factory=dict)  # words for people and things, by alpha-2

    @cached_property
    def _whole(self) -> dict[str, str]:
        return {fold(w): code for code, words in self.countries.items() for w in words if not w.endswith("*")}

    @cached_property
    def _stems(self) -> dict[str, str]:
        return {fold(w[:-1]): code for code, words in self.countries.items() for w in words if w.endswith("*")}

    def country(self, *forms: str) -> str | None:
        """The country that one of the forms belongs to: "Ukrainian" gives UA."""
        for form in map(fold, forms):
            if form in self._whole:
                return self._whole[form]
            for length in range(len(form), 3, -1):
                if form[:length] in self._stems:
                    return self._stems[form[:length]]
        return None
