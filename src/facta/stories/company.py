"""From the names of every report to whose company a name keeps: of several people of one surname, the one beside whom
this report's other names stand. Decides only when nearly all the company is one person's."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from facta.codebook.thresholds import EntityThresholds
from facta.stories.bearers import Bearer

_TOLD = 3  # names that a reason lists


@dataclass(slots=True)
class Circle:
    """The reports that name somebody, and in how many of them each other name stands."""

    reports: set[str]
    beside: Counter[str]


class Company:
    """Which names stand together in which reports."""

    def __init__(self, bearers: Iterable[Bearer], limits: EntityThresholds) -> None:
        self.limits = limits
        self._names: dict[str, dict[str, str]] = defaultdict(dict)
        for b in bearers:
            self._names[b.report].setdefault(b.key, b.name)
        seen = Counter(key for names in self._names.values() for key in names)
        self._weight: Mapping[str, float] = {key: log(1 + len(self._names) / n) for key, n in seen.items()}

    def choose(self, bearer: Bearer, candidates: Sequence[Circle]) -> tuple[int | None, str]:
        """The number of the candidate, given by the reports that name it, in whose company nearly all other names of
        the bearer's report are; and the reason in words."""
        names = {key: name for key, name in self._names[bearer.report].items() if key != bearer.key}
        shares = [self._support(names, circle) for circle in candidates]
        total = sum(shares)
        if not total:
            return None, ""
        best = max(range(len(shares)), key=lambda i: (shares[i], -i))
        if shares[best] < self.limits.dominant * total or len(candidates[best].reports) < self.limits.least_reports:
            return None, ""
        beside = candidates[best].beside
        told = sorted(names, key=lambda key: (-beside[key] * self._weight[key], key))[:_TOLD]
        listed = ", ".join(f'"{names[key]}"' for key in told if beside[key])
        number = len(candidates[best].reports)
        return best, f", and of those who bear it, the one named beside {listed} in {number} reports"

    def circle(self, reports: Iterable[str]) -> Circle:
        """The company of whoever these reports name."""
        circle = Circle(set(), Counter())
        self.widen(circle, reports)
        return circle

    def widen(self, circle: Circle, reports: Iterable[str]) -> None:
        """Add reports to a circle; one that it has already counts once."""
        for report in reports:
            if report not in circle.reports:
                circle.reports.add(report)
                circle.beside.update(self._names[report].keys())

    def _support(self, names: Mapping[str, str], circle: Circle) -> float:
        return sum(self._weight[key] * circle.beside[key] for key in names)
