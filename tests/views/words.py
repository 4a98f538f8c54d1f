"""Finds words in Latin letters on a page in Cyrillic, apart from what says that it is in another language."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from getpass import getuser
from html.parser import HTMLParser

VOID = {"meta", "link", "br", "input", "hr", "img", "path", "rect", "circle", "line", "use"}
SILENT = {"style", "script", "code", "kbd", "q", "blockquote"}
SPOKEN = ("title", "aria-label", "placeholder", "alt", "data-of", "data-role")
LATIN = re.compile(r"[A-Za-z][A-Za-z’'-]+")
ALLOWED = {
    "facta", "serve", "reports", "toml", "Markdown", "Lines", "Tab", "Enter", "Esc", "JavaScript", "Natural", "Earth",
    "GeoNames", "Tripoli", "LY", "API", "UTC", "PDF", "JSON", "HTML", "URL", "ZIP", "ZIP-", "ar", "en", "es", "uk",
}  # fmt: skip


@dataclass
class Words(HTMLParser):
    """Collects the words; an element with a language or direction of its own holds words of reports or reasons."""

    found: list[str] = field(default_factory=list)
    open: list[tuple[str, bool]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    @property
    def quiet(self) -> bool:
        return bool(self.open) and self.open[-1][1]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        apart = known.get("lang", "uk") != "uk" or known.get("dir") == "auto" or tag in SILENT
        quiet = (self.quiet and known.get("lang") != "uk") or apart
        if not quiet:
            for name in SPOKEN:
                self._keep(known.get(name) or "")
            if tag == "input" and known.get("type") in ("submit", "button"):
                self._keep(known.get("value") or "")
        if tag not in VOID:
            self.open.append((tag, quiet))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and self.open:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if not self.quiet:
            self._keep(data)

    def _keep(self, text: str) -> None:
        self.found += [word for word in LATIN.findall(text) if word not in ALLOWED and word != getuser()]


def foreign_words(page: str, names: Collection[str] = ()) -> list[str]:
    """The words in the order in which they stand, without names that are written so everywhere."""
    reader = Words()
    reader.feed(page)
    reader.close()
    return [word for word in reader.found if word not in names]
