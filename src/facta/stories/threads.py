"""From stories to threads: a story that takes up an earlier one, as a breach takes up a pledge and a pledge the talks
before it, names the story that it follows and says why. Stories stay what they are; a thread is a chain of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from facta.records import Story
from facta.stories.likeness import Bundle, Likeness
from facta.stories.linking import Near
from facta.stories.reasons import Reasons


def threaded(
    stories: Sequence[Story], likeness: Likeness, near: Near, numbers: Mapping[str, int], reasons: Reasons
) -> tuple[Story, ...]:
    """The stories, given by day of their first report, each with the earlier one that it follows, if there is one."""
    members = [[numbers[report] for report in story.reports] for story in stories]
    bundles = [_bundle(likeness, reports) for reports in members]
    story_of = {report: place for place, reports in enumerate(members) for report in reports}
    made: list[Story] = []
    for place, story in enumerate(stories):
        met = _met(members[place], near, story_of, place)
        earlier = [other for other in met if _may_follow(bundles[place], bundles[other], likeness.limits.thread_days)]
        likest = likeness.products(bundles[place], [bundles[other] for other in earlier])
        ranked = sorted(zip(likest, earlier, strict=True), key=lambda pair: (-pair[0], pair[1]))
        if ranked and ranked[0][0] >= likeness.same_thread:
            story = _following(story, made[ranked[0][1]], reasons, members[place], members[ranked[0][1]])
        made.append(story)
    return tuple(made)


def _met(reports: Sequence[int], near: Near, story_of: Mapping[int, int], place: int) -> list[int]:
    """Stories told earlier that have a report near one of these."""
    counted: dict[int, int] = defaultdict(int)
    for report in reports:
        for other, _ in near[report]:
            if story_of[other] < place:
                counted[story_of[other]] += 1
    return sorted(counted)


def _may_follow(one: Bundle, earlier: Bundle, days: int) -> bool:
    """Whether the first day of one lies after that of the other and not too long after its last."""
    if one.days is None or earlier.days is None:
        return False
    return earlier.days[0] < one.days[0] <= earlier.days[1] + days


def _following(story: Story, earlier: Story, reasons: Reasons, ones: Sequence[int], others: Sequence[int]) -> Story:
    shared = reasons.shared_by(ones[0], others)
    why = f"follows the story “{earlier.title}”: {shared}"
    return replace(story, reasons=(*story.reasons, why), follows=earlier.id, thread=earlier.thread or earlier.id)


def _bundle(likeness: Likeness, reports: Sequence[int]) -> Bundle:
    whole = likeness.bundle(reports[0])
    for report in reports[1:]:
        whole = whole.with_(likeness.bundle(report))
    return whole
