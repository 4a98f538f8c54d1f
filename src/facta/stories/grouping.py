"""From all reports' Claims to stories: reports on one happening, joined by mean likeness, each join with its reason.

Stories are made anew from all reports each time, so the order in which they arrive changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from facta.codebook.thresholds import StoryThresholds, thresholds
from facta.records import Claims, Review, Story, digest
from facta.stories.decisions import Decided, decided, pairs
from facta.stories.entities import Entities
from facta.stories.likeness import Likeness
from facta.stories.linking import Linking, Near, near_enough
from facta.stories.nearest import nearest
from facta.stories.profile import profiles, published
from facta.stories.reasons import Reasons, title_of
from facta.stories.threads import threaded

_LEAST = 0.4  # share of the threshold below which two reports do not even propose to be one story


def group(
    everything: Sequence[Claims],
    entities: Entities,
    limits: StoryThresholds | None = None,
    reviews: Iterable[Review] = (),
) -> tuple[Story, ...]:
    """Every report in exactly one story, by day of the first report; people's decisions stand over likeness."""
    limits = limits or thresholds().stories
    by_report = {claims.report.id: claims for claims in everything}  # a report that is given twice counts once
    found = profiles(tuple(by_report.values()), entities, limits)
    likeness = Likeness(found, limits)
    near = near_enough(nearest(likeness), _LEAST * likeness.same_story)
    decisions = decided(reviews)
    numbers = {row.report: i for i, row in enumerate(found.rows)}
    clusters = clustered(likeness, near, decisions, numbers, range(len(found.rows)))
    reasons = Reasons(likeness, near, by_report, entities, decisions)
    stories = [_story(cluster, likeness, by_report, reasons) for cluster in clusters]
    stories.sort(key=lambda story: (_day(by_report[story.reports[0]]), story.id))
    return threaded(stories, likeness, near, numbers, reasons)


def clustered(
    likeness: Likeness, near: Near, decisions: Sequence[Decided], numbers: dict[str, int], members: Iterable[int]
) -> list[list[int]]:
    """The groups that the members make, people's decisions first."""
    said = list(pairs(decisions, numbers))
    joined = [(i, j) for join, i, j in said if join]
    parted = [(i, j) for join, i, j in said if not join]
    return Linking(likeness, members, near, joined, parted).run(likeness.same_story)


def _day(claims: Claims) -> tuple[date, str]:
    return (published(claims.report) or date.max, claims.report.id)


def _story(cluster: list[int], likeness: Likeness, by_report: dict[str, Claims], reasons: Reasons) -> Story:
    rows = likeness.profiles.rows
    ordered = sorted(cluster, key=lambda i: (rows[i].day or date.max, rows[i].report))
    first = by_report[rows[ordered[0]].report].report
    members = tuple(rows[i].report for i in ordered)
    return Story(digest("story", first.id), title_of(first), members, tuple(reasons.of(ordered)))
