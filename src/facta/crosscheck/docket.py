"""From all stories and their claims to the check of any one of them: with the later reports of its thread, and with a
digest of everything that the check is made from, so that nobody checks again what cannot have changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from facta.codebook import Codebook
from facta.codebook.thresholds import thresholds
from facta.crosscheck.check import check
from facta.crosscheck.sequels import sequel
from facta.crosscheck.unsure import Judgements, concerning, judged
from facta.records import Claims, CrossCheck, Entity, Review, Story, digest
from facta.stories import Entities

ELSEWHERE = (
    "statement",
    "incident",
    "pledge",
    "figure",
    "story",
    "entity",
    "spelling",
)  # kinds of reviews not on pairs


class Docket:
    """The stories, in order, with the claims of the reports that are asked for. Built once, never changed."""

    def __init__(
        self,
        stories: Sequence[Story],
        everything: Iterable[Claims],
        entities: Entities,
        codebook: Codebook,
        reviews: Sequence[Review] = (),
        rules: str = "",
    ) -> None:
        self.stories = stories
        self.claims = {claims.report.id: claims for claims in everything}
        self.entities = entities
        self.codebook = codebook
        self.reviews = [review for review in reviews if review.kind not in ELSEWHERE]
        self.rules = rules  # whatever tells one version of the rules from another
        self._since: dict[str, tuple[Claims, ...]] = {}
        self._digests: dict[str, str] = {}

    def check(self, story: Story) -> CrossCheck:
        """What is found across the story's reports."""
        own = [self.claims[report] for report in story.reports]
        return check(story, own, self.entities, self.codebook, self.reviews, self.since(story))

    def since(self, story: Story) -> tuple[Claims, ...]:
        """The reports of later stories of the thread that can tell whether the story's pledges are kept."""
        if story.id not in self._since:
            own = [self.claims[report] for report in story.reports]
            asking = any(claims.pledges for claims in own)
            reports = (report for later in self.later(story) for report in later.reports) if asking else ()
            self._since[story.id] = sequel(own, [self.claims[r] for r in reports], thresholds(self.codebook))
        return self._since[story.id]

    def later(self, story: Story) -> tuple[Story, ...]:
        """The stories behind this one in its thread."""
        return later_in_thread(self._threads[story.thread or story.id], story)

    def inputs(self, story: Story) -> str:
        """A digest of all that the story's check is made from."""
        claims = [*(self.claims[report] for report in story.reports), *self.since(story)]
        told = {incident.id for each in claims for incident in each.incidents}
        concerned = sorted(concerning(self._judged, told).items(), key=lambda each: (each[1], each[0]))
        said = [
            (pair, one) for pair, (_, one) in concerned
        ]  # in the order of the decisions, which may oppose each other
        return digest(self.rules, story.id, len(story.reports), *map(self._digest, claims), said)

    def _digest(self, claims: Claims) -> str:
        """Of a report, its claims, and who the names in it are across reports."""
        report = claims.report.id
        if report not in self._digests:
            vector = b"" if claims.vector is None else claims.vector.tobytes()
            self._digests[report] = digest(repr(claims), vector, repr(self._linked.get(report, [])))
        return self._digests[report]

    @cached_property
    def _judged(self) -> Judgements:
        return judged(self.reviews)

    @cached_property
    def _linked(self) -> Mapping[str, list[tuple[str, Entity | None]]]:
        found: defaultdict[str, list[tuple[str, Entity | None]]] = defaultdict(list)
        for report, own, _ in self.entities.links:
            found[report].append((own, self.entities.of(report, own)))
        return found

    @cached_property
    def _threads(self) -> Mapping[str, list[Story]]:
        return threads(self.stories)


def threads(stories: Iterable[Story]) -> Mapping[str, list[Story]]:
    """Stories by the first one of their thread, in order."""
    found: defaultdict[str, list[Story]] = defaultdict(list)
    for story in stories:
        found[story.thread or story.id].append(story)
    return found


def later_in_thread(thread: Sequence[Story], story: Story) -> tuple[Story, ...]:
    """The stories of the thread behind this one."""
    at = next(number for number, other in enumerate(thread) if other.id == story.id)
    return tuple(thread[at + 1 :])
