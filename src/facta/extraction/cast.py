"""Who appears in a report: names as written, and whom a noun phrase or pronoun refers to."""

from __future__ import annotations

from facta.extraction.context import Context
from facta.records import Actor, Name, Place


class Cast:
    """Everybody a report names, and the way from a token to the actor it stands for."""

    def __init__(self, names: tuple[Name, ...]) -> None:
        self.names = names

    @classmethod
    def of(cls, context: Context, places: tuple[Place, ...]) -> Cast:
        return cls(())

    def actor(self, sentence: int, token: int) -> Actor | None:
        """The actor that the noun phrase headed by `token` of sentence number `sentence` stands for."""
        return None
