"""What is known of a report beside its text, and how two sources of such knowledge are laid over each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Known:
    """Facts about a report; unknown ones are `None`. The command line gives one `Known` for all its inputs."""

    publisher: str | None = None
    published: date | None = None
    language: str | None = None
    title: str | None = None
    url: str | None = None

    def over(self, other: Known) -> Known:
        """These facts, and the other's where one is missing here."""
        return Known(
            publisher=self.publisher or other.publisher,
            published=self.published or other.published,
            language=self.language or other.language,
            title=self.title or other.title,
            url=self.url or other.url,
        )


@dataclass(frozen=True, slots=True)
class Draft:
    """A text as a reader found it. `source` names it for people: a path, `file.jsonl:12`, or `-`."""

    source: str
    text: str
    known: Known = Known()
