"""The vocabulary facta reads conflicts with: YAML that a researcher can edit, one folder a language.

`Codebook.load("en")` gives the pages of one language and the common ones; each page is read when first asked for.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar, cast

from facta.codebook.load import bundled, languages, load_page
from facta.codebook.schema import Page

__all__ = ["Codebook", "Page", "languages"]

P = TypeVar("P", bound=Page)


class Codebook:
    """The pages of one language (see `PAGES` in `facta.codebook.check`) and the pages common to all."""

    def __init__(self, folder: Traversable | Path, language: str) -> None:
        self.folder = folder
        self.language = language
        self._pages: dict[tuple[str, str], Page] = {}

    @staticmethod
    def load(language: str, folder: Path | None = None) -> Codebook:
        """The codebook for a language, from the bundled folder unless another is given."""
        return _load(language, folder)

    def page(self, name: str, schema: type[P]) -> P:
        """The page `name` of this language."""
        return self._page(self.language, name, schema)

    def common(self, name: str, schema: type[P]) -> P:
        """The page `name` that all languages share."""
        return self._page("common", name, schema)

    def _page(self, language: str, name: str, schema: type[P]) -> P:
        key = (language, name)
        if key not in self._pages:
            self._pages[key] = load_page(self.folder, language, name, schema)
        return cast(P, self._pages[key])


@lru_cache(maxsize=32)
def _load(language: str, folder: Path | None) -> Codebook:
    return Codebook(folder or bundled(), language)
