"""From a deed told and the groups made so far to the groups that it can belong to, the likeliest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facta.crosscheck.casefile import Case
from facta.crosscheck.deeds import Deed
from facta.crosscheck.same_deed import Likeness, is_vague
from facta.crosscheck.unsure import likeness_of, tied

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


def merged(case: Case, groups: list[Members]) -> list[Members]:
    """The groups, those without a point on the map joined to the one group that they fit clearly best."""
    kept = [members for members in groups if not all(is_vague(deed) for deed, _ in members)]
    for vague in (members for members in groups if members not in kept):
        found = sorted(((score, n) for n, m in enumerate(kept) if (score := _mean(case, m, vague))), reverse=True)
        near = [kept[n] for score, n in found[1:] if found[0][0] - score < case.same_deed.margin]
        best = kept[found[0][1]] if found and found[0][0] >= case.same_deed.join else None
        if best and all(can_be_one(case, best, other) for other in near):
            fit = _fit(case, best, vague[0][0])
            best += [(vague[0][0], fit.likeness.sentence if fit else ""), *vague[1:]]
        else:
            kept.append(vague)
    return kept


def confirmed(case: Case, groups: list[Members]) -> list[Members]:
    """The groups, those joined of which a person said that they are one deed."""
    kept: list[Members] = []
    for members in groups:
        deeds = [deed for deed, _ in members]
        one = next((m for m in kept if tied(case.judged, [deed for deed, _ in m], deeds)), None)
        if one is None:
            kept.append(members)
        else:
            one += [(members[0][0], "a person says that it is the same deed"), *members[1:]]
    return kept


def _mean(case: Case, some: Members, others: Members) -> float | None:
    """Mean likeness of the members of two groups; `None` when something speaks against one pair."""
    total = 0.0
    for one, _ in some:
        for other, _ in others:
            like = likeness_of(case, one, other)
            if like is None:
                return None
            total += like.score
    return total / (len(some) * len(others))


def can_be_one(case: Case, some: Members, others: Members) -> bool:
    """Whether nothing speaks against two groups being one deed."""
    pairs = ((one, other) for one, _ in some for other, _ in others)
    return all(likeness_of(case, one, other) for one, other in pairs)


def _fit(case: Case, members: Members, deed: Deed) -> Fit | None:
    alike: list[tuple[Deed, Likeness]] = []
    for member, _ in members:
        like = likeness_of(case, member, deed)
        if like is None:
            return None
        alike.append((member, like))
    closest, like = max(alike, key=lambda pair: pair[1].score)
    mean = sum(each.score for _, each in alike) / len(alike)
    return Fit(members, (mean + like.score) / 2, closest, like)
