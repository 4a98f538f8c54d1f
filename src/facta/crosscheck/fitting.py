"""From a deed told and the groups made so far to the groups that it can belong to, the likeliest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facta.crosscheck.casefile import Case
from facta.crosscheck.deeds import Deed
from facta.crosscheck.same_deed import Likeness, likeness

Members = list[tuple[Deed, str]]  # each deed with the reason for which it joined


@dataclass(frozen=True, slots=True)
class Fit:
    """A group that the deed can belong to: how likely on the mean of its members, and the likeness to the closest."""

    members: Members
    score: float
    closest: Deed
    likeness: Likeness


def fits(case: Case, groups: Sequence[Members], deed: Deed) -> list[Fit]:
    """Groups of which every member can be the deed, the likeliest first, the earliest of equals."""
    found = [fit for members in groups if (fit := _fit(case, members, deed))]
    return sorted(found, key=lambda fit: -fit.score)


def can_be_one(case: Case, some: Members, others: Members) -> bool:
    """Whether nothing speaks against two groups being one deed."""
    pairs = ((one, other) for one, _ in some for other, _ in others)
    return all(likeness(one, other, case.rules.deeds, case.same_deed) for one, other in pairs)


def _fit(case: Case, members: Members, deed: Deed) -> Fit | None:
    alike: list[tuple[Deed, Likeness]] = []
    for member, _ in members:
        like = likeness(member, deed, case.rules.deeds, case.same_deed)
        if like is None:
            return None
        alike.append((member, like))
    closest, like = max(alike, key=lambda pair: pair[1].score)
    mean = sum(each.score for _, each in alike) / len(alike)
    return Fit(members, (mean + like.score) / 2, closest, like)
