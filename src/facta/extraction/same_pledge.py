"""From wordings in one report to one pledge each, the rest as its evidence. Sees no other report."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facta.extraction.pledge_words import without_lands_around
from facta.extraction.same_deed import other_actor
from facta.records import BINDING, Pledge, Precision

_ENOUGH = 0.5  # share of the shorter wording's content words found in the other; two aims of one speaker share fewer


@dataclass(frozen=True, slots=True)
class Wording:
    """A pledge as worded in one place, with the lemmas of its content words."""

    pledge: Pledge
    lemmas: frozenset[str]
    mode: str | None = None


def fold_wordings(wordings: list[Wording]) -> tuple[Pledge, ...]:
    """One pledge for wordings by one party of one act, in text order."""
    groups: list[list[Wording]] = []
    for wording in sorted(wordings, key=lambda w: (w.pledge.text.start, w.pledge.text.end)):
        same = next((group for group in groups if _fits(wording, group)), None)
        if same is None:
            groups.append([wording])
        else:
            same.append(wording)
    return tuple(_joined([w.pledge for w in group]) for group in groups)


def _fits(wording: Wording, group: list[Wording]) -> bool:
    """Whether the wording is of the group's pledge, and nobody in it is another party: a headline on both sides joins
    neither's promise to the other's."""
    apart = any(other_actor(known.pledge.by, wording.pledge.by) for known in group)
    return not apart and any(is_same(known, wording) for known in group)


def is_same(a: Wording, b: Wording) -> bool:
    """Whether two wordings are of one pledge: same party, type and polarity, and the same act or places."""
    first, second = a.pledge, b.pledge
    if a.mode and b.mode and a.mode != b.mode:
        return False
    if first.type != second.type or first.negated != second.negated or other_actor(first.by, second.by):
        return False
    if first.type == "RETREAT" and first.by is not None and second.by is not None:
        return not first.condition or not second.condition or _shared(a, b) >= _ENOUGH
    return _shared(a, b) >= _ENOUGH


def _shared(a: Wording, b: Wording) -> float:
    fewer = min(len(a.lemmas), len(b.lemmas))
    return len(a.lemmas & b.lemmas) / fewer if fewer else 0.0


def _joined(pledges: list[Pledge]) -> Pledge:
    """The wording that tells most of it, completed from the others; their spans become its evidence, and all their
    places its places."""
    main = max(pledges, key=_fullness)
    others = [p for p in pledges if p is not main]
    for other in others:
        main = replace(
            main,
            by=main.by or other.by,
            to=main.to or other.to,
            degree=main.degree or other.degree,
            from_on=main.from_on or other.from_on,
            until_on=main.until_on or other.until_on,
            condition=main.condition or other.condition,
            said=main.said or other.said,
            strength=min(main.strength, other.strength, key=BINDING.index),
            told_by=main.told_by if other.told_by else None,
        )
    named = {place.name: place for pledge in (*reversed(others), main) for place in reversed(pledge.places)}
    places = sorted(without_lands_around(list(named.values())), key=lambda place: place.span)
    return replace(main, places=tuple(places), evidence=tuple(sorted(other.text for other in others)))


def _fullness(pledge: Pledge) -> tuple[int, bool, int]:
    """How much a wording says: places and degree first, then on whose word, then the earlier one."""
    towns = sum(place.precision is not Precision.COUNTRY for place in pledge.places)
    dated = (pledge.until_on or pledge.from_on) is not None
    return towns + (pledge.degree is not None) + dated, pledge.source is not None, -pledge.text.start
