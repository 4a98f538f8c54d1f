"""From deeds told of one type to groups of them, by the mean likeness of their members; deeds that contradict each
other stay apart, and what may be two deeds is joined to neither."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from facta.codebook.same_deed import SameDeed
from facta.crosscheck.casefile import Case
from facta.crosscheck.deeds import Deed
from facta.crosscheck.same_deed import Likeness, is_vague, may_meet
from facta.crosscheck.unsure import likeness_of, parted

Members = list[tuple[Deed, str]]  # each deed with the reason for which it joined
Matrix = NDArray[np.float64]
Row = NDArray[np.bool_]
_APART = -1.0


@dataclass(slots=True)
class Links:
    """Groups in the making, a row and a column each; row `i` is empty once the group has joined an earlier one."""

    groups: list[Members]
    total: Matrix  # sum of the likenesses of the members of two groups
    closest: Matrix  # the greatest of them
    against: Matrix  # how many pairs of members contradict each other
    barred: NDArray[np.bool_]  # a person parted two members
    size: Matrix
    full: NDArray[np.bool_]  # not yet joined to an earlier one

    @classmethod
    def of(cls, case: Case, deeds: Sequence[Deed]) -> Links:
        """Every deed alone."""
        count = len(deeds)
        total, against, barred = np.zeros((count, count)), np.ones((count, count)), np.zeros((count, count), bool)
        np.fill_diagonal(against, 0.0)
        close = may_meet(deeds, case.rules.deeds, case.same_deed)
        for j, deed in enumerate(deeds):
            for i in map(int, np.flatnonzero(close[:j, j])):
                like = likeness_of(case, deeds[i], deed)
                total[i, j] = total[j, i] = like.score if like else 0.0
                against[i, j] = against[j, i] = like is None
            for i in range(j) if case.judged else ():
                barred[i, j] = barred[j, i] = parted(case, deeds[i], deed)
        return cls(
            [[(d, "")] for d in deeds], total, total.copy(), against, barred, np.ones(count), np.ones(count, bool)
        )

    def contradicting(self, i: int, tolerated: float) -> Row:
        """Which groups cannot be one deed with this one: more of their members contradict it than is `tolerated`."""
        found: Row = self.barred[i] | (self.against[i] > tolerated * self.size * self.size[i])
        return found

    def fit(self, i: int, limits: SameDeed) -> Matrix:
        """How well each group fits this one, on the mean of the members and by the two closest; less than 0 where it
        cannot."""
        mean = self.total[i] / (self.size * self.size[i])
        near = (1 - limits.closest) * mean + limits.closest * self.closest[i]
        found: Matrix = np.where(self.contradicting(i, limits.tolerated), _APART, near)
        found[i] = _APART
        found[[not members for members in self.groups]] = _APART
        return found

    def join(self, case: Case, i: int, j: int) -> None:
        """Make the later group `j` part of `i`."""
        reason = _closest(case, self.groups[i], self.groups[j]).sentence
        self.groups[i] += [(self.groups[j][0][0], reason), *self.groups[j][1:]]
        self.groups[j] = []
        self.full[j] = False
        for table in (self.total, self.against):
            table[i] += table[j]
            table[:, i] = table[i]
        self.closest[i] = np.maximum(self.closest[i], self.closest[j])
        self.closest[:, i] = self.closest[i]
        self.barred[i] |= self.barred[j]
        self.barred[:, i] = self.barred[i]
        self.size[i] += self.size[j]
        self.size[j] = 1


def linked(case: Case, deeds: Sequence[Deed]) -> list[Members]:
    """The deeds in groups, the most alike joined first, until nothing is likely enough or clear."""
    links, limits = Links.of(case, deeds), case.same_deed
    fit = np.array([links.fit(i, limits) for i in range(len(deeds))])
    open_ones = fit.copy()  # without the pairs of which it is not clear whether they are one
    while len(deeds) > 1:
        i, j = divmod(int(np.argmax(open_ones)), len(deeds))
        if open_ones[i, j] < limits.join:
            break
        if _rivals(links, fit, (i, j), case):
            open_ones[i, j] = open_ones[j, i] = _APART
            continue
        links.join(case, i, j)
        for table in (fit, open_ones):
            table[j] = table[:, j] = _APART
            table[i] = table[:, i] = links.fit(i, limits)
    return [members for members in links.groups if members]


def _rivals(links: Links, fit: Matrix, pair: tuple[int, int], case: Case) -> bool:
    """Whether a group without a point on the map fits another, which cannot be the same deed, nearly as well."""
    for vague, chosen in (pair, pair[::-1]):
        if all(is_vague(deed) for deed, _ in links.groups[vague]):
            near = fit[vague] > max(fit[vague, chosen] - case.same_deed.margin, 0.0)
            near[chosen] = False
            if bool((near & links.contradicting(chosen, case.same_deed.tolerated)).any()):
                return True
    return False


def _closest(case: Case, some: Members, others: Members) -> Likeness:
    """The likeness of the two members that are most alike."""
    pairs = ((one, other) for one, _ in some for other, _ in others)
    found = [like for one, other in pairs if (like := likeness_of(case, one, other))]
    return max(found, key=lambda like: like.score)
