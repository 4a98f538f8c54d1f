"""The part of the open ledger that people's decisions need: kept, found by what they are on, paged. Decides nothing."""

from __future__ import annotations

from collections.abc import Collection

from facta.ledger import reviews, waiting
from facta.ledger.opened import Opened
from facta.ledger.reviews import Owner
from facta.ledger.waiting import Numbered
from facta.records import Group, Review, Span, Story


class Decided(Opened):
    """What people decided on a ledger's rows."""

    def add_review(self, review: Review) -> None:
        """Keep a person's decision; it stays whatever the machine recomputes."""
        with self._writing() as connection:
            reviews.add(connection, review)

    def reviews(self, target: str | None = None) -> tuple[Review, ...]:
        """Decisions in order of time: all, or those on one claim, finding, group, entity or story, and those that take
        them back. A claim is found under each id that it has had."""
        with self._reading() as connection:
            return reviews.reviews(connection, target)

    def review(self, name: str) -> Review:
        """The decision whose id begins with `name`."""
        with self._reading() as connection:
            return reviews.review(connection, name)

    def review_page(self, after: str | None = None, limit: int = 50) -> tuple[tuple[Review, ...], str | None]:
        """Decisions newest first from a place in the list on, and the place behind them if there are more."""
        with self._reading() as connection:
            return reviews.page(connection, after, limit)

    def reviews_of_reports(self, reports: Collection[str]) -> tuple[Review, ...]:
        """Decisions on claims of these reports, oldest first, and those that take them back."""
        with self._reading() as connection:
            return reviews.of_reports(connection, reports)

    def reviewed_reports(self) -> tuple[str, ...]:
        """Ids of the reports on whose claims somebody decided."""
        with self._reading() as connection:
            return reviews.reviewed_reports(connection)

    def reviewed_among(self, reports: Collection[str]) -> tuple[str, ...]:
        """Those of the reports on whose claims somebody decided."""
        with self._reading() as connection:
            return reviews.reviewed_among(connection, reports)

    def reviews_of_kinds(self, kinds: Collection[str]) -> tuple[Review, ...]:
        """Decisions of these kinds, such as "story", oldest first."""
        with self._reading() as connection:
            return reviews.of_kinds(connection, kinds)

    def contested_stories(self, verdicts: Collection[str], before: int | None, limit: int) -> tuple[Numbered, ...]:
        """Stories (number, id) with a finding of one of these verdicts, the latest first, below a number."""
        with self._reading() as connection:
            return waiting.contested(connection, verdicts, before, limit)

    def stories_with_groups(self, kind: str, before: int | None, limit: int) -> tuple[Numbered, ...]:
        """The same for stories with a group of this kind."""
        with self._reading() as connection:
            return waiting.with_groups(connection, kind, before, limit)

    def one_origin_stories(self, verdicts: Collection[str], before: int | None, limit: int) -> tuple[Numbered, ...]:
        """The same for stories with a finding of one of these verdicts, of which one origin tells."""
        with self._reading() as connection:
            return waiting.of_one_origin(connection, verdicts, before, limit)

    def unresolved_stories(self, before: int | None, limit: int) -> tuple[Numbered, ...]:
        """The same for stories with a claim that names somebody or something open."""
        with self._reading() as connection:
            return waiting.unresolved(connection, before, limit)

    def hedged_stories(self, before: int | None, limit: int) -> tuple[Numbered, ...]:
        """The same for stories with a claim that the report hedges."""
        with self._reading() as connection:
            return waiting.hedged(connection, before, limit)

    def open_claims(self, story: str) -> tuple[waiting.OpenClaim, ...]:
        """Claims of the story's reports that name somebody or something open, or are hedged."""
        with self._reading() as connection:
            return waiting.open_claims(connection, story)

    def spans_of(self, claims: Collection[str]) -> dict[tuple[str, str], Span]:
        """By report and claim, the words of the claims that the machine reads."""
        with self._reading() as connection:
            return waiting.spans_of(connection, claims)

    def with_takers(self, chosen: Collection[Review]) -> tuple[Review, ...]:
        """The decisions and all that take them back, oldest first."""
        with self._reading() as connection:
            return reviews.with_takers(connection, tuple(chosen))

    def owners(self, name: str) -> tuple[Owner, ...]:
        """What has the id `name`, else what has one that begins so: ("claim", id), ("story", id), …"""
        with self._reading() as connection:
            return reviews.owners(connection, name)

    def group(self, identifier: str) -> tuple[Story, Group]:
        """The group of this id with its story."""
        with self._reading() as connection:
            return reviews.group(connection, identifier)

    def groups_with(self, claim: str) -> tuple[tuple[Story, Group], ...]:
        """The groups that hold the claim, whoever reads or added it, with their stories."""
        with self._reading() as connection:
            return reviews.groups_with(connection, claim)

    def reports_of_claim(self, claim: str) -> tuple[str, ...]:
        """The reports that hold the claim, whether the machine reads it or a person added it."""
        with self._reading() as connection:
            return reviews.reports_of(connection, claim)

    def stories_of(self, reports: Collection[str]) -> tuple[str, ...]:
        """Ids of the stories that hold any of these reports."""
        with self._reading() as connection:
            return reviews.stories_of(connection, reports)

    def reports_with_text(self, text: str) -> tuple[str, ...]:
        """Ids of the reports whose text has this digest."""
        with self._reading() as connection:
            return reviews.with_text(connection, text)
