"""From the reports of a story to why each stands in it: which earlier one it is most like, and what the two share that
few others have; whether it starts, joins or bridges; and what people decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from facta.records import Claims, Report
from facta.stories.decisions import Decided
from facta.stories.entities import Entities
from facta.stories.likeness import Likeness
from facta.stories.linking import Near
from facta.stories.profile import written

_TITLE = 120
_EARLIER = 40  # earlier reports of a large story that are compared beside a report's nearest
_TOLD = {"names": 4, "places": 3, "words": 4, "numbers": 3}


def title_of(report: Report) -> str:
    """The report's own title, or its first line, cut at a word."""
    line = report.title or next((text for text in report.text.splitlines() if text.strip()), report.id)
    line = " ".join(line.split())
    return line if len(line) <= _TITLE else line[:_TITLE].rsplit(" ", 1)[0] + " …"


class Reasons:
    """Writes the sentence of every report that stands with earlier ones."""

    def __init__(
        self,
        likeness: Likeness,
        near: Near,
        by_report: Mapping[str, Claims],
        entities: Entities,
        decisions: Sequence[Decided],
    ) -> None:
        self.likeness = likeness
        self.near = near
        self.by_report = by_report
        self.labels = {entity.id: entity.name for entity in entities.entities}
        self.decisions = decisions

    def of(self, ordered: Sequence[int]) -> Iterator[str]:
        """One sentence for each report but the first, and one for each decision that holds the story together."""
        groups: list[set[int]] = [{ordered[0]}]
        for place in range(1, len(ordered)):
            this, earlier = ordered[place], ordered[:place]
            linked = {other for other, mean in self.near[this] if mean >= self.likeness.same_story}
            met = [group for group in groups if group & linked]
            groups = [group for group in groups if not group & linked] + [set().union({this}, *met)]
            yield self._sentence(this, self._likest(this, earlier), len(met))
        members = {self.likeness.profiles.rows[i].report for i in ordered}
        for decision in self.decisions:
            sides = {*decision.ones}, {*decision.others}
            if decision.join and all(side & members for side in sides):
                yield decision.reason

    def _likest(self, this: int, earlier: Sequence[int]) -> int:
        """The earlier report most like this one."""
        known = dict(self.near[this])
        here = [other for other in earlier if other in known]
        if not here:
            here = list(earlier[:_EARLIER])
            bundles = [self.likeness.bundle(other) for other in here]
            known = dict(zip(here, self.likeness.means(self.likeness.bundle(this), bundles), strict=True))
        return max(here, key=lambda other: (known[other], -other))

    def shared_by(self, this: int, others: Sequence[int]) -> str:
        """What a report shares with the likest of others, in words."""
        return self._what(this, self._likest(this, others))

    def _sentence(self, this: int, best: int, met: int) -> str:
        rows = self.likeness.profiles.rows
        one, other = (self.by_report[rows[i].report].report for i in (this, best))
        how = f"bridges {met} groups of earlier reports: " if met > 1 else ""
        return f"{title_of(one)} | {title_of(other)}: {how}{self._what(this, best)}"

    def _what(self, this: int, best: int) -> str:
        rows = self.likeness.profiles.rows
        what = [f"{kind} {', '.join(shared)}" for kind, shared in self._shared(this, best) if shared]
        one, other = rows[this].day, rows[best].day
        if one and other:
            what.append(f"{abs((one - other).days)} days apart")
        return "; ".join(what) or "alike on the whole"

    def _shared(self, this: int, best: int) -> Iterator[tuple[str, list[str]]]:
        """What both have, by kind, the weightiest first, as the report writes it."""
        profiles = self.likeness.profiles
        one, other = profiles.rows[this], profiles.rows[best]
        _, here, there = np.intersect1d(one.keys, other.keys, assume_unique=True, return_indices=True)
        order = np.argsort(-(one.weights[here] * other.weights[there]), kind="stable")
        both = [profiles.features[one.keys[here[i]]] for i in order]
        for kind, most in _TOLD.items():
            keys = [key for feature, key in both if feature == kind][:most]
            if kind == "words":
                keys = written(self.by_report[one.report].report, keys, self.likeness.limits)
            yield kind, [self.labels.get(key, key) for key in keys]
