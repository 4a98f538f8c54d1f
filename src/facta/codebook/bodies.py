"""Schema of `common/bodies.yml`: organisations with their names in every language, and the bodies that every country
has. How names are compared in their cases is left to `stories`."""

from __future__ import annotations

from functools import cached_property

from facta.codebook.schema import Page
from facta.text import fold


class Body(Page):
    """One organisation: its usual name, its side, and its other names in any language."""

    name: str  # usual name
    side: str  # country and sector
    names: tuple[str, ...] = ()  # other names in any language


class Office(Page):
    """A body that each country has one of, such as a foreign ministry, with its names in any language."""

    name: str  # what it is
    sector: str  # PLOVER sector
    names: tuple[str, ...] = ()  # its names in any language


class Bodies(Page):
    """All organisations that reports in several languages write about."""

    bodies: tuple[Body, ...] = ()
    offices: tuple[Office, ...] = ()
    forms: tuple[str, ...] = ()  # words before or behind a name that say what kind of firm bears it: Ltd, ПАО
    links: tuple[str, ...] = ()  # small words within names: of, для

    @cached_property
    def _named(self) -> dict[str, Body]:
        return {fold(name): body for body in self.bodies for name in (body.name, *body.names)}

    def body(self, name: str) -> Body | None:
        """The organisation of that name, an article before it left out."""
        form = " ".join(fold(name).split())
        article, _, rest = form.partition(" ")
        return self._named.get(form) or (self._named.get(rest) if article in ("the", "la", "el") else None)
