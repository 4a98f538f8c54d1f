"""Schema of `common/bodies.yml`: organisations with their names in every language. Leaves offices to others."""

from __future__ import annotations

from functools import cached_property

from facta.codebook.schema import Page
from facta.text import fold


class Body(Page):
    """One organisation: its usual name, its side, and its other names in any language."""

    name: str
    side: str
    names: tuple[str, ...] = ()


class Bodies(Page):
    """All organisations that reports in several languages write about."""

    bodies: tuple[Body, ...] = ()

    @cached_property
    def _named(self) -> dict[str, Body]:
        return {fold(name): body for body in self.bodies for name in (body.name, *body.names)}

    def body(self, name: str) -> Body | None:
        """The organisation of that name, an article before it left out."""
        form = " ".join(fold(name).split())
        article, _, rest = form.partition(" ")
        return self._named.get(form) or (self._named.get(rest) if article in ("the", "la", "el") else None)
