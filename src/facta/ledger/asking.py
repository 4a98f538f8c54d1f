"""The questions that pages ask of an open ledger, each answered with the rows it needs and no more."""

from __future__ import annotations

from collections.abc import Sequence

from facta.ledger import checks, hits, lines, lookups, store, walking
from facta.ledger.cursor import Key
from facta.ledger.find import FoundClaim, Question
from facta.ledger.opened import Opened
from facta.records import Claims, Entity, Finding, Group, Origin, Report, Story

EVERY = lines.StoryFilter()


class Lookups(Opened):
    """Pages of lists go on behind a cursor (`after`, what the page before gave as `next`): nothing is shown twice or
    left out when rows are added meanwhile. A cursor of no such list is a `UsageError`, as is an unknown id."""

    # ---- stories

    def story_page(
        self, chosen: lines.StoryFilter = EVERY, after: str | None = None, limit: int = 50
    ) -> lines.StoryPage:
        """Stories that fit the filter, the latest or the most contested first."""
        with self._reading() as connection:
            return lines.page(connection, chosen, after, limit)

    def story_line(self, story: str) -> lines.StoryLine:
        """What the list of stories says of one story."""
        with self._reading() as connection:
            return lines.line(connection, story)

    def story_of(self, report: str) -> Story | None:
        """The story that a report is part of."""
        with self._reading() as connection:
            return lookups.story_of(connection, report)

    def finding(self, finding: str) -> tuple[Story, Finding]:
        """A finding with its story."""
        with self._reading() as connection:
            return lookups.finding(connection, finding)

    # ---- reports, claims and places

    def claims_of_many(self, reports: Sequence[str], bare: bool = False) -> tuple[Claims, ...]:
        """What each of these reports claims, in the order asked for. `bare` ones come without what lists of claims do
        not show: names, places, the vector, and passages but headlines."""
        with self._reading() as connection:
            return store.claims_of_many(connection, reports, bare)

    def reports_named(self, reports: Sequence[str]) -> tuple[Report, ...]:
        """These reports, without those that are not there, in the order asked for."""
        with self._reading() as connection:
            return store.reports_of(connection, reports)

    def report_page(self, after: str | None = None, limit: int = 50) -> lookups.Reports:
        """Reports, the latest first."""
        with self._reading() as connection:
            return lookups.report_page(connection, after, limit)

    def claim(self, claim: str) -> FoundClaim:
        """The claim with this id."""
        with self._reading() as connection:
            return lookups.claim(connection, claim)

    def claims_behind(
        self, question: Question, place: Key | None = None, limit: int = 50, unreviewed: bool = False
    ) -> list[tuple[Key, FoundClaim]]:
        """The first claims that fit the question behind a place, each with its own, in order of publication, report and
        text; `unreviewed` leaves out reports on whose claims somebody decided."""
        with self._reading() as connection:
            return walking.behind(connection, question, place, limit, unreviewed)

    def groups_of_claim(self, claim: str) -> tuple[tuple[Story, Group], ...]:
        """The groups that hold a claim, each with its story."""
        with self._reading() as connection:
            return lookups.groups_of_claim(connection, claim)

    def at_place(self, place: str, after: str | None = None, limit: int = 50) -> lookups.ClaimPage:
        """Claims at the place of this name or GeoNames number, those of the latest reports first."""
        with self._reading() as connection:
            return lookups.at_place(connection, place, after, limit)

    # ---- entities

    def entity(self, entity: str) -> Entity:
        """The entity with this id."""
        with self._reading() as connection:
            return lookups.entity(connection, entity)

    def entities_of(self, reports: Sequence[str]) -> tuple[tuple[Entity, ...], tuple[checks.Link, ...]]:
        """The entities that these reports name, in the ledger's order, and the links that say so."""
        with self._reading() as connection:
            return lookups.entities_of(connection, reports)

    def entities_like(self, name: str) -> tuple[Entity, ...]:
        """Entities that have a spelling which this name, or part of one, can mean."""
        with self._reading() as connection:
            return lookups.entities_like(connection, name)

    def entity_page(self, words: str = "", after: str | None = None, limit: int = 50) -> lookups.EntityPage:
        """Entities by name: all, or those that have a spelling which the words can mean."""
        with self._reading() as connection:
            return lookups.entity_page(connection, words, after, limit)

    def links_of(self, entity: str) -> tuple[tuple[str, str], ...]:
        """The reports that name an entity, the latest first, each with its own entity."""
        with self._reading() as connection:
            return lookups.links_of(connection, entity)

    def entities_beginning(self, identifier: str) -> tuple[Entity, ...]:
        """The entities whose id begins so."""
        with self._reading() as connection:
            return lookups.entities_beginning(connection, identifier)

    def mentioning(self, spellings: Sequence[str], limit: int | None = None) -> tuple[str, ...]:
        """Ids of the reports in which one of the spellings stands, the latest first."""
        with self._reading() as connection:
            return lookups.mentioning(connection, spellings, limit)

    def standings(self, entity: str) -> tuple[tuple[Story, Origin], ...]:
        """The stories in which an entity speaks, each with the origin that it is there."""
        with self._reading() as connection:
            return lookups.standings(connection, entity)

    # ---- search

    def search(
        self,
        words: str,
        kind: str | None = None,
        language: str | None = None,
        after: str | None = None,
        limit: int = 20,
    ) -> hits.Hits:
        """Reports and claims that hold all the words, the latest reports first: `begin*`, "a phrase", and names in any
        spelling that the ledger or the gazetteer knows. `kind` is "report" or a claim's. Nothing typed is an error."""
        with self._reading() as connection:
            return hits.find(connection, words, kind, language, after, limit)
