"""The words of every verdict, and how many sides a set of origins speaks for."""

from __future__ import annotations

from collections.abc import Iterable

from facta.records import Origin, Stance

CORROBORATED = "corroborated"
ONE_SIDE = "corroborated by one side"
SINGLE = "single origin"
DISPUTED = "disputed"
DENIED = "denied"
DIFFER = "figures differ"
REVISED = "figures revised"
WORDING = "wording differs"
HEADLINE = "headline differs"

NO_DEEDS = "no deeds reported yet"
KEPT = "kept so far"
CONTRADICTED = "contradicted by reports"
ONE_SIDED = "contradicted by one side only"
TOO_EARLY = "too early"
NOT_TESTABLE = "not testable"

CONTESTED = (DISPUTED, DENIED, DIFFER, CONTRADICTED, ONE_SIDED)  # verdicts that say that accounts oppose each other


def sides(origins: Iterable[Origin]) -> set[str]:
    """A side a party or country; observers, outlets and press witnesses each stand for themselves."""
    return {side(origin) for origin in origins}


def side(origin: Origin) -> str:
    if origin.stance in (Stance.OBSERVER, Stance.PRESS) or not origin.side:
        return origin.id
    return origin.side
