"""Schema of `contexts.yml`: which words show what a deed is about, by PLOVER context. Leaves deeds to others."""

from __future__ import annotations

from pydantic import Field

from facta.codebook.schema import Page


class Contexts(Page):
    """Words by the context that they show; `*` at the end makes a stem, a phrase is told by its words in order."""

    words: dict[str, tuple[str, ...]] = Field(default_factory=dict)
