"""Why a rule fired and another did not: decisions on words of a report, noted where they are made and when asked for.

Rules call `tree.trace` whether anybody listens or not; it only listens, and no rule ever looks into it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from facta.records import Span


@dataclass(frozen=True, slots=True)
class Rule:
    """An entry of the codebook: its page, the keys and numbers that lead to its list, and the word of the list met."""

    page: str
    path: tuple[str | int, ...] = ()
    word: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of some words: they made a claim of this kind, or `reason` says why they did not. A decision on the
    words of a claim that is made anyway, such as its status, has `claim` left out and `fired` true."""

    kind: str  # statement, incident, pledge, figure, or status
    words: Span
    fired: bool
    reason: str
    rule: Rule | None = None
    claim: str | None = None


class Trace:
    """Hears decisions and forgets them."""

    on = False

    def fired(self, kind: str, words: Span, rule: Rule | None, reason: str = "", claim: str | None = None) -> None:
        """Words made a claim, or gave one its status."""

    def dropped(self, kind: str, words: Span, rule: Rule | None, reason: str) -> None:
        """Words of the codebook were found and made no claim."""


class Notebook(Trace):
    """Keeps every decision once, in the order in which they were made."""

    on = True

    def __init__(self) -> None:
        self._decisions: dict[Decision, None] = {}

    @property
    def decisions(self) -> tuple[Decision, ...]:
        return tuple(self._decisions)

    def fired(self, kind: str, words: Span, rule: Rule | None, reason: str = "", claim: str | None = None) -> None:
        self._decisions.setdefault(Decision(kind, words, True, reason, rule, claim))

    def dropped(self, kind: str, words: Span, rule: Rule | None, reason: str) -> None:
        self._decisions.setdefault(Decision(kind, words, False, reason, rule))


SILENT = Trace()


def among(names: Iterable[str]) -> str:
    """Classes or words as a reason names them: "people, goods"."""
    return ", ".join(names)
